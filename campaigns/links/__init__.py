"""Codes printed on paper, where they lead, and how often they were read."""
