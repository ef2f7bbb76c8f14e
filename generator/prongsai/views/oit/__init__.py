"""OIT items and their answers, in words and in tables."""
