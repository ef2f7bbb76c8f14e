"""Files that people wrote in the place of a page, or where they would become the same page."""

from __future__ import annotations

from collections.abc import Sequence

from prongsai.pages.page import Page
from prongsai.pipeline.content.owners import CONTENT
from prongsai.problems import Problem, Where, problem


def foreign_pages(pages: Sequence[Page], hand_written: frozenset[str]) -> tuple[Problem, ...]:
    """A problem for each file that somebody wrote where one of our pages must be."""
    kept = (page for page in pages if not page.replaceable)
    names = (name for page in kept for name in sorted(rivals(page) & hand_written))
    return tuple(problem("page-not-ours", Where(f"{CONTENT}/{name}")) for name in names)


def rivals(page: Page, *, with_own: bool = False) -> frozenset[str]:
    """Other files that would become the same page."""
    stem = page.path.strip("/")
    names = {f"{stem}.md", f"{stem}/README.md"} if stem else {"README.md"}
    return frozenset(names | {page.source}) if with_own else frozenset(names)
