"""The data that Thidua ships: the lexicon, the gold reports. Read them with `importlib.resources.files(corpora)`."""
