"""Workbooks edited at random: the data files say what the edits say, keep every comment, and nothing else changes."""

from __future__ import annotations

import os
import random
import re

import pytest

from books import as_read, compared, exported, grids_of, head_at, lean, one_year, written
from prongsai.cli.word_import import word_marks
from prongsai.grids.grid import letters_of
from prongsai.loading.read_past_faults import read_nodes
from prongsai.pipeline.check import check_folder
from prongsai.pipeline.import_form import compare_books, prepare
from prongsai.wording import Severity, severity_of
from prongsai.workbook.report_book import write_report
from prongsai.workbook.to_changes import place_changes
from prongsai.writing.apply import apply
from sites import REPOSITORY, copy_site
from workbook_edits import LINKS, LISTS, Edits, plain

SEED = int(os.environ.get("PRONGSAI_SEED", "2570"))
SITES = {"phu-wong": 2566, "model": 2567, "don": 2567, "nam-mong": 2565, "seven-themes": 2567}


def strewn(root):
    """Comments above every entry of the data files; of reports, which are deleted whole, above each alone."""
    for number, file in enumerate(sorted(root.glob("*/**/*.yml"))):
        if {"data", "site_config"} & {*file.parts} and "editions" not in file.parts:
            deep = "  " if file.name == "follow-up.yml" else " *"
            text = re.sub(rf"(?m)^({deep})(- \w+: )", rf"\1# ข้อ {number}\n\1\2", file.read_text("utf-8"))
            file.write_text(text, "utf-8")
    return root


def comments_of(text, is_less):
    """The comments of a file, or those above entries alone."""
    return sorted(re.findall(r"(?m)^ *(# ข้อ .*)$" if is_less else r"(?m)^ *(#.*)$", text))


def run(root, year, data, chance, count):
    """Edit a workbook at random, take it in, and check what comes of it."""
    grids = grids_of(data)
    edits = Edits(root, year, grids, chance)
    edits.run(count)
    found = compared(root, written(grids))
    joined = found.joined
    assert joined.conflicts == [], edits.log
    placed = place_changes(found.form.kept, joined.cells, joined.new, joined.lost)
    assert placed.unplaced == [], edits.log
    names = dict.fromkeys(change.file for change in placed.changes)
    texts = {name: (root / name).read_bytes().decode() if (root / name).is_file() else None for name in names}
    after = apply(texts, placed.changes)
    for name, wanted in edits.data.items():
        now = after.get(name)
        got = plain(read_nodes(name, now)[0]) if now is not None else edits.before.get(name)
        assert bare(got) == bare(wanted), edits.log
        if now is not None and texts[name] is not None:
            is_less = any(one.startswith("delete") for one in edits.log)  # what was written within goes with an entry
            assert comments_of(now, is_less) == comments_of(texts[name], is_less), (name, edits.log)
    assert set(after) <= set(edits.data), edits.log


def bare(data):
    """Data in which a measure that is new has its title alone, since the model knows no more of it."""
    if isinstance(data, dict):
        data = {key: one for key, one in data.items() if key != "fiscal_year"}  # a new file says of which year it is
    if not isinstance(data, dict) or not isinstance(data.get("measures"), list):
        return data or None
    measures = [
        {"title": one["title"]} if str(one.get("title", "")).startswith("มาตรการใหม่ ") else one
        for one in data["measures"]
    ]
    ids = [one["id"] for one in data["measures"] if "id" in one]
    assert len(ids) == len({*ids})
    return {**data, "measures": measures} if measures else {k: v for k, v in data.items() if k != "measures"} or None


WRONG = {  # a value that no field of the column takes, with what the check calls it
    ("มาตรการ", "หน่วยงานผู้รับผิดชอบ"): ("กองที่ไม่มีอยู่จริง", "unknown-unit"),
    ("รายงานผล", "วันที่รายงาน"): ("31 กุมภาพันธ์ 2567", "day-not-in-month"),
    ("OIT", "ปีของข้อมูล"): ("2024", "year-common-era"),
    ("OIT", "วันที่เผยแพร่"): ("เมื่อวาน", "not-a-date"),
    ("คะแนน", "คะแนน"): ("เก้าสิบ", "not-a-number"),
}


def spoil(grids, chance):
    """Type wrong values into cells of rows that are filled in; each cell with what is wrong with it."""
    spoiled = {}
    for (sheet, head), (text, code) in chance.sample(sorted(WRONG.items()), 3):
        place = head_at(grids, sheet, head)
        rows = [n for n, row in enumerate(grids[sheet]) if n and len(row) > place and row[place]]
        if rows:
            number = chance.choice(rows)
            spoiled[f"{sheet}!{letters_of(place)}{number + 1}"] = (code, grids[sheet][number][place])
            grids[sheet][number][place] = text
    return spoiled


def shuffle(grids, chance):
    """Put rows and columns in another order, and leave rows empty."""
    for title in ("มาตรการ", "รายงานผล", "OIT", "คะแนน"):
        head, *rows = grids[title]
        width = max(map(len, grids[title]))
        order = [0, *chance.sample(range(1, width), width - 1)]
        rows = [*chance.sample(rows, len(rows)), [""] * width]
        chance.shuffle(rows)
        grids[title] = [[[*row, *[""] * (width - len(row))][place] for place in order] for row in (head, *rows)]


def find_and_fix(root, data, chance, before):
    """Spoil cells of a shuffled workbook; each problem is at its cell, and the report put right brings nothing."""
    grids = grids_of(data)
    shuffle(grids, chance)
    spoiled = spoil(grids, chance)
    book = as_read(written(grids))
    made = prepare(root, compare_books(root, [book], None), {}, (), before)
    told = {str(one.at): one.problem.code for one in made.problems if str(one.at) in spoiled}
    assert told == {at: code for at, (code, _) in spoiled.items()}, [(str(p.at), p.problem) for p in made.problems]
    errors = {str(one.at) for one in made.problems if severity_of(one.problem.code) is Severity.ERROR}
    assert errors == {at for at, (code, _) in spoiled.items() if severity_of(code) is Severity.ERROR}
    back = grids_of(write_report(book, list(word_marks(made))))
    assert [row[0] for row in back["ปัญหา"][1:]] == [str(at) for at, _ in word_marks(made)]
    for at, (_, text) in spoiled.items():
        sheet, _, cell = at.partition("!")
        letters, number = re.fullmatch(r"([A-Z]+)([0-9]+)", cell).groups()
        row = back[sheet][int(number) - 1]
        place = next(n for n in range(len(row)) if letters_of(n) == letters)
        row[place] = text
    assert compared(root, written(back)).joined.is_empty


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    """A small site with comments everywhere, and its workbook."""
    root = strewn(copy_site(REPOSITORY / "examples" / "seven-themes", tmp_path_factory.mktemp("sites") / "small"))
    return root, lean(root, 2567, *LISTS, LINKS)


def test_a_few_workbooks_edited_at_random(small):
    """Twelve workbooks with up to twelve edits each."""
    for number in range(12):
        run(small[0], 2567, small[1], random.Random(2570 + number), 1 + number)


@pytest.mark.soak
@pytest.mark.parametrize("name", SITES)
def test_hundreds_of_workbooks_edited_at_random(tmp_path, name):
    """A hundred workbooks of each of five sites with up to twenty edits each."""
    year = SITES[name]
    root = strewn(copy_site(REPOSITORY / "examples" / name, tmp_path / "site"))
    data = exported(root, year)
    for number in range(int(os.environ.get("PRONGSAI_BOOKS", "100"))):
        run(root, year, data, random.Random(f"{SEED}-{number}"), 1 + number % 20)


def test_wrong_values_are_told_at_their_cells_wherever_those_are():
    """In a shuffled workbook every problem is at the cell that was spoiled, and its report can be put right."""
    root = one_year(REPOSITORY / "examples" / "model", 2567)
    data = lean(root, 2567, *(sheet for sheet, _ in WRONG))
    find_and_fix(root, data, random.Random(2570), check_folder(root))


@pytest.mark.soak
def test_wrong_values_are_told_at_their_cells_a_hundred_times():
    """The same with a hundred workbooks of two years."""
    root = REPOSITORY / "examples" / "model"
    before = check_folder(root)
    for year in (2566, 2567):
        data = exported(root, year)
        for number in range(50):
            find_and_fix(root, data, random.Random(f"{SEED}-{number}"), before)
