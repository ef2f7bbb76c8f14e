"""Zensical, a second engine, makes the same site of the same generated tree and theme."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from functools import partial
from pathlib import Path
from urllib.parse import urljoin

import pytest

from browser.made import PREFIX, SITE_URL, Made, make_example
from once import make_once

pytestmark = pytest.mark.judge

ROOT = SITE_URL.removesuffix(PREFIX)
FEWEST_PAGES = 250
# Written into the finished site by ourselves, whatever the engine was.
NOT_OF_AN_ENGINE = {".prongsai-site.json"}
# Zensical publishes what its own themes would need, and an index for their search. None of our pages asks for it.
ADDED = re.compile(r"assets/(images/favicon\.png|javascripts/.*|stylesheets/.*)|search\.json")
# Zensical writes its own over ours: the same addresses in another order, without the days of their last change.
SITEMAP = "sitemap.xml"

NOT_FOUND, ANYWHERE = "404.html", "not/here/"  # a host shows it at any depth
_ADDRESS = re.compile(r'(?<=\s)(href|src|action|content|data-base)="([^"]*)"')
_ENTRY = re.compile(r"<loc>(.*?)</loc>")


@pytest.fixture(scope="module")
def model(tmp_path_factory) -> Made:
    """The site that MkDocs made of the model."""
    return make_once(tmp_path_factory, "model", partial(make_example, name="model"))


@pytest.fixture(scope="module")
def second(model, tmp_path_factory) -> Path:
    """The site that Zensical makes, strictly, of a copy of the tree that was generated for MkDocs."""
    tree = tmp_path_factory.mktemp("zensical") / "model"
    shutil.copytree(model.folder.with_name("model"), tree, ignore=shutil.ignore_patterns("store"))
    command = [str(Path(sys.executable).with_name("zensical")), "build", "--clean", "--strict"]
    told = subprocess.run(command, cwd=tree, capture_output=True, text=True, timeout=120, check=False)
    assert told.returncode == 0, told.stdout + told.stderr
    shutil.copytree(tree / ".prongsai" / "bare", tree / "site", dirs_exist_ok=True)  # as after a build by any engine
    return tree / "site"


def test_zensical_builds_the_same_site(model, second):
    """Every page is equal but for how its addresses are spelled, every other file to the byte."""
    assert len(list(second.rglob("*.html"))) >= FEWEST_PAGES
    assert compare(model.folder, second) == {}


def test_every_page_has_addresses(model):
    """Links compared in a normal form are there to compare: links of many pages lead into the site."""
    text = (model.folder / "index.html").read_text("utf-8")
    found = [address for _, address in _ADDRESS.findall(normal_form(text, SITE_URL))]
    assert sum(address.startswith(SITE_URL) for address in found) > 20


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("2566/scores/index.html", "คะแนน", "คะเเนน"),
        ("2566/index.html", 'href="scores/"', 'href="score/"'),
        (NOT_FOUND, f'href="{PREFIX}', 'href="'),
        ("assets/css/site.css", "color", "colour"),
        (SITEMAP, "<loc>", "<loc>x"),
        ("feed.json", "title", "titel"),
    ],
)
def test_what_differs_is_seen(model, tmp_path, name, before, after):
    """A changed word, a wrong address, a missing entry and a changed byte are each told with their file."""
    twin = tmp_path / "twin"
    shutil.copytree(model.folder, twin)
    text = (twin / name).read_bytes().decode()
    assert before in text
    (twin / name).write_bytes(text.replace(before, after, 1).encode())
    assert list(compare(model.folder, twin)) == [name]


def test_a_missing_and_an_added_file_are_seen(model, tmp_path):
    """A page that the second engine leaves out, and a file that nobody declared."""
    twin = tmp_path / "twin"
    shutil.copytree(model.folder, twin)
    (twin / "2566" / "index.html").rename(twin / "2566" / "other.html")
    assert set(compare(model.folder, twin)) == {"2566/index.html", "2566/other.html"}


def test_other_spellings_of_an_address_are_the_same():
    """Dots and a page's own address in full change nothing; an address that leads elsewhere is another."""
    page = f"{SITE_URL}search/"
    forms = (
        '<form action="./">',
        '<form action="././">',
        '<form action="../search/">',
        '<form action="..&#x2f;search/">',
    )
    assert {normal_form(one, page) for one in forms} == {f'<form action="{page}">'}
    assert normal_form('<form action="../">', page) != f'<form action="{page}">'
    leading = '<meta http-equiv="refresh" content="0; url={}">'
    assert normal_form(leading.format("../a/"), page) == leading.format(f"{SITE_URL}a/")


def compare(first: Path, second: Path) -> dict[str, str]:
    """The differences of two sites: the names of files, each with the first lines that are not the same."""
    ours, theirs = _names(first) - NOT_OF_AN_ENGINE, _names(second) - NOT_OF_AN_ENGINE
    found = dict.fromkeys(ours - theirs, "missing")
    found |= {name: "added" for name in theirs - ours if not ADDED.fullmatch(name)}
    for name in sorted(ours & theirs):
        one, other = (_comparable(name, (folder / name).read_bytes()) for folder in (first, second))
        if one != other:
            lines = [pair for pair in zip(one, other, strict=False) if pair[0] != pair[1]]
            found[name] = f"{lines[:1]} of {len(one)} and {len(other)} lines"
    return found


def _names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def _comparable(name: str, data: bytes) -> list[str] | list[bytes]:
    if name == SITEMAP:
        return sorted(_ENTRY.findall(data.decode()))
    if name.endswith(".html"):
        page = f"{SITE_URL}{ANYWHERE if name == NOT_FOUND else name.removesuffix('index.html')}"
        return normal_form(data.decode(), page).splitlines()
    return [data]


def normal_form(html: str, page: str) -> str:
    """A page with each address in full, as a browser reads it on the page at that address."""

    def resolve(found: re.Match[str]) -> str:
        name, value = found.groups()
        if name == "data-base":  # a folder, with or without the slash at its end
            return f'{name}="{urljoin(page, value).rstrip("/")}/"'
        if name != "content":
            return f'{name}="{urljoin(page, value)}"'
        before, mark, address = value.partition("; url=")
        return f'{name}="{before}{mark}{urljoin(page, address) if mark else ""}"'

    return _ADDRESS.sub(resolve, html.replace("&#x2f;", "/"))
