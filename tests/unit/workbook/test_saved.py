"""Workbooks that real programs saved, kept in a folder: each changes nothing, or what its list says."""

from __future__ import annotations

from pathlib import Path

import pytest

from books import as_read, edited, exported, put
from prongsai.pipeline.import_form import compare_books
from sites import CASES, REPOSITORY

SAVED = CASES / "workbooks" / "saved"
KINDS = {".xlsx", ".xlsm", ".xls", ".ods"}


def check_saved(folder: Path) -> list[str]:
    """Compare every workbook of a folder with the site that its name says; the names of those that were compared."""
    names = []
    for path in sorted(one for one in folder.iterdir() if one.suffix in KINDS):
        root = site_of(path.stem)
        year = int(path.stem.removeprefix(f"{root.name}-")[:4])
        joined = compare_books(root, [as_read(path.read_bytes(), path.name)], year).joined
        listed = path.with_name(f"{path.name}.expected.txt")
        lines = listed.read_text("utf-8").splitlines() if listed.is_file() else []
        assert (joined.new, joined.lost, joined.conflicts) == ([], [], []), path.name
        assert sorted(f"{one.at}\t{one.text}" for one in joined.cells) == sorted(lines), path.name
        names.append(path.name)
    return names


def site_of(stem: str) -> Path:
    """The example that a file is of, by the beginning of its name."""
    return next(one for one in (REPOSITORY / "examples").iterdir() if stem.startswith(f"{one.name}-"))


def test_every_saved_workbook_is_taken_in():
    """All that are kept, which may be none."""
    kept = [one.name for one in SAVED.iterdir() if one.suffix in KINDS]
    assert check_saved(SAVED) == sorted(kept)


def test_a_workbook_that_is_put_there_is_compared(tmp_path):
    """Any put into such a folder is found by its name: untouched, changed as listed, and changed without a list."""
    site = REPOSITORY / "examples" / "nam-mong"
    data = exported(site, 2565)
    changed = edited(data, lambda grids: put(grids, "มาตรการ", "measures:measures/m01", "หมายเหตุ", "แก้แล้ว"))
    (tmp_path / "nam-mong-2565-as-it-was.xlsx").write_bytes(data)
    (tmp_path / "nam-mong-2565-changed.xlsx").write_bytes(changed)
    with pytest.raises(AssertionError, match=r"nam-mong-2565-changed\.xlsx"):
        check_saved(tmp_path)
    [at] = [str(one.at) for one in compare_books(site, [as_read(changed)], None).joined.cells]
    (tmp_path / "nam-mong-2565-changed.xlsx.expected.txt").write_text(f"{at}\tแก้แล้ว\n", "utf-8")
    assert check_saved(tmp_path) == ["nam-mong-2565-as-it-was.xlsx", "nam-mong-2565-changed.xlsx"]
