"""Facts of single years from which the open data is made, each found once and kept while it is the same."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from functools import partial
from typing import Any, TypeVar

from prongsai.analysis.results import Results
from prongsai.links.memory import Memory
from prongsai.model.recorder import Keeper, Key, ask_once
from prongsai.problems import Problem
from prongsai.views.links.listed import LinkUse, list_uses
from prongsai.views.oit.answers import Answers, answers_of
from prongsai.views.oit.items import shows_answers

T = TypeVar("T")
_LINKS: Key = ("open data", "links")


class ByYear:
    """Answers and links of the years of a site; `memory` is what is remembered of its links."""

    def __init__(
        self, results: Results, problems: tuple[Problem, ...], memory: Memory, keeper: Keeper | None = None
    ) -> None:
        self._results, self._keeper = results, keeper
        self._known: dict[Key, object] = {_LINKS: memory}
        self._known |= {_of(year): tuple(one for one in problems if year in one.years) for year in results.years}
        if keeper is not None:
            self._known = {key: keeper.see(key, value) for key, value in self._known.items()}
        self._asked: dict[Any, Any] = {}

    def kept(self, name: Hashable, make: Callable[[], T], *given: object) -> T:
        """A part of the tables, made once, and by a keeper only where what it reads is another than before."""
        ask = make if self._keeper is None else partial(self._keeper.get_of, name, make, *given)
        return ask_once(self._results.recorder, self._asked, name, ask)

    def answers(self, year: int) -> Answers:
        """The answers to the OIT items of a fiscal year (Buddhist Era)."""

        def make() -> Answers:
            return answers_of(self._results, year, self._read(_of(year)), self._read(_LINKS))

        return self.kept(("answers", year), make)

    def shown(self, year: int) -> Iterator[Answers]:
        """The same, where the index of the year shows them."""
        if shows_answers(self._results, year):
            yield self.answers(year)

    def uses(self, year: int) -> tuple[LinkUse, ...]:
        """The links of a year to other websites."""
        return self.kept(("uses", year), lambda: list_uses(self._results, year, self._read(_LINKS)))

    def _read(self, key: Key) -> Any:
        """A value besides the results; like all that is read of these, it counts for whatever is being made."""
        if self._keeper is not None:
            self._keeper.recorder.note(key, self._known[key])
        return self._known[key]


def _of(year: int) -> Key:
    return "open data", "problems", year
