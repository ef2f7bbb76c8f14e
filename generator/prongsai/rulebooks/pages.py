"""Pages of a manual as people write them: หน้า ๓๔, 34-35, p. 12."""

from __future__ import annotations

import re

from prongsai.thai.numerals import to_arabic

_PAGE = re.compile(r"(?:หน้า(?:ที่)?|น\.|pp?\.)?\s*([0-9]{1,4})(?:\s*(?:-|–|ถึง|,|และ)\s*([0-9]{1,4}))?\s*")


def read_page(text: str) -> str | None:
    """The page or the pages as 34 or 34-35; empty for no text, None for what is no page."""
    plain = to_arabic(text).strip()
    if not plain:
        return ""
    found = _PAGE.fullmatch(plain)
    if found is None or not int(found[1]):
        return None
    first, last = int(found[1]), int(found[2] or found[1])
    return str(first) if first == last else f"{min(first, last)}-{max(first, last)}"
