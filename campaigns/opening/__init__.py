"""When something is open: by weekday, on days that differ, on public holidays; knows no desk and no place."""
