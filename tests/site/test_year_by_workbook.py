"""A year from an empty folder to a published site, by workbook and pasted result alone, as a newcomer goes about it."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from books import Grids, add_row, edited, head_at
from once import make_once
from prongsai.cli import main
from prongsai.loading.load_site import YEAR_FILES, load_site
from sites import CASES, REPOSITORY, lay_over

CASE = CASES / "year-by-workbook"
AGENCY, RESULT, YEAR = "เทศบาลตำบลตัวอย่าง", "2568", "2569"
DAY = "2569-04-30"
MOST_TYPED, ITEMS, MEASURES = 200, 26, 8
CONSOLE = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
OFFICIAL = re.compile(r"https?://\S+|[\w.]+@[\w.]+|O\d+")  # addresses, and the codes that the manual of the year has


@dataclass(frozen=True)
class Way:
    """A year that went all the way: its folder, where it is published, the values typed, the words of the commands."""

    root: Path
    place: Path
    typed: tuple[str, ...] = ()
    said: str = ""


@pytest.fixture(scope="module")
def by_workbook(tmp_path_factory) -> Way:
    """The year that entered by workbook."""
    return make_once(tmp_path_factory, "year-by-workbook", _by_workbook)


@pytest.fixture(scope="module")
def by_yaml(tmp_path_factory) -> Way:
    """The same year typed as YAML."""
    return make_once(tmp_path_factory, "year-by-yaml", _by_yaml)


def test_a_year_is_little_to_type(by_workbook):
    """No more than 200 values for result, measures, a round and 26 items with a link each."""
    assert len(by_workbook.typed) <= MOST_TYPED
    year = load_site(by_workbook.root).site.year(int(YEAR))
    assert (len(year.measures.measures), len(year.follow_up.reports)) == (MEASURES, MEASURES)
    assert [len(one.links) for one in year.register.items.values()] == [1] * ITEMS


def test_no_latin_word_is_typed(by_workbook):
    """Codes of units, measures and documents are the program's; addresses and official codes alone are Latin."""
    assert [one for one in by_workbook.typed if re.search("[A-Za-z]", OFFICIAL.sub("", one))] == []


def test_nothing_stops_on_the_way(by_workbook):
    """No command warns of what was typed: only of what nobody knows yet of the rules of these years."""
    assert {*re.findall(r"\[([a-z-]+)\]", by_workbook.said)} == {"year-half-known"}


def test_the_first_page_of_the_manual_shows_this_year(by_workbook):
    """Every line that the page prints as the answer of a command is one that was printed; … is a part left out."""
    page = (REPOSITORY / "docs" / "officer" / "start.md").read_text("utf-8")
    shown = [line for block in CONSOLE.findall(page) for line in block.splitlines() if not line.startswith("$")]
    forms = {line: re.compile(".*".join(map(re.escape, line.split("…")))) for line in shown}
    said = by_workbook.said.splitlines()
    assert [line for line, form in forms.items() if not any(map(form.fullmatch, said))] == []


def test_the_same_workbooks_again_bring_nothing(by_workbook):
    """Rows that were taken in are known again, also those that had no key when they were typed."""
    for book in sorted((by_workbook.root.parent / "ita-handed-out").glob("แบบกรอก-*.xlsx")):
        said = _call("import", str(book), "--dry-run", "--site", str(by_workbook.root))
        assert "ไม่มีสิ่งใดต้องเขียน" in said, said


def test_records_are_those_of_the_year_typed_as_yaml(by_workbook, by_yaml):
    """The agency, the options, the documents and every file of both years say the same."""
    ours, other = (load_site(one.root).site for one in (by_workbook, by_yaml))
    for name in ("agency", "options", "document_list"):
        assert getattr(ours, name).model_dump() == getattr(other, name).model_dump(), name
    for year in (int(RESULT), int(YEAR)):
        for name, (attribute, _) in YEAR_FILES.items():
            was, now = (getattr(one.year(year), attribute) for one in (ours, other))
            assert _facts(was) == _facts(now), f"{year}/{name}"


def test_the_published_sites_are_the_same(by_workbook, by_yaml):
    """Every file of the two sites is equal to the byte: pages, data and pictures."""
    ours, other = (_files(one.place) for one in (by_workbook, by_yaml))
    assert ours.keys() == other.keys()
    assert [name for name in ours if ours[name] != other[name]] == []
    assert f"{YEAR}/measures/m08/index.html" in ours


def _facts(record):
    return record.model_dump(warnings=False) if record is not None else None


def _files(place: Path) -> dict[str, bytes]:
    return {path.relative_to(place).as_posix(): path.read_bytes() for path in place.rglob("*") if path.is_file()}


def _call(*words: str, typed: str | None = None) -> str:
    """The output of a command, which must end well."""
    told = CliRunner().invoke(main, words, input=typed, prog_name="prongsai")
    assert told.exit_code == 0, told.output
    return told.output


def _by_workbook(folder: Path) -> Way:
    root, place, typed = folder / "ita", folder / "www", list[str]()
    site = ("--site", str(root))
    said = _call("new", str(root), "--name", AGENCY, "--year", RESULT)
    pasted = (CASE / "result.txt").read_text("utf-8")
    said += _call("import", "-", "--year", RESULT, "--as", "scores", "--yes", *site, typed=pasted)
    for step in sorted((CASE / "typed").iterdir()):
        exported = _call("export", "form", "--year", YEAR, *site)
        book = Path(exported.splitlines()[1 if exported.startswith("กำลัง") else 0])
        book.write_bytes(edited(book.read_bytes(), lambda grids, step=step: typed.extend(_fill(grids, step))))
        said += exported + _call("import", str(book), "--yes", *site)
    said += _call("check", *site)
    said += _call("publish", "--to", str(place), "--date", DAY, *site)
    return Way(root, place, tuple(typed), said)


def _by_yaml(folder: Path) -> Way:
    root, place = folder / "ita", folder / "www"
    _call("new", str(root), "--name", AGENCY, "--year", RESULT)
    lay_over(CASE / "yaml", root)
    _call("publish", "--to", str(place), "--date", DAY, "--site", str(root))
    return Way(root, place)


def _fill(grids: Grids, step: Path) -> list[str]:
    """Fill in the sheets named by the files of a step; every value that was typed."""
    typed: list[str] = []
    for path in sorted(step.glob("*.csv")):
        heads, *rows = list(csv.reader(path.read_text("utf-8").splitlines(keepends=True)))
        sheet = path.stem.partition(" ข้อที่เพิ่ม")[0]
        for row in rows:
            known = {head[1:]: text for head, text in zip(heads, row, strict=True) if head.startswith("=")}
            texts = {head: text for head, text in zip(heads, row, strict=True) if not head.startswith("=")}
            _type(grids, sheet, known, texts)
            typed += texts.values()
    return typed


def _type(grids: Grids, sheet: str, known: dict[str, str], texts: dict[str, str]) -> None:
    """Type into the row that waits for it, known by the texts that it has, else into one below the last."""
    if not known:
        add_row(grids, sheet, **texts)
        return
    rows = [
        row for row in grids[sheet] if all(_is(row[head_at(grids, sheet, head)], one) for head, one in known.items())
    ]
    assert len(rows) == 1, (sheet, known)
    for head, text in texts.items():
        rows[0][head_at(grids, sheet, head)] = text


def _is(cell: object, text: str) -> bool:
    """True if a cell says a text, or begins with it as with the code of an item."""
    return text in {cell, str(cell).partition(" ")[0]}
