"""Orders for all: one print shop prints every organisation's files in one job."""
