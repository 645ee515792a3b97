"""A corpus as something to look at: segments to HTML and to the terminal."""
