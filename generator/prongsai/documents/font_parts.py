"""What is added to an open font (fontTools): glyphs drawn with others, and lookups that a feature applies last."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

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
