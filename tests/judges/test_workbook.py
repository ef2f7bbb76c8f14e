"""LibreOffice opens and saves the workbook of a year: every text, list and name comes back as it was."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest

from judges.office import Convert, start_office
from prongsai.workbook.form import cells_of
from prongsai.workbook.layout import BASE, LISTS, READ_FIRST, SUMMARY
from unit.exports.sheets import part, parts
from unit.workbook.books import MODEL, SITES, book_of, form_of, keyed_cells, read_sheets

pytestmark = pytest.mark.judge
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
WRITTEN = [(MODEL, 2567), (SITES[-1], 2570)]


@pytest.fixture(scope="module")
def convert(tmp_path_factory) -> Convert:
    """LibreOffice."""
    return start_office(tmp_path_factory.mktemp("profile"))


@pytest.fixture(scope="module", params=WRITTEN, ids=lambda one: f"{one[0].name}-{one[1]}")
def saved(request, convert, tmp_path_factory) -> tuple[object, dict[str, Path]]:
    """The workbook of a year as it was written, and as LibreOffice saves it: xlsx, ods, and one from the other."""
    site, year = request.param
    folder = tmp_path_factory.mktemp("books")
    written = folder / "book.xlsx"
    written.write_bytes(book_of(site, year))
    paths = {"written": written}
    for name, source, form in (("xlsx", "written", "xlsx"), ("ods", "written", "ods"), ("back", "ods", "xlsx")):
        into = folder / name
        into.mkdir()
        paths[name] = convert(paths[source], into, form)
    return form_of(site, year), paths


@pytest.mark.parametrize("name", ["xlsx", "ods", "back"])
def test_every_text_is_kept(saved, name):
    """Every filled cell is found by its key and its head, and the hidden copy is as it was."""
    form, paths = saved
    sheets = read_sheets(paths[name].read_bytes())
    wanted = {(one.sheet, one.key, one.head): one.text for one in cells_of(form)}
    found = {
        (title, *place): text
        for title, rows in sheets.items()
        if title not in {READ_FIRST, SUMMARY, LISTS, BASE}
        for place, text in keyed_cells(rows).items()
    }
    assert {place: found.get(place) for place in wanted} == wanted
    assert sheets[BASE] == read_sheets(paths["written"].read_bytes())[BASE]


def test_lists_are_computed_as_they_were_written(saved, convert, tmp_path):
    """Every formula of the hidden lists gives the name that was written with it, also where that was taken away."""
    _, paths = saved
    data = paths["written"].read_bytes()
    (tmp_path / "book.xlsx").write_bytes(without_values(data))
    assert filled((tmp_path / "book.xlsx").read_bytes()) != filled(data)
    into = tmp_path / "computed"
    into.mkdir()
    assert filled(convert(tmp_path / "book.xlsx", into, "ods").read_bytes()) == filled(data)


def without_values(data: bytes) -> bytes:
    """A workbook in which every formula has a value that it does not give."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(made, "w") as after:
        for name in before.namelist():
            text = before.read(name)
            after.writestr(name, re.sub(rb"</f><v>[^<]*</v>", b"</f><v>?</v>", text) if b"</f>" in text else text)
    return made.getvalue()


def filled(data: bytes) -> list[list[str]]:
    """The rows of the lists down to the last that says something."""
    rows = read_sheets(data)[LISTS]
    while not any(rows[-1]):
        rows.pop()
    return rows


@pytest.mark.parametrize("name", ["xlsx", "back"])
def test_validations_and_names_are_there(saved, name):
    """As many columns with a list as before, each of a name that is still defined, and none that stops."""
    _, paths = saved
    before, after = paths["written"].read_bytes(), paths[name].read_bytes()
    assert listed(after) == listed(before)
    assert defined(before) <= defined(after)
    assert {names for _, names in listed(after)} <= defined(after)


def listed(data: bytes) -> set[tuple[str, str]]:
    """The sheets and names of lists that cells choose from; LibreOffice cuts their ranges, which is no harm."""
    order = [one.get("name", "") for one in part(data, "xl/workbook.xml").iter(f"{MAIN}sheet")]
    found = set()
    for number, title in enumerate(order, 1):
        for one in part(data, f"xl/worksheets/sheet{number}.xml").iter(f"{MAIN}dataValidation"):
            if one.get("type") == "list":
                assert one.get("errorStyle") == "warning"
                found.add((title, one.findtext(f"{MAIN}formula1") or ""))
    return found


def defined(data: bytes) -> set[str]:
    """The names of ranges that are ours."""
    names = (one.get("name", "") for one in part(data, "xl/workbook.xml").iter(f"{MAIN}definedName"))
    return {name for name in names if name.startswith("list_")}


def test_for_whom_it_is_is_known_to_the_file(saved):
    """Custom properties say agency and year also after it was saved elsewhere."""
    _, paths = saved
    for name in ("written", "xlsx", "back"):
        data = paths[name].read_bytes()
        assert "docProps/custom.xml" in parts(data)
        texts = "".join(part(data, "docProps/custom.xml").itertext())
        assert form_of(*WRITTEN[0]).agency in texts or form_of(*WRITTEN[1]).agency in texts
