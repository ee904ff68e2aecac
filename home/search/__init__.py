"""Search for residents: a word finds what it names, however it is written and by its sound. docs/search.md."""
