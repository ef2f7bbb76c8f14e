"""Give MkDocs the content of pages that is known already, in the place of what it would make of their Markdown.

Where a site has extensions of its own, or a plugin that changes Markdown, nobody but MkDocs knows what comes of it, and
every page is read as Markdown.
"""

from __future__ import annotations

from collections.abc import Mapping

from markdown.extensions.toc import nest_toc_tokens
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from prongsai.engines.engine import Article, Heading
from prongsai.engines.mkdocs.base_settings import EXTENSIONS, OPTIONS

_READERS = {"toc", "tables", "fenced_code", *EXTENSIONS}  # those that the engine has by itself come first
_OF_ONE_PAGE = {
    *("abbr", "admonition", "codehilite", "def_list", "footnotes", "md_in_html", "nl2br", "sane_lists", "smarty"),
    *(f"pymdownx.{name}" for name in ("betterem", "caret", "critic", "details", "highlight", "inlinehilite", "keys")),
    *(f"pymdownx.{name}" for name in ("mark", "smartsymbols", "superfences", "tabbed", "tasklist", "tilde")),
}
_CHANGING = ("pre_page", "page_read_source", "page_markdown")  # events before Markdown is converted


def place_articles(articles: Mapping[str, Article], config: MkDocsConfig, files: Files) -> None:
    """Let each page whose article there is take it, before the engine reads the first."""
    if not articles or not reads_as_generated(config):
        return
    for file in files.documentation_pages():
        if file.page is not None and file.src_dir == config.docs_dir:
            file.page.render = _Taken(file.page, articles)  # type: ignore[method-assign]


def reads_as_generated(config: MkDocsConfig) -> bool:
    """True if Markdown is read with the generated settings alone."""
    return not _is_changed(config) and set(config.markdown_extensions) == _READERS and options_of(config) == {**OPTIONS}


def reads_each_alone(config: MkDocsConfig) -> bool:
    """True if what becomes of a page's Markdown rests on it and on the settings, and on nothing else.

    So it is with these extensions, where none of their options is a piece of a program: they read no other file and no
    clock, and keep nothing from one page to the next.
    """
    return (
        not _is_changed(config)
        and set(config.markdown_extensions) <= _READERS | _OF_ONE_PAGE
        and _is_plain(options_of(config))
    )


def options_of(config: MkDocsConfig) -> Mapping[str, object]:
    """The options of extensions, by their names, where there are any."""
    return {name: value for name, value in (config.mdx_configs or {}).items() if value}


def _is_changed(config: MkDocsConfig) -> bool:
    """True if a plugin changes Markdown before it is read."""
    return any(config.plugins.events[event] for event in _CHANGING)


def _is_plain(value: object) -> bool:
    if isinstance(value, Mapping):
        return all(map(_is_plain, (*value, *value.values())))
    if isinstance(value, list | tuple):
        return all(map(_is_plain, value))
    return value is None or isinstance(value, str | int | float)


class _Taken:
    """Takes the place of a page's own `render` and leaves what it would leave; without an article that runs."""

    def __init__(self, page: Page, articles: Mapping[str, Article]) -> None:
        self.page = page
        self.articles = articles
        self.own = page.render

    def __call__(self, config: MkDocsConfig, files: Files) -> None:
        article = self.articles.get(self.page.file.src_uri)
        if article is None:
            self.own(config, files)
        else:
            take_article(self.page, article)


def take_article(page: Page, article: Article) -> None:
    """Leave in a page what the engine would leave there after reading its Markdown."""
    page.content = article.html
    page.toc = get_toc(nest_toc_tokens(list(map(_token, article.contents))))
    page._title_from_render = article.title or None
    page.present_anchor_ids = set(article.ids)


def _token(heading: Heading) -> dict[str, object]:
    return {"level": heading.level, "id": heading.id, "name": heading.text}
