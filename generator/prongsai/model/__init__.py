"""Statements of an agency as frozen values: no files, no clock, no network."""
