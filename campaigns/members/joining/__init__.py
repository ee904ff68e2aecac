"""Organisations that ask to join: the public form, and what becomes of an application."""
