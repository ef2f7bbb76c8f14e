"""The texts of pages for those who search, and the index made of them."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from prongsai import addresses
from prongsai.blocks.passages import PageText, Passage
from prongsai.exports.search_index import Found, export_search, read_page_text
from search_index import rows_of, unpack

PAGE = """---
title: "หน้า"
---
<nav class="ps-crumbs"><ol><li>เส้นทาง</li></ol></nav>

# มาตรการที่ 1 { #page }

<p class="ps-lead">ผู้รับผิดชอบคือ <a href="../../../units/finance/">กองคลัง</a>กลาง</p>

<dl><div><dt>สถานะ</dt><dd><span class="any">ดำเนินการแล้วเสร็จ</span></dd></div></dl>

## ผล&#42; { #result }

- <a href="../../../files/2565/plan.pdf#page=2">แผน</a>
- ข้อ&lt;b&gt; &#60;img&#62;

<div class="ps-item" id="o7">
<h3><a href="o7/">O7 ข่าว</a></h3><p>ใต้ข่าว</p></div>

<section class="ps-ask"><h2 id="how-to-ask">สอบถาม</h2></section>
<p class="ps-madefrom">จัดทำจากแฟ้มข้อมูล data/2565/measures.yml</p>
"""


@pytest.fixture
def text() -> PageText:
    """The text of the page above."""
    return read_page_text("/2565/measures/m01/", PAGE)


def test_a_page_is_read_by_section(text):
    """Each section keeps its id, its heading and its text; inline markup joins, blocks part, references are text."""
    assert text.passages == (
        Passage("", "", "ผู้รับผิดชอบคือ กองคลังกลาง สถานะ ดำเนินการแล้วเสร็จ"),
        Passage("result", "ผล*", "แผน ข้อ<b> <img>"),
        Passage("o7", "O7 ข่าว", "ใต้ข่าว"),
    )


def test_what_surrounds_every_page_is_left_out(text):
    """No way back, no list of files and no ways to ask are found on every page."""
    whole = " ".join(f"{one.heading} {one.text}" for one in text.passages)
    assert not [word for word in ("เส้นทาง", "จัดทำจาก", "สอบถาม") if word in whole]


def test_units_and_files_are_known(text):
    """The unit and the attachment that a page links are named by their paths."""
    assert text.units == ("finance",)
    assert text.files == (("/files/2565/plan.pdf", "แผน"),)


def test_other_sites_are_no_paths():
    """A link to another website, or within the page, is neither a unit nor a file."""
    links = '<a href="https://a.example/units/x/">x</a> <a href="//b.example/files/y">y</a> <a href="#units">z</a>'
    found = read_page_text("/", links)
    assert (found.units, found.files) == ((), ())


def test_an_attachment_is_found_by_its_name(text):
    """The index has the attachment under the words of its link, with its name and the page it is on."""
    index = json.loads(export_search([_found(2565, text)], {"finance": "กองคลัง"})[addresses.SEARCH_INDEX])
    rows = {row[0]: row for row in index["pages"]}
    _, title, kind, year, *_, passages = rows["/files/2565/plan.pdf"]
    assert (title, index["kinds"][kind][0], year) == ("แผน", "files", 2565)
    assert "plan.pdf" in passages[0][2]
    assert index["units"] == ["กองคลัง"]
    assert rows["/2565/measures/m01/"][4:6] == [[0], 0]


def test_pages_of_one_meaning_are_told():
    """Pages about the same of several years share a number; one that no other year has is by itself."""
    pages = [
        Found(f"/{year}/oit/o{code}/", "ข้อ", year, PageText(()), meaning=meaning)
        for year, code, meaning in ((2565, 17, "item e"), (2566, 18, "item e"), (2566, 17, "item s"), (2565, 9, ""))
    ]
    rows = json.loads(export_search(pages, {})[addresses.SEARCH_INDEX])["pages"]
    assert {row[0]: row[6] for row in rows} == {
        "/2565/oit/o17/": 0,
        "/2566/oit/o18/": 0,
        "/2566/oit/o17/": -1,
        "/2565/oit/o9/": -1,
    }


def test_a_large_index_comes_in_parts():
    """Up to 500 pages the index is one file; above, each year has its own, and together they have every page."""
    few = export_search([_found(year, PageText(())) for year in range(500)], {})
    assert set(few) == {f"/search/{name}.{ending}" for name in ("index", "titles") for ending in ("json", "bin")}
    pages = [Found(f"/{2500 + n % 3}/oit/o{n}/", "ข้อ", 2500 + n % 3, PageText(())) for n in range(501)]
    files = export_search(pages, {})
    parts = {path for path in files if "index-" in path and path.endswith(".json")}
    assert {path.replace(".json", ".bin") for path in parts} <= set(files)
    assert parts == {f"/search/index-{year}.json" for year in (2500, 2501, 2502)}
    assert sorted(row[0] for path in parts for row in json.loads(files[path])) == sorted(page.path for page in pages)
    assert [name for _, name in json.loads(files[addresses.SEARCH_INDEX])["parts"]] == [
        "index-2502.json",
        "index-2501.json",
        "index-2500.json",
    ]


def test_the_index_follows_from_the_pages_alone(text):
    """The order in which pages are given changes nothing."""
    pages = [_found(year, text) for year in (2563, 2565, 2564)]
    units = {"finance": "กองคลัง"}
    assert (
        export_search(pages[::-1], units)[addresses.SEARCH_TITLES]
        == export_search(pages, units)[addresses.SEARCH_TITLES]
    )


def test_what_is_packed_is_what_is_plain(text):
    """Whole and in parts, the packed index has the rows of the plain one; packed titles are the plain titles."""
    odd = PageText((Passage("a", "", "é → 😀 “ไทย”  สองช่อง"), Passage("", "หัว\u00ad", '\\ " \t ')))
    few = [_found(2565, text), _found(2564, odd), _found(2563, PageText(()))]
    many = [replace(few[n % 3], path=f"/{2563 + n % 3}/oit/o{n}/", year=2563 + n % 3) for n in range(501)]
    for pages in (few, many):
        files = {
            path.removeprefix("/search/"): data for path, data in export_search(pages, {"finance": "กองคลัง"}).items()
        }
        packed = {name: data for name, data in files.items() if isinstance(data, bytes)}
        plain = {name: json.loads(data) for name, data in files.items() if isinstance(data, str)}
        head = unpack(packed["index.bin"])
        assert {key: head[key] for key in head if key not in {"words", "pages"}} == {
            key: plain["index.json"][key] for key in plain["index.json"] if key != "pages"
        }
        whole = {**plain, "index.json": plain["index.json"].get("pages")}
        assert rows_of(packed) == {name: whole[name] for name in rows_of(packed)}
        assert sum(map(len, rows_of(packed).values())) == len(plain["titles.json"])
        assert unpack(packed["titles.bin"]) == plain["titles.json"]


def test_any_number_of_words_can_be_told_apart():
    """Numbers of words with one, two and three digits lead back to their words."""
    words = [f"คำ{number}" for number in range(9000)]
    pages = [Found("/2565/", " ".join(words), 2565, PageText((Passage("", words[8999], words[0]),)))]
    [row] = rows_of({"index.bin": export_search(pages, {})["/search/index.bin"]})["index.json"]
    assert (row[1].split(" "), row[-1]) == (words, [["", words[8999], words[0], ""]])


def _found(year: int, text: PageText) -> Found:
    return Found(f"/{year}/measures/m01/", "มาตรการที่ 1", year, text, "ดำเนินการแล้วเสร็จ")
