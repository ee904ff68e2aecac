"""The switch for readings over kanji (ふりがな): remembered in the address, never in a cookie."""
