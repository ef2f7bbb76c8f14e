"""Files that mkdocs.yml names go into the copy of the preview, and lead from there to the same things."""

from __future__ import annotations

import pytest

import sites
from prongsai.engines.shipped import ENGINE
from prongsai.pipeline.build import build_folder
from prongsai.pipeline.preview.site_copy import PreviewCopy

CONFIG = "INHERIT: .prongsai/mkdocs.yml\ndocs_dir: content\nsite_dir: site\n"
HOOK = """
from pathlib import Path

def on_page_content(html, **_):
    return html + "<p>" + Path(__file__).with_suffix(".txt").read_text("utf-8") + "</p>"
"""


@pytest.fixture
def root(tmp_path):
    """A small site."""
    made = sites.copy_base(tmp_path / "root")
    for name in ("hooks", "overrides", "scans", "public", ".git"):
        (made / name).mkdir()
    (made / "extra.yml").write_text("extra_css: [hooks/a.css]\n", "utf-8")
    return made


@pytest.mark.parametrize(
    ("lines", "named"),
    [
        ("", []),
        ("hooks:\n  - hooks/words.py\n", ["hooks"]),
        ("theme: {name: material, custom_dir: ./overrides}\n", ["overrides"]),
        ("theme:\n  custom_dir: 'overrides\\'\n", ["overrides"]),
        ("plugins:\n  - search: !!python/name:some.thing\n  - include: {folder: scans}\n", ["scans"]),
        ("nav: [a.md, .git/config, ../root/hooks, '', '.', \"\\0\"]\n", ["hooks"]),
        ("site_dir: public\n", []),
        ("hooks: [unclosed\n", []),
    ],
)
def test_what_a_configuration_names_belongs_to_the_site(root, lines, named):
    """Whatever key names it; neither the built site nor what is not there, nor a file that is no YAML."""
    (root / "mkdocs.yml").write_text(CONFIG.replace("site_dir: site\n", "") + lines, "utf-8")
    assert ENGINE.settings.find_parts(root) == tuple(named)


def test_what_an_inherited_configuration_names_belongs_to_the_site_too(root):
    """An agency may keep its settings in two files."""
    (root / "mkdocs.yml").write_text("INHERIT: extra.yml\n", "utf-8")
    assert ENGINE.settings.find_parts(root) == ("extra.yml", "hooks")


def test_only_paths_that_the_copy_lacks_are_rewritten(root, tmp_path):
    """Two ways out of the folder; names, remarks and all other paths stay to the letter."""
    (tmp_path / "shared").mkdir()
    copy = root / ".prongsai/preview/copy"
    text = (
        f"# หมายเหตุ\ntheme: {{custom_dir: ../shared}}  # ../shared\nhooks: [hooks/a.py, '{root}/hooks/b.py', ../none]\n"
    )
    (root / "hooks/b.py").touch()
    settled = ENGINE.settings.settle(root, copy, text)
    assert settled == text.replace("{custom_dir: ../shared}", f'{{custom_dir: "{tmp_path}/shared"}}').replace(
        f"'{root}/hooks/b.py'", f'"{copy}/hooks/b.py"'
    )


def test_the_engine_finds_hooks_from_the_copy_and_a_change_next_to_them_builds_again(root, tmp_path):
    """A hook next to the data, one in a folder above, and what each reads there now."""
    for path, said in ((tmp_path / "shared.py", "จากโฟลเดอร์ร่วม"), (root / "hooks/own.py", "ของเรา")):
        path.write_text(HOOK, "utf-8")
        path.with_suffix(".txt").write_text(said, "utf-8")
    (root / "mkdocs.yml").write_text(CONFIG + "hooks: [hooks/own.py, ../shared.py]\n", "utf-8")
    copy = PreviewCopy(root)
    copy.update(copy.look())
    assert build_folder(copy.folder, copy.site).problems == ()
    page = (copy.site / "index.html").read_text("utf-8")
    assert "<p>ของเรา</p><p>จากโฟลเดอร์ร่วม</p>" in page
    (root / "hooks/own.txt").write_text("แก้แล้ว", "utf-8")
    copy.update(copy.look())
    assert not build_folder(copy.folder, copy.site).unchanged
    assert "<p>แก้แล้ว</p>" in (copy.site / "index.html").read_text("utf-8")
    assert not (root / "hooks/__pycache__").exists()


def test_no_problem_names_the_copy(root):
    """A message of the engine about a path is given for the site's own folder."""
    copy = PreviewCopy(root)
    (root / "mkdocs.yml").write_text(CONFIG + "theme: {name: material, custom_dir: nowhere}\n", "utf-8")
    copy.update(copy.look())
    (found,) = [one for one in build_folder(copy.folder, copy.site).problems if one.code == "engine-message"]
    assert str(copy.folder) in found.values["text"]
    assert copy.without_copy(found.values["text"]) == found.values["text"].replace(str(copy.folder), str(root))
    assert ".prongsai" not in copy.without_copy(repr(str(copy.folder / "data")))
