"""Fill a generated page of the engine with its content from its article, as the engine would from its Markdown."""

from __future__ import annotations

from markdown.extensions.toc import nest_toc_tokens
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from prongsai.engines.engine import Article, Heading
from prongsai.engines.mkdocs.front_matter import split_page

_MARK = b'generated_by: "prongsai"'
_LINKS = (b"](", b"]:", b"] [", b"][")


def is_generated(markdown: bytes) -> bool:
    """True if a page is one of our own, of which the engine has nothing to warn: its links are HTML already."""
    head, _, text = markdown.partition(b"\n---\n")
    return _MARK in head and not any(sign in text for sign in _LINKS)


def has_title(page: Page) -> bool:
    """True if the title of a page is known: the menu gives it, or the page was read."""
    return page.title is not None


def fill_from_article(page: Page, article: Article) -> None:
    """Fill a page as the engine would have from its Markdown."""
    page.markdown, page.meta = split_page(page.file.content_string)
    page.content = article.html
    page.toc = get_toc(nest_toc_tokens([_token(one) for one in article.contents]))
    page._title_from_render = article.title or None
    page.present_anchor_ids = set(article.ids)


def _token(heading: Heading) -> dict[str, object]:
    return {"level": heading.level, "id": heading.id, "name": heading.text}
