"""What machines read of a page (https://schema.org as JSON-LD), from plain values: no database, no requests."""
