"""Municipalities and wards with their neighbours; the lowest layer."""
