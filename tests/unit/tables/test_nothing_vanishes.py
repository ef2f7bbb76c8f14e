"""Whatever a table holds is in a change, in a question, or said as left out; no table breaks the reader."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from prongsai.grids.grid import Cell, Grid, GridError, make_grid
from prongsai.grids.read_grids import read_grids
from prongsai.loading.load_site import load_site
from prongsai.tables.answers import read_answers
from prongsai.tables.held import Held, hold
from prongsai.tables.kinds import KINDS
from prongsai.tables.merge import Outcome
from prongsai.tables.read_table import read_table
from prongsai.writing.change import Insert, Plain, Put

ROOT = Path(__file__).resolve().parents[3]
CASES = ROOT / "tests" / "cases" / "tables"
MODEL = ROOT / "examples" / "model"
LOADED = load_site(MODEL)
HELD = {kind: replace(hold(MODEL, LOADED, 2567, kind), data=None) for kind in KINDS}
_WORDS = re.compile(r"[0-9A-Za-z๐-๙ก-์]+")
# Words by which a cell is read and which its value does not repeat: what a score is called, and who cites a question.
_READ = re.compile("ข้อมูลอยู่ในระดับ|อ้างอิงจาก")
FILES = {
    "don.docx": "measures",
    "seven-themes.xlsx": "measures",
    "phu-wong.ods": "follow-up",
    "typed/plan.csv": "measures",
    "typed/reports.csv": "follow-up",
    "typed/register.csv": "oit",
}
ANSWERS = {
    "headings": "topics",
    "rows": "together",
    "round": "6",
    "heads": {"ยุทธศาสตร์": "more", "ผู้ประสานงาน": "note"},
    "units": dict.fromkeys(("กองกิจการพิเศษ", "กองช่าง", "กองการประปา"), "keep"),
}


def texts_in(value: Plain) -> Iterator[str]:
    """Every text of a value, with the keys that are heads of a document."""
    if isinstance(value, dict):
        for key, one in value.items():
            yield key
            yield from texts_in(one)
    elif isinstance(value, list):
        for one in value:
            yield from texts_in(one)
    elif value is not None:
        yield value


def said(outcome: Outcome) -> str:
    """Everything that an outcome says, in one text without blanks."""
    values = (one.value for one in outcome.changes if isinstance(one, Put | Insert))
    parts = [text for value in values for text in texts_in(value)]
    parts += [one.text for one in outcome.left_out]
    parts += [text for one in outcome.questions for text in (one.subject, *one.samples)]
    return "|".join("".join(part.split()) for part in parts)


def lost(grid: Grid, told: str) -> list[str]:
    """The words of cells that are nowhere in what was said; numbers of lists and marks aside."""
    cells = (cell.own for row in grid.rows for cell in row if len(cell.own) > 3)
    words = (word for cell in cells for word in _WORDS.findall(_READ.sub(" ", cell)) if len(word) > 2)
    return [word for word in words if word not in told]


@pytest.mark.parametrize("file", FILES)
def test_every_word_of_a_table_is_somewhere(file):
    """Each word of each cell is in a value, under a printed head, in a question, or in what is said to be left out."""
    grids = read_grids((CASES / file).read_bytes(), "ตาราง")
    held = HELD[FILES[file]]
    outcome = read_table(grids, held, read_answers(ANSWERS))
    heads = {"".join(text.split()) for grid in grids for row in grid.rows[:5] for text in (cell.own for cell in row)}
    told = said(outcome) + "|".join(heads) + "".join(held.titles.values())
    assert [word for grid in grids for word in lost(grid, told)] == []


def mixed(grids: list[Grid], chance: random.Random) -> list[Grid]:
    """Some grids with rows and columns moved, emptied, copied and merged at random."""
    made = []
    for grid in grids:
        rows = [[Cell(cell.text, cell.kind) for cell in row] for row in grid.rows]
        for _ in range(chance.randrange(6)):
            row, column = chance.randrange(len(rows)), chance.randrange(grid.width)
            other = chance.randrange(len(rows))
            deed = chance.randrange(6)
            if deed == 0:
                rows[row], rows[other] = rows[other], rows[row]
            elif deed == 1:
                rows[row] = list(rows[other])
            elif deed == 2:
                rows[row][column] = Cell()
            elif deed == 3:
                rows[row][column] = Cell(rows[other][column].text * 2, "text", rows=chance.randrange(1, 4), columns=2)
            elif deed == 4:
                rows = [[*one[column:], *one[:column]] for one in rows]
            else:
                rows[row][column] = Cell(
                    chance.choice(["-", "รวม", "๑", "✓", "O1", "e๑ ก", "ม.ค.", "http://a", "(1)"]), "text"
                )
        made.append(make_grid(grid.name, rows))
    return made


def test_no_table_breaks_the_reader():
    """Tables turned upside down, read as any kind, with and without answers, give an outcome and nothing else."""
    chance = random.Random(1800)
    sources = [list(read_grids((CASES / file).read_bytes(), "ตาราง")) for file in FILES]
    read = 0
    for _ in range(240):
        held: Held = HELD[chance.choice(KINDS)]
        if chance.random() < 0.5:
            held = hold(MODEL, LOADED, 2566, held.kind)
        grids = mixed(chance.choice(sources), chance)
        outcome = read_table(grids, held, read_answers(ANSWERS if chance.random() < 0.7 else {}))
        read += len(outcome.changes) + len(outcome.left_out) + len(outcome.questions) + outcome.same
        assert all(place for place in outcome.places.values())
    assert read > 1_000


def test_a_huge_grid_is_refused():
    """A grid beyond the bounds is no table that people fill in."""
    with pytest.raises(GridError):
        make_grid("a", [[Cell("ก")] * 401])
