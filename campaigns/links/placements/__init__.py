"""Where an organisation's prints hang: told by its people, step by step, with reminders and a sticker."""
