"""Tables as files that others can use: data, and beside it what the data is.

`tables` says what is exported and `persons` how names are left out; `formats` and `workbook` write it; `describe` and
`card` write what stands beside it; `write` does all of it for one folder.
"""
