"""Submissions recorded, watched and, on appeal, laid out item by item."""
