"""Measurements that the documentation quotes; each is a command that prints its own table."""
