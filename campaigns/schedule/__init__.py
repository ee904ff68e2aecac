"""Work that falls due by the clock: reminders, checks, the post. One command, `manage.py tick`, does what is due."""
