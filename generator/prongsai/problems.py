"""Problems as values: what is wrong with the data, in which place, and what was found there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, order=True)
class Where:
    """A place in a file that people edit; line and column count from 1, 0 means the whole file."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong.

    `code` is stable English and names the sentence in `prongsai.wording`; `values` fill that
    sentence; `year` (Buddhist Era) puts the problem on the notes page of that year.
    """

    code: str
    where: Where
    values: Mapping[str, str] = field(default_factory=dict)
    year: int | None = None
    explanation: str = ""

    @property
    def order(self) -> tuple[Where, str, str]:
        """Sorting key: by place, then by code, then by the values that fill the sentence."""
        return (self.where, self.code, repr(sorted(self.values.items())))


def problem(code: str, where: Where, *, year: int | None = None, **values: object) -> Problem:
    """Make a problem; every value is turned into text here, once."""
    return Problem(code, where, {name: str(value) for name, value in values.items()}, year)


MORE = "more-alike"
MOST_ALIKE = 1000  # of one code in one file; whoever fixes a hundred of them knows how to fix the rest


class FewAlike:
    """Problems, of each kind the first so many; the others are only counted: no file can exhaust the machine."""

    def __init__(self, most: int = MOST_ALIKE) -> None:
        self._most = most
        self._kept: list[Problem] = []
        self._met: Counter[tuple[str, str]] = Counter()

    def add(self, file: str, code: str, make: Callable[[], Problem]) -> None:
        """Take one more; it is made only where it is kept."""
        self._met[file, code] += 1
        if self._met[file, code] <= self._most:
            self._kept.append(make())

    def all(self) -> list[Problem]:
        """Those that were kept, and for each kind that had more a problem that says how many."""
        over = ((file, code, count - self._most) for (file, code), count in self._met.items() if count > self._most)
        return [
            *self._kept,
            *(problem(MORE, Where(file), kind=code, count=f"{more:,}") for file, code, more in over),
        ]


def count_all(problems: Iterable[Problem]) -> int:
    """The number of problems, with those that were only counted."""
    return sum(int(found.values["count"].replace(",", "")) if found.code == MORE else 1 for found in problems)


@dataclass(frozen=True)
class Silence:
    """A comment `# ยกเว้น <code>: <reason>` on a line of a data file; `own_line` when nothing else is there."""

    where: Where
    code: str
    reason: str
    own_line: bool

    def covers(self, found: Problem) -> bool:
        """True if the comment is about this problem: of its code, on its line or on the one below."""
        lines = {self.where.line, self.where.line + 1} if self.own_line else {self.where.line}
        return found.code == self.code and found.where.file == self.where.file and found.where.line in lines
