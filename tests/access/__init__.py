"""Who may see what: one row for every address that names something."""
