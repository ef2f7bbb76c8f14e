"""Ids that a page had are where the thing is now, in one place only, and never come from what people typed."""

from __future__ import annotations

import pytest

from prongsai.ledger.follow_redirects import Addresses
from prongsai.ledger.rows import Ledger, Row
from prongsai.pages.anchors import append_section, declared_fragments, insert_anchors
from prongsai.pages.escape import escape_line
from prongsai.pages.manuscript import Manuscript
from prongsai.pages.moved_pages import OldAddresses
from prongsai.pages.segments import Html, Title
from prongsai.views.speech import Speech

FRONT = '---\ntitle: "# x { #front }"\ndescription: "<p id=\\"front\\">"\n---'
TABLE = """<table>
<caption id="t-x">ตาราง</caption>
<tr id="row"><td>ก</td></tr>
</table>
<ul id="list"><li>ข</li></ul>
<h2 id="raw">ค</h2>"""
END = Html('<p class="ps-madefrom">จัดทำจากแฟ้มข้อมูล x</p>')
PAGE = Manuscript(FRONT, (Title("หน้า", "page", 1), Title("หัวข้อ", "one", 2), Html(TABLE), END))
MOVED = Title("ย้าย", "moved", 2)
FIRST, DAY = "2569-01-01", "2569-11-21"


def test_a_page_declares_headings_and_things():
    """Not its title, not the captions of its tables, and nothing of the front matter."""
    assert declared_fragments(PAGE.markdown) == {"one", "row", "list", "raw"}


@pytest.mark.parametrize("typed", ['<p id="x">', "## x { #x }", "x\n## x { #x }\n", '" id="x'])
def test_typed_text_declares_nothing(typed):
    """Typed text is text, also when it looks like an id."""
    assert declared_fragments(f"{FRONT}\n## {escape_line(typed)} {{ #own }}\n\n<p>{escape_line(typed)}</p>\n") == {
        "own"
    }


@pytest.mark.parametrize(
    ("new", "line"),
    [
        ("one", '## <span id="old"></span>หัวข้อ { #one }'),
        ("row", '<tr id="row"><td><span id="old"></span>ก</td></tr>'),
        ("list", '<ul id="list"><li><span id="old"></span>ข</li></ul>'),
        ("raw", '<h2 id="raw"><span id="old"></span>ค</h2>'),
        ("", '# <span id="old"></span>หน้า { #page }'),
        ("unknown", '# <span id="old"></span>หน้า { #page }'),
    ],
)
def test_an_old_id_is_where_the_thing_is(new, line):
    """In the heading or in the element, where text may be; else at the title."""
    made = insert_anchors(PAGE, {"old": new}).markdown
    assert line in made.splitlines()
    assert made.replace('<span id="old"></span>', "") == PAGE.markdown


def test_several_old_ids_are_in_the_same_place():
    """In the order of their names."""
    made = insert_anchors(PAGE, {"b": "one", "a": "one", "c": ""}).markdown
    assert '## <span id="a"></span><span id="b"></span>หัวข้อ { #one }' in made
    assert '# <span id="c"></span>หน้า' in made


def test_a_section_is_before_what_the_page_was_made_from():
    """Or at the end of a page that does not say it."""
    assert append_section(PAGE, (MOVED,)).segments == (*PAGE.segments[:-1], MOVED, END)
    bare = Manuscript(FRONT, PAGE.segments[:-1])
    assert append_section(bare, (MOVED,)).segments == (*bare.segments, MOVED)


def old_addresses(*rows: Row, own_pages: tuple[str, ...] = ()) -> OldAddresses:
    """The state of old addresses on a site with two pages."""
    exist = Addresses(frozenset({"/", "/a/", "/a/#x", "/b/", "/b/#x", *own_pages}), frozenset(own_pages))
    titles = {"/": "หน้าแรก", "/a/": "ก", "/b/": "ข"}
    return OldAddresses(Ledger(tuple(sorted(rows, key=lambda row: row.path))), exist, titles, Speech("thai"))


def redirect(path: str, to: str) -> Row:
    """A redirect of the day."""
    return Row(path, FIRST, "redirect", to, DAY)


def withdrawn(path: str, reason: str = "ซ้ำ") -> Row:
    """A withdrawal of the day."""
    return Row(path, FIRST, "withdrawn", "", DAY, reason)


def carried(old: OldAddresses) -> dict[str, tuple[dict, list]]:
    """The anchors of each page, and the ids in its list with their targets."""
    return {
        page: (one.anchors, [(left.name, left.target or left.reason) for left in one.listed])
        for page, one in old.carried.items()
    }


def test_a_fragment_that_stays_on_its_page_is_an_anchor_there():
    """At the thing with the new id."""
    assert carried(old_addresses(redirect("/a/#old", "/a/#x"))) == {"/a/": ({"old": "x"}, [])}


def test_a_fragment_that_left_its_page_is_listed_there():
    """With its new place, or with the reason."""
    old = old_addresses(redirect("/a/#one", "/b/#x"), withdrawn("/a/#two"))
    assert carried(old) == {"/a/": ({}, [("one", "/b/#x"), ("two", "ซ้ำ")])}


def test_the_fragments_of_a_redirected_page_are_carried_to_its_target():
    """Nothing is done where they exist; else they are at their place, at the top, or in the list."""
    rows = (
        redirect("/c/", "/b/"),
        redirect("/c/#x", "/b/#x"),
        redirect("/c/#old", "/b/#x"),
        redirect("/c/#top", "/b/"),
        redirect("/c/#away", "/a/#x"),
    )
    old = carried(old_addresses(*rows))
    assert old["/b/"] == ({"old": "x", "top": ""}, [("away", "/a/#x")])
    assert old["/c/"] == ({"x": "", "old": "", "top": "", "away": ""}, [])


def test_what_a_page_had_itself_comes_before_what_it_takes_over():
    """One id occurs once on a page."""
    rows = (redirect("/0/", "/b/"), redirect("/0/#old", "/b/"), redirect("/b/#old", "/b/#x"))
    assert carried(old_addresses(*rows))["/b/"] == ({"old": "x"}, [])


def test_a_withdrawn_page_keeps_the_ids_of_what_was_on_it():
    """At its top; what went elsewhere is listed with its new place."""
    rows = (withdrawn("/c/"), withdrawn("/c/#old"), redirect("/c/#saved", "/a/#x"), Row("/c/#live", FIRST))
    assert carried(old_addresses(*rows)) == {"/c/": ({"old": "", "live": ""}, [("saved", "/a/#x")])}


def test_pages_written_by_hand_are_never_touched():
    """Their fragments, and those that would be carried to them, are left to their authors."""
    rows = (redirect("/c/", "/own/"), redirect("/c/#x", "/own/"), withdrawn("/own/#old"))
    assert set(carried(old_addresses(*rows, own_pages=("/own/",)))) == {"/c/"}


def test_there_is_a_page_for_each_old_path():
    """In the order of the paths; a file keeps its place free for itself."""
    pages = list(old_addresses(redirect("/c/", "/a/#x"), withdrawn("/files/แผน.pdf"), withdrawn("/a/#y")).plan_pages())
    assert [(page.path, page.source) for page in pages] == [
        ("/c/", "c/index.md"),
        ("/files/แผน.pdf", "files/แผน.pdf.md"),
    ]
    named = {"head": f"หน้านี้ย้ายไปที่อื่นแล้ว {pages[0].path}"}
    assert pages[0].meta == {"redirect": "../a/#x", "canonical": "a/", "robots": "noindex", **named}
    assert pages[1].meta == {"robots": "noindex", "head": f"ถอนออกจากเว็บไซต์แล้ว {pages[1].path}"}
