"""The sitemap lists what may be found, each page with the day that the data gives it, as sitemaps.org wants it."""

from __future__ import annotations

import re

import pytest
from lxml import etree

from browser.made import EXAMPLES, SITE_URL, make_small
from sharing.heads import heads_of

SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
DAY = re.compile(r"(19|20)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])")
MOST_ADDRESSES, MOST_BYTES, LONGEST_ADDRESS = 50_000, 52_428_800, 2_048  # the bounds of the protocol


def read_sitemap(folder):
    """The pages of a sitemap with the day of each, or None; what the schema forbids fails here."""
    data = (folder / "sitemap.xml").read_bytes()
    root = etree.fromstring(data)
    assert root.tag == f"{SPACE}urlset"
    assert not root.attrib
    assert len(data) <= MOST_BYTES
    found = {}
    for url in root:
        tags = [child.tag for child in url]
        assert url.tag == f"{SPACE}url"
        assert tags in ([f"{SPACE}loc"], [f"{SPACE}loc", f"{SPACE}lastmod"])
        texts = [child.text for child in url]
        assert 12 <= len(texts[0]) <= LONGEST_ADDRESS
        assert all(DAY.fullmatch(text) for text in texts[1:]), texts
        found[texts[0]] = texts[1] if len(texts) > 1 else None
    assert len(found) == len(root) <= MOST_ADDRESSES
    return found


@pytest.mark.parametrize("name", ["own", *EXAMPLES, "odd"])
def test_everything_that_may_be_found_is_in_it(six, odd, name):
    """The sitemap has each page that search engines may keep, and no old page nor the one for what is not found."""
    folder = odd.folder if name == "odd" else six[name].folder
    heads = heads_of(folder)
    kept = {f"{SITE_URL}{page}" for page, head in heads.items() if page != "404.html" and "robots" not in head.meta}
    assert read_sitemap(folder).keys() == kept


def test_days_come_from_the_data(tmp_path):
    """Pages have the newest day that their data states, in the Common Era; where it states none, they have none."""
    folder = make_small(tmp_path).folder
    days = {url.removeprefix(SITE_URL): day for url, day in read_sitemap(folder).items()}
    stated = ("2022-03-31", "2022-09-30", "2022-10-01")
    assert tuple(days[f"2565/{page}/"] for page in ("questions", "follow-up", "memo")) == stated
    assert days["by-hand/"] is None
    assert days["contact/"] is None
    assert days[""] == max(day for day in days.values() if day)


def test_the_same_data_gives_the_same_days(six, tmp_path_factory):
    """No day is that of a build: every one of them is in the data or in a snapshot of what was published."""
    from browser.made import make_example

    again = make_example(tmp_path_factory.mktemp("again"), "phu-wong")
    assert read_sitemap(again.folder) == read_sitemap(six["phu-wong"].folder)


def test_search_engines_learn_of_it(six):
    """The file for robots names the sitemap by its whole address."""
    assert (six["model"].folder / "robots.txt").read_text("utf-8").splitlines() == [
        "User-agent: *",
        "Allow: /",
        f"Sitemap: {SITE_URL}sitemap.xml",
    ]


def test_without_an_address_nothing_is_claimed(tmp_path):
    """A site that does not know its address has no sitemap, no file for robots, no picture and names none."""
    folder = make_small(tmp_path, site_url=None).folder
    assert not [name for name in ("sitemap.xml", "robots.txt", "share") if (folder / name).exists()]
    for head in heads_of(folder).values():
        assert not [name for name in head.meta if name.startswith(("og:", "twitter:"))]
        assert "canonical" not in head.links
