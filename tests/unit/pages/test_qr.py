"""QR codes: a reader finds the address in what is drawn, and the drawing needs nothing around it."""

import re

import pytest
import zxingcpp

from prongsai.pages.drawings import QUIET_ZONE, draw_qr
from unit.pages.reading import read_html

SCALE = 4  # picture points for a module
ADDRESSES = [
    "https://itas.example.go.th/go/eit/x",
    "https://itas.example.go.th/go/eit/abcdefghijklmnop?agency=0012345&year=2567",
    f"https://www.example.go.th/{'a' * 300}",
]


def drawn_modules(svg):
    """The modules as the drawing has them: rows of white (255) and dark (0)."""
    drawing = read_html(svg).one("svg")
    size = int(drawing.attributes["viewbox"].split()[-1])
    rows = [bytearray([255] * size) for _ in range(size)]
    path = next(one.attributes["d"] for one in drawing.all("path") if "stroke" in one.attributes)
    x = y = 0
    for sign, first, second in re.findall(r"([Mmh])([0-9]+)(?: ([0-9.]+))?", path):
        if sign == "M":
            x, y = int(first), int(float(second))
        elif sign == "m":
            assert second == "0"
            x += int(first)
        else:
            rows[y][x : x + int(first)] = bytes(int(first))
            x += int(first)
    assert all(len(row) == size for row in rows)
    return rows


def picture_of(rows):
    """The modules as a picture of grey values."""
    wide = [bytes(value for value in row for _ in range(SCALE)) for row in rows]
    side = len(rows) * SCALE
    return memoryview(b"".join(row for row in wide for _ in range(SCALE))).cast("B", (side, side))


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_reader_finds_the_address(address):
    """The drawn code, decoded by a program that knows nothing of our code, is the address itself."""
    [found] = zxingcpp.read_barcodes(picture_of(drawn_modules(draw_qr(address, "แบบวัด EIT"))))
    assert (found.format, found.text) == (zxingcpp.BarcodeFormat.QRCode, address)


def test_the_code_is_in_its_own_white():
    """Four modules of white are around it, so that it can be read on a dark page."""
    rows = drawn_modules(draw_qr(ADDRESSES[0], "แบบวัด EIT"))
    for edge in (*rows[:QUIET_ZONE], *rows[-QUIET_ZONE:]):
        assert set(edge) == {255}
    for row in rows:
        assert {*row[:QUIET_ZONE], *row[-QUIET_ZONE:]} == {255}
    assert 0 in rows[QUIET_ZONE]


def test_the_drawing_is_named_and_keeps_its_colours():
    """It has a name for who does not see it, no style, and colours that no sheet gives it."""
    drawing = read_html(draw_qr(ADDRESSES[0], 'แบบวัด "EIT" & <b>')).one("svg", role="img")
    assert drawing.attributes["aria-label"] == 'แบบวัด "EIT" & <b>'
    paths = drawing.all("path")
    assert [one.attributes.get("fill") or one.attributes["stroke"] for one in paths] == ["#fff", "#000"]
    assert not any("style" in one.attributes for one in (drawing, *paths))
    assert [one.tag for one in drawing.all()] == ["path", "path"]


def test_the_drawing_is_light():
    """A code of a usual address has less than 5 KB."""
    assert len(draw_qr(ADDRESSES[1], "แบบวัด EIT")) < 5_000
