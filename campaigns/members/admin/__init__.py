"""What staff see of members: applications, and invitation by list."""
