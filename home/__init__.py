"""The residents' site around the campaign."""
