"""Many organisations invited at once, by a list in a CSV file."""
