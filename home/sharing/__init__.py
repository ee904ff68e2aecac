"""What a page says of itself where somebody passes its address on: a title, a sentence, and a picture of ours."""
