"""Workbooks that were exported and taken in again change nothing, and give an empty site the same records."""

from __future__ import annotations

import shutil

import pytest

from books import compared, exported, form_of, taken_in
from prongsai.loading.load_site import YEAR_FILES, load_site
from sites import REPOSITORY

RELEASED = sorted((REPOSITORY / "tests" / "released").glob("[0-9]*"))
SITES = [REPOSITORY, *sorted(one for one in (REPOSITORY / "examples").iterdir() if one.is_dir()), *RELEASED]
YEARS = [(root, int(folder.name)) for root in SITES for folder in sorted((root / "data").iterdir()) if folder.is_dir()]
# In every run: the newest year of an agency that uses most of what there is, the smallest, and every key there is.
FEW = {("model", 2567), ("phu-wong", 2566), ("0.1.0", 2569), ("0.1.0", 2570), ("0.1.0", 2571)}
ALL = pytest.mark.parametrize(
    ("root", "year"),
    [
        pytest.param(*one, id=f"{one[0].name}-{one[1]}", marks=() if (one[0].name, one[1]) in FEW else pytest.mark.soak)
        for one in YEARS
    ],
)


@ALL
def test_a_workbook_that_nobody_touched_changes_nothing(root, year):
    """The workbook of every year of every site and of the released forms brings nothing when it is taken in."""
    found = compared(root, exported(root, year))
    assert found.joined.is_empty
    assert [one.missing for one in found.differences] == [[]]


@ALL
def test_a_workbook_fills_an_empty_site_of_the_agency(tmp_path, root, year):
    """Every record of a year is the same again after its workbook was taken into a site that has nothing."""
    empty = _empty(root, tmp_path / "site")
    for name, text in taken_in(empty, exported(root, year), year=year).items():
        (empty / name).parent.mkdir(parents=True, exist_ok=True)
        (empty / name).write_bytes(text.encode())
    before, after = load_site(root), load_site(empty)
    records = [*((f"data/{year}/{name}", attribute) for name, (attribute, _) in YEAR_FILES.items())]
    for name, attribute in records:
        was, now = (getattr(one.site.year(year), attribute, None) for one in (before, after))
        assert _facts(was, before.site) == _facts(now, before.site), name
    for attribute in ("agency", "options", "document_list"):
        assert _facts(getattr(before.site, attribute), before.site) == _facts(
            getattr(after.site, attribute), before.site
        )


def _empty(root, folder):
    """A site that has the rules and the attachments of another, and no data."""
    (folder / "data").mkdir(parents=True)
    for name in ("content/files", "site_config/editions"):
        if (root / name).is_dir():
            shutil.copytree(root / name, folder / name)
    return folder


def _facts(record, site):
    """The facts of a record; a unit by its code, however it was typed."""
    if record is None or record.model_fields_set == {"fiscal_year"}:
        return None
    return _by_code(record.model_dump(warnings=False), site)


def _by_code(value, site, key=""):
    if isinstance(value, dict):
        return {name: _by_code(inner, site, name) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_by_code(inner, site, key) for inner in value]
    return (
        (site.unit_of(value) or value)
        if key in {"unit", "units", "lead", "successor"} and isinstance(value, str)
        else value
    )


def test_what_no_cell_holds_is_little_and_listed():
    """Of all the sites only sections, printed tables, rules of lists and former names have no cell of their own."""
    kinds = {
        next(step for step in reversed(one.place.split("/")) if not step.isdigit())
        for root, year in YEARS
        for one in form_of(root, year).others
    }
    assert kinds <= {
        "also_stated",  # of a level and a rank; those of figures have a sheet
        "sections",
        "rules",
        "table",
        "names",
        "predecessors",
        "photos",  # of the front page
        "channels",  # that a document states none
        "score",  # printed, with its place
        "question",
        "questions",
        "period",
        "title",
    }
