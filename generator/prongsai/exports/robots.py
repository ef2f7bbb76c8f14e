"""The file that search engines ask a host for first."""

from __future__ import annotations


def export_robots(site_url: str) -> str:
    """Everything may be read, and where the list of all pages stands; `site_url` is the address of the site."""
    return f"User-agent: *\nAllow: /\nSitemap: {site_url.rstrip('/')}/sitemap.xml\n"
