"""What each command does, one module a command; `pipeline.cli` declares their options and imports them when asked."""
