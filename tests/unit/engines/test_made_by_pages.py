"""A site that is made page by page is the engine's own, and of one that is in place only what changes is made."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace

import pytest
from markdown import Markdown

import sites
from prongsai.engines.engine import NO_ARTICLES, Article, Heading, InPlace, Order
from prongsai.engines.mkdocs import run_engine
from prongsai.engines.mkdocs.engine import MkDocs
from prongsai.engines.mkdocs.session import is_plain, open_session
from prongsai.engines.shipped import ENGINE
from prongsai.paths import theme_folder
from prongsai.pipeline.check import check_folder
from prongsai.pipeline.generate import generate_folder
from prongsai.pipeline.target.manifest import hash_files

PAGE = "2564/index.md"
BY_HAND = "# เกี่ยวกับเรา {#about}\n\n[ปี](2565/index.md#page) [แฟ้ม](files/a.csv) ![ภาพ](pic.png)\n"


@pytest.fixture(scope="module")
def tree(tmp_path_factory):
    """A small site that was generated, with pages and files written by hand."""
    root = sites.copy_small(tmp_path_factory.mktemp("pages") / "root")
    shutil.copy(sites.REPOSITORY / ENGINE.settings.name, root)
    (root / "content" / "files").mkdir(parents=True)
    (root / "content" / "about.md").write_text(BY_HAND, "utf-8")
    (root / "content" / "history").mkdir()
    (root / "content" / "history" / "index.md").write_text("---\ntitle: ประวัติ\nhide: [toc]\n---\n# ประวัติเรา\n", "utf-8")
    for name in "ab":
        (root / "content" / "files" / f"{name}.csv").write_text("ก\n", "utf-8")
    (root / "content" / "pic.png").write_bytes(b"\x89PNG")
    (root / "content" / ".htaccess").write_text("Redirect 301 /old/ /\n", "utf-8")
    assert not generate_folder(root, check_folder(root)).written.problems
    return root


@pytest.fixture
def root(tree, tmp_path):
    """The same to be changed."""
    return shutil.copytree(tree, tmp_path / "root")


@pytest.fixture
def site(root):
    """The site that was made of it, and all that the next one has to know."""
    made = MkDocs().make(root, Order(root / "site"))
    assert made.problems == []
    return InPlace(root / "changes", made.keys, hash_files(root / "site"))


def make(root, site):
    """Make what changes of a site in place."""
    made = MkDocs().make(root, Order(root / "whole", in_place=site))
    assert made.problems == []
    return made


def written(root):
    """The pages and files in the folder of changes."""
    return {path.relative_to(root / "changes").as_posix() for path in (root / "changes").rglob("*") if path.is_file()}


def joined(root, made):
    """The site that comes of what is kept and what changed."""
    kept = {name: mark for name, mark in hash_files(root / "site").items() if name in made.kept}
    return kept | hash_files(made.folder)


NOT_PLAIN = {
    "a plugin": "plugins: [prongsai, search]\n",
    "an extension that reads other files": "markdown_extensions: [attr_list, tables, pymdownx.snippets]\n",
    "a function for an extension": (
        "markdown_extensions:\n- toc:\n    slugify: !!python/name:markdown.extensions.toc.slugify_unicode\n"
    ),
    "a theme": "theme: {name: material, custom_dir: overrides}\n",
    "a template": "extra_templates: [robots.txt]\n",
    "a hook": "hooks: [hook.py]\n",
}
PLAIN = {
    "a list of plugins": "plugins: []\n",
    "a style sheet": "extra_css: [own.css]\n",
    "a menu": "nav: [index.md, 2565/index.md, about.md]\n",
    "extensions of one page": (
        "markdown_extensions: [attr_list, footnotes, admonition, {toc: {permalink: true}}, {smarty: {}}]\n"
    ),
    "other options": "markdown_extensions: [attr_list, tables, {toc: {toc_depth: 3}}]\n",
    "another form of addresses": "use_directory_urls: false\n",
}


def settle(root, lines):
    """Add lines to the settings of a site, with what they name."""
    (root / "overrides").mkdir()
    (root / "hook.py").write_text("def on_page_content(html, **_): return html + 'hooked'\n", "utf-8")
    (root / "content" / "own.css").write_text("p{}", "utf-8")
    with (root / ENGINE.settings.name).open("a", encoding="utf-8") as file:
        file.write(lines)


@pytest.mark.parametrize("what", [*NOT_PLAIN, *PLAIN])
def test_what_decides_of_pages_is_left_to_the_engine(root, what):
    """Settings that change what becomes of pages are known, and no others."""
    settle(root, ({**NOT_PLAIN, **PLAIN})[what])
    assert is_plain(run_engine.load_settings(root, root / "site")) == (what in PLAIN)


@pytest.mark.parametrize("what", ["a hook", "a menu", "extensions of one page"])
def test_either_way_a_site_is_what_the_engine_makes(root, monkeypatch, what):
    """With a hook, which is asked for each page, a menu of the agency, which has our titles, and its extensions."""
    settle(root, ({**NOT_PLAIN, **PLAIN})[what])
    wrong = Article("<p>ไม่มีใครถาม</p>", (), "", frozenset())
    articles = {PAGE: wrong} if "extension" in what else NO_ARTICLES  # made with the generated settings
    made = MkDocs().make(root, Order(root / "by-pages", articles))
    assert (made.problems, bool(made.keys)) == ([], what in PLAIN)
    monkeypatch.setattr(run_engine, "is_plain", lambda _config: False)
    assert ENGINE.build(root, root / "by-itself") == []
    assert sites.snapshot(root / "by-pages") == sites.snapshot(root / "by-itself")
    assert ("hooked" in (root / "by-pages" / "index.html").read_text("utf-8")) == (what == "a hook")


def test_where_two_files_become_one_the_engine_decides(root):
    """A page and a file at one address: which of them is last, is the engine's own affair."""
    (root / "content" / "twice.md").write_text("# หน้า\n", "utf-8")
    (root / "content" / "twice").mkdir()
    (root / "content" / "twice" / "index.html").write_text("แฟ้ม", "utf-8")
    made = MkDocs().make(root, Order(root / "site"))
    assert (made.problems, made.keys) == ([], {})
    assert "<h1" in (root / "site" / "twice" / "index.html").read_text("utf-8")


def test_no_template_asks_for_what_a_key_does_not_know():
    """A page is framed with settings, menu and its own words: with no other page, no day and no version."""
    texts = [path.read_text("utf-8") for path in theme_folder().rglob("*.html")]
    code = " ".join(part for text in texts for part in re.findall(r"\{[{%](.*?)[%}]\}", text, re.DOTALL))
    unknown = r"\b(pages|build_date_utc|mkdocs_version|previous_page|next_page|update_date|nav\.pages|edit_url|now)\b"
    assert re.findall(unknown, code) == []
    assert "nav.items" in code


def test_nothing_is_made_again_where_nothing_changed(root, site):
    """But for the pages of people, of which the engine may warn, the page that is not found, and shared rules."""
    made = make(root, site)
    assert made.folder == site.changes
    assert written(root) == {"404.html", "about/index.html", "history/index.html", ".htaccess"}
    assert joined(root, made) == dict(site.files)


@pytest.mark.parametrize("name", [PAGE, "files/a.csv"])
def test_a_file_that_says_something_else_is_made_and_no_other(root, site, name):
    """A page, an attachment."""
    with (root / "content" / name).open("a", encoding="utf-8") as file:
        file.write("\nอีกย่อหน้า\n")
    made = make(root, site)
    address = name.replace(".md", ".html")
    assert written(root) == {"404.html", "about/index.html", "history/index.html", ".htaccess", address}
    assert ENGINE.build(root, root / "again") == []
    assert joined(root, made) == hash_files(root / "again")
    assert (address in made.facts) == (name == PAGE)


def test_what_is_gone_is_not_kept(root, site):
    """Neither page nor file."""
    (root / "content" / "files" / "b.csv").unlink()
    shutil.rmtree(root / "content" / "history")
    (root / "content" / "2564" / "scores" / "index.md").unlink()
    made = make(root, site)
    assert ENGINE.build(root, root / "again") == []
    assert joined(root, made) == hash_files(root / "again")


FRAMES = {
    "the title of a page in the menu": ("content/about.md", "# เกี่ยวกับเรา", "# ของเรา"),
    "the name of the site": (".prongsai/mkdocs.yml", '"site_name": "', '"site_name": "เว็บไซต์'),
    "a template": (".prongsai/theme/main.html", "<!doctype html>", "<!doctype html>\n"),
    "settings of the agency": ("mkdocs.yml", "docs_dir: content", "docs_dir: content\nextra_css: [files/a.csv]"),
}


@pytest.mark.parametrize("what", FRAMES)
def test_where_the_frame_changes_the_whole_site_is_made(root, site, what):
    """In the folder for a whole one, so that it takes the place of the other at once."""
    name, before, after = FRAMES[what]
    text = (root / name).read_text("utf-8")
    assert before in text
    (root / name).write_text(text.replace(before, after), "utf-8")
    made = make(root, site)
    assert (made.folder, made.kept) == (root / "whole", frozenset())
    assert ENGINE.build(root, root / "again") == []
    assert hash_files(root / "whole") == hash_files(root / "again")


def test_the_environment_is_a_setting_too(root, site, monkeypatch):
    """A value that mkdocs.yml takes from there."""
    with (root / ENGINE.settings.name).open("a", encoding="utf-8") as file:
        file.write("site_description: !ENV [OF_THE_TEST, nothing]\n")
    first = MkDocs().make(root, Order(root / "site"))
    monkeypatch.setenv("OF_THE_TEST", "something")
    second = MkDocs().make(root, Order(root / "whole", in_place=replace(site, keys=first.keys)))
    assert second.kept == frozenset()
    assert 'content="something"' in (root / "whole" / "about" / "index.html").read_text("utf-8")


def test_a_link_of_people_to_an_id_of_a_page_that_stays_is_checked(root, site):
    """The engine warns of one that is not there, although that page is not made again."""
    about = root / "content" / "about.md"
    about.write_text(f"{BY_HAND}\n[ไม่มี](2564/index.md#missing)\n", "utf-8")
    [found] = MkDocs().make(root, Order(root / "whole", in_place=site)).problems
    assert "about.md" in found.values["text"]
    assert "missing" in found.values["text"]


def test_a_page_of_ours_with_a_link_of_markdown_is_read_each_time(root):
    """The engine says in each build where such a link leads nowhere."""
    with (root / "content" / PAGE).open("a", encoding="utf-8") as file:
        file.write("\n[ไม่มี](missing.md)\n")
    for name in ("first", "second"):
        assert "missing.md" in ENGINE.build(root, root / name)[0].values["text"]


def test_facts_are_read_of_each_page_that_is_made(root):
    """With its name in the site and the bytes that are in its file."""
    made = MkDocs().make(root, Order(root / "site", read=lambda name, data: (name, len(data))))
    assert len(made.facts) > 30
    sizes = {name: (name, (root / "site" / name).stat().st_size) for name in made.facts}
    assert made.facts == sizes


def articles_of(root):
    """The articles of all generated pages, as the engine's Markdown makes them."""
    session = open_session(run_engine.load_settings(root, root / "x"), NO_ARTICLES)
    pages = [session.fill(file) for file in session.generated]
    return {page.file.src_uri: article_of(page) for page in pages}


def article_of(page):
    """A page's content as a plain value."""
    listed = [Heading(one.level, one.id, one.title) for top in page.toc for one in (top, *top.children)]
    return Article(page.content, tuple(listed), page._title_from_render or "", frozenset(page.present_anchor_ids))


def test_a_page_takes_its_article_and_is_the_same(root, monkeypatch):
    """Nobody reads the Markdown of a page whose content is known."""
    articles = articles_of(root)
    assert ENGINE.build(root, root / "read") == []
    converted: list[str] = []
    convert = Markdown.convert
    monkeypatch.setattr(Markdown, "convert", lambda self, text: converted.append(text) or convert(self, text))
    assert ENGINE.build(root, root / "taken", articles) == []
    assert len(converted) == 2
    assert sites.snapshot(root / "taken") == sites.snapshot(root / "read")
