"""Markdown pages: which there are, what each shows, and how text becomes safe Markdown."""
