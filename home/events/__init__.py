"""What is on: the list of coming events, the archive of past ones, the page of each, and all as calendar files."""
