"""A campaign's photograph: read once, kept in sRGB and in ink, and cut for the window of each sheet."""
