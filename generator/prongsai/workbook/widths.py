"""Widths of columns by what they hold, and heights of rows that show all of their wrapped Thai."""

from __future__ import annotations

from collections.abc import Iterable
from typing import get_args

from prongsai.forms.columns import Column, Shape
from prongsai.model import amounts, types
from prongsai.model.scalar import Form
from prongsai.spreadsheet import HIGHEST_ROW, count_lines

LINE = 24  # points of a line of the font, with the marks above and below its letters
SHORT, DATE, NAME, TEXT, ADDRESS, WIDE = 12, 18, 32, 36, 42, 52
_BY_SHAPE = {Shape.POINTS: WIDE, Shape.PAIRS: TEXT}
_BY_KEY = {"round": 14, "at": 22, "note": 30, "title": 42, "name": 42, "number": 12, "code": 14, "place": NAME}


def form_in(annotated: object) -> Form:
    """The form in which a typed scalar is typed."""
    return next(one for one in get_args(annotated) if isinstance(one, Form))


_BY_FORM = {
    **dict.fromkeys(map(form_in, (types.Score, types.Count, types.Year, types.OwnNumber, types.Key)), SHORT),
    **dict.fromkeys(map(form_in, (types.ItemCode, types.QuestionCode, types.InstrumentCode, types.Flag)), SHORT),
    **dict.fromkeys(map(form_in, (types.Day, amounts.Money, amounts.Percent, amounts.Persons)), DATE),
    **dict.fromkeys(map(form_in, (types.Link, types.SitePath, types.Place, types.FileName)), ADDRESS),
}


def width_of(column: Column) -> float:
    """The width of a column in characters."""
    if column.choices:
        return max(SHORT, min(4 + max(map(len, column.choices.values())), 28))
    if column.refers:
        return NAME
    if column.shape in _BY_SHAPE:
        return _BY_SHAPE[column.shape]
    if column.form in _BY_FORM:
        return _BY_FORM[column.form]
    if column.has_marks:
        return WIDE
    return _BY_KEY.get(column.path[-1], TEXT)


def height_of(cells: Iterable[tuple[str, float]]) -> int:
    """The height in points that a row needs for its texts, each with the width of its column."""
    return min(max((count_lines(text, width) for text, width in cells), default=1) * LINE, HIGHEST_ROW)
