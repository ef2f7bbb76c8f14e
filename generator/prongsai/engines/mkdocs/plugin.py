"""Our plugin of MkDocs, which the generated settings name: the same site, sooner, by `mkdocs build` as well.

No page depends on it. Material has some 14,000 drawings that the engine would look at and leave out, and files that
none of our pages asks for; a build compiles many templates, and `serve` builds often.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from jinja2 import BytecodeCache, Environment, FileSystemLoader
from jinja2.bccache import Bucket
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from prongsai.engines.engine import BARE, NO_ARTICLES, Article
from prongsai.engines.mkdocs.articles import place_articles
from prongsai.engines.theme import THEME
from prongsai.thai.unbroken import keep_page_whole

_SITEMAP = "sitemap.xml"


class Plugin(BasePlugin):  # type: ignore[no-untyped-call,type-arg]  # the engine's base class is untyped
    """The plugin that gives each build of the engine our data; one object serves all builds of a process."""

    def __init__(self) -> None:
        self.articles = NO_ARTICLES  # of the pages of the next build

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Before the engine asks for the theme's environment; the sitemap is among the generated files."""
        config.theme.static_templates.discard(_SITEMAP)
        make = config.theme.get_env

        def get_env() -> Environment:
            env = make()
            env.loader = _Listing(config.theme.dirs, _published(config))
            return env

        config.theme.get_env = get_env  # type: ignore[method-assign]  # the engine has no event before the listing
        return config

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """Before the engine copies a file: one that tells too much has a bare copy, which is published instead."""
        bare = Path(config.config_file_path).parent / BARE
        for file in files if bare.is_dir() else ():
            if (bare / file.src_uri).is_file():
                file.src_dir = str(bare)
        return files

    def on_nav(self, nav: Navigation, /, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Before the engine reads the first page."""
        place_articles(self.articles, config, files)
        return nav

    def on_env(self, env: Environment, /, **_: object) -> Environment:
        """Before the engine renders the first template."""
        env.bytecode_cache = _InMemory()
        return env

    def on_post_page(self, output: str, /, *, config: MkDocsConfig, **_: object) -> str:
        """Before the engine writes a page."""
        return keep_page_whole(output, _agency(config))

    def on_post_template(self, output_content: str, /, *, template_name: str, config: MkDocsConfig) -> str:
        """Before the engine writes a page of the theme, which shows an error."""
        return keep_page_whole(output_content, _agency(config)) if template_name.endswith(".html") else output_content


def _agency(config: MkDocsConfig) -> str:
    """The name of the agency as the generated settings have it."""
    facts = config.extra.get("prongsai")
    return str(facts.get("agency", "")) if isinstance(facts, dict) else ""


def give_articles(plugins: Iterable[object], articles: Mapping[str, Article]) -> None:
    """Give our plugin, which is among these, what is known of the pages of the next build."""
    for plugin in plugins:
        if isinstance(plugin, Plugin):
            plugin.articles = articles


def _published(config: MkDocsConfig) -> list[str]:
    """The folders of the theme whose files are published: ours alone, which asks for no file of the one below it.

    A site with a theme of its own may need what is below, and gets all.
    """
    custom = config.theme.custom_dir
    return [custom] if custom and Path(custom).as_posix().endswith(f"/{THEME}") else [*config.theme.dirs]


class _Listing(FileSystemLoader):
    """Finds templates in all folders of the theme; what is to be copied it lists from those that are published.

    It passes over folders with a dot before their name, none of whose files the engine ever copies.
    """

    def __init__(self, folders: Sequence[str], published: Sequence[str]) -> None:
        super().__init__(folders)
        self._published = published

    def list_templates(self) -> list[str]:
        found: set[str] = set()
        for top in self._published:
            for folder, folders, names in os.walk(top):
                folders[:] = (name for name in folders if not name.startswith("."))
                inside = os.path.relpath(folder, top).replace(os.sep, "/")
                found.update(name if inside == "." else f"{inside}/{name}" for name in names)
        return sorted(found)


_KEPT: dict[str, bytes] = {}  # by name and content of a template: one that is edited is compiled again


class _InMemory(BytecodeCache):
    """Compiled templates by their name and the checksum of what they were compiled from, for all sites of a process."""

    def get_cache_key(self, name: str, filename: str | None = None) -> str:  # noqa: ARG002  each site has its own file
        return name

    def load_bytecode(self, bucket: Bucket) -> None:
        if code := _KEPT.get(f"{bucket.key} {bucket.checksum}"):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        _KEPT[f"{bucket.key} {bucket.checksum}"] = bucket.bytecode_to_string()
