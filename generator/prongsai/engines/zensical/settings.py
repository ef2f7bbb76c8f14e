"""The settings of a site for Zensical: one file of what the agency's own and the generated one say together."""

from __future__ import annotations

import io
import os
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from ruamel.yaml import YAML

from prongsai.engines.engine import CONTENT, Settings
from prongsai.engines.theme import THEME
from prongsai.problems import Problem, Where, problem

THEME_HERE = "theme"  # in the folder of the build, next to the content
LINKS = "prongsai.engines.zensical.page_links"
FENCES = "pymdownx.superfences"
_ALWAYS = ("toc", "tables", "fenced_code")  # the extensions that MkDocs has by itself
_OURS = {"prongsai", "search"}  # plugins without which the pages are the same
_INHERITED = "INHERIT"
_DEEPEST = 10  # files that inherit from each other
_NOTHING_CHECKED = {"invalid_links": False, "invalid_link_anchors": False}  # it warns of links in code and in comments


def merge_settings(root: Path, name: str) -> dict[str, Any]:
    """The settings in the file `name` with those that it inherits: mappings are joined, all else replaces."""
    settings: dict[str, Any] = {}
    path = root / name
    for _ in range(_DEEPEST):
        own = YAML().load(path.read_text("utf-8-sig")) or {}
        settings = _joined(own, settings)
        above = settings.pop(_INHERITED, None)
        if above is None:
            break
        path = Path(os.path.normpath(path.parent / str(above)))
    return settings


def _joined(base: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    joined = dict(base)
    for key, value in over.items():
        below = joined.get(key)
        if isinstance(below, Mapping) and isinstance(value, Mapping):
            value = _joined(below, value)  # noqa: PLW2901  the value that is kept
        joined[key] = value
    return joined


def find_unknown(root: Path, file: Settings, engine: str) -> list[Problem]:
    """A problem for each setting that this engine would pass over in silence, so that the site would be another."""
    settings = merge_settings(root, file.name)
    unknown = [*_unknown_plugins(settings.get("plugins")), *_unknown_theme(root, settings.get("theme"))]
    if settings.get("hooks"):
        unknown.insert(0, "hooks")
    return [problem("engine-setting-unknown", Where(file.name), setting=name, engine=engine) for name in unknown]


def _unknown_plugins(plugins: Any) -> Iterator[str]:
    for one in plugins or ():
        name = str(next(iter(one), "") if isinstance(one, Mapping) else one)
        if name not in _OURS:
            yield f"plugins: {name}"


def _unknown_theme(root: Path, theme: Any) -> Iterator[str]:
    folder = theme.get("custom_dir", "") if isinstance(theme, Mapping) else ""
    if os.path.normpath(root / str(folder)) != os.path.normpath(root / THEME):
        yield "theme"


def find_lost(root: Path, file: Settings, names: Collection[str]) -> list[Problem]:
    """A problem for each page of the menu that is not among the `names` of the files below content/."""
    settings = merge_settings(root, file.name)
    lost = [one for one in _in_menu(settings.get("nav")) if not urlsplit(one).scheme and one not in names]
    return [problem("engine-message", Where(file.name), text=f"nav: {one}") for one in lost]


def _in_menu(nav: Any) -> Iterator[str]:
    """The files of a menu, also of the menus in it."""
    if isinstance(nav, str):
        yield nav
    for one in nav.values() if isinstance(nav, Mapping) else nav if isinstance(nav, list) else ():
        yield from _in_menu(one)


def write_settings(root: Path, name: str) -> str:
    """The settings as YAML, for a folder that has content and theme next to them."""
    settings = merge_settings(root, name)
    settings |= {"docs_dir": CONTENT, "site_dir": "site", "plugins": [], "validation": dict(_NOTHING_CHECKED)}
    settings["theme"] = {**settings["theme"], "name": None, "custom_dir": THEME_HERE}
    settings["markdown_extensions"] = [*_extensions(settings.get("markdown_extensions"))]
    settings.pop("watch", None)
    written = io.StringIO()
    YAML().dump(settings, written)
    return written.getvalue()


def _extensions(chosen: Any) -> Iterator[Any]:
    """The extensions of the site, those of MkDocs before them; without superfences where the site does not choose it.

    Zensical adds that one where it is not named, and replaces MkDocs' own fences; named first, it is replaced by them.
    """
    pairs = [{name: options} for name, options in chosen.items()] if isinstance(chosen, Mapping) else [*(chosen or ())]
    names = {str(next(iter(one)) if isinstance(one, Mapping) else one) for one in pairs}
    yield from () if FENCES in names else (FENCES,)
    yield from (name for name in _ALWAYS if name not in names)
    yield from pairs
    yield LINKS
