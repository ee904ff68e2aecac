"""Lines and counters that answer."""
