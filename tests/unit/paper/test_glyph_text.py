"""The text of glyphs: every form of a letter stands for that letter, and a font writes ำ as one."""

from __future__ import annotations

import io

import pytest
from fontTools.ttLib import TTFont

from prongsai.paper.fonts import FACES, TAIL, load_face
from prongsai.paper.glyph_text import glyph_texts, repair_map

ORDER = [".notdef", "uni0E01", "uni0E48.small", "uni0E4D0E48", "A", "yoYingthai.less", "unknown"]
CMAP = {0xE01: "uni0E01", 0x41: "A", 0xA0: "A"}


def test_glyphs_are_named_by_map_or_by_name():
    """A glyph of the map says its first character, a form its letter, a joined glyph both; others say nothing."""
    assert glyph_texts(ORDER, CMAP) == {1: "ก", 2: "่", 3: "ํ่", 4: "A"}


def test_a_map_is_repaired_where_the_text_is_known():
    """Wrong texts are replaced, those of unknown glyphs and all other lines stay."""
    lines = [b"2 beginbfchar", b"<0001> <0e020e33>", b"<0006> <0041>", b"endbfchar"]
    assert repair_map(lines, {1: "ก"}) == [lines[0], b"<0001> <0e01>", *lines[2:]]


@pytest.mark.parametrize("name", FACES)
def test_every_letter_of_a_face_says_itself(name):
    """No letter of the font, as it was typed, becomes another one in a PDF."""
    face = load_face(name)
    font = TTFont(io.BytesIO(face.data))
    assert len(font.getGlyphOrder()) == face.count
    wrong = {
        chr(code): face.texts.get(font.getGlyphID(glyph))
        for code, glyph in font.getBestCmap().items()
        if face.texts.get(font.getGlyphID(glyph)) not in {chr(other) for other, same in _same(font, glyph)}
    }
    assert wrong == {}


def _same(font, glyph):
    """The characters that share a glyph."""
    return [(code, name) for code, name in font.getBestCmap().items() if name == glyph]


@pytest.mark.parametrize("weight", ["400", "700"])
def test_the_parts_of_sara_am_say_sara_am(weight):
    """What stands behind a tone mark says ำ, and the mark with nikhahit says the mark alone."""
    face = load_face(f"thai-{weight}")
    order = TTFont(io.BytesIO(face.data)).getGlyphOrder()
    said = {name: face.texts[place] for place, name in enumerate(order) if place in face.texts}
    assert said[TAIL] == said["uni0E33"] == said["uni0E33.narrow"] == "ำ"
    assert [said[f"uni0E4{mark}.am"] for mark in "89AB"] == ["่", "้", "๊", "๋"]


@pytest.mark.parametrize("weight", ["400", "700"])
def test_joining_moves_nothing(weight):
    """The glyph for ำ is as wide as what it stands for, so no line breaks elsewhere."""
    widths = TTFont(io.BytesIO(load_face(f"thai-{weight}").data))["hmtx"]
    assert {widths[name][0] for name in ("uni0E32", "uni0E33", TAIL, "uni0E33.narrow")} == {widths["uni0E32"][0]}
