"""A site entered by workbooks alone gives the same pages as the one whose data files it was exported from."""

from __future__ import annotations

import difflib

import pytest

from books import exported, taken_in
from prongsai.loading.load_site import CONFIG_RECORDS
from prongsai.pipeline.check import check_folder
from prongsai.pipeline.generate import generate_folder
from sites import REPOSITORY, copy_own, copy_site

EXAMPLES = sorted(one for one in (REPOSITORY / "examples").iterdir() if one.is_dir())
RELEASED = sorted((REPOSITORY / "tests" / "released").glob("[0-9]*"))
NO_FACTS = {"imports.yml"}  # how tables are read, which no workbook has


def copied(root, folder):
    """A copy of a site."""
    return copy_own(folder) if root == REPOSITORY else copy_site(root, folder)


def entered(root, folder):
    """A copy of a site without its data, into which the workbooks of all its years were taken."""
    site = copied(root, folder)
    years = sorted(int(one.name) for one in (site / "data").iterdir() if one.is_dir())
    files = [*(site / "data").rglob("*.yml"), *(site / "site_config" / name for name in {*CONFIG_RECORDS} - NO_FACTS)]
    for file in files:
        file.unlink(missing_ok=True)
    for year in years:
        for name, text in taken_in(site, exported(root, year), year=year).items():
            (site / name).parent.mkdir(parents=True, exist_ok=True)
            (site / name).write_bytes(text.encode())
    return site


def pages_of(site):
    """The Markdown of all pages, by address."""
    checked = check_folder(site)
    assert generate_folder(site, checked).pages
    content = site / "content"
    return {path.relative_to(content).as_posix(): path.read_text("utf-8") for path in content.rglob("*.md")}


def compare_pages(root, folder):
    """Generate both sites and compare every page."""
    before, after = pages_of(copied(root, folder / "before")), pages_of(entered(root, folder / "after"))
    assert before.keys() == after.keys()
    for name, text in before.items():
        lines = difflib.unified_diff(lines_of(name, text), lines_of(name, after[name]), lineterm="", n=0)
        assert [*lines] == [], name


def lines_of(name, text):
    """The lines of a page; notes of a year are in the order of their places in the files, which may be another."""
    lines = text.splitlines()
    if not name.endswith("/notes/index.md"):
        return lines
    return sorted(line for line in lines if not line.startswith("fingerprint: "))


def test_the_pages_of_a_small_site_are_the_same(tmp_path):
    """Entered by one workbook, every page of the smallest example is as it was."""
    compare_pages(REPOSITORY / "examples" / "phu-wong", tmp_path)


@pytest.mark.soak
@pytest.mark.parametrize("root", [REPOSITORY, *EXAMPLES, *RELEASED], ids=lambda one: one.name)
def test_the_pages_of_every_site_are_the_same(tmp_path, root):
    """Entered by the workbooks of all its years, every page of a site is as it was."""
    compare_pages(root, tmp_path)
