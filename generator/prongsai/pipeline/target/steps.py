"""The steps from the site in a folder to the next one, in an order in which nothing is missing meanwhile."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from unicodedata import normalize

from prongsai.exports.packed_files import TWIN


@dataclass(frozen=True)
class Steps:
    """Files to put, which of them are new, and our files to remove; all by their names below the folder.

    `renamed` are our files of which large and small letters alone change, on a disk that takes both for one.
    """

    put: tuple[str, ...]
    added: frozenset[str]
    removed: tuple[str, ...]
    renamed: tuple[tuple[str, str], ...] = ()

    def in_order(self) -> list[str]:
        """The files to put, in an order in which no page that was there links to what is not there yet.

        First what nobody asks for yet, pages after what they show; then what changes, pages last. A packed twin goes
        with its file, in the place of which it is sent.
        """
        return sorted(self.put, key=self._rank)

    def _rank(self, name: str) -> tuple[bool, bool, str]:
        file = name.removesuffix(TWIN)
        is_new = (file if file in self.put else name) in self.added
        return not is_new, file.endswith(".html"), name


class OneFile:
    """Tells which names are one file where a disk takes large and small letters for the same; `names` are ours."""

    def __init__(self, target: Path, names: Iterable[str]) -> None:
        self._target = target
        self._alike = {_folded(name): name for name in names}

    def other_name(self, name: str) -> str:
        """Our name of the file with this name; the name itself where it has no other."""
        other = self._alike.get(_folded(name), name)
        return other if other != name and self._is_one(other, name) else name

    def _is_one(self, name: str, other: str) -> bool:
        try:
            return (self._target / name).samefile(self._target / other)
        except OSError:
            return False


def find_renamed(gone: Iterable[str], wanted: Mapping[str, str], target: Path) -> dict[str, str]:
    """Names of `gone` whose file is a wanted one under another name: to remove it would remove that."""
    found = OneFile(target, wanted)
    pairs = ((name, found.other_name(name)) for name in gone)
    return {name: other for name, other in pairs if other != name}


def _folded(name: str) -> str:
    return normalize("NFC", name).casefold()
