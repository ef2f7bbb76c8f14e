"""Problems as values: what is wrong with the data, in which place, and what was found there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace


@dataclass(frozen=True, order=True)
class Where:
    """A place in a file that people edit; line and column count from 1, 0 means the whole file."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


@dataclass(frozen=True)
class Fact:
    """The one thing that problems are about, so that it is reported once, whichever rules find it, with all its places.

    A rule declares it where it raises the problem, `problem(code, where, ...).about(figure_of(2565, "total"))`; the
    makers in `rules.facts` give rules of figures and of written Thai the same fact. `year` is that of the result
    (Buddhist Era), `subject` tells facts of one kind and year apart. `rules.gather` makes one problem of those that are
    equal. A problem without a fact is reported by itself.
    """

    kind: str
    year: int | None = None
    subject: tuple[str, ...] = ()


@dataclass(frozen=True)
class Also:
    """Another place of a problem's fact; `code` and `values` are there where it has a sentence of its own."""

    where: Where
    code: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    year: int | None = None


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong.

    `code` is stable English and names the sentence in `prongsai.wording`; `values` fill that
    sentence; `year` (Buddhist Era) puts the problem on the notes page of that year. `fact` is what it is about,
    `also` the other places in which that is found, in order.
    """

    code: str
    where: Where
    values: Mapping[str, str] = field(default_factory=dict)
    year: int | None = None
    explanation: str = ""
    fact: Fact | None = None
    also: tuple[Also, ...] = ()

    def about(self, fact: Fact, also: Iterable[Where] = ()) -> Problem:
        """The problem with what it is about; `also` are further places in which just the same is found."""
        return replace(self, fact=fact, also=tuple(map(Also, also)))

    @property
    def codes(self) -> frozenset[str]:
        """The codes of all that is reported with it, its own among them."""
        return frozenset((self.code, *(one.code for one in self.also if one.code)))

    @property
    def years(self) -> frozenset[int | None]:
        """The years (Buddhist Era) in which its fact is found."""
        return frozenset((self.year, *(one.year for one in self.also if one.year is not None)))

    @property
    def places(self) -> tuple[Where, ...]:
        """All places of its fact, its own first, each once."""
        return tuple(dict.fromkeys((self.where, *(one.where for one in self.also))))

    @property
    def apart(self) -> tuple[Problem, ...]:
        """Problems gathered into it, each by itself and in one place, for whoever asks by code or by file."""
        own = replace(self, also=()) if self.also else self
        return (own, *(_apart(one, own) for one in self.also))

    @property
    def order(self) -> tuple[Where, str, str]:
        """Sorting key: by place, then by code, then by the values that fill the sentence."""
        return (self.where, self.code, repr(sorted(self.values.items())))


def _apart(also: Also, own: Problem) -> Problem:
    if not also.code:
        return replace(own, where=also.where, year=own.year if also.year is None else also.year)
    return replace(own, code=also.code, where=also.where, values=also.values, year=also.year)


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
        """True if the comment is about this problem: of one of its codes, on a line of a place or above it."""
        lines = {self.where.line, self.where.line + 1} if self.own_line else {self.where.line}
        is_near = any(one.file == self.where.file and one.line in lines for one in found.places)
        return is_near and self.code in found.codes
