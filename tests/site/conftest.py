"""The repository's own site, built once as an agency builds it."""

from __future__ import annotations

import gc
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

import sites
from once import make_once
from prongsai.pipeline.build import build_folder
from unit.pages.reading import Element, read_html


@dataclass(frozen=True)
class Site:
    """A site that was built: its folder, and the folder it was built from."""

    root: Path
    folder: Path

    def page(self, path: str) -> Element:
        """The content of the page at an address below the site's root."""
        html = (self.folder / path.strip("/") / "index.html").read_text("utf-8")
        return read_html(html).one("article")

    def json(self, path: str) -> Any:
        """A JSON file of the site."""
        return json.loads((self.folder / path.strip("/")).read_text("utf-8"))

    def entered(self, path: str) -> Any:
        """A data file as it was entered, with numbers as texts."""
        yaml = YAML(typ="base")
        return yaml.load((self.root / path).read_text("utf-8"))

    @cached_property
    def addresses(self) -> list[str]:
        """The addresses of all pages."""
        found = sorted(path.parent.relative_to(self.folder).as_posix() for path in self.folder.rglob("index.html"))
        return ["/" if name == "." else f"/{name}/" for name in found]


@pytest.fixture(autouse=True)
def _collecting() -> Iterator[None]:
    """The commands that build collect no garbage while they run; the tests after them do."""
    yield
    gc.enable()


@pytest.fixture(scope="session")
def own(tmp_path_factory) -> Site:
    """The site of this repository."""
    return make_once(tmp_path_factory, "site-of-its-own", _build_own)


def _build_own(folder: Path) -> Site:
    root = sites.copy_own(folder / "root")
    built = build_folder(root, root / "site")
    assert built.done, built.problems
    return Site(root, root / "site")
