"""The image and document models every page uses."""
