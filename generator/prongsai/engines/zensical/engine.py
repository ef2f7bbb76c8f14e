"""Zensical as an engine: by the people of Material, in a program of its own, asked for by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib.util import find_spec
from pathlib import Path

from prongsai.engines.engine import NO_ARTICLES, Article, Engine
from prongsai.engines.zensical.build import PROGRAM, build
from prongsai.problems import Problem


class Zensical:
    """Zensical with the settings and the Markdown of another engine, `other`, whose site it makes."""

    name = PROGRAM
    packages = (PROGRAM, "Markdown")

    def __init__(self, other: Engine) -> None:
        self.settings = other.settings
        self.converter: Callable[[Path], Callable[[str], str]] = other.converter

    @property
    def is_installed(self) -> bool:
        """True if the program is there; it comes with an extra."""
        return find_spec(PROGRAM) is not None

    def build(self, root: Path, target: Path, _articles: Mapping[str, Article] = NO_ARTICLES) -> list[Problem]:
        return build(root, target, self.settings, self.converter(root))
