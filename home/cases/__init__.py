"""The pages of places: the list with its filters, one place, and the small card to print."""
