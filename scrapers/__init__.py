"""From a portal to an `Article`: sources, discovery, polite fetching, archive, parsing."""
