"""A contact sheet of everything that can be printed, to judge the artwork by: `manage.py gallery`."""
