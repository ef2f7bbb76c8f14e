"""Make the fonts of the documents from those of the theme; with --write, put them where the package keeps them.

Shapers take ำ apart and PDFium takes a tone mark above a vowel for a line of its own. So the fonts get glyphs for ำ and
for each vowel with its tone mark, and next to them is the text that each glyph says: what is copied from a PDF is then
what was written. Sarabun's licence reserves no name, so that a changed font may keep it.
"""

from __future__ import annotations

import io
import json
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from typing import Any

from fontTools.otlLib import builder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables import otTables

from prongsai import paths
from prongsai.paper.fonts import FACES, LICENCE, TEXTS, file_of

SOURCES = paths.theme_folder() / "assets" / "fonts"

Part = tuple[str, int, int]  # a glyph and how far it is to the right and up, in units of the font


def add_glyph(font: Any, name: str, parts: Sequence[Part]) -> None:
    """A glyph drawn with others; it is as wide as the last of them."""
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
    substitutions = font["GSUB"].table
    lookups = substitutions.LookupList.Lookup
    places = [len(lookups) + place for place in applied]
    lookups.extend(builder.buildLookup([one]) for one in tables)
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
    table = otTables.ChainContextSubst()
    table.Format = 3
    table.BacktrackCoverage, table.LookAheadCoverage = [], []
    table.InputCoverage = [builder.buildCoverage(names, font.getReverseGlyphMap()) for names in glyphs]
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
    joined: dict[tuple[str, str], str] = {}
    for vowel, tone, right, up in _pairs(font):
        name = _name(vowel, tone)
        if name not in font["glyf"].glyphs:
            add_glyph(font, name, ((vowel, 0, 0), (tone, right, up)))
            _place_like(font, name, vowel)
            joined[vowel, tone] = name
    append_lookups(font, [builder.buildLigatureSubstSubtable(joined)], [0])


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
    """Each vowel and tone mark that the font places above each other: where the mark is, from the vowel."""
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
    """Make a glyph a mark that is on its consonant as another does."""
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


_NAME = re.compile(r"uni((?:[0-9A-F]{4})+)")


def glyph_texts(order: Iterable[str], cmap: dict[int, str]) -> list[str]:
    """The text of each glyph in their order, from the character map of the font and the names of its glyphs.

    A form of a letter (`uni0E48.small`) stands for that letter, a joined glyph (`uni0E4D0E48`) for both.
    """
    names: dict[str, str] = {}
    for code, name in sorted(cmap.items()):
        names.setdefault(name, chr(code))
    return [_text_of(name, names) for name in order]


def _text_of(name: str, names: dict[str, str]) -> str:
    base = name.partition(".")[0]
    known = names.get(name) or names.get(base)
    if known:
        return known
    codes = _NAME.fullmatch(base)
    return "".join(chr(int(codes[1][at : at + 4], 16)) for at in range(0, len(codes[1]), 4)) if codes else ""


def make_face(name: str) -> tuple[bytes, list[str]]:
    """A face as a file, and the text of each of its glyphs; it keeps the dates of the font that it is made from."""
    source = SOURCES / f"sarabun-{name}.woff2"
    font = TTFont(io.BytesIO(source.read_bytes()), recalcTimestamp=False)
    font.flavor = None
    if name.startswith("thai"):
        join_sara_am(font)
        join_tone_marks(font)
    stream = io.BytesIO()
    font.save(stream, reorderTables=None)
    return stream.getvalue(), glyph_texts(font.getGlyphOrder(), font.getBestCmap())


def make_files() -> dict[str, bytes]:
    """Every file of the folder by its name; the same fonts of the theme give the same bytes."""
    made = {name: make_face(name) for name in FACES}
    texts = {name: said for name, (_, said) in made.items()}
    return {
        **{file_of(name): data for name, (data, _) in made.items()},
        TEXTS: (json.dumps(texts, ensure_ascii=False, indent=0) + "\n").encode(),
        LICENCE: (SOURCES / LICENCE).read_bytes(),
    }


def main() -> int:
    """Write the files, or name those that are others than they would be; the end is 1 where there are any."""
    made = make_files()
    if "--write" in sys.argv[1:]:
        paths.PAPER_FONTS.mkdir(exist_ok=True)
        for name, data in made.items():
            (paths.PAPER_FONTS / name).write_bytes(data)
        return 0
    found = {path.name: path.read_bytes() for path in paths.PAPER_FONTS.glob("*")}
    others = sorted(name for name in made.keys() | found.keys() if made.get(name) != found.get(name))
    print("\n".join(others or ["no difference"]))
    return 1 if others else 0


if __name__ == "__main__":
    sys.exit(main())
