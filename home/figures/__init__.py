"""The page of figures: each cited number with its chart, the same as a table, and its source."""
