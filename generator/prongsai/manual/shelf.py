"""The pages of the manual, read from where the package keeps them."""

from __future__ import annotations

from functools import cache

from prongsai import paths


@cache
def read_page(path: str) -> str:
    """The Markdown of a page, by its path below the manual; empty where it does not come along."""
    place = paths.manual_folder() / path
    return place.read_text("utf-8") if place.is_file() else ""
