"""Who belongs to an organisation: asking in, roles, leaving, handing over."""
