"""The sheet of a unit, as a browser prints it: its work on one A4 with a code, and on more where it is long."""

from __future__ import annotations

import re
from functools import partial
from io import BytesIO

import pytest
from pypdf import PdfReader

from browser.made import PREFIX, make_example
from browser.served import serving
from once import make_once

PAGE, ROWS_OF_A_SHEET = "units/clerk/", 23
# As many rows as wanted: the first of the page, or all of them again and again; each has a name of its own.
FILL = """wanted => {
  const body = document.querySelector("[aria-labelledby='t-unit-work'] tbody"), rows = [...body.rows];
  while (body.rows.length > wanted) body.deleteRow(-1);
  for (let place = 0; body.rows.length < wanted; place += 1) body.append(rows[place % rows.length].cloneNode(true));
  [...body.rows].forEach((row, place) => row.cells[0].append(` ROW${place + 1}.`));
}"""


@pytest.fixture(scope="module")
def visitor(windows, tmp_path_factory):
    """A window on the invented agency."""
    made = make_once(tmp_path_factory, "model", partial(make_example, name="model"))
    with serving(made.folder, PREFIX) as root:
        yield windows(root)


def printed(visitor, rows: int) -> list[list[int]]:
    """The rows of work on each sheet of the page of a unit with so many rows."""
    visitor.open(PAGE)
    visitor.page.evaluate(FILL, rows)
    sheets = PdfReader(BytesIO(visitor.page.pdf(prefer_css_page_size=True))).pages
    return [[int(number) for number in re.findall(r"ROW(\d+)\.", sheet.extract_text())] for sheet in sheets]


def test_the_work_of_a_unit_is_on_one_sheet(visitor):
    """Up to 23 rows are on the first sheet, with nothing of them on the next."""
    first, *others = printed(visitor, ROWS_OF_A_SHEET)
    assert first == list(range(1, ROWS_OF_A_SHEET + 1))
    assert not any(others)


@pytest.mark.parametrize("rows", [ROWS_OF_A_SHEET + 3, 120])
def test_longer_work_goes_on_and_loses_no_row(visitor, rows):
    """Every row is on a sheet, once and in its order; each sheet has more than a few of them but the last."""
    sheets = [sheet for sheet in printed(visitor, rows) if sheet]
    assert [row for sheet in sheets for row in sheet] == list(range(1, rows + 1))
    assert len(sheets) > 1
    assert all(len(sheet) >= ROWS_OF_A_SHEET - 3 for sheet in sheets[:-1])
