"""The words around what is written: buttons, headings and sentences that residents read, in all their languages."""
