"""A title with the number of its row, which is not set before a number that the title brings itself."""

from __future__ import annotations

import re

from prongsai.views.speech import Speech

_OWN_NUMBER = re.compile(r"\s*\(?[0-9๐-๙]{1,3}\s?[.)]")


def numbered(number: int | None, title: str, speech: Speech) -> str:
    """๓. ชื่อ; of a title that begins with a number of its own, ลำดับที่ ๓: ๑. ชื่อ."""
    if number is None:
        return title
    if _OWN_NUMBER.match(title):
        return f"ลำดับที่ {speech.digits(number)}: {title}"
    return f"{speech.digits(number)}. {title}"
