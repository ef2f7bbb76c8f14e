"""Measures and the reports on them, in words and in tables."""
