"""Reading more than one machine holds: Parquet and WARC files in, partitioned Parquet of facts out.

`partitions` says what a unit of work is, `pages` reads the articles of one (of the `file_part` that it is, after a
`glance` at each page), `tables` writes what was read, `work` does one partition from end to end, and `distributed` does
many, on a Dask cluster or in a plain loop. Needs `thidua[scale]`.
"""
