"""Documents as pairs of pure functions: a format's writer and its reader mirror each other."""
