"""Settings of an engine at the top of a site, and what they name, without asking an engine, which takes long."""

from __future__ import annotations

import os
import re
from pathlib import Path

from prongsai.disk.read import read_plain
from prongsai.pipeline.target.manifest import MANIFEST

ENDINGS = (".yml", ".yaml", ".toml")
_WITH_THEM = (".py",)  # what a hook imports is not named
_ELSEWHERE = {"content", "data", "site", "site_config"}  # read anyway, or made
_WORD = re.compile(r"[^\s'\"\[\]{},:]+")
_LARGEST = 1_000_000  # bytes; an engine's settings are shorter, and what is longer is compared as it is


def find_settings(root: Path) -> list[str]:
    """The entries at the top of a site that an engine may read besides pages: more than it does rather than less."""
    names = _names(root)
    texts = "\n".join(read_settings(root, name) for name in names if name.endswith(ENDINGS))
    words = {word.replace("\\", "/").removeprefix("./").partition("/")[0] for word in _WORD.findall(texts)}
    return [name for name in names if name.endswith((*ENDINGS, *_WITH_THEM)) or _is_named(root, name, words)]


def read_settings(root: Path, name: str) -> str:
    """The text of a file of settings; empty where it cannot be read."""
    try:
        return read_plain(root / name, _LARGEST).decode("utf-8-sig", "replace")
    except OSError:
        return ""


def _names(root: Path) -> list[str]:
    try:
        return sorted(name for name in os.listdir(root) if not name.startswith("."))  # noqa: PTH208  names alone
    except OSError:
        return []


def _is_named(root: Path, name: str, words: set[str]) -> bool:
    """True if a word of the settings is this entry, and it is none of the sites that a build has made."""
    return name in words and name not in _ELSEWHERE and not (root / name / MANIFEST).exists()
