"""Plates, print jobs, and the kits that are computed from them."""
