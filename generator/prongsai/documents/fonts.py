"""The fonts of the documents, made from those of the theme."""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import lru_cache

from prongsai import paths
from prongsai.documents.glyph_text import glyph_texts
from prongsai.documents.sara_am import join_sara_am
from prongsai.documents.tone_marks import join_tone_marks

FACES = ("thai-400", "thai-700", "latin-400", "latin-700")


@dataclass(frozen=True)
class Face:
    """A font as a file, how many glyphs it has, and the text of each."""

    data: bytes
    count: int
    texts: dict[int, str]


@lru_cache(maxsize=len(FACES))
def load_face(name: str) -> Face:
    """A face of Sarabun by its script and weight: `thai-400`."""
    from fontTools.ttLib import TTFont

    path = paths.theme_folder() / "assets" / "fonts" / f"sarabun-{name}.woff2"
    font = TTFont(io.BytesIO(path.read_bytes()))
    font.flavor = None
    if name.startswith("thai"):
        join_sara_am(font)
        join_tone_marks(font)
    order = font.getGlyphOrder()
    stream = io.BytesIO()
    font.save(stream, reorderTables=None)
    return Face(stream.getvalue(), len(order), glyph_texts(order, font.getBestCmap()))
