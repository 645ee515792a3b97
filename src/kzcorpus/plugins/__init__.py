"""Where other programs find kzcorpus: their entry points, each a thin layer."""
