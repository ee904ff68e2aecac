"""The site map: every page that anybody may read, as a tree."""
