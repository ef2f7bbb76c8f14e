"""Folders of a site: listed and read so that nothing people put there can hang or harm a command."""
