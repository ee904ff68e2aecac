"""Imported by the server that bounded.py forks children from: loads WeasyPrint and the faces once."""

from print_templates.plate import engine, font_configuration

engine()
font_configuration()
