"""News of the network: the list by date, and each piece with its page."""
