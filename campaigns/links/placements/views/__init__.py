"""Pages and files of an organisation's placements."""
