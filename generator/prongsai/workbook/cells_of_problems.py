"""The cells that problems of the data files are shown at."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from prongsai.problems import Problem
from prongsai.workbook.compare import Difference
from prongsai.workbook.draft import Draft, Mark
from prongsai.workbook.form import Form, field_key
from prongsai.workbook.layout import Sheet, Source
from prongsai.workbook.left_over import find_at
from prongsai.workbook.read_book import At
from prongsai.workbook.to_changes import Placed
from prongsai.writing.change import Path

FindPath = Callable[[str, int, int], Path]  # the path at a line and a column of a file


class CellsOfProblems:
    """Finds the cell that says what a problem is about, by where each row is in the files after the changes."""

    def __init__(self, form: Form, differences: Sequence[Difference], placed: Placed) -> None:
        self.year = form.kept.year
        self.draft = placed.draft
        self.rows: dict[tuple[str, Path], tuple[Source, Sheet, Mapping[str, At]]] = {}
        self.fields: dict[tuple[str, Path], At] = {}
        for difference in differences:
            self._take(form, difference, placed.draft)
        for mark, source, sheet, places in placed.rows:
            path = placed.draft.find(mark)
            if path is not None:
                self.rows[mark.file, path] = (source, sheet, places)

    def _take(self, form: Form, difference: Difference, draft: Draft) -> None:
        """Note the rows of a workbook that the data files have."""
        for filled in form.sheets:
            for row in filled.rows:
                place = row.source.place(self.year)
                if filled.sheet.is_form:
                    for column in filled.sheet.columns_of(row.source):
                        if found := difference.rows_of.get(field_key(row.key, column.path)):
                            self.fields[place, column.path] = difference.book.at(found[0], found[1].number, "ค่า")
                elif found := difference.rows_of.get(row.key):
                    path = draft.find(Mark(place, row.path))
                    places = {head: difference.book.at(found[0], found[1].number, head) for head in found[0].letters}
                    if path is not None:
                        self.rows[place, path] = (row.source, filled.sheet, places)

    def find(self, problem: Problem, find_path: FindPath) -> At | None:
        """The cell of a problem, in the first of its places that a workbook has; None where no workbook has it."""
        return next((cell for one in problem.apart if (cell := self._find(one, find_path))), None)

    def _find(self, problem: Problem, find_path: FindPath) -> At | None:
        where = problem.where
        if not where.file or not where.line:
            return None
        path = find_path(where.file, where.line, where.column)
        if problem.code == "missing-key":  # it begins where its record does
            path = (*path[:-1], problem.values["key"])
        return self.at(where.file, path)

    def at(self, file: str, path: Path) -> At | None:
        """The cell of what is at a path of a file."""
        for depth in range(len(path), -1, -1):
            found = self.rows.get((file, path[:depth]))
            if found is not None:
                is_bare = not isinstance(find_at(self.draft.files.get(file), path[:depth]), Mapping)
                return _cell(found, path[depth:], is_bare=is_bare)
            if field := next(
                (at for (of, keys), at in self.fields.items() if of == file and keys and keys == path[:depth]), None
            ):
                return field
        return next(
            (at for (of, keys), at in self.fields.items() if of == file and path and keys[: len(path)] == path), None
        )


def _cell(row: tuple[Source, Sheet, Mapping[str, At]], rest: Path, *, is_bare: bool) -> At:
    """The cell of a field of a row; of one that was typed as a bare value that of this value."""
    source, sheet, places = row
    short = source.record.shorthand if is_bare else ""
    steps = rest or ((short,) if short else ())
    for column in sheet.columns_of(source):
        is_on_the_way = column.path == steps[: len(column.path)] or column.path[: len(steps)] == steps
        if steps and column.head in places and is_on_the_way:
            return places[column.head]
    return next(iter(places.values()))
