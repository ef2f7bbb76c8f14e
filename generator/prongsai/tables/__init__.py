"""Tables that agencies already have: their heads matched with our fields once, their rows as changes."""
