"""A site as the engine sees it before the first page: settings, files and menu, prepared once for all pages.

These are the steps of the engine's own build, in their order. It has not had a release since 2024, and a test asks it
for the same site.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from jinja2 import Environment
from mkdocs.commands import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel, get_files, set_exclusions
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page

from prongsai.engines.engine import NO_ARTICLES, Article
from prongsai.engines.mkdocs.articles import reads_as_generated, reads_each_alone, take_article
from prongsai.engines.mkdocs.base_settings import PLUGIN
from prongsai.engines.mkdocs.front_matter import split_page
from prongsai.engines.theme import THEME

_MARK = b'generated_by: "prongsai"'
_LINKS = (b"](", b"]:", b"] [", b"][")
_ERROR_PAGE = "404.html"


@dataclass
class Session:
    """The files of a site, its menu and what its pages are framed with.

    `own` are pages that people wrote and what else must pass the engine each time, filled already; `generated` are all
    others, with `digests` of their Markdown.
    """

    config: MkDocsConfig
    files: Files
    nav: Navigation
    env: Environment
    articles: Mapping[str, Article]
    own: list[File] = field(default_factory=list)
    generated: list[File] = field(default_factory=list)
    digests: dict[str, bytes] = field(default_factory=dict)

    @property
    def pages(self) -> list[File]:
        """All pages in the order of the engine."""
        return list(self.files.documentation_pages(inclusion=InclusionLevel.is_included))

    def fill(self, file: File) -> Page:
        """The page of a generated file with its content, from its article where there is one."""
        page = page_of(file)
        if page.content is None:
            article = self.articles.get(file.src_uri)
            if article is None:
                build._populate_page(page, self.config, self.files)
            else:
                page.markdown, page.meta = split_page(file.content_string)
                take_article(page, article)
        return page

    def move_to(self, folder: str) -> None:
        """Have all files become those of another folder than the settings say."""
        self.config.site_dir = folder
        for file in self.files:
            file.dest_dir = folder
            vars(file).pop("abs_dest_path", None)


def is_published(file: File) -> bool:
    """True if a file is not left out of the site."""
    return bool(file.inclusion.is_included())  # type: ignore[no-untyped-call]  # the engine has no types here


def page_of(file: File) -> Page:
    """The page that a file of Markdown becomes."""
    if file.page is None:
        raise LookupError(file.src_uri)
    return file.page


def is_plain(config: MkDocsConfig) -> bool:
    """True if nothing but the generated settings decides what becomes of a page.

    With plugins, hooks, templates or a theme of its own, and with extensions that read more than the page, a site is
    made by the engine's own build.
    """
    custom = (config.theme.custom_dir or "").replace("\\", "/")
    return (
        {*config.plugins} <= {PLUGIN}
        and not config.hooks
        and not config.extra_templates
        and custom.endswith(f"/{THEME}")
        and {*config.theme.static_templates} <= {_ERROR_PAGE, "sitemap.xml"}
        and reads_each_alone(config)
    )


def open_session(config: MkDocsConfig, articles: Mapping[str, Article]) -> Session | None:
    """Prepare a site; None where two of its files become one, of which the engine's own order decides."""
    config = config.plugins.on_config(config)
    config.plugins.on_pre_build(config=config)
    files = get_files(config)
    env = config.theme.get_env()
    files.add_files_from_theme(env, config)
    files = config.plugins.on_files(files, config=config)
    set_exclusions(files, config)
    nav = config.plugins.on_nav(get_navigation(files, config), config=config, files=files)
    session = Session(config, files, nav, env, articles if reads_as_generated(config) else NO_ARTICLES)
    if not _are_apart(session):
        return None
    _tell_apart(session)
    for file in session.own:
        build._populate_page(page_of(file), config, files)
    _fill_what_others_ask(session)
    session.env = config.plugins.on_env(env, config=config, files=files)
    return session


def _are_apart(session: Session) -> bool:
    """True if no two files become one."""
    names = [file.dest_uri for file in session.files if is_published(file)]
    return len(names) == len({*names}) and _ERROR_PAGE not in names


def _tell_apart(session: Session) -> None:
    for file in session.pages:
        markdown = file.content_bytes
        if _is_generated(markdown):
            session.generated.append(file)
            session.digests[file.src_uri] = hashlib.blake2b(markdown, digest_size=20).digest()
        else:
            session.own.append(file)


def _is_generated(markdown: bytes) -> bool:
    """True if a page is one of our own, of which the engine has nothing to warn: its links are HTML already."""
    head, _, text = markdown.partition(b"\n---\n")
    return _MARK in head and not any(sign in text for sign in _LINKS)


def _fill_what_others_ask(session: Session) -> None:
    """Generated pages of which the menu shows the title that they give themselves, or to whose ids people link."""
    untitled = (page for page in session.nav.pages if page.title is None)
    linked = (file.page for own in session.own for file in page_of(own).links_to_anchors or {})
    for page in {id(one): one for one in (*untitled, *linked) if one is not None}.values():
        if page.content is None:
            session.fill(page.file)


def find_dead_anchors(session: Session) -> None:
    """Have the engine warn of links in pages of people to ids that are not there."""
    level = session.config.validation.links.anchors
    for file in session.own:
        page_of(file).validate_anchor_links(files=session.files, log_level=level)


def menu_of(items: Iterable[object]) -> list[object]:
    """The titles and addresses that the menu shows."""
    return [
        [
            getattr(one, "title", None),
            getattr(one, "url", None),
            bool(getattr(one, "is_homepage", False)),
            menu_of(getattr(one, "children", None) or ()),
        ]
        for one in items
    ]
