"""What an organisation says of itself: the form, the logo as it will print, logos that wait to be saved."""
