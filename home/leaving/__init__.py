"""Leaving at once, and what is left behind."""
