"""The fonts of the documents and what each of their glyphs says; tools/make_paper_fonts.py makes them."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import lru_cache

from prongsai import paths

FACES = ("thai-400", "thai-700", "latin-400", "latin-700")
TEXTS = "texts.json"
LICENCE = "OFL.txt"
_PAIR = re.compile(rb"<([0-9a-f]{4})> <[0-9a-f]*>")


@dataclass(frozen=True)
class FontFile:
    """A font as a file, and the text of each of its glyphs in their order; an empty one where that is not known."""

    data: bytes
    texts: tuple[str, ...]


def file_of(face: str) -> str:
    """The name of a face's file."""
    return f"sarabun-{face}.ttf"


@lru_cache(maxsize=len(FACES))
def load_face(name: str) -> FontFile:
    """A face of Sarabun by its script and weight: `thai-400`."""
    texts = json.loads((paths.PAPER_FONTS / TEXTS).read_text("utf-8"))
    return FontFile((paths.PAPER_FONTS / file_of(name)).read_bytes(), tuple(texts[name]))


def repair_map(lines: list[bytes], texts: tuple[str, ...]) -> list[bytes]:
    """The lines of a ToUnicode map with the text of each glyph from `texts`; others stay."""
    return [_PAIR.sub(lambda pair: _repaired(pair, texts), line) for line in lines]


def _repaired(pair: re.Match[bytes], texts: tuple[str, ...]) -> bytes:
    number = int(pair[1], 16)
    text = texts[number] if number < len(texts) else ""
    return b"<%s> <%s>" % (pair[1], text.encode("utf-16-be").hex().encode()) if text else pair[0]
