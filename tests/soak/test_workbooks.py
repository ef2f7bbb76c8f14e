"""Sizes and times of workbooks: of the longest register, and of ten years of the largest site."""

from __future__ import annotations

import re
import time

import pytest

from books import as_read, compared, taken_in
from prongsai.pipeline.check import check_folder
from prongsai.pipeline.export_form import AskedForm, export_form
from prongsai.pipeline.import_form import compare_books, prepare
from sites import REPOSITORY, copy_site

pytestmark = pytest.mark.soak
MODEL, YEAR, YEARS, LINKS = REPOSITORY / "examples" / "model", 2567, range(2558, 2568), 90


def with_links(root, year, count):
    """The register of a year with so many links, the further ones copies of what is there."""
    file = root / "data" / str(year) / "oit.yml"
    text = file.read_text("utf-8")
    more = count - len(compared_links(text))
    extra = "".join(f'      - {{url: "https://www.example.go.th/more/{n}", title: ลิงก์เพิ่มที่ {n}}}\n' for n in range(more))
    first = re.search(r"(?m)^    links:\n", text)
    assert first is not None
    file.write_text(text[: first.end()] + extra + text[first.end() :], "utf-8")
    return root


def compared_links(text):
    """The links of a register, each of which begins an entry."""
    return re.findall(r"(?m)^      - .*(?:url|page|file):", text)


def measure(root, year, folder):
    """Export, take in untouched, and take in with a changed cell: seconds of each, and bytes of the workbook."""
    path = folder / f"{year}.xlsx"
    began = time.monotonic()
    export_form(root, AskedForm(year, path=path))
    exported = time.monotonic()
    assert compared(root, path.read_bytes()).joined.is_empty
    untouched = time.monotonic()
    found = compare_books(root, [as_read(path.read_bytes())], None)
    prepare(root, found, {}, ())
    return exported - began, untouched - exported, path.stat().st_size


def test_the_longest_register(tmp_path, capsys):
    """A year with ninety links is one workbook, exported and taken in within seconds."""
    root = with_links(copy_site(MODEL, tmp_path / "site"), YEAR, LINKS)
    export, taken, size = measure(root, YEAR, tmp_path)
    sheets = as_read((tmp_path / f"{YEAR}.xlsx").read_bytes()).sheets
    links = next(one.rows for one in sheets if one.title == "ลิงก์ OIT")
    with capsys.disabled():
        print(f"\n{len(links)} rows of links: export {export:.1f} s, import {taken:.1f} s, {size / 1000:.0f} kB")
    assert len(links) >= LINKS
    assert export + taken < 60


def test_ten_years(tmp_path, capsys):
    """Ten years of the largest site: each exported and taken in, then all into a site that has nothing."""
    root = copy_site(MODEL, tmp_path / "site")
    for year in YEARS:
        made = root / "data" / str(year)
        if not made.is_dir():
            made.mkdir()
            for file in (MODEL / "data" / str(YEAR)).glob("*.yml"):
                text = file.read_text("utf-8").replace(str(YEAR), str(year)).replace(str(YEAR - 1), str(year - 1))
                (made / file.name).write_text(text, "utf-8")
    before = check_folder(root)
    measured = [measure(root, year, tmp_path) for year in YEARS]
    export, taken, size = (sum(one) for one in zip(*measured, strict=True))
    empty = tmp_path / "empty"
    (empty / "data").mkdir(parents=True)
    began = time.monotonic()
    for year in YEARS:
        for name, text in taken_in(empty, (tmp_path / f"{year}.xlsx").read_bytes(), year=year).items():
            (empty / name).parent.mkdir(parents=True, exist_ok=True)
            (empty / name).write_bytes(text.encode())
    with capsys.disabled():
        print(
            f"\n{len(before.results.site.years)} years: export {export:.1f} s, untouched {taken:.1f} s, "
            f"into nothing {time.monotonic() - began:.1f} s, {size / 1e6:.2f} MB"
        )
    assert {int(one.name) for one in (empty / "data").iterdir()} == {*YEARS}
