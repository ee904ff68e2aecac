"""Pages that nobody has looked at for a year, and a way to say that one is still right."""
