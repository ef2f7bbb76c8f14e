"""A finished site is looked through before it is put in its place."""

from __future__ import annotations

import json
from urllib.parse import urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prongsai.pipeline.checks.file_facts import Facts, facts_of
from prongsai.pipeline.checks.output import HEAVIEST_PAGE, Before, _from_above, check_output, find_target, read_output
from unit.makers import codes_of

PAGE = '<!doctype html><html lang="th"><body id="top"><a href="{}">x</a>{}</body></html>'


def check(folder, body, *, base="/", name="a/index.html"):
    """The codes that are found in a site of two pages and a file, one page of which has this body."""
    for path, text in {"index.html": "<p id='here'>x</p>", "files/ก.csv": "x", name: body}.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")
    return codes_of(check_output(read_output(folder), base))


@pytest.mark.parametrize(
    "address",
    [
        "",
        "#top",
        "#__nav",
        "..",
        "../",
        "../#here",
        "./",
        "../index.html",
        "/",
        "/a/",
        "../files/%E0%B8%81.csv",
        "../files/ก.csv?x=1",
        "https://www.example.go.th/x",
        "https://[x",
        "mailto:x@example.go.th",
        "tel:000",
        "../a/index.html#top",
    ],
)
def test_links_that_lead_somewhere_are_fine(tmp_path, address):
    """Pages, files, places on a page, and what is outside of the site."""
    assert check(tmp_path, PAGE.format(address, "")) == []


@pytest.mark.parametrize("address", ["../b/", "b", "#missing", "../#missing", "/b/", "../../", "../../a/", "/../a/"])
def test_links_that_lead_nowhere_are_broken(tmp_path, address):
    """Also those that leave the site upwards."""
    assert check(tmp_path, PAGE.format(address, "")) == ["broken-link"]


STEPS = st.sampled_from(["..", ".", "a", "b", "index.html", "x.csv", "", "#here", "?x=1"])


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(["index.html", "a/index.html", "a/b/index.html"]), st.lists(STEPS, min_size=1, max_size=6))
def test_a_link_leads_to_the_same_from_above(name, steps):
    """An address that pages in many folders have is looked up once, as the page at the top of the way has it."""
    files, address = frozenset({"index.html", "a/index.html", "a/b/index.html", "a/x.csv"}), "/".join(steps)
    above, same = _from_above(name, address) if address and address[0] not in "#?" else (name, address)
    ways = [
        (find_target(files, "/", page, urlsplit(one).path), urlsplit(one)[3:])
        for page, one in ((name, address), (above, same))
    ]
    assert ways[0] == ways[1]


DEAD = '<a href="../b/">x</a>'


@pytest.mark.parametrize(
    "comment", [f"<!-- {DEAD} -->", f"<!-- {DEAD} --!>", f"<!---->{'<!-- x -->' + '<!--' + DEAD + '-->'}"]
)
def test_a_comment_links_nowhere(tmp_path, comment):
    """Nobody sees what is in it."""
    assert check(tmp_path, PAGE.format("#top", comment)) == []


@pytest.mark.parametrize(
    "shown",
    [
        f"<!-->{DEAD}<!-- x -->",
        f"<!--->{DEAD}-->",
        f'<script>const x = "<!--";</script>{DEAD}<!-- x -->',
        f"<style>p::after {{ content: '<!--' }}</style>{DEAD}<!-- x -->",
        f'<b title="<!--">x</b>{DEAD}<!-- x -->',
        f"<textarea><!--</textarea>{DEAD}<!-- x -->",
        f"<!-- x -->{DEAD}",
    ],
)
def test_what_only_looks_like_a_comment_hides_no_link(tmp_path, shown):
    """A browser shows the link behind it."""
    assert check(tmp_path, PAGE.format("#top", shown)) == ["broken-link"]


def test_a_comment_is_no_place_on_a_page(tmp_path):
    """A link to what is commented out leads nowhere."""
    assert check(tmp_path, PAGE.format("#gone", '<!-- <p id="gone">x</p> -->')) == ["broken-link"]


@pytest.mark.parametrize(("base", "address", "codes"), [("/ita/", "/ita/a/", []), ("/ita/", "/a/", ["broken-link"])])
def test_absolute_links_are_below_the_base_of_the_site(tmp_path, base, address, codes):
    """On a host where the site is a folder."""
    assert check(tmp_path, PAGE.format(address, ""), base=base) == codes


@pytest.mark.parametrize(
    "loading",
    [
        '<img src="https://www.example.com/x.png">',
        "<script src='//www.example.com/x.js'></script>",
        "<link rel=stylesheet href=https://www.example.com/x.css>",
        '<LINK REL="icon" HREF="https://www.example.com/x.ico">',
        '<link rel="alternate stylesheet" href="https://www.example.com/x.css">',
        '<iframe title="a > b" src="https://www.example.com/"></iframe>',
        '<video src="https://www.example.com/x.mp4"></video>',
        '<source srcset="https://www.example.com/x.webp">',
        '<object data="https://www.example.com/x.svg"></object>',
    ],
)
def test_what_a_page_loads_from_another_host_is_found(tmp_path, loading):
    """However it is written."""
    assert check(tmp_path, PAGE.format("", loading)) == ["foreign-request"]


@pytest.mark.parametrize(
    "harmless",
    [
        '<link rel="canonical" href="https://www.example.go.th/a/">',
        '<link rel="alternate feed" href="https://www.example.go.th/feed.xml">',
        '<a href="#top" aria-label="&lt;img src=x onerror=alert(1)&gt; href=y">x</a>',
        "<a href='#top' title='a src=\"x\" b'>x</a>",
        "&lt;img src=https://www.example.com/x.png&gt;",
        '<a data-href="x" href="#top">x</a>',
    ],
)
def test_what_only_looks_like_an_address_is_none(tmp_path, harmless):
    """Texts in attributes and on the page, and attributes of other names."""
    assert check(tmp_path, PAGE.format("", harmless)) == []


def test_a_heavy_page_is_a_warning(tmp_path):
    """With its size; the index of items may weigh twice as much."""
    body = PAGE.format("", "x" * HEAVIEST_PAGE)
    assert check(tmp_path / "1", body) == ["page-too-heavy"]
    assert check(tmp_path / "2", body, name="2564/oit/index.html") == []


SITE = {
    "index.html": '<p id="here">x</p><a href="a/#there">x</a>',
    "a/index.html": '<p id="there">x</p><a href="../files/x.csv">x</a>',
    "b/index.html": f"<p>{'x' * HEAVIEST_PAGE}</p>",
    "files/x.csv": "https://www.example.com/x",
}
CHANGES = {
    "nothing": ({}, set(), ["page-too-heavy"]),
    "a page says something else": ({"a/index.html": '<p id="there">y</p>'}, set(), ["page-too-heavy"]),
    "a page lost an id": ({"a/index.html": "<p>x</p>"}, set(), ["page-too-heavy", "broken-link"]),
    "a page is gone": ({}, {"a/index.html"}, ["page-too-heavy", "broken-link"]),
    "a file is gone": ({}, {"files/x.csv"}, ["broken-link", "page-too-heavy"]),
    "a page has a link to nothing": (
        {"c/index.html": '<a href="../d/">x</a>'},
        set(),
        ["page-too-heavy", "broken-link"],
    ),
}


@pytest.mark.parametrize("what", CHANGES)
def test_a_page_that_stays_is_checked_by_what_was_read_of_it(tmp_path, what):
    """It is not read again; what is wrong with it now, since something else is gone, is found all the same."""
    changed, gone, codes = CHANGES[what]
    for name, text in SITE.items():
        (tmp_path / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / name).write_text(text, "utf-8")
    facts = read_output(tmp_path / "site").facts
    listed = json.loads(json.dumps({name: one.listed() for name, one in facts.items()}))
    known = {name: facts_of(one) for name, one in listed.items()}
    assert known == facts
    before = Before(tmp_path / "nowhere", SITE.keys(), known, frozenset(SITE.keys() - changed.keys() - gone))
    for name, text in changed.items():
        (tmp_path / "changes" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "changes" / name).write_text(text, "utf-8")
    (tmp_path / "changes").mkdir(exist_ok=True)
    output = read_output(tmp_path / "changes", before=before)
    assert output.files == (SITE.keys() | changed.keys()) - gone
    assert sorted(codes_of(check_output(output, "/"))) == sorted(codes)


def test_what_was_read_of_a_file_that_stays_is_asked_for_its_hosts(tmp_path):
    """Also of a file that is no page; what was never read of it is read from the site in place."""
    (tmp_path / "changes").mkdir()
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "x.csv").write_text("https://www.example.com/x", "utf-8")
    for known in ({}, {"x.csv": Facts(25, ("www.example.com",))}):
        before = Before(tmp_path / "site", {"x.csv"}, known, frozenset({"x.csv"}))
        assert read_output(tmp_path / "changes", before=before).facts["x.csv"].hosts == ("www.example.com",)
