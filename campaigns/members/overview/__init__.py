"""Where an organisation begins: what is still missing, and the ways on."""
