"""Stages of life and surroundings, each a page with the places, desks and events that belong to it."""
