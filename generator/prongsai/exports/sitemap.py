"""The sitemap: the pages that search engines may keep, each with the day that the data gives it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from markupsafe import escape

from prongsai import addresses

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
_ENTRY = r"  <url>\n    <loc>[^<\n]*</loc>\n(?:    <lastmod>[^<\n]*</lastmod>\n)?  </url>\n"
_FORM = re.compile(f"{re.escape(_HEAD)}(?:{_ENTRY})*</urlset>\n")
_STEMS = {"index", "README"}  # of a file that is the page of its folder


def export_sitemap(site_url: str, days: Mapping[str, str]) -> str:
    """`days` has the Markdown file of each page below content/, with its day (`2026-11-29`) or nothing.

    The pages of a folder come before those of the folders in it, its own page first.
    """
    entries = (_entry(f"{site_url.rstrip('/')}/{_path(name)}", days[name]) for name in sorted(days, key=_order))
    return f"{_HEAD}{''.join(entries)}</urlset>\n"


def is_exported(text: str) -> bool:
    """True for a text in the very form that `export_sitemap` gives it, whatever pages it lists."""
    return _FORM.fullmatch(text) is not None


def _entry(address: str, day: str) -> str:
    stated = f"    <lastmod>{escape(day)}</lastmod>\n" if day else ""
    return f"  <url>\n    <loc>{escape(address)}</loc>\n{stated}  </url>\n"


def _path(name: str) -> str:
    folder, _, file = name.rpartition("/")
    stem = file.removesuffix(".md")
    steps = (folder, "" if stem in _STEMS else stem)
    return "".join(f"{addresses.web_path(step)}/" for step in steps if step)


def _order(name: str) -> tuple[tuple[bool, bool, str], ...]:
    *folders, file = name.split("/")
    return (*((True, True, step) for step in folders), (False, file.removesuffix(".md") not in _STEMS, file))
