"""Raw text to Article, articles to Corpus: a straight line of stages, each a function from what is read so far to the next."""
