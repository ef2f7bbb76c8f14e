"""Our plugin of the engine is in each of our builds, and decides which files of the theme are published."""

from __future__ import annotations

import shutil

import pytest

import sites
from prongsai.engines.engine import BARE
from prongsai.engines.shipped import ENGINE
from prongsai.engines.theme import THEME
from prongsai.loading.read_attachment import read_attachment
from prongsai.pipeline.check import check_folder
from prongsai.pipeline.generate import generate_folder
from unit.exports.test_photos import opened, picture


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    """A small site that was generated."""
    made = sites.copy_small(tmp_path_factory.mktemp("plugin") / "root")
    shutil.copy(sites.REPOSITORY / ENGINE.settings.name, made)
    assert not generate_folder(made, check_folder(made)).written.problems
    return made


@pytest.fixture(scope="module")
def built(root):
    """The engine's page of it."""
    assert ENGINE.build(root, root / "site") == []
    return sites.snapshot(root / "site")


@pytest.mark.parametrize("lines", ["plugins: []\n", "plugins:\n  - prongsai\n"])
def test_a_site_with_a_list_of_plugins_of_its_own_is_built_like_any_other(root, built, lines):
    """Its list takes the place of the generated one, and ours is there all the same, once."""
    settings = root / ENGINE.settings.name
    before = settings.read_text("utf-8")
    settings.write_text(before + lines, "utf-8")
    try:
        assert ENGINE.build(root, root / "again") == []
    finally:
        settings.write_text(before, "utf-8")
    assert sites.snapshot(root / "again") == built


def test_no_file_is_published_that_our_theme_does_not_have(root, built):
    """Pages and files of content/, our theme's files and what it renders: nothing of the theme below it."""
    theme = root / THEME
    ours = {path.relative_to(theme).as_posix() for path in theme.rglob("*")}
    content = {path.relative_to(root / "content").as_posix() for path in (root / "content").rglob("*")}
    files = {name for name in built if (root / "site" / name).is_file() and not name.endswith(".html")}
    assert files - ours - content == set()
    assert {"assets/favicon.svg", "assets/css/site.css"} <= files


def test_a_theme_of_an_agency_keeps_the_files_below_it(root):
    """Its pages are made by Material, whose style sheets they name."""
    (root / "overrides").mkdir()
    settings = root / ENGINE.settings.name
    before = settings.read_text("utf-8")
    settings.write_text(f"{before}theme:\n  custom_dir: overrides\n  static_templates: []\n", "utf-8")
    try:
        assert ENGINE.build(root, root / "other") == []
    finally:
        settings.write_text(before, "utf-8")
    assert [*(root / "other" / "assets" / "stylesheets").glob("main.*.min.css")]


def test_an_image_that_tells_a_place_is_published_as_its_bare_copy(root):
    """By the engine alone too: where a picture was taken leaves the folder of the site in no build."""
    image = root / "content" / "files" / "place.png"
    image.parent.mkdir(exist_ok=True)
    image.write_bytes(picture("PNG", placed=True))
    assert not generate_folder(root, check_folder(root)).written.problems
    assert ENGINE.build(root, root / "bare") == []
    published = (root / "bare" / "files" / "place.png").read_bytes()
    assert read_attachment(published).tells_place is False
    assert opened(published).size == (900, 600)
    image.unlink()
    assert not generate_folder(root, check_folder(root)).written.problems
    assert [path for path in (root / BARE).rglob("*") if path.is_file()] == []
