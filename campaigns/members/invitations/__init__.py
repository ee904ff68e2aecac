"""People who are asked into an organisation: the letter, and its link."""
