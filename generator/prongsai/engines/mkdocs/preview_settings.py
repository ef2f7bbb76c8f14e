"""Files that mkdocs.yml names outside content/ belong to the copy of the preview; others are found from there."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from prongsai.engines.engine import CONTENT
from prongsai.engines.mkdocs.check_settings import SETTINGS

_DATA = ("data", "site_config", CONTENT)
_NEVER = {"", ".", "..", ".prongsai", ".git", "site"}
_INHERITED = "INHERIT"
_TARGET = "site_dir"
_DEEPEST = 10  # files that inherit from each other


def find_parts(root: Path) -> tuple[str, ...]:
    """The files and folders at the top of a site that mkdocs.yml names, besides those of every site."""
    named = {step for file in _config_files(root) for step in _first_steps(root, file)}
    return tuple(sorted(name for name in named - {*_DATA, SETTINGS} if os.path.lexists(root / name)))


def is_settings(root: Path, name: str) -> bool:
    """True if a file of the site is mkdocs.yml or one that it inherits from."""
    return (
        name.endswith((".yml", ".yaml")) and name.partition("/")[0] not in _DATA and root / name in _config_files(root)
    )


def settle_settings(root: Path, copy: Path, text: str) -> str:
    """The text of a configuration with every path that would miss from `copy` put right; nothing else changes."""
    for value, start, end in sorted(_texts(text), key=lambda one: one[1], reverse=True):
        settled = _settled(root, copy, value)
        if settled != value:
            text = text[:start] + json.dumps(settled, ensure_ascii=False) + text[end:]
    return text


def _settled(root: Path, copy: Path, value: str) -> str:
    """A path out of the site's folder becomes a whole one, a whole one into that folder leads into the copy."""
    plain = value.replace("\\", "/")
    if plain == ".." or plain.startswith("../"):
        outside = Path(os.path.normpath(root / plain))
        return str(outside) if outside.exists() else value
    path = Path(value)
    if path.is_absolute() and path.is_relative_to(root) and path.exists():
        return str(copy / path.relative_to(root))
    return value


def _config_files(root: Path) -> list[Path]:
    """mkdocs.yml and what it inherits from, as far as that is in the site's folder and not generated."""
    found: list[Path] = []
    path: Path | None = root / SETTINGS
    while path is not None and path not in found and len(found) < _DEEPEST:
        found.append(path)
        above = dict(_pairs(_read(path))).get(_INHERITED)
        path = Path(os.path.normpath(path.parent / above)) if above else None
        if path is not None and not (path.is_relative_to(root) and _first_step(root, str(path)) not in _NEVER):
            path = None
    return found


def _first_steps(root: Path, file: Path) -> Iterator[str]:
    text = _read(file)
    target = dict(_pairs(text)).get(_TARGET, "")
    for value, _, _ in _texts(text):
        step = _first_step(root, value)
        if step not in _NEVER and step != _first_step(root, target):
            yield step


def _first_step(root: Path, value: str) -> str:
    """The entry at the top of the site that a path names."""
    if "\0" in value or "\n" in value:
        return ""
    path = Path(os.path.normpath(root / value.replace("\\", "/")))
    return path.relative_to(root).parts[0] if path != root and path.is_relative_to(root) else ""


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig") if path.is_file() else ""
    except (OSError, UnicodeDecodeError):
        return ""


@lru_cache(maxsize=16)
def _texts(text: str) -> tuple[tuple[str, int, int], ...]:
    """Every text in a YAML file, with where it begins and ends; none where it is broken, which the engine will say."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError
    from ruamel.yaml.events import ScalarEvent

    try:
        events = [event for event in YAML(typ="safe").parse(text) if isinstance(event, ScalarEvent)]
    except YAMLError:
        return ()
    return tuple((str(event.value), event.start_mark.index, event.end_mark.index) for event in events)


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    """Each text with the one behind it: enough to find the value of a key."""
    values = [value for value, _, _ in _texts(text)]
    return pairwise(values)
