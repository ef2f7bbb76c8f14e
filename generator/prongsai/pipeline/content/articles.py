"""The contents of pages as HTML, for an engine that need not read their Markdown then."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from prongsai.engines.engine import CONTENT, Article, Heading
from prongsai.pages.manuscript import Manuscript, ids_in


class Articles(Mapping[str, Article]):
    """The articles of pages by the names of their files below content/, each made when it is asked for.

    None of them is kept, so that a large site does not fill the memory; `pages` are by their names below the site's
    folder. A page of which only Python-Markdown knows the HTML has none.
    """

    def __init__(self, pages: Mapping[str, Manuscript]) -> None:
        self._pages = pages

    def __getitem__(self, name: str) -> Article:
        article = _article(self._pages[f"{CONTENT}/{name}"])
        if article is None:
            raise KeyError(name)
        return article

    def __iter__(self) -> Iterator[str]:
        names = (name.removeprefix(f"{CONTENT}/") for name in self._pages)
        return (name for name in names if name in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __bool__(self) -> bool:
        """True if there are pages at all, for which none need be made."""
        return bool(self._pages)


def _article(page: Manuscript) -> Article | None:
    html = page.html
    if html is None:
        return None
    contents = tuple(Heading(one.level, one.id, one.words) for one in page.contents)
    return Article(html, contents, page.title, ids_in(html))
