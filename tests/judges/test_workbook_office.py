"""Workbooks that LibreOffice saved: what nobody touched changes nothing, and what was changed there changes alone."""

from __future__ import annotations

import re
import shutil
from html import escape
from pathlib import Path

import pytest

from books import as_read, exported, taken_in
from judges.office import ConvertAll, start_for_many
from prongsai.pipeline.import_form import compare_books
from sites import REPOSITORY
from unit.workbook.books import YEARS

pytestmark = pytest.mark.judge
OWN = [(REPOSITORY, int(one.name)) for one in sorted((REPOSITORY / "data").iterdir()) if one.is_dir()]
ALL = [*OWN, *YEARS]
FEW = [one for one in YEARS if (one[0].name, one[1]) in {("model", 2567), ("phu-wong", 2566), ("0.1.0", 2570)}]
MODEL = REPOSITORY / "examples" / "model"
CHANGED = {  # a text of the workbook that is there once, with what is typed in its place, by the line that it changes
    "รวมข้อมูลที่ประชาชนค้นหาบ่อยไว้ในหน้าเดียว": ("รวมข้อมูล: “ค้นหาบ่อย” # ไว้หน้าเดียว", "title"),
    "พ.ย. 2566 ถึง มิ.ย. 2567": ("ธ.ค. 2566 ถึง ก.ค. 2567", "period"),
    "https://www.example.go.th/ita/2567/results/m01-check": ("https://www.example.go.th/ita/2567/ใหม่", "url"),
    "ภาพวาดสมมติของจุดบริการที่มีป้ายประกาศขั้นตอนและระยะเวลาอยู่เหนือโต๊ะรับเรื่อง": ("ภาพวาดของจุดบริการ", "alt"),
}


@pytest.fixture(scope="module")
def convert(tmp_path_factory) -> ConvertAll:
    """LibreOffice, which is given many files at once."""
    return start_for_many(tmp_path_factory.mktemp("profile"))


def name_of(root: Path, year: int) -> str:
    """The name of the workbook of a year."""
    return f"{root.name}-{year}"


def saved(folder: Path, convert: ConvertAll, years: list[tuple[Path, int]]) -> dict[str, dict[str, Path]]:
    """The workbooks as LibreOffice saves them: as xlsx, as ods, and one from the other."""
    kinds = {"written": folder / "written", **{kind: folder / kind for kind in ("xlsx", "ods", "back")}}
    for one in kinds.values():
        one.mkdir()
    sources = [kinds["written"] / f"{name_of(root, year)}.xlsx" for root, year in years]
    for source, (root, year) in zip(sources, years, strict=True):
        source.write_bytes(exported(root, year))
    opened = convert(sources, kinds["ods"], "ods")
    return {
        "xlsx": {one.stem: one for one in convert(sources, kinds["xlsx"], "xlsx")},
        "ods": {one.stem: one for one in opened},
        "back": {one.stem: one for one in convert(opened, kinds["back"], "xlsx")},
    }


def check_untouched(found: dict[str, dict[str, Path]], years: list[tuple[Path, int]]) -> None:
    """Compare what was saved with the sites that it was made of."""
    for kind, files in found.items():
        for root, year in years:
            path = files[name_of(root, year)]
            comparison = compare_books(root, [as_read(path.read_bytes(), path.name)], None)
            assert comparison.joined.is_empty, (kind, path.name)
            [difference] = comparison.differences
            assert (difference.missing, difference.gone, difference.book.foreign) == ([], [], ()), (kind, path.name)
            assert taken_in(root, path.read_bytes()) == {}


@pytest.fixture(scope="module")
def few(convert, tmp_path_factory) -> dict[str, dict[str, Path]]:
    """Three years as LibreOffice saves them: the largest, the smallest, and one with every key there is."""
    return saved(tmp_path_factory.mktemp("books"), convert, FEW)


def test_workbooks_that_libreoffice_saved_change_nothing(few):
    """Nothing is new in any of them, and no sheet or column is missing."""
    check_untouched(few, FEW)


def test_an_old_workbook_changes_nothing(convert, tmp_path):
    """The same as .xls, the form of thirty years ago."""
    source = tmp_path / "book.xlsx"
    source.write_bytes(exported(*FEW[0]))
    (tmp_path / "old").mkdir()
    [old] = convert([source], tmp_path / "old", "xls")
    check_untouched({"xls": {name_of(*FEW[0]): old}}, FEW[:1])


@pytest.mark.parametrize(("root", "year"), FEW, ids=[name_of(*one) for one in FEW])
def test_an_open_workbook_fills_an_empty_site(few, tmp_path, root, year):
    """An .ods of LibreOffice gives an empty site the same files as the workbook that we wrote."""
    texts = []
    for number, data in enumerate((exported(root, year), few["ods"][name_of(root, year)].read_bytes())):
        empty = tmp_path / str(number)
        (empty / "data").mkdir(parents=True)
        for name in ("content/files", "site_config/editions"):
            if (root / name).is_dir():
                shutil.copytree(root / name, empty / name)
        texts.append(taken_in(empty, data, year=year))
    assert texts[0] == texts[1]
    assert texts[0]


def test_four_cells_changed_in_libreoffice_are_four_lines(convert, tmp_path):
    """The workbook saved as flat XML, four cells typed over, saved again as xlsx: the data differ in these values."""
    for name in ("written", "flat", "again"):
        (tmp_path / name).mkdir()
    source = tmp_path / "written" / "book.xlsx"
    source.write_bytes(exported(MODEL, 2567))
    [flat] = convert([source], tmp_path / "flat", "fods")
    flat.write_text(typed_over(flat.read_text("utf-8")), "utf-8")
    [again] = convert([flat], tmp_path / "again", "xlsx")
    lines = []
    for name, text in taken_in(MODEL, again.read_bytes()).items():
        before = (MODEL / name).read_text("utf-8").splitlines()
        after = text.splitlines()
        assert len(after) == len(before)
        lines += [(was, now) for was, now in zip(before, after, strict=True) if was != now]
    assert len(lines) == len(CHANGED)
    for text, (new, key) in CHANGED.items():
        [(was, now)] = [(was, now) for was, now in lines if text in was]
        assert f"{key}:" in was
        assert was.replace(text, "").replace('"', "") == now.replace(new, "").replace('"', "")


def typed_over(text: str) -> str:
    """The flat workbook with other texts in four cells of the sheets that are filled in."""
    entered, mark, hidden = text.partition('<table:table table:name="_รายการ"')
    assert mark
    for old, (new, _) in CHANGED.items():
        cell = re.compile(rf"<text:p>(?:<text:a [^>]*>)?{re.escape(old)}(?:</text:a>)?</text:p>")
        entered, count = cell.subn(f"<text:p>{escape(new, quote=False)}</text:p>", entered)
        assert count == 1, old
    return entered + mark + hidden


@pytest.mark.soak
def test_every_year_of_every_site_changes_nothing(convert, tmp_path):
    """The same as above of all years of all sites and of the released forms, some minutes long."""
    check_untouched(saved(tmp_path, convert, ALL), ALL)
