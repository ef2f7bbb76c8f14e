"""How wide the columns of a table are, from what stands in them: the same on paper and in Word."""

from __future__ import annotations

from collections.abc import Iterable

from prongsai.views.content import Bullets, Column, Part, Table

_NARROWEST = 0.085  # of the width, so that no Thai word is torn
_HEAD = 12  # characters of a head that may stand in a line


def column_shares(table: Table) -> tuple[float, ...]:
    """The share of the width that each column takes; together 1."""
    weights = [_weight(table, place, column) for place, column in enumerate(table.columns)]
    floor = min(_NARROWEST, 0.9 / len(weights)) * sum(weights)
    raised = [max(weight, floor) for weight in weights]
    return tuple(weight / sum(raised) for weight in raised)


def _weight(table: Table, place: int, column: Column) -> float:
    """Long texts are set in more lines, not only in wider columns: width grows with the root of their length."""
    lengths = [_length(row[place].parts) for row in table.rows if place < len(row)]
    longest = max(min(len(column.title), _HEAD), *lengths, 1)
    return float((longest + sum(lengths) / max(len(lengths), 1)) ** 0.5)


def _length(parts: Iterable[Part]) -> int:
    return sum(_points(part) if isinstance(part, Bullets) else len(part.text) for part in parts)


def _points(bullets: Bullets) -> int:
    return sum(len(point.text) + _points(Bullets(point.points)) for point in bullets.points)
