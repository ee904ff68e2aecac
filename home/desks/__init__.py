"""The pages of desks: the list by topic and language, and one desk."""
