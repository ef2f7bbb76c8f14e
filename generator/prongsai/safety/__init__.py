"""Checks of what hand-written pages and files would load, run or send, read as a browser reads them."""
