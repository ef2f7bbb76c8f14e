"""Which text each glyph of a font stands for, so that what is copied from a PDF is what was written."""

from __future__ import annotations

import re
from collections.abc import Iterable

_NAME = re.compile(r"uni((?:[0-9A-F]{4})+)")
_PAIR = re.compile(rb"<([0-9a-f]{4})> <[0-9a-f]*>")


def glyph_texts(order: Iterable[str], cmap: dict[int, str]) -> dict[int, str]:
    """The text of each glyph by its number, from the character map of the font and the names of its glyphs.

    A form of a letter (`uni0E48.small`) stands for that letter, a joined glyph (`uni0E4D0E48`) for both.
    """
    names: dict[str, str] = {}
    for code, name in sorted(cmap.items()):
        names.setdefault(name, chr(code))
    found = {number: _text_of(name, names) for number, name in enumerate(order)}
    return {number: text for number, text in found.items() if text}


def _text_of(name: str, names: dict[str, str]) -> str:
    base = name.partition(".")[0]
    known = names.get(name) or names.get(base)
    if known:
        return known
    codes = _NAME.fullmatch(base)
    return "".join(chr(int(codes[1][at : at + 4], 16)) for at in range(0, len(codes[1]), 4)) if codes else ""


def repair_map(lines: list[bytes], texts: dict[int, str]) -> list[bytes]:
    """The lines of a ToUnicode map with the text of each glyph from `texts`; others stay."""
    return [_PAIR.sub(lambda pair: _repaired(pair, texts), line) for line in lines]


def _repaired(pair: re.Match[bytes], texts: dict[int, str]) -> bytes:
    text = texts.get(int(pair[1], 16))
    return pair[0] if text is None else b"<%s> <%s>" % (pair[1], text.encode("utf-16-be").hex().encode())
