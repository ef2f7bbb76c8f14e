"""Values by their names, made when somebody asks for them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

T = TypeVar("T")


class WhenAsked(Mapping[str, T]):
    """Values by their names, each made by its maker whenever it is asked for.

    None of them is kept, so that a large site does not fill the memory.
    """

    def __init__(self, makers: Mapping[str, Callable[[], T]]) -> None:
        self.makers = makers

    def __getitem__(self, name: str) -> T:
        return self.makers[name]()

    def __contains__(self, name: object) -> bool:
        return name in self.makers

    def __iter__(self) -> Iterator[str]:
        return iter(self.makers)

    def __len__(self) -> int:
        return len(self.makers)
