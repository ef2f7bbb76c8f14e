"""The address of what a site wears, as its pages load it."""

from __future__ import annotations

from prongsai import addresses
from prongsai.model.dress import worn_of
from prongsai.model.site import Site

LOGO_WIDTH = 192  # pixels of the copy of a logo: four times its size on a page


def logo_path(site: Site) -> str:
    """The address of the logo, of an image a small copy; empty without one."""
    logo = worn_of(site, site.options.logo)
    if logo is None:
        return ""
    return addresses.file_path(logo.name) if logo.is_drawn else addresses.photo_path(logo.name, LOGO_WIDTH)
