"""A finished site is looked through before it is put in its place."""

from __future__ import annotations

import pytest

from prongsai.pipeline.checks.output import HEAVIEST_PAGE, check_output, read_output
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
