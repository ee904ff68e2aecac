"""Who may log in and for which organisation."""
