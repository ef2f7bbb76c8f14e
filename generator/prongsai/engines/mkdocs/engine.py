"""MkDocs as an engine: what the interface asks, each answered by a module of this package."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from prongsai.engines.engine import NO_ARTICLES, Article, Made, MakePage, Order
from prongsai.engines.mkdocs.base_settings import BASE, write_base
from prongsai.engines.mkdocs.build import make, open_maker
from prongsai.engines.mkdocs.check_settings import SETTINGS, check_settings
from prongsai.engines.mkdocs.converter import markdown_converter
from prongsai.engines.mkdocs.named_files import find_named
from prongsai.engines.mkdocs.preview_settings import find_parts, is_settings, settle_settings
from prongsai.problems import Problem
from prongsai.views.frame import Frame


class MkDocsSettings:
    """The file mkdocs.yml, which inherits the generated one."""

    name = SETTINGS
    base = BASE

    def write_base(self, frame: Frame) -> str:
        return write_base(frame)

    def check(self, root: Path, *, is_data_only: bool = False) -> list[Problem]:
        return check_settings(root, is_data_only=is_data_only)

    def find_named(self, root: Path) -> list[str]:
        return find_named(root)

    def find_parts(self, root: Path) -> tuple[str, ...]:
        return find_parts(root)

    def is_part_of(self, root: Path, name: str) -> bool:
        return is_settings(root, name)

    def settle(self, root: Path, copy: Path, text: str) -> str:
        return settle_settings(root, copy, text)


class MkDocs:
    """MkDocs with Material, in this process."""

    name = "mkdocs"
    settings = MkDocsSettings()
    packages = ("mkdocs", "mkdocs-material", "Markdown")

    def converter(self, root: Path) -> Callable[[str], str]:
        return markdown_converter(root)

    def build(self, root: Path, target: Path, articles: Mapping[str, Article] = NO_ARTICLES) -> list[Problem]:
        return self.make(root, Order(target, articles)).problems

    def make(self, root: Path, order: Order) -> Made:
        return make(root, order)

    def open(self, root: Path, work: Path) -> MakePage | None:
        return open_maker(root, work)
