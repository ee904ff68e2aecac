"""The installation: joins everything, owns no domain."""
