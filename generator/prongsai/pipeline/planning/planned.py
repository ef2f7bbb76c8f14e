"""The files that generating a site would write, before anything of it is made."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial

from prongsai.ledger.follow_redirects import Addresses
from prongsai.pages.manuscript import Manuscript
from prongsai.pages.page import Page
from prongsai.paper.content import Paper
from prongsai.pipeline.content.owners import CONTENT, GENERATED_LIST, IGNORE_HEAD, IGNORE_LIST
from prongsai.pipeline.planning.when_asked import InTurn, WhenAsked
from prongsai.problems import Problem
from prongsai.views.share_cards import ShareCard


@dataclass(frozen=True)
class Made:
    """The files of a site by their names below its folder: pages as they were written, and all others."""

    pages: WhenAsked[Manuscript] = field(default_factory=lambda: WhenAsked({}))
    others: Mapping[str, bytes] = field(default_factory=dict)

    @cached_property
    def files(self) -> Mapping[str, bytes]:
        """All of them, pages as Markdown, and the list by which git ignores them; nothing where nothing is made."""
        if not self.pages and not self.others:
            return {}
        pages = WhenAsked({name: partial(self._markdown, name) for name in self.pages})
        return InTurn(pages, lambda: {**self.others, IGNORE_LIST: _ignore_list((*self.pages, *self.others))})

    def _markdown(self, name: str) -> bytes:
        return self.pages[name].markdown.encode()


def below_content(files: Mapping[str, str | bytes]) -> dict[str, bytes]:
    """Files by their names below the site's folder, of those by their addresses."""
    return {f"{CONTENT}{path}": encoded(one) for path, one in files.items()}


def encoded(one: str | bytes) -> bytes:
    """The bytes of a file."""
    return one.encode() if isinstance(one, str) else one


def _ignore_list(files: Iterable[str]) -> bytes:
    """The list by which git ignores just these files, so that a new hand-written page is seen."""
    names = sorted(name.removeprefix(CONTENT).replace("[", "\\[") for name in {*files, GENERATED_LIST})
    return ("\n".join((IGNORE_HEAD, "/.gitignore", *names)) + "\n").encode()


MakeFiles = Callable[[Mapping[str, int]], Made]


def _make_nothing(_counts: Mapping[str, int]) -> Made:
    """No files, where there is nothing to plan."""
    return Made()


@dataclass(frozen=True)
class Planned:
    """The plan of generating: the pages of the plan, the addresses that exist, and what makes the files.

    `own_pages` are the addresses of pages written by hand, each with its file below content/. With `problems` a page
    cannot be written and there are no files. `old_pages` are pages where something was published once. `documents` and
    the pictures of `cards` are made when the files are written, since that takes long; `make` learns how many pages
    the documents have. `given` are the addresses that pages may lead to besides those of the plan.
    """

    pages: tuple[Page, ...]
    make: MakeFiles = _make_nothing
    own_pages: Mapping[str, str] = field(default_factory=dict)
    addresses: Addresses = field(default_factory=lambda: Addresses(frozenset()))
    problems: tuple[Problem, ...] = ()
    old_pages: tuple[Page, ...] = ()
    documents: tuple[Paper, ...] = ()
    cards: tuple[ShareCard, ...] = ()
    given: frozenset[str] = frozenset()

    @cached_property
    def made(self) -> Made:
        """All files as they are while no document is made: nobody who only asks for addresses waits for them."""
        return self.make({})

    @property
    def files(self) -> Mapping[str, bytes]:
        """The same by their names below the site's folder."""
        return self.made.files

    def made_with(self, counts: Mapping[str, int]) -> Made:
        """All files, with the numbers of pages of the documents, by their paths, where pages name them."""
        return self.make(counts) if counts else self.made

    @property
    def in_navigation(self) -> list[str]:
        """The pages written by hand at the top of content/, without those in place of a generated one."""
        replaced = {page.path for page in self.pages}
        own = ((path, name) for path, name in self.own_pages.items() if path not in replaced)
        return sorted(name for _, name in own if "/" not in name)
