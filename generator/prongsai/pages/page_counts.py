"""The places on a page where the number of pages of a document is filled in, once it is made."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from markupsafe import Markup

# Typed text has no brace as it is (pages/escape.py): only ours is found.
_PLACE = re.compile(r"\{pages:([^{}\n]+)\}")


def page_count(path: str) -> Markup:
    """The place for the number of pages of the document at a path of the site."""
    return Markup("{{pages:{}}}").format(path)


def settle_counts(markdown: str, counts: Mapping[str, int], digits: Callable[[object], str]) -> str:
    """The page with the numbers filled in; `digits` says them in the numerals of the site."""
    return _PLACE.sub(lambda place: digits(counts[place[1]]) if place[1] in counts else place[0], markdown)
