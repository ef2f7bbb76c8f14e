"""Beginnings: a new site, a new fiscal year, and the schemas that editors ask for."""
