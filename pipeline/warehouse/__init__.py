"""The tables: load facts into a private DuckDB file, publish snapshots of it, open the newest one."""
