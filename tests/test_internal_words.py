"""No word that only the program may read gets out, in any file of any site that the project shows."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from pathlib import Path
from typing import NamedTuple

import pytest

import sites
from browser.made import EXAMPLES, ROOT, Made
from internal_words import declared_words, find_words, read_texts
from prongsai.pages.plan import speech_of
from prongsai.views.share_cards import share_cards

# Keys of JSON that hold a code for programs, by the name of the file; their words are in its description.
CODES_OF = {
    "feed.json": {"language"},
    "links.json": {"state", "grade"},
    "oit.json": {"answer", "state", "code", "key"},
    "scores.json": {"basis", "level_verdict"},
    "measures.json": {"status"},
    "datapackage.json": {"scheme", "type"},
}
DICTIONARY = (
    "data/dictionary/",
    "data/dictionary.csv",
    "data/datapackage.json",
)  # they explain every word of the tables
HEADS_OF_DICTIONARY = {"ตาราง", "คอลัมน์", "ความหมาย", "ค่าที่มีได้"}  # its sheet in the workbook
_CODE = "รหัส"  # how the dictionary calls a column of codes


class Columns(NamedTuple):
    """The dictionary of a site: the words of each column that may hold some, and all that it explains."""

    words: dict[str, set[str]]
    explained: set[str]


def columns_of(folder: Path) -> Columns:
    """The columns of codes by `table.column`, by the Thai head and by the name alone, as the workbook has them."""
    words: dict[str, set[str]] = {}
    explained: set[str] = set()
    rows = csv.DictReader(io.StringIO((folder / "data/dictionary.csv").read_text("utf-8-sig"), newline=""))
    for row in rows:
        choices = set(re.findall(r"([a-z0-9_-]+) =", row["values"]))
        explained |= {row["table"], row["column"], *choices}
        allowed = choices or (set(declared_words()) if row["thai_name"].startswith(_CODE) else set())
        words.setdefault(f"{row['table']}.{row['column']}", set()).update(allowed)
        words.setdefault(row["column"], set()).update(allowed)
    return Columns(words, explained)


def leaks_in(folder: Path, names: list[str], columns: Columns) -> list[tuple[str, str, str]]:
    """Each internal word that is read in files of a site, with the file and the place in it."""
    return [
        (name, place, word)
        for name in names
        for place, text in read_texts(name, (folder / name).read_bytes())
        for word in find_words(text)
        if word not in allowed_words(name, place, columns)
    ]


def allowed_words(name: str, place: str, columns: Columns) -> set[str]:
    """The words that may be at a place of a file: the codes of a declared column, and what a dictionary explains."""
    file = name.rpartition("/")[2]
    if name.startswith(DICTIONARY) or (name.endswith("search/index.json") and place.startswith("/data/dictionary/")):
        found = columns.explained
    elif "/tables/" in name:
        found = columns.words.get(f"{file.partition('.')[0]}.{place}", set())
    elif name.endswith("all-tables.xlsx"):
        found = columns.explained if place in HEADS_OF_DICTIONARY else columns.words.get(place, set()) | {place}
    else:
        found = set()
    is_code = place.startswith(_CODE) or place in CODES_OF.get(file, ())
    return found | (set(declared_words()) if is_code else set())


def pages_beside(made: Made) -> Path:
    """The folder of the Markdown from which a site was built."""
    return made.folder.with_name(made.folder.name.removesuffix("-site")) / "content"


@pytest.mark.parametrize("name", ["own", *EXAMPLES])
def test_no_internal_word_is_read_in_a_site(name, six):
    """Pages, their Markdown, tables, workbooks, feeds, search and figures say no word that means something in code."""
    folder, pages = six[name].folder, pages_beside(six[name])
    columns = columns_of(folder)
    files = [one.relative_to(folder).as_posix() for one in folder.rglob("*.*") if not one.name.startswith(".prongsai")]
    markdown = [one.relative_to(pages).as_posix() for one in pages.rglob("*.md")]
    assert len(markdown) > 20
    assert {"html", "csv", "json", "xlsx"} <= {one.rpartition(".")[2] for one in files}
    assert leaks_in(folder, files, columns) + leaks_in(pages, markdown, columns) == []


@pytest.mark.parametrize("name", ["don", "model"])
def test_no_internal_word_is_drawn_in_a_shared_picture(name):
    """The pictures of shared links have no such word either."""
    results = sites.checked(ROOT / "examples" / name).results
    cards = share_cards(results, speech_of(results))
    texts = [text for one in cards for text in (one.agency, one.subject, one.figure, one.unit, one.text, one.state)]
    assert texts
    assert [word for text in texts for word in find_words(text)] == []


# One text of each kind of file that a site hands out, and the same with a word that got out.
GOT_OUT = {
    "2565/measures/index.html": ("</h1>", " not_stated</h1>"),
    "2565/measures/m01/index.html": ('property="og:description" content="', 'property="og:description" content="none '),
    "2565/index.html": ("<svg ", '<svg aria-label="in_progress" '),
    "data/tables/measures.csv": ("กองคลัง", "dash"),
    "data/tables/years.json": ("หน่วยงานประเภท", "blank_cell "),
    "data/measures.json": ('"title": "', '"title": "merged '),
    "data/2565/oit.json": ('"title": "', '"title": "has_not '),
    "feed.xml": ("<title>", "<title>measure-renamed "),
    "search/index.json": ("มาตรการ", "Absence.NOT_STATED "),
}


@pytest.mark.parametrize("name", GOT_OUT)
def test_a_word_that_gets_out_is_found(name, six, tmp_path):
    """The same search finds a word that was put into the file, so that its silence means something."""
    folder = six["model"].folder
    text = (folder / name).read_text("utf-8")
    old, new = GOT_OUT[name]
    assert old in text
    copy = tmp_path / name
    copy.parent.mkdir(parents=True, exist_ok=True)
    copy.write_text(text.replace(old, new, 1), "utf-8")
    assert leaks_in(tmp_path, [name], columns_of(folder))


def test_a_word_that_gets_out_is_found_in_the_workbook_and_in_markdown(six, tmp_path):
    """So it is in a cell of the workbook, and in the heading of a page before it becomes HTML."""
    made = six["model"]
    book, page = "data/all-tables.xlsx", "2565/measures/index.md"
    with zipfile.ZipFile(made.folder / book) as before, zipfile.ZipFile(tmp_path / "book.xlsx", "w") as after:
        for part in before.namelist():
            after.writestr(part, before.read(part).replace("กองคลัง".encode(), b"not_entered"))
    markdown = (pages_beside(made) / page).read_text("utf-8").replace("\n# ", "\n# in_progress ", 1)
    (tmp_path / "page.md").write_text(markdown, "utf-8")
    found = leaks_in(tmp_path, ["book.xlsx", "page.md"], columns_of(made.folder))
    assert {word for _, _, word in found} >= {"not_entered", "in_progress"}
