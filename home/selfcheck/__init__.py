"""Three questions to ask oneself. What is answered is shown once and kept nowhere."""
