"""Inputs of a build that are asked for before the program that builds is imported."""

from __future__ import annotations

import subprocess
import sys

import pytest

import sites
from prongsai.pipeline.build import build_folder
from prongsai.pipeline.find_settings import find_settings
from prongsai.pipeline.fingerprint import source_fingerprint
from prongsai.pipeline.target.manifest import MANIFEST

SETTINGS = "INHERIT: .prongsai/mkdocs.yml\ndocs_dir: content\nsite_dir: public\nhooks: [hooks/first.py]\n"
HEAVY = ("jinja2", "markdown", "mkdocs", "pydantic", "prongsai.model", "prongsai.rules", "prongsai.pages")
PROGRAM = "import sys\ntry:\n from prongsai.cli import main; main(sys.argv[1:])\nfinally:\n print(sorted(sys.modules))"


@pytest.fixture
def root(tmp_path):
    """A site whose settings name a hook, next to the folder of a built site and to one of somebody's own."""
    made = sites.copy_small(tmp_path / "root")
    for name in ("hooks/first.py", "public/index.html", "papers/draft.txt", "theme/main.html"):
        (made / name).parent.mkdir()
        (made / name).write_text("# x\n", "utf-8")
    (made / "public" / MANIFEST).write_text("{}", "utf-8")
    (made / "mkdocs.yml").write_text(SETTINGS, "utf-8")
    return made


def test_settings_are_known_with_what_they_name(root):
    """A hook, a theme or another file of settings, and neither a built site nor what nobody names."""
    assert find_settings(root) == ["hooks", "mkdocs.yml"]
    (root / "base.yml").write_text("theme:\n  custom_dir: theme/\n", "utf-8")
    assert find_settings(root) == ["base.yml", "hooks", "mkdocs.yml", "theme"]
    assert find_settings(root / "nowhere") == []


@pytest.mark.parametrize(
    ("name", "is_seen"),
    [("hooks/first.py", True), ("hooks/second.py", True), ("plain.py", True), ("papers/draft.txt", False)],
)
def test_a_change_of_what_the_settings_name_is_built(root, name, is_seen):
    """All that the engine may run or read is an input, with what that imports; other files are not."""
    before = source_fingerprint(root, None)
    (root / name).write_text("# another\n", "utf-8")
    assert (source_fingerprint(root, None) != before) is is_seen


def test_an_unchanged_site_is_known_without_the_program_that_builds(tmp_path):
    """Asking whether anything changed imports neither models, rules, templates nor engine, and says the same."""
    root = sites.copy_small(tmp_path / "root")
    assert build_folder(root, root / "site").done
    words = [sys.executable, "-c", PROGRAM, "build", "-C", str(root)]
    done = subprocess.run(words, capture_output=True, text=True, timeout=60, check=True)
    said, loaded = done.stdout.rsplit("[", 1)
    assert f"ไม่มีอะไรเปลี่ยน เว็บไซต์ใน {root / 'site'} เป็นปัจจุบันแล้ว" in said
    assert [name for name in HEAVY if name in {one.strip(" '\n]") for one in loaded.split(",")}] == []
