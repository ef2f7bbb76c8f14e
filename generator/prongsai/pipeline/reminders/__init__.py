"""Reminders for the officer: how ready the items are, and what is due; nothing of it is published."""
