"""The pictures of shared links: of one size, small, the same every time, and drawn only when they say something new."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from browser.made import EXAMPLES
from prongsai.engines.shipped import ENGINE
from prongsai.pipeline.check import check_folder
from prongsai.pipeline.generate import generate_folder
from prongsai.pipeline.make_pictures import PICTURES, make_pictures
from prongsai.pipeline.store import STORE, Store
from prongsai.sharing.draw import ELLIPSIS, HEIGHT, WIDTH, break_lines, draw_card, fit_text
from prongsai.sharing.faces import BOLD, Face
from prongsai.views.share_cards import ShareCard
from sharing.conftest import make_odd

MOST_BYTES = 32_000
CARD = ShareCard("/2565/", "/share/2565.png", "เทศบาลตำบลทดสอบ", "ผลการประเมิน ITA", "๘๕.๓๒", "คะแนน", state="ระดับ A")
HOSTILE = (
    "\u200f\u202eabc",
    "漢字",
    "🙂",
    "\u0e49\u0e49\u0e49",
    "\u0e33",
    "%s {x} \\n",
    "x" * 5000,
    "ก" * 5000,
    " ",
    "",
)


def opened(data: bytes) -> Image.Image:
    """A picture as programs open it."""
    return Image.open(io.BytesIO(data))


@pytest.mark.parametrize("name", ["own", *EXAMPLES])
def test_every_picture_is_small_and_of_one_size(six, name):
    """Each picture of the six sites is a PNG of 1200 by 630 with a palette, and weighs little."""
    folder = six[name].folder / "share"
    pictures = sorted(folder.rglob("*.png"))
    assert pictures
    for path in pictures:
        with Image.open(path) as picture:
            assert (picture.format, picture.size, picture.mode) == ("PNG", (WIDTH, HEIGHT), "P")
        assert path.stat().st_size <= MOST_BYTES, path


def test_the_same_card_gives_the_same_bytes():
    """Nothing of the machine, the day or chance is in a picture."""
    assert draw_card(CARD, "หมายเหตุ") == draw_card(CARD, "หมายเหตุ")
    assert not {"date", "Software", "Creation Time"} & opened(draw_card(CARD)).info.keys()


@pytest.mark.parametrize("field", ["agency", "subject", "figure", "unit", "state"])
def test_a_picture_shows_what_its_card_says(field):
    """Each word of the card changes the picture, and so does the notice at its foot."""
    changed = ShareCard(**{**CARD.__dict__, field: "๗๗"})
    assert draw_card(changed) != draw_card(CARD)
    assert draw_card(CARD, "ก") != draw_card(CARD, "ข") != draw_card(CARD)


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_is_drawn_within_its_picture(text):
    """Whatever people typed, the picture is made, and nothing is in the margins."""
    card = ShareCard("/", "/share/index.png", text, text, text=text, state=text)
    picture = opened(draw_card(card, text)).convert("L")
    below = picture.crop((WIDTH - 60, 120, WIDTH, HEIGHT))
    assert below.getextrema() == (255, 255)


def test_lines_end_where_words_do():
    """A title is laid into lines at the ends of words; one that is far too long is cut off visibly."""
    face = Face(BOLD, 52)
    title = "การเพิ่มประสิทธิภาพการสื่อสารและปรับปรุงช่องทางการเผยแพร่ข้อมูลของหน่วยงาน"
    lines = break_lines(title, face, 900)
    assert "".join(lines) == title
    assert lines == ("การเพิ่มประสิทธิภาพการสื่อสาร", "และปรับปรุงช่องทางการเผยแพร่ข้อมูล", "ของหน่วยงาน")
    assert all(face.width(line) <= 900 for line in lines)
    cut = fit_text(title * 9, 900, ((face, 2),))
    assert len(cut.lines) == 2
    assert cut.lines[1].endswith(ELLIPSIS)
    assert face.width(cut.lines[1]) <= 900


def test_marks_are_where_thai_has_them():
    """A tone mark on ำ is above its ring: the word takes no more room than without it, and more height."""
    from prongsai.sharing.faces import can_shape

    face = Face(BOLD, 60)
    assert can_shape()
    assert face.width("น้ำ") == face.width("นำ")
    plain, marked = (draw_card(ShareCard("/", "/share/index.png", word, "")) for word in ("นำ", "น้ำ"))
    heights = [
        opened(data).convert("L").crop((0, 0, WIDTH, 115)).point(lambda v: 255 if v > 100 else 0).getbbox()
        for data in (plain, marked)
    ]
    assert heights[1][1] < heights[0][1]


def stamps(root: Path) -> dict[str, int]:
    """The time at which each kept picture was written."""
    return {path.name: path.stat().st_mtime_ns for path in (root / STORE / PICTURES.name).glob("*")}


def test_only_what_changed_is_drawn(tmp_path):
    """Generating again draws nothing; another title draws the picture that shows it and no other."""
    root = make_odd(tmp_path / "root")
    first = generate_folder(root, check_folder(root))
    before = stamps(root)
    # Home says what the newest year says, and two measures have one name: they share a drawing.
    assert len(before) == len(list((root / "content/share").rglob("*.png"))) - 2
    again = generate_folder(root, check_folder(root))
    assert first.written.changed
    assert (again.written.changed, again.written.removed, stamps(root)) == ([], [], before)
    measures = root / "data/2565/measures.yml"
    measures.write_text(measures.read_text("utf-8").replace("เผยแพร่ช่องทาง", "แจ้งช่องทาง"), "utf-8")
    changed = generate_folder(root, check_folder(root)).written.changed
    assert [name for name in changed if name.endswith(".png")] == ["content/share/2565/m01.png"]
    assert len(stamps(root).keys() - before.keys()) == 1
    assert before.items() <= stamps(root).items()


def test_pictures_come_and_go_with_what_they_show(tmp_path):
    """The picture of a measure that is gone goes, too; git ignores all of them, and the ledger knows them."""
    root = make_odd(tmp_path / "root")
    planned = check_folder(root).planned
    assert {"/share/index.png", "/share/2565.png", "/share/2565/m01.png"} <= planned.addresses.declared
    generate_folder(root, check_folder(root))
    assert "/share/2565/m04.png" in (root / "content/.gitignore").read_text("utf-8").splitlines()
    measures = root / "data/2565/measures.yml"
    measures.write_text("\n".join(measures.read_text("utf-8").splitlines()[:-1]) + "\n", "utf-8")
    assert "content/share/2565/m04.png" in generate_folder(root, check_folder(root)).written.removed


def test_no_thai_is_drawn_wrong(tmp_path, monkeypatch):
    """A machine that cannot place Thai marks makes the site without pictures, and says why."""
    monkeypatch.setattr("PIL.features.check", lambda _: False)
    root = make_odd(tmp_path / "root")
    made = generate_folder(root, check_folder(root))
    assert [found.code for found in made.written.problems] == ["pictures-not-drawn"]
    assert not (root / "content/share").exists()
    assert '"image": []' in (root / ENGINE.settings.base).read_text("utf-8")


def test_pictures_that_nobody_needs_are_forgotten(tmp_path):
    """The kept pictures do not grow for ever: of many old ones the oldest go."""
    for number in range(200):
        card = ShareCard("/", "/share/index.png", "ก", str(number))
        store = Store(tmp_path)
        make_pictures(store, [card], "")
        store.keep()
    assert len(stamps(tmp_path)) == PICTURES.spare + 1
