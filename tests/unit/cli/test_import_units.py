"""Three units hand back their own workbooks: what they agree on is taken, what they do not somebody chooses."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from click.testing import CliRunner

from books import edited, one_year, put
from prongsai.cli import main
from prongsai.pipeline.export_form import AskedForm, export_form
from sites import REPOSITORY, copy_site, snapshot

YEAR, SHEET = 2567, "มาตรการ"
M01, TITLE, SUMMARY, NOTE = "measures:measures/m01", "ชื่อมาตรการ", "สาระสำคัญ", "หมายเหตุ"
TYPED = {  # three units that are responsible for the first measure: two cells that they fill in differently
    "สำนักปลัดเทศบาล": {TITLE: "ชื่อของสำนักปลัด", SUMMARY: "สาระเดียวกัน"},
    "กองคลัง": {TITLE: "ชื่อของกองคลัง", SUMMARY: "สาระเดียวกัน", NOTE: "หมายเหตุของกองคลัง"},
    "กองสาธารณสุขและสิ่งแวดล้อม": {SUMMARY: "สาระเดียวกัน", NOTE: "หมายเหตุของกองสาธารณสุข"},
}


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A site of one year and the three workbooks as they come back, each in a folder of its own under one name."""
    folder = tmp_path_factory.mktemp("units")
    root = copy_site(one_year(REPOSITORY / "examples" / "model", YEAR), folder / "site")
    paths = []
    for number, (unit, texts) in enumerate(TYPED.items()):
        path = folder / str(number) / "แบบกรอก.xlsx"
        path.parent.mkdir()
        export_form(root, AskedForm(YEAR, unit, path=path))

        def fill(grids, texts=texts):
            for head, text in texts.items():
                put(grids, SHEET, M01, head, text)

        path.write_bytes(edited(path.read_bytes(), fill))
        paths.append(str(path))
    return root, paths


@pytest.fixture
def site(made, tmp_path):
    """A copy of the site, to be written to."""
    return copy_site(made[0], tmp_path / "site")


def first_measure(site):
    """The lines of the first measure."""
    text = (site / f"data/{YEAR}/measures.yml").read_text("utf-8")
    return text[text.index("id: m01") : text.index("id: m02")]


def call(site, paths, *words):
    """The command, with nobody there to be asked."""
    return CliRunner().invoke(main, ["import", *paths, "--site", str(site), "--yes", *words])


@pytest.mark.parametrize("words", [(), ("--prefer", "book")])
def test_without_anybody_to_choose_nothing_is_written(made, site, words):
    """No option can tell which of two units is right: the sentence says what can be done."""
    before = snapshot(site / "data")
    done = call(site, made[1], *words)
    assert done.exit_code == 2
    assert "--prefer site" in done.output
    assert "--prefer book" not in done.output
    assert snapshot(site / "data") == before


def test_what_all_agree_on_is_taken_and_the_rest_kept(made, site):
    """With the site preferred the summary of all three is written, and both other cells stay."""
    before = first_measure(site)
    done = call(site, made[1], "--prefer", "site")
    assert done.exit_code == 0, done.output
    after = first_measure(site)
    changed = [line for line in after.splitlines() if line not in before.splitlines()]
    assert changed == ["    plain_summary: สาระเดียวกัน"]


def test_somebody_at_the_screen_chooses_by_number(made, site):
    """The second title and neither note are chosen, and yes is typed: two lines change."""
    before = first_measure(site)
    ours, theirs = os.openpty()
    words = [sys.executable, "-m", "prongsai", "import", *made[1], "--site", str(site)]
    os.write(ours, "๒\n0\nใช่\n".encode())
    done = subprocess.run(words, stdin=theirs, capture_output=True, text=True, timeout=120, check=False)
    for one in (ours, theirs):
        os.close(one)
    assert done.returncode == 0, done.stderr
    assert "ข้อขัดกันที่ 2" in done.stdout
    after = first_measure(site)
    changed = [line for line in after.splitlines() if line not in before.splitlines()]
    assert sorted(changed) == ["    plain_summary: สาระเดียวกัน", "    title: ชื่อของกองคลัง"]
