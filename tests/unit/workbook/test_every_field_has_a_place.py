"""No field is forgotten: each has a column, a sheet of its own, or a reason to be under อื่น ๆ."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest

from prongsai.loading.load_site import CONFIG_RECORDS, YEAR_FILES
from prongsai.model.groups import holder_of, records_in
from prongsai.model.record import Record
from prongsai.workbook.layout import EACH
from prongsai.workbook.left_over import place_in, read_place
from prongsai.workbook.sheets import SHEETS
from prongsai.writing.change import Path
from unit.workbook.books import YEARS, form_of

IS_THE_FOLDER = "the folder of the file says it, and a workbook is of one year"
AS_PRINTED = "a table of any shape, as a document prints it"
ORDER = "sections of a document: lists of lists, in the order in which they are printed"
FORMER = "former names with their days: entered once, by whoever keeps the site"
ANSWERS = "what was answered about foreign tables: no statement of the agency"
REASONS = {
    **{(name, "fiscal_year"): IS_THE_FOLDER for name in YEAR_FILES},
    ("scores.yml", "rank.also_stated"): "a rank that a document states twice: lists in a group, which hardly any has",
    ("scores.yml", "ranks.*.also_stated"): "as above, of further ranks",
    ("scores.yml", "level.also_stated"): "as above, of the level",
    ("scores.yml", "comparison.table"): AS_PRINTED,
    ("analysis.yml", "sections"): ORDER,
    ("measures.yml", "sections"): ORDER,
    ("follow-up.yml", "sections"): ORDER,
    ("analysis.yml", "strengths.*.rules"): "conditions by which a list was chosen: records in a list of a list",
    ("analysis.yml", "weaknesses.*.rules"): "as above",
    ("agency.yml", "names"): FORMER,
    ("agency.yml", "predecessors"): FORMER,
    ("agency.yml", "units.*.names"): FORMER,
    ("imports.yml", "tables"): ANSWERS,
    ("imports.yml", "units"): ANSWERS,
    ("site.yml", "photos"): "pictures of the front page: a list of groups, set once with the look of the site",
}
WHOLE = {**{name: record for name, (_, record) in YEAR_FILES.items()}, **CONFIG_RECORDS}
COLUMNS = {
    (source.file, (*source.steps, *column.path))
    for sheet in SHEETS
    for source in sheet.sources
    for column in sheet.columns_of(source)
}
PARTS = {(source.file, source.steps) for sheet in SHEETS for source in sheet.sources}


def without_column(file: str, record: type[Record], steps: tuple[str, ...] = ()) -> Iterator[tuple[str, str]]:
    """The fields of a file that no column of any sheet has, whole groups and lists as one."""
    for name, field in record.model_fields.items():
        path = (*steps, field.alias or name)
        if (file, path) in COLUMNS:
            continue
        inner = next(records_in(field.annotation), None)
        if inner is None or not any(one == file and deep[: len(path)] == path for one, deep in PARTS | COLUMNS):
            yield file, ".".join(path)
        else:
            yield from without_column(file, inner, path if holder_of(field.annotation) == "one" else (*path, EACH))


def test_no_field_is_without_a_column_or_a_reason():
    """Every field without a column is in the table above, and nothing else is."""
    assert {one for name, record in WHOLE.items() for one in without_column(name, record)} == REASONS.keys()


def leaves(node: object, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Every text that was typed in a file, with its path."""
    if isinstance(node, Mapping | list):
        for step, inner in node.items() if isinstance(node, Mapping) else enumerate(node):
            yield from leaves(inner, (*path, step))
    elif isinstance(node, str) and node:
        yield path, node


@pytest.mark.parametrize(("site", "year"), YEARS, ids=lambda one: getattr(one, "name", one))
def test_every_text_of_the_examples_is_in_a_cell_or_under_others(site, year):
    """Of all examples and of the form that uses every key: nothing that was typed is in no cell."""
    form = form_of(site, year)
    held = {
        (row.source.place(year), place_in(row.path, column, form.kept.whole(row.source)))
        for filled in form.sheets
        for row in filled.rows
        for column in filled.sheet.columns_of(row.source)
        if row.texts.get(column.head)
    }
    for one in form.others:
        path = read_place(one.place, form.kept.files[one.file], WHOLE[one.file.rpartition("/")[2]])
        assert path is not None, one
        held.add((one.file, path))
    lost = [
        (file, path)
        for file, whole in form.kept.files.items()
        for path, _ in leaves(whole)
        if path != ("fiscal_year",) and not any((file, path[:depth]) in held for depth in range(len(path) + 1))
    ]
    assert lost == []
