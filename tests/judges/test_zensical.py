"""Zensical, a second engine, makes the same site of the same generated tree and theme.

Every file is compared: pages, with their ids, titles, heads, tables and lists of contents, by a normal form of their
addresses; feeds, the search, the data files and all others to the byte. A kind of difference that the normal form
passes over is listed in `SPELLINGS`, and a test fails when there is none of that kind any more.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from urllib.parse import quote, unquote, urljoin

import pytest
from click.testing import CliRunner

import sites
from browser.made import PREFIX, SITE_URL, Made, make_example
from once import make_once
from prongsai.cli import main
from prongsai.engines.engine import CONTENT
from prongsai.engines.shipped import ENGINE, engine_named
from prongsai.pipeline.build import build_folder
from prongsai.pipeline.check import check_folder
from prongsai.pipeline.generate import generate_folder

pytestmark = pytest.mark.judge

FEWEST_PAGES = 250
BY_HAND = sites.REPOSITORY / "tests" / "cases" / "engines" / CONTENT
# Written into the finished site by ourselves, whatever the engine was.
NOT_OF_AN_ENGINE = {".prongsai-site.json"}
NOT_FOUND, ANYWHERE = "404.html", "not/here/"  # a host shows it at any depth
_ADDRESS = re.compile(r'(?<=\s)(href|src|srcset|action|content|data-base)="([^"]*)"')


def in_full(html: str, page: str) -> str:
    """A page with each address in full, as a browser reads it on the page at that address."""

    def resolve(found: re.Match[str]) -> str:
        name, value = found.groups()
        if name == "data-base":  # a folder, with or without the slash at its end
            return f'{name}="{urljoin(page, value).rstrip("/")}/"'
        if name == "srcset":
            return f'{name}="{", ".join(urljoin(page, one) for one in value.split(", "))}"'
        if name != "content":
            return f'{name}="{urljoin(page, value)}"'
        before, mark, address = value.partition("; url=")
        return f'{name}="{before}{mark}{urljoin(page, address) if mark else ""}"'

    return _ADDRESS.sub(resolve, html)


def by_letters(html: str, _page: str) -> str:
    """A page whose addresses have percent signs for everything but plain letters."""
    return _ADDRESS.sub(lambda found: f'{found[1]}="{quote(unquote(found[2]), safe="/:#?&=;, ")}"', html)


# The differences that are none to a reader, each with its reason and the form in which both are the same.
SPELLINGS: dict[str, Callable[[str, str], str]] = {
    "the templates of Zensical escape a slash as well": lambda html, _page: html.replace("&#x2f;", "/"),
    "dots of an address: ./.. for .., / for /., ./assets/ for assets/": in_full,
    "letters of an address as they are, or as bytes with percent signs": by_letters,
}


@pytest.fixture(scope="module")
def model(tmp_path_factory) -> tuple[Path, Path]:
    """The sites that MkDocs and Zensical make of the model."""
    made: Made = make_once(tmp_path_factory, "model", partial(make_example, name="model"))
    tree = tmp_path_factory.mktemp("zensical") / "model"
    shutil.copytree(made.folder.with_name("model"), tree, ignore=shutil.ignore_patterns("store"))
    return made.folder, build_second(tree)


@pytest.fixture(scope="module")
def by_hand(tmp_path_factory) -> tuple[Path, Path]:
    """The sites that both make of a small one with pages written by hand in every way that MkDocs knows."""
    tree = sites.copy_small(tmp_path_factory.mktemp("by-hand") / "tree")
    shutil.copytree(BY_HAND, tree / CONTENT)
    shutil.copy(sites.REPOSITORY / ENGINE.settings.name, tree)
    assert not generate_folder(tree, check_folder(tree, SITE_URL)).written.problems
    assert ENGINE.build(tree, tree / "first") == []
    return tree / "first", build_second(tree)


def build_second(tree: Path) -> Path:
    """The site that Zensical makes of a generated tree; nothing else changes in it."""
    before, made = sites.snapshot(tree), tree.with_name("second")
    assert engine_named("zensical").build(tree, made) == []
    assert sites.snapshot(tree) == before
    return made


@pytest.mark.parametrize("pair", ["model", "by_hand"])
def test_zensical_builds_the_same_site(request, pair):
    """Every page is equal but for how its addresses are spelled, every other file to the byte; none is added."""
    assert compare(*request.getfixturevalue(pair)) == {}


@pytest.mark.parametrize("reason", SPELLINGS)
def test_every_listed_difference_is_still_there(model, by_hand, reason):
    """A reason that explains nothing any more is taken off the list."""
    assert any(compare(*pair, without=reason) for pair in (model, by_hand))


def test_there_is_enough_to_compare(model, by_hand):
    """All that the two are compared by occurs: pages, ids, heads, tables, contents, feeds, the search and data."""
    names = _names(model[0])
    assert sum(name.endswith(".html") for name in names) >= FEWEST_PAGES
    assert {"feed.xml", "feed.json", "sitemap.xml", "robots.txt", "search/index.json", NOT_FOUND} < names
    assert {"data/measures.json", "data/all-tables.xlsx", "2566/index.html"} < names
    pages = [path.read_text("utf-8") for folder in (model[0], by_hand[0]) for path in sorted(folder.rglob("*.html"))]
    signs = [' id="', "<title>", '<meta name="description"', '<link rel="canonical"', "<table", "md-nav--secondary"]
    signs += ['type="application/ld+json"', 'property="og:image"', "aria-current", "srcset=", "<pre><code", "noindex"]
    assert [sign for sign in signs if not any(sign in page for page in pages)] == []
    home = (model[0] / "index.html").read_text("utf-8")
    found = [address for _, address in _ADDRESS.findall(in_full(home, SITE_URL))]
    assert sum(address.startswith(SITE_URL) for address in found) > 20


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("2566/scores/index.html", "คะแนน", "คะเเนน"),
        ("2566/scores/index.html", ' id="', ' id="x'),
        ("2566/scores/index.html", "<td", "<th"),
        ("2566/scores/index.html", "md-nav--secondary", "md-nav--primary"),
        ("2566/index.html", 'href="scores/"', 'href="score/"'),
        ("2566/index.html", "<title>", "<title>x"),
        ("2566/index.html", 'rel="canonical"', 'rel="alternate"'),
        (NOT_FOUND, f'href="{PREFIX}', 'href="'),
        ("assets/css/site.css", "color", "colour"),
        ("sitemap.xml", "<loc>", "<loc>x"),
        ("feed.json", "title", "titel"),
        ("search/index.json", "2566", "2567"),
    ],
)
def test_what_differs_is_seen(model, tmp_path, name, before, after):
    """A changed word, a wrong address, a missing entry and a changed byte are each told with their file."""
    twin = tmp_path / "twin"
    shutil.copytree(model[0], twin)
    text = (twin / name).read_bytes().decode()
    assert before in text
    (twin / name).write_bytes(text.replace(before, after, 1).encode())
    assert list(compare(model[0], twin)) == [name]


def test_a_missing_and_an_added_file_are_seen(model, tmp_path):
    """A page that the second engine leaves out, and a file that nobody declared."""
    twin = tmp_path / "twin"
    shutil.copytree(model[0], twin)
    (twin / "2566" / "index.html").rename(twin / "2566" / "other.html")
    assert set(compare(model[0], twin)) == {"2566/index.html", "2566/other.html"}


def test_other_spellings_of_an_address_are_the_same():
    """Dots and a page's own address in full change nothing; an address that leads elsewhere is another."""
    page = f"{SITE_URL}search/"
    forms = (
        '<form action="./">',
        '<form action="././">',
        '<form action="../search/">',
        '<form action="..&#x2f;search/">',
    )
    assert {normal_form(one, page) for one in forms} == {normal_form(f'<form action="{page}">', page)}
    assert normal_form('<form action="../">', page) != normal_form(forms[0], page)
    leading = '<meta http-equiv="refresh" content="0; url={}">'
    assert normal_form(leading.format("../a/"), page) == normal_form(leading.format(f"{SITE_URL}a/"), page)


def test_the_command_builds_with_either_engine(tmp_path):
    """Checked and put in its place as always; a site that the other engine made does not count as unchanged.

    Nor do its pages count as made when a page is edited: the next build by the first engine makes all of them.
    """
    root = sites.copy_small(tmp_path / "root")
    shutil.copy(sites.REPOSITORY / ENGINE.settings.name, root)
    first = call("build", "-C", root)
    ours = sites.snapshot(root / "site")
    shutil.copytree(root / "site", tmp_path / "first")
    second = call("build", "-C", root, "--engine", "zensical")
    assert ("พร้อมแล้ว" in first, "พร้อมแล้ว" in second) == (True, True)
    assert compare(tmp_path / "first", root / "site") == {}
    assert sites.snapshot(root / "site") != ours
    assert "ไม่มีอะไรเปลี่ยน" in call("build", "-C", root, "--engine", "zensical")
    assert "พร้อมแล้ว" in call("build", "-C", root)
    assert sites.snapshot(root / "site") == ours
    call("build", "-C", root, "--engine", "zensical")
    (root / CONTENT / "one-more.md").write_text("# อีกหน้า\n", "utf-8")
    call("build", "-C", root)
    edited = sites.snapshot(root / "site")
    call("build", "-C", root, "--no-cache")
    assert sites.snapshot(root / "site") == edited


@pytest.mark.parametrize("link", ["nowhere.md", "index.md#gone"])
@pytest.mark.parametrize("engine", [ENGINE.name, "zensical"])
def test_a_wrong_link_of_a_page_written_by_hand_ends_the_build(tmp_path, engine, link):
    """To a page or to a place in one: whoever finds it first, nothing is put in its place."""
    root = sites.copy_small(tmp_path / "root")
    shutil.copy(sites.REPOSITORY / ENGINE.settings.name, root)
    (root / CONTENT).mkdir(exist_ok=True)
    (root / CONTENT / "by-hand.md").write_text(f"# เขียนเอง\n\n[ผิด]({link})\n", "utf-8")
    built = build_folder(root, root / "site", engine=engine_named(engine))
    assert not built.done
    assert not (root / "site").exists()
    found = [one for one in built.problems if one.code in {"own-link-dead", "engine-message", "broken-link"}]
    assert any("by-hand" in f"{one.where} {one.values}" for one in found)


def test_nobody_is_stranded_without_the_shipped_engine(tmp_path):
    """A whole build with Zensical, its checks too, where neither MkDocs nor Material can be imported."""
    root = sites.copy_small(tmp_path / "root")
    shutil.copytree(BY_HAND, root / CONTENT)
    shutil.copy(sites.REPOSITORY / ENGINE.settings.name, root)
    lines = "import sys\nsys.modules['mkdocs'] = sys.modules['material'] = None\nfrom prongsai.cli import main\nmain()"
    words = [sys.executable, "-c", lines, "build", "-C", str(root), "--engine", "zensical"]
    told = subprocess.run(words, capture_output=True, text=True, timeout=120, check=False)
    assert told.returncode == 0, told.stdout + told.stderr
    assert (root / "site" / "about" / "index.html").is_file()


def call(*arguments: object) -> str:
    """The words of the command, which must end well."""
    told = CliRunner().invoke(main, [str(one) for one in arguments], prog_name="prongsai")
    assert told.exit_code == 0, told.output
    return told.output


def compare(first: Path, second: Path, *, without: str = "") -> dict[str, str]:
    """The differences of two sites: the names of files, each with the first lines that are not the same."""
    ours, theirs = _names(first) - NOT_OF_AN_ENGINE, _names(second) - NOT_OF_AN_ENGINE
    found = dict.fromkeys(ours - theirs, "missing") | dict.fromkeys(theirs - ours, "added")
    for name in sorted(ours & theirs):
        one, other = (_comparable(name, (folder / name).read_bytes(), without) for folder in (first, second))
        if one != other:
            lines = [pair for pair in zip(one, other, strict=False) if pair[0] != pair[1]]
            found[name] = f"{lines[:1]} of {len(one)} and {len(other)} lines"
    return found


def _names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def _comparable(name: str, data: bytes, without: str) -> list[str] | list[bytes]:
    if not name.endswith(".html"):
        return [data]
    page = f"{SITE_URL}{ANYWHERE if name == NOT_FOUND else quote(name.removesuffix('index.html'))}"
    return normal_form(data.decode(), page, without=without).splitlines()


def normal_form(html: str, page: str, *, without: str = "") -> str:
    """A page in the form in which both engines' are the same; `without` is a reason of `SPELLINGS` not to look at."""
    for reason, settle in SPELLINGS.items():
        html = settle(html, page) if reason != without else html
    return html
