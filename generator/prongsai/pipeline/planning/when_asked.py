"""Values by their names, made when somebody asks for them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from itertools import chain
from typing import Any, TypeVar

T = TypeVar("T")


class NamedAs(Mapping[str, T]):
    """Values with the names of others, which are asked for nothing but these."""

    def __init__(self, others: Mapping[str, Any]) -> None:
        self.others = others

    def __contains__(self, name: object) -> bool:
        return name in self.others

    def __iter__(self) -> Iterator[str]:
        return iter(self.others)

    def __len__(self) -> int:
        return len(self.others)


class WhenAsked(NamedAs[T]):
    """Values by their names, each made by its maker whenever it is asked for.

    None of them is kept, so that a large site does not fill the memory.
    """

    def __init__(self, makers: Mapping[str, Callable[[], T]]) -> None:
        super().__init__(makers)
        self.makers = makers

    def __getitem__(self, name: str) -> T:
        return self.makers[name]()


class InTurn(Mapping[str, T]):
    """Values by their names, of which the `first` are known; all others are asked for when somebody comes to them.

    What has the name of one of the first is none of the others.
    """

    def __init__(self, first: Mapping[str, T], others: Callable[[], Mapping[str, T]]) -> None:
        self._first = first
        self._ask = others

    @cached_property
    def _others(self) -> Mapping[str, T]:
        return self._ask()

    def __getitem__(self, name: str) -> T:
        return self._first[name] if name in self._first else self._others[name]

    def __contains__(self, name: object) -> bool:
        return name in self._first or name in self._others

    def __iter__(self) -> Iterator[str]:
        return chain(self._first, self._later())

    def __len__(self) -> int:
        return len(self._first) + sum(1 for _ in self._later())

    def _later(self) -> Iterator[str]:
        yield from (name for name in self._others if name not in self._first)
