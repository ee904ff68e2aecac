"""Kits for members, staff and anyone: pictures to look at and files to take."""
