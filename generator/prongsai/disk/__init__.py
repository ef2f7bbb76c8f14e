"""What lies in a site's folders: listed and read so that nothing that people put there can hang or harm a command."""
