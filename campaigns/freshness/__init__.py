"""Whether what was read from the database is still what it says: changes are counted, nothing is timed.

`changes` has the number that every process sees, `writes` what raises it, `not_shown` what does not, `reads` what an
answer was made from, `kept` what a process need not read again.
"""
