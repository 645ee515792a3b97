"""The typed values: what a corpus is made of, and what must hold before one can exist."""
