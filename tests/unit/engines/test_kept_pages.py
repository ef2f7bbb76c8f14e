"""Pages that say the same are converted once in a process, and the site is the same as if each were converted again."""

from __future__ import annotations

import shutil

import pytest
from markdown import Markdown

import sites
from prongsai.engines.mkdocs import kept_pages
from prongsai.engines.shipped import ENGINE
from prongsai.pipeline.check import check_folder
from prongsai.pipeline.generate import generate_folder

PAGE = "content/2564/index.md"


@pytest.fixture
def root(tmp_path, monkeypatch):
    """A small site that was generated, in a process that remembers nothing, with a page written by hand."""
    monkeypatch.setattr(kept_pages, "_KEPT", {})
    made = sites.copy_small(tmp_path / "root")
    shutil.copy(sites.REPOSITORY / ENGINE.settings.name, made)
    assert not generate_folder(made, check_folder(made)).written.problems
    (made / "content" / "about.md").write_text("# เขียนเอง\n", "utf-8")
    return made


@pytest.fixture
def converted(monkeypatch):
    """The texts that are converted from now on."""
    seen: list[str] = []
    convert = Markdown.convert

    def note(self, text):
        seen.append(text)
        return convert(self, text)

    monkeypatch.setattr(Markdown, "convert", note)
    return seen


def build(root, name):
    """All of the site as the engine makes it in a folder of this name."""
    assert ENGINE.build(root, root / name) == []
    return sites.snapshot(root / name)


def test_what_says_the_same_is_converted_once_and_is_the_same(root, converted):
    """A second build converts nothing but what was written by hand, and gives every file to the byte."""
    first = build(root, "first")
    count = len(converted)
    assert count > 20
    assert build(root, "second") == first
    assert len(converted) == count + 1
    assert "เขียนเอง" in converted[-1]


def test_a_page_that_says_something_else_is_converted_again(root, converted):
    """It alone, and as often as it changes: also when it says again what it said before."""
    first = build(root, "first")
    before = (root / PAGE).read_text("utf-8")
    for text in (before + "\nอีกย่อหน้า\n", before):
        (root / PAGE).write_text(text, "utf-8")
        converted.clear()
        now = build(root, "again")
        assert [one for one in converted if "เขียนเอง" not in one] == [text.partition("---\n")[2].partition("---\n")[2]]
        assert (now == first) == (text == before)
    (root / PAGE).write_text(before, "utf-8")


@pytest.mark.parametrize("link", ["[ไม่มี](missing.md)", "[ไม่มี][x]\n\n[x]: missing.md"])
def test_a_warning_is_given_by_every_build(root, link):
    """A page with a link of Markdown is converted each time, so that the engine always says where it leads nowhere."""
    page = root / PAGE
    page.write_text(f"{page.read_text('utf-8')}\n{link}\n", "utf-8")
    for name in ("first", "second"):
        assert "missing.md" in " ".join(one.values["text"] for one in ENGINE.build(root, root / name))


def test_a_site_with_extensions_of_its_own_has_every_page_converted(root, converted):
    """Nobody knows what else they read."""
    settings = root / ENGINE.settings.name
    settings.write_text(settings.read_text("utf-8") + "markdown_extensions: [attr_list, tables, footnotes]\n", "utf-8")
    for name in ("first", "second"):
        converted.clear()
        build(root, name)
        assert len(converted) > 20


def test_memory_has_an_end(root, monkeypatch):
    """The memory begins again where more pages come than are remembered."""
    monkeypatch.setattr(kept_pages, "_MOST", 10)
    assert build(root, "first") == build(root, "second")
    assert 0 < len(kept_pages._KEPT) <= 10
