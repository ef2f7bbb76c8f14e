"""The words of a page for those who search, by section."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from prongsai import addresses


@dataclass(frozen=True)
class Passage:
    """A section of a page: its id (empty for the top), its heading, and its text in sentences.

    `aside` is what else it says: facts, cells of tables, dates, states of links. It is found, but not shown as a piece
    of the page.
    """

    anchor: str
    heading: str
    text: str
    aside: str = ""


@dataclass(frozen=True)
class PageText:
    """The content of a page: its passages, the units and the files that it links.

    `units` are keys of units, `files` paths of attachments with the words of the link.
    """

    passages: tuple[Passage, ...]
    units: tuple[str, ...] = ()
    files: tuple[tuple[str, str], ...] = ()


def page_text(passages: Iterable[Passage], links: Sequence[tuple[str, str]]) -> PageText:
    """The passages of a page with what its links lead to: pairs of a path of the site and the words of the link."""
    subjects = (addresses.subject_of(f"{target.rstrip('/')}/") for target, _ in links)
    units = (subject.key for subject in subjects if subject.kind == "unit")
    files = {target: text for target, text in reversed(links) if addresses.subject_of(target).kind == "files"}
    return PageText(tuple(passages), tuple(dict.fromkeys(units)), tuple(sorted(files.items())))
