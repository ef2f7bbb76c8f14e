"""What a picture of stacked bars says: a bar for each row, with a part for each status, all on one scale."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from prongsai.views.charts.chart import Chart
from prongsai.views.speech import Speech

_LINE = 40  # letters that stand on a line of a picture on the narrowest telephone
_ROW = "แถวที่ "
IN_TABLE = "ดูในตาราง"  # in the place of words that a picture has no room for


@dataclass(frozen=True, kw_only=True)
class Share:
    """The measures of one status: the form it is drawn in, its word, how many, and how that is said."""

    kind: str
    text: str
    count: int
    figure: str


@dataclass(frozen=True, kw_only=True)
class Stack:
    """One bar: its label (empty where the picture has one bar alone), its whole as it is said, and its parts."""

    label: str
    figure: str
    shares: tuple[Share, ...]


@dataclass(frozen=True, kw_only=True)
class StackChart(Chart):
    """Bars of parts below each other; `most` is the count that takes the whole width."""

    stacks: tuple[Stack, ...]
    most: int


def word_stack(stack: Stack) -> str:
    """A bar in words: its label, its whole and each of its parts."""
    parts = " ".join(f"{share.text} {share.figure}" for share in stack.shares)
    return f"{stack.label} {stack.figure} แบ่งเป็น {parts}".strip()


def fitting(text: str, otherwise: str, beside: str = "") -> str:
    """A text that shares a line of a picture with another one; `otherwise` where it is too long, for nothing is cut."""
    return text if len(text) + len(beside) <= _LINE else otherwise


def row_name(place: int, speech: Speech) -> str:
    """The name of what is called too long for a picture: its row in the table, counted from 1."""
    return f"{_ROW}{speech.digits(place)}"


def row_notes(labels: Iterable[str]) -> tuple[str, ...]:
    """What the name of a row means, where a picture has one."""
    return (f"“{_ROW.strip()}” หมายถึงแถวในตารางที่อยู่คู่กับแผนภูมิ",) if any(one.startswith(_ROW) for one in labels) else ()
