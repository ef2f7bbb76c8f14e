"""The fonts of the documents, made from those of the theme."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from prongsai import paths
from prongsai.paper.glyph_text import glyph_texts

Part = tuple[str, int, int]  # a glyph and how far it stands to the right and up, in units of the font


def add_glyph(font: Any, name: str, parts: Sequence[Part]) -> None:
    """A glyph drawn with others; it is as wide as the last of them."""
    from fontTools.pens.ttGlyphPen import TTGlyphPen

    pen = TTGlyphPen(font.getGlyphSet())
    for part, right, up in parts:
        pen.addComponent(part, (1, 0, 0, 1, right, up))
    glyph = pen.glyph()
    font["glyf"][name] = glyph
    glyph.recalcBounds(font["glyf"])
    font["hmtx"][name] = (font["hmtx"][parts[-1][0]][0], glyph.xMin)
    font.getReverseGlyphMap(rebuild=True)


def append_lookups(font: Any, tables: Iterable[Any], applied: Iterable[int]) -> None:
    """Lookups at the end of the font's own substitutions; `liga` applies those at the places of `applied`."""
    from fontTools.otlLib.builder import buildLookup

    substitutions = font["GSUB"].table
    lookups = substitutions.LookupList.Lookup
    places = [len(lookups) + place for place in applied]
    lookups.extend(buildLookup([one]) for one in tables)
    substitutions.LookupList.LookupCount = len(lookups)
    for record in substitutions.FeatureList.FeatureRecord:
        if record.FeatureTag == "liga":
            record.Feature.LookupListIndex += places
            record.Feature.LookupCount = len(record.Feature.LookupListIndex)


AA, AM, NIKHAHIT = "uni0E32", "uni0E33", "uni0E4D"
TAIL = f"{AM}.tail"  # sara aa behind nikhahit with a tone mark
_AFTER_SARA_AM = ("uni0E48", "uni0E49", "uni0E4A", "uni0E4B")
_FORMS = ("", ".narrow")


def join_sara_am(font: Any) -> None:
    """Let an open font (fontTools) of Sarabun write ำ with glyphs that stand for ำ and for the tone mark alone."""
    from fontTools.otlLib import builder

    joined = {
        f"{NIKHAHIT}{tone.removeprefix('uni')}{form}": f"{tone}.am{form}" for tone in _AFTER_SARA_AM for form in _FORMS
    }
    joined = {glyph: name for glyph, name in joined.items() if glyph in font["glyf"].glyphs}
    for glyph, name in joined.items():
        add_glyph(font, name, ((glyph, 0, 0),))
    add_glyph(font, TAIL, ((AA, 0, 0),))
    add_glyph(font, f"{AM}.narrow", ((f"{NIKHAHIT}.narrow", 0, 0), (AA, 0, 0)))
    first = len(font["GSUB"].table.LookupList.Lookup)
    pairs = {(NIKHAHIT, AA): AM, (f"{NIKHAHIT}.narrow", AA): f"{AM}.narrow"}
    made = (
        builder.buildSingleSubstSubtable(joined),
        builder.buildSingleSubstSubtable({AA: TAIL}),
        _chain(font, (tuple(joined), (AA,)), (first, first + 1)),
        builder.buildLigatureSubstSubtable(pairs),
    )
    append_lookups(font, made, [2, 3])


def _chain(font: Any, glyphs: tuple[tuple[str, ...], ...], lookups: tuple[int, ...]) -> Any:
    """Glyphs that follow each other, each with the lookup that is applied to it there."""
    from fontTools.otlLib.builder import buildCoverage
    from fontTools.ttLib.tables import otTables

    table = otTables.ChainContextSubst()
    table.Format = 3
    table.BacktrackCoverage, table.LookAheadCoverage = [], []
    table.InputCoverage = [buildCoverage(names, font.getReverseGlyphMap()) for names in glyphs]
    table.SubstLookupRecord = []
    for place, lookup in enumerate(lookups):
        record = otTables.SubstLookupRecord()
        record.SequenceIndex, record.LookupListIndex = place, lookup
        table.SubstLookupRecord.append(record)
    return table


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


FACES = ("thai-400", "thai-700", "latin-400", "latin-700")


@dataclass(frozen=True)
class FontFile:
    """A font as a file, how many glyphs it has, and the text of each."""

    data: bytes
    count: int
    texts: dict[int, str]


@lru_cache(maxsize=len(FACES))
def load_face(name: str) -> FontFile:
    """A face of Sarabun by its script and weight: `thai-400`."""
    from fontTools.ttLib import TTFont

    path = paths.theme_folder() / "assets" / "fonts" / f"sarabun-{name}.woff2"
    font = TTFont(io.BytesIO(path.read_bytes()), recalcTimestamp=False)  # else each file says when it was made
    font.flavor = None
    if name.startswith("thai"):
        join_sara_am(font)
        join_tone_marks(font)
    order = font.getGlyphOrder()
    stream = io.BytesIO()
    font.save(stream, reorderTables=None)
    return FontFile(stream.getvalue(), len(order), glyph_texts(order, font.getBestCmap()))
