"""Pages whose content is known are not read as Markdown, where nothing but the generated settings reads them."""

from __future__ import annotations

import shutil

import pytest
from markdown import Markdown

import sites
from prongsai.engines.shipped import ENGINE
from prongsai.pipeline.check import check_folder
from prongsai.pipeline.generate import generate_folder

BY_HAND = "# เขียนเอง\n\n[ปี](2564/index.md)\n"
HOOK = "def on_page_markdown(markdown, **_):\n    return markdown + '\\nเพิ่มทุกหน้า\\n'\n"


@pytest.fixture(scope="module")
def generated(tmp_path_factory):
    """A small site that was generated, with a page written by hand, and what is known of its pages."""
    root = sites.copy_small(tmp_path_factory.mktemp("articles") / "root")
    shutil.copy(sites.REPOSITORY / ENGINE.settings.name, root)
    made = generate_folder(root, check_folder(root))
    assert not made.written.problems
    (root / "content" / "about.md").write_text(BY_HAND, "utf-8")
    (root / "hook.py").write_text(HOOK, "utf-8")
    return root, made.articles


@pytest.fixture
def converted(monkeypatch):
    """The texts that are read as Markdown from now on."""
    seen: list[str] = []
    convert = Markdown.convert

    def note(self, text):
        seen.append(text)
        return convert(self, text)

    monkeypatch.setattr(Markdown, "convert", note)
    return seen


def build(root, articles, lines=""):
    """All of the site with these lines in its settings, as the engine makes it with these articles."""
    settings = root / ENGINE.settings.name
    before = settings.read_text("utf-8")
    settings.write_text(before + lines, "utf-8")
    try:
        assert ENGINE.build(root, root / "site", articles) == []
    finally:
        settings.write_text(before, "utf-8")
    return sites.snapshot(root / "site")


def test_only_pages_written_by_hand_are_read_and_the_site_is_the_same(generated, converted):
    """Every file to the byte, with articles as without."""
    root, articles = generated
    given = build(root, articles)
    assert converted == [BY_HAND]
    assert build(root, {}) == given
    assert len(converted) > 20


@pytest.mark.parametrize(
    "lines",
    [
        "markdown_extensions: [attr_list, tables, footnotes]\n",
        "markdown_extensions:\n  - toc: {permalink: true}\n",
        "hooks: [hook.py]\n",
    ],
    ids=["extension", "option", "hook"],
)
def test_a_site_that_reads_markdown_in_its_own_way_gets_the_same_site(generated, converted, lines):
    """With extensions, options or a hook of its own every page is read, whether articles are given or not."""
    root, articles = generated
    given = build(root, articles, lines)
    count = len(converted)
    assert count > 20
    assert build(root, {}, lines) == given
    assert len(converted) == 2 * count


def test_a_page_without_an_article_is_read(generated, converted):
    """One alone, among all others that have theirs."""
    root, articles = generated
    known = {name: articles[name] for name in articles if name != "2564/index.md"}
    assert build(root, known) == build(root, articles)
    assert len(converted) == 3
