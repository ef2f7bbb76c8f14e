"""The preview: a copy of a site, built again whenever a file is saved, and its web server."""
