"""The manual that comes along: its pages, problems and fields, found by a word and written plainly for a terminal."""
