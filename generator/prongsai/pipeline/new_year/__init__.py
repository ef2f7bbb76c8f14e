"""The begin of a fiscal year: its files, what is carried into them, and what is added to those that are there."""
