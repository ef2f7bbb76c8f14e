"""Work done before and after Zensical, without the program: settings, front matter, links and messages."""

from __future__ import annotations

import json
import shutil
from errno import ENOSPC

import pytest
from markdown import Markdown
from mkdocs.utils.meta import get_data
from mkdocs.utils.yaml import yaml_load
from ruamel.yaml import YAML

import sites
from prongsai.engines.engine import CONTENT
from prongsai.engines.front_matter import read_front_matter
from prongsai.engines.shipped import ENGINE, EngineAbsentError, engine_named
from prongsai.engines.zensical.engine import Zensical
from prongsai.engines.zensical.messages import explain
from prongsai.engines.zensical.page_links import FAULTS, PageLinks, from_file, is_there, marked
from prongsai.engines.zensical.settings import FENCES, LINKS, find_lost, find_unknown, merge_settings, write_settings
from prongsai.engines.zensical.work_folder import lay_out, published_names
from prongsai.pipeline.check import check_folder
from prongsai.pipeline.generate import generate_folder

CASES = sites.REPOSITORY / "tests" / "cases" / "engines"
PAGES = sorted(path.relative_to(CASES / CONTENT).as_posix() for path in (CASES / CONTENT).rglob("*.md"))
SETTINGS = ENGINE.settings.name


@pytest.fixture(scope="module")
def generated(tmp_path_factory):
    """A small site with pages written by hand of every kind, and settings of its own."""
    root = sites.copy_small(tmp_path_factory.mktemp("zensical") / "root")
    shutil.copytree(CASES / CONTENT, root / CONTENT)
    shutil.copy(CASES / "settings" / SETTINGS, root)
    assert not generate_folder(root, check_folder(root)).written.problems
    return root


@pytest.fixture
def unknown(tmp_path, generated):
    """The same site with settings that Zensical does not know."""
    root = tmp_path / "root"
    (root / ".prongsai").mkdir(parents=True)
    shutil.copy(generated / ENGINE.settings.base, root / ".prongsai")
    shutil.copy(CASES / "settings" / "unknown.yml", root / SETTINGS)
    return root


def test_settings_are_joined_as_the_shipped_engine_joins_them(generated):
    """Mappings key by key, all else as the nearest file says; tags are kept for the engine to obey."""
    plain = generated / "plain.yml"
    plain.write_text(
        (generated / SETTINGS).read_text("utf-8").replace("!!python/name:", "").replace("!ENV ", ""), "utf-8"
    )
    with plain.open(encoding="utf-8") as opened:
        joined = yaml_load(opened)
    assert json.loads(json.dumps(merge_settings(generated, plain.name))) == joined
    plain.unlink()
    assert "!!python/name:material.extensions.emoji.twemoji" in write_settings(generated, SETTINGS)
    assert "!ENV" in write_settings(generated, SETTINGS)


def test_fences_of_others_do_not_take_the_place_of_those_that_pages_have(generated):
    """The extension that Zensical adds comes first, so that the usual one replaces it; one that is chosen stays."""
    names = [next(iter(one)) if isinstance(one, dict) else one for one in _written(generated)["markdown_extensions"]]
    assert names == [FENCES, "toc", "tables", "fenced_code", "admonition", "pymdownx.emoji", LINKS]
    own = generated / SETTINGS
    before = own.read_text("utf-8")
    own.write_text(before.replace("- admonition", f"- {FENCES}"), "utf-8")
    chosen = _written(generated)["markdown_extensions"]
    own.write_text(before, "utf-8")
    assert chosen[:4] == ["toc", "tables", "fenced_code", FENCES]


def _written(root):
    return YAML().load(write_settings(root, SETTINGS))


def test_a_setting_that_would_be_passed_over_is_a_problem(unknown, generated):
    """Hooks, plugins that are not ours and a theme of their own; a site without them has none."""
    found = find_unknown(unknown, ENGINE.settings, "Zensical")
    assert [one.values["setting"] for one in found] == ["hooks", "plugins: tags", "theme"]
    assert {(one.code, one.where.file) for one in found} == {("engine-setting-unknown", SETTINGS)}
    assert find_unknown(generated, ENGINE.settings, "Zensical") == []


def test_a_page_of_the_menu_that_is_not_there_is_a_problem(unknown, generated):
    """Also in a menu below another; what is elsewhere is nobody's page."""
    names = published_names(generated)
    assert [one.values["text"] for one in find_lost(unknown, ENGINE.settings, names)] == ["nav: gone.md"]
    assert find_lost(generated, ENGINE.settings, names) == []


@pytest.mark.parametrize("text", ["INHERIT: gone.yml\n", "extra: {}\nextra: {}\n"])
def test_settings_that_cannot_be_joined_are_a_problem(unknown, text):
    """One that inherits from a file that is missing, or says a key twice, and nothing is begun."""
    (unknown / "above.yml").write_text(text, "utf-8")
    (unknown / SETTINGS).write_text("INHERIT: above.yml\n", "utf-8")
    [found] = Zensical(ENGINE).build(unknown, unknown / "site")
    assert (found.code, found.where.file) == ("engine-message", SETTINGS)
    assert not (unknown / "site").exists()


@pytest.mark.parametrize("page", PAGES)
def test_front_matter_is_read_as_the_shipped_engine_reads_it(page):
    """Values and the rest of the page, whatever the page begins with."""
    text = (CASES / CONTENT / page).read_text("utf-8-sig")
    data, body = read_front_matter(text)
    body_of_other, data_of_other = get_data(text.replace("\r\n", "\n"))
    assert (data, body.lstrip("\n")) == (
        {str(key): value for key, value in data_of_other.items()},
        body_of_other.lstrip("\n"),
    )


def test_the_folder_of_a_build_has_what_is_published(generated):
    """Every page and file but hidden ones; a file that tells too much by its bare copy; generated pages as they are."""
    bare = generated / ".prongsai" / "bare" / "files"
    bare.mkdir(parents=True, exist_ok=True)
    (bare / "plan.txt").write_text("สำเนา\n", "utf-8")
    content = lay_out(generated, SETTINGS, ENGINE.converter(generated)) / CONTENT
    names = {path.relative_to(content).as_posix() for path in content.rglob("*") if path.is_file()}
    assert {".htaccess", "about.md", "2565/index.md", "robots.txt"} < names
    assert not {name for name in names if "/." in f"/{name}"} - {".htaccess"}
    assert (content / "files" / "plan.txt").read_text("utf-8") == "สำเนา\n"
    assert (content / "2565/index.md").read_bytes() == (generated / CONTENT / "2565/index.md").read_bytes()
    assert "<!-- page lines.md -->" in (content / "lines.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "html", "settled"),
    [
        ("about.md", '<a href="../x/">', '<a href="x/">'),
        ("about.md", '<a href="part/#here">', '<a href="about/part/#here">'),
        ("about.md", '<a href=".">', '<a href="about/">'),
        (
            "a/b.md",
            "<img src='../../p.png' srcset='../../p.png, ../q.png 2x'>",
            "<img src='../p.png' srcset='../p.png, q.png 2x'>",
        ),
        ("a/b.md", "<a title='>' href=../../c/?q=1>", "<a title='>' href=../c/?q=1>"),
        ("about.md", '<a href="#x"> <a href="?q"> <a href=""> <a href="/x/"> <a href="mailto:a@b">', None),
        ("about.md", '<a data-x="../x/" href="https://x/../y"> href="../x/"', None),
        ("about.md", '<!-- <a href="../x/"> -->', None),
        ("a/index.md", '<a href="../x/">', None),
        ("README.md", '<a href="x/">', None),
    ],
)
def test_addresses_in_html_are_written_as_from_the_file(name, html, settled):
    """Relative ones of pages whose address is below their file; all others, and text, stay as they are."""
    assert from_file(name, html) == (html if settled is None else settled)


@pytest.mark.parametrize(
    ("link", "there"),
    [
        ("about.md", True),
        ("inner/deep/page.md#x", True),
        ("files/plan.txt?x=1", True),
        ("%E0%B8%AB%E0%B8%99%E0%B9%89%E0%B8%B2%E0%B9%84%E0%B8%97%E0%B8%A2.md", True),
        ("assets/favicon.svg", True),
        ("#kh", True),
        ("https://www.example.go.th/gone.md", True),
        ("//www.example.go.th/", True),
        ("gone.md", False),
        ("about/", False),
        ("/about/", False),
        ("../about.md", False),
        ("http://[", False),
    ],
)
def test_a_link_of_markdown_leads_to_a_file_or_out_of_the_site(generated, link, there):
    """As the shipped engine has it: to a file by its name, never to an address."""
    assert is_there(lay_out(generated, SETTINGS, ENGINE.converter(generated)), "code.md", link) is there


def test_only_links_of_the_finished_page_are_checked(tmp_path):
    """Not those in code or comments, nor mail; each dead one is noted once with its page."""
    (tmp_path / CONTENT).mkdir()
    text = (CASES / CONTENT / "code.md").read_text("utf-8") + "[x](gone.md) ![x](gone.png) [x](gone.md) <a@b.go.th>\n"
    converter = Markdown(extensions=["fenced_code", "attr_list", PageLinks(tmp_path)])
    html = converter.convert(marked("sub/ไทย.md", text))
    assert "<!-- page" not in html
    noted = (tmp_path / FAULTS).read_text("utf-8").splitlines()
    assert [json.loads(one) for one in noted] == [["sub/ไทย.md", "gone.md"], ["sub/ไทย.md", "gone.png"]]
    assert converter.reset().convert(text).count("<h1") == 1
    assert len((tmp_path / FAULTS).read_text("utf-8").splitlines()) == len(noted)


@pytest.mark.parametrize(
    ("printed", "told"),
    [
        (
            "warning",
            ["content/inner/deep/page.md:10:44 anchor does not exist", "content/wrong.md:3:9 page does not exist"],
        ),
        ("raised", [f"{SETTINGS} ModuleNotFoundError: No module named 'nosuch'"]),
        ("refused", [f"{SETTINGS} Docs directory does not exist: /srv/site/content"]),
        ("nothing", [f"{SETTINGS} -"]),
    ],
)
def test_each_message_of_the_program_is_a_problem(printed, told):
    """At its place where it has one, without colours and without the lines of Python."""
    found = explain((CASES / "printed" / f"{printed}.txt").read_text("utf-8"), SETTINGS)
    assert {one.code for one in found} == {"engine-message"}
    assert sorted(f"{one.where} {one.values['text']}" for one in found) == told


def test_a_full_disk_is_no_problem_of_a_page():
    """It is raised as the machine said it."""
    with pytest.raises(OSError, match="No space left") as raised:
        explain((CASES / "printed" / "full.txt").read_text("utf-8"), SETTINGS)
    assert raised.value.errno == ENOSPC


def test_an_engine_is_chosen_by_its_name():
    """The shipped one by its own; a name that nobody has is said to be absent."""
    assert engine_named(ENGINE.name) is ENGINE
    with pytest.raises(EngineAbsentError) as raised:
        engine_named("engine-of-nobody")
    assert raised.value.name == "engine-of-nobody"
