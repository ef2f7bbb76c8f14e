"""A site with everything that makes heads go wrong: old addresses, equal names, long ones and pages without words."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import sites
from browser.made import ROOT, SITE_URL, Made
from once import make_once
from prongsai.ledger.load_ledger import LEDGER
from prongsai.pipeline.build import build_folder

LONG = "การเปิดเผยข้อมูลและปรับปรุงช่องทางการสื่อสาร " * 14
MEASURES = f"""fiscal_year: 2565
measures:
  - {{id: m01, number: 1, title: เผยแพร่ช่องทางติดต่อ}}
  - {{id: m02, title: ชื่อ "เดียว" <b>กัน</b> & กัน}}
  - {{id: m03, title: ชื่อ "เดียว" <b>กัน</b> & กัน}}
  - {{id: m04, title: {LONG}}}
"""
PUBLISHED = """path,first_seen,fate,to,since,reason
/2563/,2569-11-21,withdrawn,,2569-11-22,ย้ายไปเผยแพร่ที่เว็บไซต์หลัก
/2563/scores/,2569-11-21,withdrawn,,2569-11-22,ย้ายไปเผยแพร่ที่เว็บไซต์หลัก
/2563/measures/,2569-11-21,redirect,/2565/measures/,2569-11-22,
/2563/oit/,2569-11-21,redirect,/2565/oit/,2569-11-22,
"""


@pytest.fixture(scope="session")
def odd(tmp_path_factory) -> Made:
    """The site, built under a path."""
    return make_once(tmp_path_factory, "odd", _build)


def _build(folder: Path) -> Made:
    root = make_odd(folder / "root")
    built = build_folder(root, root / "site", site_url=SITE_URL)
    assert built.done, built.problems
    return Made(root / "site", (), {})


def make_odd(root: Path) -> Path:
    """The site before it is built."""
    sites.copy_base(root)
    shutil.copy(ROOT / "mkdocs.yml", root / "mkdocs.yml")
    (root / LEDGER).write_text(PUBLISHED, "utf-8")
    (root / "data" / "2565" / "measures.yml").write_text(MEASURES, "utf-8")
    (root / "data" / "2565" / "follow-up.yml").unlink()
    (root / "data" / "2565" / "oit.yml").unlink()
    content = root / "content"
    content.mkdir()
    (content / "one.md").write_text("# หน้าหนึ่ง <i>เอียง</i>\n\nเขียนเอง\n", "utf-8")
    (content / "two.md").write_text("---\nimage: ../x.png\n---\n# หน้าสอง\n\nเขียนเอง\n", "utf-8")
    return root
