"""Backups: everything that people keep of a site in one ZIP, and a site made from it again."""
