"""Expectations of the pipeline of any engine: the one that is shipped, a second one of sixty lines, and Zensical.

Zensical is a program of others, so its part is among the judges.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

import sites
from prongsai.disk.names import is_never_published
from prongsai.disk.refusals import Refusal, refusal_of
from prongsai.engines.engine import CONTENT
from prongsai.engines.shipped import ENGINE, engine_named
from prongsai.links.page_text import read_article
from prongsai.pipeline.build import build_folder
from prongsai.pipeline.check import check_folder
from prongsai.pipeline.generate import generate_folder
from unit.engines.plain_engine import PlainEngine
from unit.makers import codes_of

ENGINES = {"shipped": lambda: ENGINE, "plain": PlainEngine, "zensical": lambda: engine_named("zensical")}
BY_HAND = "# เกี่ยวกับเรา {#about}\n\nเขียนเอง [ปี](2565/index.md) และ [กลับ](index.md)\n"


@pytest.fixture(scope="module", params=["shipped", "plain", pytest.param("zensical", marks=pytest.mark.judge)])
def engine(request):
    """Each engine."""
    return ENGINES[request.param]()


@pytest.fixture(scope="module")
def tree(tmp_path_factory):
    """A small site that was generated, with a page, a file and a hidden file written by hand; and its plan."""
    root = sites.copy_small(tmp_path_factory.mktemp("engines") / "root")
    shutil.copy(sites.REPOSITORY / ENGINE.settings.name, root)
    (root / CONTENT / "files").mkdir(parents=True)
    (root / CONTENT / "about.md").write_text(BY_HAND, "utf-8")
    (root / CONTENT / "files" / "scan.bin").write_bytes(bytes(range(256)))
    (root / CONTENT / "files" / ".secret").write_text("ลับ", "utf-8")
    (root / CONTENT / ".htaccess").write_text("Redirect 301 /old/ /\n", "utf-8")
    checked = check_folder(root)
    assert not generate_folder(root, checked).written.problems
    return root, checked.planned


@pytest.fixture(scope="module")
def site(tree, engine, tmp_path_factory):
    """The site that the engine makes of it, in the place of what another build left."""
    made = tmp_path_factory.mktemp("built") / "site"
    (made / "2540").mkdir(parents=True)
    (made / "2540" / "index.html").write_text("เก่า", "utf-8")
    assert engine.build(tree[0], made) == []
    return made


@pytest.fixture
def copy(tree, tmp_path):
    """The generated tree once more, to be broken."""
    return Path(shutil.copytree(tree[0], tmp_path / "root"))


@pytest.mark.usefixtures("engine")
def test_every_page_is_at_its_address_with_its_ids(tree, site):
    """Of generated pages all that they declare, and a page written by hand likewise."""
    _, planned = tree
    assert len(planned.pages) > 30
    promised = {*planned.addresses.declared, *(page.path for page in planned.pages), "/about/", "/about/#about"}
    pages = {one for one in promised if one.partition("#")[0].endswith("/")}
    missing = [one for one in sorted(pages) if not _is_there(site, *one.split("#"))]
    assert missing == []


def _is_there(site, path, anchor=None):
    file = site / path.strip("/") / "index.html"
    return file.is_file() and (anchor is None or f'id="{anchor}"' in file.read_text("utf-8"))


def test_every_page_says_what_its_markdown_says(tree, site, engine):
    """All of it and nothing else, and the same that the engine says of a page before it is built."""
    root, planned = tree
    convert = engine.converter(root)
    sources = {page.path: page.source for page in planned.pages} | planned.own_pages
    for path, source in sources.items():
        said = read_article(convert((root / CONTENT / source).read_text("utf-8")))
        assert said, path
        assert read_article((site / path.strip("/") / "index.html").read_text("utf-8")) == said, path


@pytest.mark.usefixtures("engine")
def test_links_between_pages_lead_to_their_addresses(site):
    """From a file to a file in Markdown, from page to page on the site."""
    text = (site / "about" / "index.html").read_text("utf-8")
    assert 'href="../2565/"' in text
    assert re.findall(r'="[^"]*\.md\b', text) == []


@pytest.mark.usefixtures("engine")
def test_all_other_files_are_copied_to_the_byte(tree, site):
    """Data for machines, attachments and redirects; no hidden file, and nothing of an earlier build."""
    root, _ = tree
    names = [path.relative_to(root / CONTENT) for path in (root / CONTENT).rglob("*") if path.is_file()]
    others = [name for name in names if name.suffix != ".md" and not any(map(is_never_published, name.parts))]
    assert {"data/2564/scores.json", "files/scan.bin", "robots.txt"} <= {name.as_posix() for name in others}
    assert [name for name in others if (site / name).read_bytes() != (root / CONTENT / name).read_bytes()] == []
    assert (site / ".htaccess").read_text("utf-8") == "Redirect 301 /old/ /\n"
    assert not (site / "files" / ".secret").exists()
    assert not (site / "2540").exists()


def test_a_page_that_cannot_be_read_is_a_problem_at_its_place(copy, engine):
    """The encoding of an old editor: the file is named, with the byte that was found."""
    (copy / CONTENT / "old.md").write_bytes("# เก่า\n".encode("cp874"))
    [found] = engine.build(copy, copy / "site")
    assert (found.code, found.where.file, found.values["found"]) == ("file-not-utf8", f"{CONTENT}/old.md", "0xE0")


def test_a_link_to_nothing_is_a_problem_that_names_its_page(copy, engine):
    """An engine is strict: what it would only warn of ends the build."""
    (copy / CONTENT / "wrong.md").write_text("# ผิด\n\n[ไม่มี](nowhere.md)\n", "utf-8")
    [found] = engine.build(copy, copy / "site")
    assert found.code in {"engine-message", "own-link-dead"}
    told = f"{found.where} {found.values}"
    assert "wrong.md" in told
    assert "nowhere.md" in told


def test_without_its_settings_nothing_is_built(copy, engine):
    """An engine checks its settings before it writes anything."""
    (copy / engine.settings.name).unlink()
    assert codes_of(engine.build(copy, copy / "site")) == ["engine-file-missing"]
    assert not (copy / "site").exists()


def test_what_the_machine_refuses_is_raised_as_it_is(copy, engine):
    """Files that may not grow, as on a full disk: no page is blamed."""
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20, before[1]))
    try:
        with pytest.raises(OSError, match=r"\[Errno") as raised:
            engine.build(copy, copy / "site")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert refusal_of(raised.value) is Refusal.FULL


def test_a_whole_build_takes_any_engine(copy):
    """The pipeline asks the engine that it is given, and checks what comes out."""
    result = build_folder(copy, copy / "site", engine=PlainEngine())
    assert (result.done, codes_of(result.problems)) == (True, codes_of(check_folder(copy).problems))
    assert "<article>" in (copy / "site" / "index.html").read_text("utf-8")
