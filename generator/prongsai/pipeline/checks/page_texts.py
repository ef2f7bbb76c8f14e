"""What the pages and files that were frozen are now: read before the site is built, comparable with the built one."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from prongsai import addresses
from prongsai.disk.read import read_plain
from prongsai.links.frozen import Frozen, FrozenLink
from prongsai.links.page_text import digest_text, read_article
from prongsai.pipeline.content.owners import CONTENT

# The extensions of the base configuration that matter to the text, behind those that the engine has by itself.
_UNCHOSEN = ["toc", "tables", "fenced_code", "attr_list"]


@dataclass(frozen=True)
class Sources:
    """What a site consists of, by the paths of the site: generated pages and data as text, the files of own pages."""

    root: Path
    generated: Mapping[str, str]
    own_pages: Mapping[str, str]
    data: Mapping[str, str]


def find_current(records: Iterable[Frozen], sources: Sources) -> dict[str, str]:
    """The hash of each page's text and each file's bytes of this site that a record names; none for what is gone."""
    links = {link.href: link for record in records for link in record.links if link.place != "web"}
    convert = markdown_converter(sources.root) if any(link.place == "page" for link in links.values()) else str
    texts: dict[str, str] = {}
    for href, link in links.items():
        found = _page(link, sources, texts, convert) if link.place == "page" else _file(href, sources)
        if found:
            texts[href] = found
    return texts


def _page(link: FrozenLink, sources: Sources, known: dict[str, str], convert: Callable[[str], str]) -> str:
    path = link.href.partition("#")[0]
    if path not in known:
        markdown = sources.generated.get(path) or _hand_written(path, sources)
        if not markdown:
            return ""
        known[path] = digest_text(read_article(convert(markdown)))
    return known[path]


def _hand_written(path: str, sources: Sources) -> str:
    name = sources.own_pages.get(path)
    try:
        return (sources.root / CONTENT / name).read_text("utf-8-sig") if name else ""
    except (OSError, UnicodeDecodeError):
        return ""


def _file(href: str, sources: Sources) -> str:
    data = sources.data.get(href)
    try:
        body = data.encode() if data is not None else read_plain(sources.root / CONTENT / addresses.content_name(href))
    except OSError:
        return ""
    return hashlib.sha256(body).hexdigest()


def markdown_converter(root: Path) -> Callable[[str], str]:
    """Turns the Markdown of a page into HTML as the engine does, with the extensions that the site has chosen."""
    import markdown
    from mkdocs.utils.meta import get_data

    try:
        extensions, options = _extensions(root)
        made = markdown.Markdown(extensions=extensions, extension_configs=options)
    except Exception:  # noqa: BLE001  what is wrong with mkdocs.yml can be anything, and the engine tells it
        made = markdown.Markdown(extensions=_UNCHOSEN)

    def convert(text: str) -> str:
        made.reset()
        return str(made.convert(get_data(text)[0]))

    return convert


def _extensions(root: Path) -> tuple[list[str], dict[str, Any]]:
    """The extensions of mkdocs.yml, read without the base configuration, which a fresh clone does not have yet."""
    from mkdocs.utils.yaml import yaml_load

    text = (root / "mkdocs.yml").read_text("utf-8")
    own = yaml_load("\n".join(line for line in text.splitlines() if not line.startswith("INHERIT:"))) or {}
    if "markdown_extensions" not in own:  # nearly always; the engine's own reading takes long to import
        return _UNCHOSEN, {}
    from mkdocs.config.defaults import MkDocsConfig

    config = MkDocsConfig(config_file_path=str(root / "mkdocs.yml"))
    chosen = {"markdown_extensions": own["markdown_extensions"]}
    config.load_dict({"site_name": "-", "docs_dir": str(root / CONTENT), **chosen})
    config.validate()
    return list(config.markdown_extensions), dict(config.mdx_configs or {})
