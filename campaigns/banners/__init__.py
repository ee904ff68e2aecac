"""What members put on their own pages, and whether it still leads here."""
