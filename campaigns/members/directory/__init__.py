"""The public list of member organisations: all equal, by municipality."""
