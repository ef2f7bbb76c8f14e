"""A small site for each test, with or without an earlier build."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import sites
from once import make_once
from prongsai.pipeline.build import build_folder

REPOSITORY = Path(__file__).resolve().parents[3]


def make_root(folder: Path) -> Path:
    """The smallest valid site, with the settings of the engine and a page written by hand."""
    root = sites.copy_small(folder)
    shutil.copy(REPOSITORY / "mkdocs.yml", root / "mkdocs.yml")
    page = root / "content" / "about.md"
    page.parent.mkdir()
    page.write_text("# เกี่ยวกับเรา {#about}\n\nเขียนเอง [กลับ](index.md)\n", "utf-8")
    return root


@pytest.fixture
def root(tmp_path) -> Path:
    """A site that was never built."""
    return make_root(tmp_path / "root")


@pytest.fixture(scope="session")
def _once(tmp_path_factory) -> Path:
    return make_once(tmp_path_factory, "small-site", _build)


def _build(folder: Path) -> Path:
    root = make_root(folder / "root")
    assert build_folder(root, root / "site").done
    return root


@pytest.fixture
def built(_once, tmp_path) -> Path:
    """A site that was built into its folder `site`."""
    return Path(shutil.copytree(_once, tmp_path / "built", symlinks=True))
