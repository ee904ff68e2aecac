"""Plain charts as SVG without script; colours and letters come from the style sheet, the numbers from a table beside it."""
