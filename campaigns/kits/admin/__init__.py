"""What staff see of the print shop: presets, and how far the building of plates is."""
