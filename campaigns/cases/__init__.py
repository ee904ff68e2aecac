"""Places and activities that make loose ties."""
