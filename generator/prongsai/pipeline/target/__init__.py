"""The folder that a site is put into: what is there, and how it is replaced while people read it."""
