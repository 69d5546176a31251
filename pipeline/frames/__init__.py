"""One module a fact: each turns the mentions of a report into records, by numbered cases."""
