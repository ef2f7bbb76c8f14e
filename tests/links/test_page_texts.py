"""The text of a page, read from what is about to be built, is that of the page once it is built."""

from __future__ import annotations

import shutil

import pytest

import sites
from links.frozen_site import make_site
from links.server import Server
from prongsai.engines.shipped import ENGINE
from prongsai.links.frozen import Frozen, FrozenLink, Pack
from prongsai.links.kinds import copy_ending
from prongsai.links.page_text import digest_text, has_fragment, read_article
from prongsai.links.seen import State
from prongsai.pipeline.build import build_folder
from prongsai.pipeline.check import check_folder
from prongsai.pipeline.checks.page_texts import Sources, find_current

PACK = Pack("evidence.zip", "0" * 64, 1, "0" * 64)
ADMONITION = "\n!!! note\n    ข้อความใน*กรอบ*\n\n<h3>หัวข้อ</h3>\n\n* ก\n* ข\n\nไม่มีหัวเรื่องในหน้านี้\n"


def frozen_pages(paths: list[str]) -> Frozen:
    """A record of pages."""
    seen = "2569-11-21 12:00:00"
    return Frozen(
        2565, "2569-11-21", PACK, tuple(FrozenLink(path, ("O1",), "page", State.FINE, seen) for path in paths)
    )


def test_every_page_reads_the_same_before_and_after_it_is_built(tmp_path):
    """Of every page of a site, generated or by hand, with extensions of its own and in a fresh clone."""
    with Server() as server:
        site = make_site(tmp_path / "root", server)
    (site.root / "content" / "boxed.md").write_text(ADMONITION, "utf-8")
    config = site.root / "mkdocs.yml"
    config.write_text(f"{config.read_text('utf-8')}\nmarkdown_extensions: [attr_list, tables, admonition]\n", "utf-8")
    site.build()
    shutil.move(site.root / "site", tmp_path / "built")
    shutil.rmtree(site.root / ".prongsai")
    planned = check_folder(site.root).planned
    generated = {page.path: planned.files[f"content/{page.source}"].decode() for page in planned.pages}
    paths = [*generated, *planned.own_pages]
    current = find_current([frozen_pages(paths)], Sources(site.root, generated, planned.own_pages, {}))
    assert len(paths) > 30
    for path in paths:
        text = read_article((tmp_path / "built" / path.strip("/") / "index.html").read_text("utf-8"))
        assert text
        assert current[path] == digest_text(text), path
    assert "ข้อความในกรอบ" in read_article((tmp_path / "built" / "boxed" / "index.html").read_text("utf-8"))


def test_a_site_that_chooses_no_extension_is_read_as_one_that_chooses_those_of_the_base(tmp_path):
    """Headings with ids, tables, fenced code and boxes become the same HTML without asking the engine."""
    text = f"{ADMONITION}\n## หัวข้อ {{ #named }}\n\n## อีกหัวข้อ\n\n| ก | ข |\n|---|---|\n| 1 | 2 |\n\n```text\n<b>\n```\n"
    (tmp_path / "content").mkdir()
    settings = "INHERIT: .prongsai/mkdocs.yml\ndocs_dir: content\n"
    (tmp_path / "mkdocs.yml").write_text(settings, "utf-8")
    unchosen = ENGINE.converter(tmp_path)(text)
    (tmp_path / "mkdocs.yml").write_text(f"{settings}markdown_extensions: [attr_list, tables]\n", "utf-8")
    assert unchosen == ENGINE.converter(tmp_path)(text)
    assert all(part in unchosen for part in ('<h2 id="named">', "<table>", '<code class="language-text">'))


def test_a_site_that_was_frozen_plans_the_same_addresses(tmp_path):
    """Remarks on evidence add no page and no fragment that would have to stay for ever."""
    with Server() as server:
        site = make_site(tmp_path / "root", server)
        site.build()
        before = check_folder(site.root).planned.addresses
        site.freeze(tmp_path / "out")
        assert check_folder(site.root).planned.addresses == before


def test_without_a_record_nothing_is_said(tmp_path):
    """A site that was never frozen says nothing of evidence."""
    root = sites.copy_base(tmp_path)
    shutil.copy(sites.CASES.parents[1] / "mkdocs.yml", root)
    assert build_folder(root, root / "site").done
    assert not [path for path in (root / "site").rglob("*.html") if "ps-frozen" in path.read_text("utf-8")]


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>ก <b>ข</b>ค</p><p>ง</p>", "ก ขค\nง"),
        ("<header>x</header><article class='a'><nav>y<nav>z</nav></nav><p>ก</p></article>w", "ก"),
        ("<h1>เพิ่มโดยกรอบ</h1><h1 id='page'>ของหน้า</h1>", "ของหน้า"),
        ("<p>ก</p><p class='ps-aside ps-frozen'>เก็บ <b>แล้ว</b></p><p>ข</p>", "ก\nข"),
        ("<p>ก<script>x</script><br>ข</p><p class='ps-madefrom'>ค</p>", "ก\nข"),
        ("<p>ก</p><h2 id='moved'>ย้าย</h2><ul><li>เก่า</li></ul><h2 id='next'>ต่อ</h2>", "ก\nต่อ"),
        ("<table><tr><td>1</td><td>2</td></tr></table>", "1 2"),
    ],
)
def test_the_frame_of_a_page_is_left_out(html, text):
    """Navigation, added titles, what was frozen and what the ledger adds are no content of the page."""
    assert read_article(html) == text


def test_white_space_and_the_kind_of_digits_make_no_other_text():
    """A text is known by its letters and figures; any other letter makes it another."""
    assert digest_text("ปี ๒๕๖๕\nครบ") == digest_text("ปี2565 ครบ")
    assert digest_text("ปี 2565") != digest_text("ปี 2566")


def test_a_place_in_a_page_is_found_by_its_whole_name():
    """The name of a place is neither a part of another nor a text."""
    html = "<tr id=m01><td id='m04'>id=m02</td></tr>"
    assert [has_fragment(html, name) for name in ("m01", "m04", "m0", "m02", ".01")] == [
        True,
        True,
        False,
        False,
        False,
    ]


@pytest.mark.parametrize(
    ("body", "address", "media_type", "ending"),
    [
        (b"%PDF-1.7 <html><script>", "https://a.go.th/plan.html", "text/html", ".pdf"),
        (b"<!doctype html><p>", "https://a.go.th/plan.pdf", "application/pdf", ".html.txt"),
        (
            b"<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>",
            "https://a.go.th/a.svg",
            "image/svg+xml",
            ".svg.txt",
        ),
        (b"<?xml version='1.0'?>", "https://a.go.th/feed", "application/xml", ".txt"),
        (b"PK\x03\x04", "https://a.go.th/a.docx", "", ".docx"),
        (b"PK\x03\x04", "https://a.go.th/a.docm", "", ".zip"),
        (b"PK\x03\x04", "https://a.go.th/a.html", "", ".html.txt"),
        (b"\xd0\xcf\x11\xe0", "https://a.go.th/a.exe", "", ".bin"),
        (b"\x89PNG", "https://a.go.th/show.php?id=1", "image/png", ".png"),
        (b"a,b\n1,2\n", "https://a.go.th/a.csv", "application/octet-stream", ".csv"),
        (b"MZ\x90\x00", "https://a.go.th/a.exe", "application/octet-stream", ".bin"),
        (b"", "https://a.go.th/", "", ".bin"),
    ],
)
def test_the_ending_of_a_copy_is_safe_to_open(body, address, media_type, ending):
    """Bytes decide; whatever a browser would run as a page becomes plain text."""
    assert copy_ending(body, address, media_type) == ending
