"""One module a kind of mention: each has a `find_…(reading, lexicon)` that returns the mentions of its kind."""
