"""The register in the admin."""
