"""How Japanese is read: kana of a text, words that read otherwise, furigana over finished pages."""
