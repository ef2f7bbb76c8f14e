"""The last saves of a site, each with what it replaced, so that it can be taken back."""
