"""The network's results in the admin: a campaign's readings over time, by what they were printed on, and by the hour."""
