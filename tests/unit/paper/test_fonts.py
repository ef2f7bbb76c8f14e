"""The fonts of the documents: made from those of the theme, each glyph says its letter, and ำ is written as one."""

from __future__ import annotations

import importlib.util
import io
from functools import cache

import pytest
from fontTools.ttLib import TTFont

from prongsai import paths
from prongsai.paper.fonts import FACES, load_face, repair_map
from sites import REPOSITORY

TAIL = "uni0E33.tail"
VOWELS, TONES = "ัิีึื", "่้๊๋์"
ORDER = [".notdef", "uni0E01", "uni0E48.small", "uni0E4D0E48", "A", "yoYingthai.less", "unknown"]
CMAP = {0xE01: "uni0E01", 0x41: "A", 0xA0: "A"}


@cache
def tool():
    """The tool that makes the fonts."""
    spec = importlib.util.spec_from_file_location("make_paper_fonts", REPOSITORY / "tools" / "make_paper_fonts.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def opened(name):
    """A face as it is shipped."""
    return TTFont(io.BytesIO(load_face(name).data))


def test_the_fonts_that_are_shipped_are_those_that_the_tool_makes(monkeypatch):
    """Every file is, to the byte and on any day, what tools/make_paper_fonts.py --write makes of the theme's fonts."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    shipped = {path.name: path.read_bytes() for path in paths.PAPER_FONTS.iterdir()}
    made = tool().make_files()
    assert made.keys() == shipped.keys()
    assert [name for name in made if made[name] != shipped[name]] == []


def test_no_face_is_handed_out_with_a_site():
    """Readers of the site get the fonts of the theme alone; those of the documents are no part of it."""
    assert not paths.PAPER_FONTS.is_relative_to(paths.theme_folder())


def test_the_licence_lets_a_changed_font_keep_its_name():
    """It is next to the fonts and reserves no name."""
    licence = (paths.PAPER_FONTS / "OFL.txt").read_text("utf-8")
    assert licence.startswith("Copyright 2018 The Sarabun Project Authors")
    assert "with Reserved Font Name" not in licence.partition("-----")[0]


@pytest.mark.parametrize("weight", ["400", "700"])
def test_the_faces_have_every_sign_that_papers_need(weight):
    """All letters, marks and figures of Thai, and what Latin text and Thai punctuation consist of."""
    thai, latin = (set(map(chr, opened(f"{script}-{weight}").getBestCmap())) for script in ("thai", "latin"))
    assert {chr(code) for code in (*range(0xE01, 0xE3B), *range(0xE3F, 0xE5C))} - thai == set()
    assert {*map(chr, range(0x20, 0x7F)), *"“”‘’…–·×°"} - latin == set()


@pytest.mark.parametrize("weight", ["400", "700"])
def test_each_vowel_above_is_joined_with_each_tone_mark(weight):
    """PDFium takes a tone mark that is drawn by itself above a vowel for a line of its own."""
    order = {*opened(f"thai-{weight}").getGlyphOrder()}
    pairs = {f"uni{ord(vowel):04X}{ord(tone):04X}" for vowel in VOWELS for tone in TONES}
    joined = {name for name in pairs if any(found.startswith(name) for found in order)}
    assert joined == pairs


def test_glyphs_are_named_by_map_or_by_name():
    """A glyph of the map says its first character, a form its letter, a joined glyph both; others say nothing."""
    assert tool().glyph_texts(ORDER, CMAP) == ["", "ก", "่", "ํ่", "A", "", ""]


def test_a_map_is_repaired_where_the_text_is_known():
    """Wrong texts are replaced, those of unknown glyphs and all other lines stay."""
    lines = [b"2 beginbfchar", b"<0001> <0e020e33>", b"<0006> <0041>", b"endbfchar"]
    assert repair_map(lines, ("", "ก", "")) == [lines[0], b"<0001> <0e01>", *lines[2:]]


@pytest.mark.parametrize("name", FACES)
def test_every_letter_of_a_face_says_itself(name):
    """No letter of the font, as it was typed, becomes another one in a PDF."""
    face, font = load_face(name), opened(name)
    assert len(font.getGlyphOrder()) == len(face.texts)
    wrong = {
        chr(code): face.texts[font.getGlyphID(glyph)]
        for code, glyph in font.getBestCmap().items()
        if face.texts[font.getGlyphID(glyph)] not in {chr(other) for other, same in _same(font, glyph)}
    }
    assert wrong == {}


def _same(font, glyph):
    """The characters that share a glyph."""
    return [(code, name) for code, name in font.getBestCmap().items() if name == glyph]


@pytest.mark.parametrize("weight", ["400", "700"])
def test_the_parts_of_sara_am_say_sara_am(weight):
    """The glyph behind a tone mark says ำ, and the mark with nikhahit says the mark alone."""
    face = load_face(f"thai-{weight}")
    said = dict(zip(opened(f"thai-{weight}").getGlyphOrder(), face.texts, strict=True))
    assert said[TAIL] == said["uni0E33"] == said["uni0E33.narrow"] == "ำ"
    assert [said[f"uni0E4{mark}.am"] for mark in "89AB"] == ["่", "้", "๊", "๋"]


@pytest.mark.parametrize("weight", ["400", "700"])
def test_joining_moves_nothing(weight):
    """The glyph for ำ is as wide as what it stands for, so no line breaks elsewhere."""
    widths = opened(f"thai-{weight}")["hmtx"]
    assert {widths[name][0] for name in ("uni0E32", "uni0E33", TAIL, "uni0E33.narrow")} == {widths["uni0E32"][0]}
