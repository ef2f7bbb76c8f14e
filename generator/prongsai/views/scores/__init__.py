"""Scores, levels and ranks, in words and in tables."""
