"""Engines, which turn the generated tree into a site, behind one interface."""
