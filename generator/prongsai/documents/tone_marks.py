"""Vowel and tone mark above a consonant as one glyph: PDFium takes a bold สิ่ง apart where the mark is drawn by itself.

It reads a mark that stands high above its line as the beginning of another line, and who searches for the word in
Chrome does not find it. The joined glyphs look as the two together.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from prongsai.documents.font_parts import add_glyph, append_lookups

_VOWELS = ("uni0E31", "uni0E34", "uni0E35", "uni0E36", "uni0E37")
_TONES = ("uni0E48", "uni0E49", "uni0E4A", "uni0E4B", "uni0E4C")
_ON_BASE, _ON_MARK = 4, 6  # kinds of lookups that place marks


def join_tone_marks(font: Any) -> None:
    """Let an open font (fontTools) of Sarabun write each vowel above with its tone mark as one glyph."""
    from fontTools.otlLib.builder import buildLigatureSubstSubtable

    joined: dict[tuple[str, str], str] = {}
    for vowel, tone, right, up in _pairs(font):
        name = _name(vowel, tone)
        if name not in font["glyf"].glyphs:
            add_glyph(font, name, ((vowel, 0, 0), (tone, right, up)))
            _place_like(font, name, vowel)
            joined[vowel, tone] = name
    append_lookups(font, [buildLigatureSubstSubtable(joined)], [0])


def _name(vowel: str, tone: str) -> str:
    """A name that says both letters: uni0E340E48.narrow."""
    first, _, form = vowel.partition(".")
    second, _, small = tone.removeprefix("uni").partition(".")
    return ".".join(filter(None, (f"{first}{second}", form, small)))


def _tables(font: Any, kind: int) -> Iterator[Any]:
    for lookup in font["GPOS"].table.LookupList.Lookup:
        if lookup.LookupType == kind:
            yield from lookup.SubTable


def _pairs(font: Any) -> Iterator[tuple[str, str, int, int]]:
    """Each vowel and tone mark that the font places above each other: where the mark stands, from the vowel."""
    for table in _tables(font, _ON_MARK):
        marks = dict(zip(table.Mark1Coverage.glyphs, table.Mark1Array.MarkRecord, strict=True))
        below = dict(zip(table.Mark2Coverage.glyphs, table.Mark2Array.Mark2Record, strict=True))
        for vowel in (name for name in below if name.startswith(_VOWELS)):
            for tone, mark in marks.items():
                place = below[vowel].Mark2Anchor[mark.Class] if tone.startswith(_TONES) else None
                if place is not None:
                    own = mark.MarkAnchor
                    yield vowel, tone, place.XCoordinate - own.XCoordinate, place.YCoordinate - own.YCoordinate


def _place_like(font: Any, name: str, like: str) -> None:
    """Make a glyph a mark that stands on its consonant as another does."""
    classes = font["GDEF"].table
    for definition in filter(None, (classes.GlyphClassDef, classes.MarkAttachClassDef)):
        if like in definition.classDefs:
            definition.classDefs[name] = definition.classDefs[like]
    for table in _tables(font, _ON_BASE):
        if like in table.MarkCoverage.glyphs:
            record = table.MarkArray.MarkRecord[table.MarkCoverage.glyphs.index(like)]
            table.MarkCoverage.glyphs.append(name)
            table.MarkArray.MarkRecord.append(deepcopy(record))
            table.MarkArray.MarkCount = len(table.MarkArray.MarkRecord)
