"""Everything a campaign says, and everyone who carries it."""
