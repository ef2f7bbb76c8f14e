"""Data for machines, handed out with the pages."""
