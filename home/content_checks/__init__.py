"""The content checker (axe) of the editor, asked about what editors can change and residents read."""
