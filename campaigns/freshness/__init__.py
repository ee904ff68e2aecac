"""Whether what was read from the database is still what it says: changes are counted, nothing is timed.

`changes` has the number that every process sees, `writes` what raises it, `kept` what a process need not read again.
"""
