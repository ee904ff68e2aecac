"""つながり語彙チェック: words that residents would rather not be called by, and better ones. It warns, and never blocks."""
