"""Cited numbers."""
