"""Every page says what it is to those who find it elsewhere: title, description and address are its own."""

from __future__ import annotations

from collections import defaultdict
from html import unescape

import pytest

from browser.made import EXAMPLES, PREFIX, SITE_URL
from sharing.heads import heads_of

SHORTEST, LONGEST = 40, 300  # characters of a description
NAMES = ["own", *EXAMPLES, "odd"]
PICTURES = {"og:image", "og:image:width", "og:image:height", "og:image:alt", "twitter:card"}
WORDS = {"og:type", "og:locale", "og:site_name", "og:title", "og:description", "og:url"}


@pytest.fixture(params=NAMES)
def folder(request, six, odd):
    """The folder of each of the six sites, and of one with old addresses and equal names."""
    return odd.folder if request.param == "odd" else six[request.param].folder


def shared_by(texts):
    """The texts that several pages have, with those pages."""
    pages = defaultdict(list)
    for page, text in texts.items():
        pages[text].append(page)
    return {text: found for text, found in pages.items() if len(found) > 1}


def test_titles_are_unique(folder):
    """No two pages have the same title, and none is without."""
    titles = {page: head.title for page, head in heads_of(folder).items()}
    assert len(titles) > 30
    assert all(title.strip(" -") for title in titles.values())
    assert shared_by(titles) == {}


def test_descriptions_are_unique_and_say_enough(folder):
    """Each page has one description of a fair length that no other has."""
    texts = {page: head.one("description") for page, head in heads_of(folder).items()}
    assert shared_by(texts) == {}
    assert {page: text for page, text in texts.items() if not SHORTEST <= len(text) <= LONGEST} == {}


def test_descriptions_read_well(folder):
    """No description has a hole, a year that is glued to the next word, or a word of the program."""
    texts = [head.one("description") for head in heads_of(folder).values()]
    wrong = ("None", "  ", "{", "พ.ศ.  ", "[]")
    assert [text for text in texts if any(one in text for one in wrong) or text != text.strip()] == []


def test_canonical_addresses_are_right(folder):
    """The canonical address is that of the page itself; an old page names the one that it leads to."""
    for page, head in heads_of(folder).items():
        canonical = head.links.get("canonical", [])
        if page == "404.html" or head.meta.get("robots") == ["noindex"]:
            moved = {"2563/measures/": "2565/measures/", "2563/oit/": "2565/oit/"}.get(page)
            assert moved is None or canonical == [f"{SITE_URL}{moved}"], page
        else:
            assert canonical == [f"{SITE_URL}{page}"], page


def test_every_page_says_how_it_is_shown_elsewhere(folder):
    """Each page names title, description, address and a picture of this site with its size and words."""
    for page, head in heads_of(folder).items():
        if page == "404.html" or "robots" in head.meta:
            assert not [name for name in head.meta if name.startswith(("og:", "twitter:"))], page
            continue
        assert all(len(head.meta[name]) == 1 for name in WORDS | PICTURES), page
        assert head.one("og:description") == head.one("description")
        assert head.one("og:url") == f"{SITE_URL}{page}"
        assert (head.one("og:image:width"), head.one("og:image:height")) == ("1200", "630")
        path = head.one("og:image").removeprefix(SITE_URL)
        assert (folder / path).read_bytes().startswith(b"\x89PNG"), page
        assert head.one("og:image:alt")


def test_pages_show_the_picture_of_what_they_are_about(six):
    """A measure shows its own picture, what is in a year that of the year, everything else that of home."""
    heads = heads_of(six["model"].folder)
    shown = {
        page: head.meta["og:image"][0].removeprefix(f"{SITE_URL}share/")
        for page, head in heads.items()
        if head.meta.get("og:image")
    }
    assert shown["2565/measures/m01/"] == "2565/m01.png"
    assert shown["2565/"] == shown["2565/scores/"] == shown["2565/oit/o1/"] == "2565.png"
    assert shown[""] == shown["measures/"] == shown["about/"] == "index.png"


def test_equal_names_are_told_apart(odd):
    """Two measures of one name say in their titles which they are; typed marks stay text."""
    heads = heads_of(odd.folder)
    titles = [heads[f"2565/measures/{key}/"].one("og:title") for key in ("m02", "m03")]
    name = 'ชื่อ "เดียว" <b>กัน</b> & กัน ปีงบประมาณ พ.ศ. ๒๕๖๕'
    assert titles == [f"{name} (รายการที่ {place} จาก ๒ รายการที่ใช้ชื่อเดียวกัน)" for place in "๑๒"]
    assert heads["2565/measures/m04/"].one("description").endswith("…")


def test_home_says_what_it_is(six):
    """The title of home begins with the name of the site and says what is there."""
    assert heads_of(six["don"].folder)[""].title == (
        "คุณธรรมและความโปร่งใส องค์การบริหารส่วนตำบลดอน - ผลการประเมิน ITA และมาตรการ"
    )


def test_a_page_by_hand_has_words_and_the_picture_of_home(odd):
    """A page without a description gets one from its title; a picture that it names is not one of our pictures."""
    heads = heads_of(odd.folder)
    assert heads["one/"].one("description").startswith("หน้าหนึ่ง เอียง หน้าหนึ่งของเว็บไซต์")
    assert heads["two/"].one("og:image") == f"{SITE_URL}share/index.png"


def test_what_is_not_found_asks_for_nothing_outside(six):
    """The page for what is not found is described and named, and no search engine keeps it."""
    html = (six["model"].folder / "404.html").read_text("utf-8")
    assert 'content="noindex"' in html
    assert f'"{PREFIX}' in unescape(html)
