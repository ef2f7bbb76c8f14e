"""Sara am in a font: one glyph for ำ again, which shapers take apart, so that a PDF holds the letter that was written.

HarfBuzz turns ำ into nikhahit and sara aa before it looks into the font. What then stands in a PDF is no longer found
by whoever searches for ดำเนินการ. Four lookups at the end of the font's own join the two: nothing on paper moves.
"""

from __future__ import annotations

from typing import Any

from prongsai.documents.font_parts import add_glyph, append_lookups

AA, AM, NIKHAHIT = "uni0E32", "uni0E33", "uni0E4D"
TAIL = f"{AM}.tail"  # sara aa behind nikhahit with a tone mark
_TONES = ("uni0E48", "uni0E49", "uni0E4A", "uni0E4B")
_FORMS = ("", ".narrow")


def join_sara_am(font: Any) -> None:
    """Let an open font (fontTools) of Sarabun write ำ with glyphs that stand for ำ and for the tone mark alone."""
    from fontTools.otlLib import builder

    joined = {f"{NIKHAHIT}{tone.removeprefix('uni')}{form}": f"{tone}.am{form}" for tone in _TONES for form in _FORMS}
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
