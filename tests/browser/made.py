"""The sites that the browser looks at, built as any agency builds its own."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import sites
from prongsai.addresses import KINDS
from prongsai.blocks.block import Piece
from prongsai.ledger.load_ledger import LEDGER
from prongsai.pages.page import Page
from prongsai.pipeline.begin import new_site
from prongsai.pipeline.build import build_folder
from prongsai.pipeline.check import check_folder
from prongsai.views.content import Table

ROOT = Path(__file__).resolve().parents[2]
PREFIX = "/ita/"
SITE_URL = f"https://ita.example.go.th{PREFIX}"
LEADS_ON, WITHDRAWN = "moved", "withdrawn"  # the browser leaves a page that leads on before it can be looked at
EXAMPLES = ("don", "model", "nam-mong", "phu-wong", "seven-themes")


# Kinds of pages that consist of the same blocks: one of them is looked at.
ALIKE = {"all-updates": "updates", "year-links": "links", "search-across": "search-list", "units": "years"}
ALIKE |= {"indicators": "years"}
# What the same kind of page is in another state of a site.
STATES = ("oit-answers", "links-withheld", "nothing")
OURS = {kind.name for kind in KINDS.values() if kind.form.endswith("/")} - {"page"} | {"questions", "search-list"}
KINDS_OF_PAGES = sorted({ALIKE.get(name, name) for name in OURS} | {*STATES})


@dataclass(frozen=True)
class Made:
    """A built site: its folder, its pages below the prefix, and the kind of each; at an old address what it is."""

    folder: Path
    pages: tuple[str, ...]
    kinds: dict[str, str]

    def file(self, page: str) -> Path:
        """The HTML file of a page."""
        return self.folder / page / "index.html"

    def every_kind(self) -> dict[str, str]:
        """The heaviest page of each kind, by the name of the kind."""
        heaviest: dict[str, str] = {}
        for page in sorted(self.kinds, key=lambda page: self.file(page).stat().st_size):
            heaviest[self.kinds[page]] = page
        return heaviest


def make_own(folder: Path) -> Made:
    """The repository's own site, copied with its hand-written pages and built under a path."""
    return _build(sites.copy_own(folder / "own"), SITE_URL)


def make_example(folder: Path, name: str) -> Made:
    """The site of one of the examples."""
    return _build(sites.copy_site(ROOT / "examples" / name, folder / name), SITE_URL)


def make_small(folder: Path, options: str = "", *, site_url: str | None = SITE_URL) -> Made:
    """The smallest valid site with a hand-written page next to it; `options` are added to its site.yml."""
    root = sites.copy_base(folder / "small")
    chosen = root / "site_config" / "site.yml"
    keys = {line.partition(":")[0] for line in options.splitlines()} | {"site_url"}
    kept = [line for line in chosen.read_text("utf-8").splitlines() if line.partition(":")[0] not in keys]
    chosen.write_text("\n".join((*kept, options, "")), "utf-8")
    (root / LEDGER).write_text(PUBLISHED, "utf-8")
    (root / "data" / "2565" / "questions.yml").write_text(QUESTIONS, "utf-8")
    agency = root / "site_config" / "agency.yml"
    agency.write_text(agency.read_text("utf-8") + INVITED, "utf-8")
    by_hand = root / "content" / "by-hand" / "index.md"
    by_hand.parent.mkdir(parents=True)
    by_hand.write_text(BY_HAND, "utf-8")
    return _build(root, site_url)


def make_withheld(folder: Path) -> Made:
    """The small site after its agency has decided that notes and states of links are its officers' alone."""
    root = sites.copy_base(folder / "withheld")
    chosen = root / "site_config" / "site.yml"
    chosen.write_text(chosen.read_text("utf-8") + "notes: internal\n", "utf-8")
    (root / LEDGER).write_text(PUBLISHED.partition("\n")[0] + "\n/links/,2569-11-21,live,,,\n", "utf-8")
    return _build(root, SITE_URL)


def make_nothing(folder: Path) -> Made:
    """A site as `prongsai new` makes it, without a fact."""
    new_site(folder / "nothing", "เทศบาลตำบลตัวอย่าง", 2568)
    return _build(folder / "nothing", SITE_URL)


def _build(root: Path, site_url: str | None) -> Made:
    if not (root / "mkdocs.yml").exists():
        shutil.copy(ROOT / "mkdocs.yml", root / "mkdocs.yml")
    target = root.with_name(f"{root.name}-site")
    built = build_folder(root, target, site_url=site_url)
    assert built.done, "\n".join(map(str, built.problems))
    planned = check_folder(root, site_url).planned
    kinds = {page.path.lstrip("/"): _kind_of(page) for page in planned.pages}
    kinds |= {page.path.lstrip("/"): _kind_of_old(page) for page in planned.old_pages}
    pages = sorted(path.parent.relative_to(target).as_posix() for path in target.rglob("index.html"))
    found = tuple("" if page == "." else f"{page}/" for page in pages)
    return Made(target, found, {page: name for page, name in kinds.items() if page in found})


def _kind_of(page: Page) -> str:
    """The kind of its subject, or of the state in which that is another page."""
    kind = ALIKE.get(page.subject.kind, page.subject.kind)
    if kind == "oit" and any(isinstance(block, Piece) and block.name == "oit-table" for block in page.blocks):
        return "oit-answers"
    if kind == "links" and not any(isinstance(block, Table) for block in page.blocks):
        return "links-withheld"
    if kind == "home" and not any(isinstance(block, Piece) and block.name == "home-panels" for block in page.blocks):
        return "nothing"
    return kind


def _kind_of_old(page: Page) -> str:
    """The kind of page at an old address, by what its head says."""
    return LEADS_ON if "redirect" in page.meta else WITHDRAWN


PUBLISHED = """path,first_seen,fate,to,since,reason
/2563/,2569-11-21,withdrawn,,2569-11-22,ย้ายไปเผยแพร่ที่เว็บไซต์หลักของหน่วยงาน
/2564/scores/#old-scores,2569-11-21,withdrawn,,2569-11-22,รวมอยู่ในตารางอื่นแล้ว
/2564/scores/#old-table,2569-11-21,redirect,/2564/analysis/,2569-11-22,
/files/2563/แผน งาน.pdf,2569-11-21,withdrawn,,2569-11-22,มีฉบับใหม่ใช้แทน
"""
QUESTIONS = """fiscal_year: 2565
questions:
  - id: q01
    asked_on: 5 มกราคม 2565
    question: ช่องทางติดต่อผู้บริหารเผยแพร่ไว้ที่ใด และปรับปรุงให้เป็นปัจจุบันทุกกี่เดือน
    answer: [เผยแพร่ในหน้าผู้บริหาร, {text: ปรับปรุงดังนี้, points: [ทุกไตรมาส, เมื่อมีการเปลี่ยนแปลง]}]
    answered_on: 9 มกราคม 2565
    unit: clerk
    about: {measure: m01}
    link: https://www.example.go.th/executives
  - {id: q02, question: เปิดทำการวันใด, about: {item: O2}}
"""
INVITED = """eit_survey:
  url: https://itas.example.go.th/go/eit/example
  fiscal_year: 2565
  opens: 1 มกราคม 2565
  closes: 30 มิถุนายน 2565
complaints:
  channels:
    - {kind: phone, label: สายตรง, value: 0-2000-0019}
    - {kind: line, value: "@example"}
  confidentiality: เทศบาลไม่เปิดเผยชื่อผู้แจ้ง
"""
BY_HAND = f"""---
title: หน้าที่เขียนเอง
description: หน้าที่เจ้าหน้าที่เขียนเองด้วย Markdown
---
# หน้าที่เขียนเอง {{ #by-hand }}

ย่อหน้าที่มีคำยาวติดกัน {"ก" * 120} และ https://example.go.th/{"a" * 90}

| ลำดับ | เรื่อง | รายละเอียด | ผู้รับผิดชอบ | กำหนดเวลา | หมายเหตุ |
|---|---|---|---|---|---|
| 1 | {"การเปิดเผยข้อมูล" * 3} | {"รายละเอียด" * 6} | สำนักปลัดเทศบาล | ตุลาคม 2567 | {"ข้อความ" * 5} |

    {"code " * 60}
"""
