"""The sitemap has every page once, at the address and in the order in which the engine publishes it."""

from __future__ import annotations

import re
from html import unescape

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import get_files

import sites
from prongsai.exports.sitemap import export_sitemap
from prongsai.pipeline.check import check_folder
from prongsai.pipeline.generate import generate_folder

SITE_URL = "https://ita.example.go.th/ita/"
NAMES = ["index.md", "zebra.md", "About.md", "2565/index.md", "2565/a.md", "2565/oit/index.md", "2565/oit/o1.md"]
NAMES += ["2565/b/README.md", "2565-old/index.md", "เกี่ยวกับเรา.md", "ก & ข/หน้า 'ค'.md", "README2.md", "a.b/c.d.md"]
OWN = {
    "about.md": "# เกี่ยวกับเรา\n",
    "draft.md": "---\ntitle: ร่าง\nrobots: noindex\n---\n# ร่าง\n",
    "open.md": "---\nrobots:\ntitle: เปิด\n---\n# เปิด\n",
    "more/README.md": "# อีกหน้า\n",
    "notes/robots.md": "# robots: noindex\n\nrobots: noindex\n",
}


def addresses_in(text):
    """The addresses of a sitemap, below the site's."""
    return [unescape(one).removeprefix(SITE_URL) for one in re.findall("<loc>(.*?)</loc>", text)]


def test_addresses_and_order_are_those_of_the_engine(tmp_path):
    """Names in Thai, with marks, of folders and files: as the engine itself sorts and quotes them."""
    for name in NAMES:
        (tmp_path / "content" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "content" / name).write_text("# ก\n", "utf-8")
    config = MkDocsConfig(config_file_path=str(tmp_path / "mkdocs.yml"))
    config.load_dict({"site_name": "-", "docs_dir": str(tmp_path / "content"), "theme": {"name": None}})
    config.validate()
    urls = [file.url for file in get_files(config).documentation_pages()]
    assert addresses_in(export_sitemap(SITE_URL, dict.fromkeys(NAMES, ""))) == [
        "" if one == "./" else one for one in urls
    ]


def test_a_day_is_said_where_there_is_one():
    """In the form of the protocol, byte for byte."""
    assert export_sitemap("https://a.example", {"x.md": "", "index.md": "2026-11-29"}) == (
        '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
        "  <url>\n    <loc>https://a.example/</loc>\n    <lastmod>2026-11-29</lastmod>\n  </url>\n"
        "  <url>\n    <loc>https://a.example/x/</loc>\n  </url>\n</urlset>\n"
    )


@pytest.fixture
def root(tmp_path):
    """A small site with pages written by hand."""
    made = sites.copy_small(tmp_path / "root")
    for name, text in OWN.items():
        (made / "content" / name).parent.mkdir(parents=True, exist_ok=True)
        (made / "content" / name).write_text(text, "utf-8")
    return made


def generated(root):
    """The sitemap of the site in `root`, as it is generated."""
    checked = check_folder(root, SITE_URL)
    assert not generate_folder(root, checked).written.has_errors
    return (root / "content" / "sitemap.xml").read_text("utf-8")


def test_pages_written_by_hand_are_in_it_but_for_those_that_ask_not_to_be(root):
    """By their front matter alone, not by what their text says; nothing is listed twice."""
    found = addresses_in(generated(root))
    assert {"about/", "open/", "notes/robots/", "more/", "2565/"} <= {*found}
    assert "draft/" not in found
    assert len(found) == len({*found})


def test_a_sitemap_that_somebody_wrote_stays(root):
    """Nobody's work is written over."""
    (root / "content" / "sitemap.xml").write_text("<urlset/>", "utf-8")
    assert generated(root) == "<urlset/>"


def test_where_the_lists_of_generated_files_are_lost_the_sitemap_is_still_ours(root):
    """A backup without hidden files, say: it is written again, not kept for ever as it was."""
    generated(root)
    for name in (".generated.json", ".gitignore"):
        (root / "content" / name).unlink()
    (root / "content" / "new.md").write_text("# ใหม่\n", "utf-8")
    assert "new/" in addresses_in(generated(root))
