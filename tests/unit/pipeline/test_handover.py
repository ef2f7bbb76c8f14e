"""The handover fits two sheets of A4 whatever the site holds, and names offices, never a person or a password."""

from __future__ import annotations

import io
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

import sites
from prongsai.exports.handover import WIDEST, export_handover_html, export_handover_text, width_of
from prongsai.pipeline import handed_out
from prongsai.pipeline.begin import new_site
from prongsai.pipeline.handed_out import LastTarget, remember_target
from prongsai.reporting import summary_line
from prongsai.thai.dates import BuddhistDate
from prongsai.views.handover import Handover, OpenYear

REPOSITORY = Path(__file__).resolve().parents[3]
DAY = BuddhistDate(2569, 11, 28)
MOST_LINES = 90  # two sheets of A4 at 11 points


def read_handover(root, day):
    """The handover of a site, as the command words it."""
    return handed_out.read_handover(root, day, summary_line)


def pages_of(facts) -> int:
    """On how many sheets of A4 the page for printing comes."""
    weasyprint = pytest.importorskip("weasyprint")
    printed = weasyprint.HTML(string=export_handover_html(facts)).write_pdf()
    return len(PdfReader(io.BytesIO(printed)).pages)


def fits(facts) -> None:
    """Two sheets of plain text."""
    lines = export_handover_text(facts).splitlines()
    assert len(lines) <= MOST_LINES
    assert max(map(width_of, lines)) <= WIDEST


def test_the_model_tells_what_is_open(tmp_path):
    """Rounds that are over without a report, items that lack something, the measures of the new year, the ledger."""
    root = sites.copy_site(REPOSITORY / "examples/model", tmp_path / "model")
    facts = read_handover(root, DAY)
    text = export_handover_text(facts)
    addresses = len((root / "site_config/urls.csv").read_text("utf-8").splitlines()) - 1  # the first line is the head
    for said in (
        "เทศบาลตำบลตัวอย่าง",
        "https://ita.example.go.th/",
        "เผยแพร่ครั้งล่าสุดเมื่อ 30 พฤศจิกายน 2569",
        "ปี 2567 รอบ 12 เดือนครบแล้ว ขาดรายงาน 6 มาตรการ: m01",
        "ปี 2570 ยังไม่มีมาตรการ",
        "prongsai check: ผิดพลาด 0 รายการ คำเตือน 4 รายการ",
        f"site_config/urls.csv {addresses} รายการ",
    ):
        assert said in text
    before = export_handover_text(read_handover(root, BuddhistDate(2567, 9, 30)))
    assert "ปี 2567 รายงานรอบถัดไปคือรอบ 12 เดือน สิ้นสุด 30 กันยายน 2567" in before
    fits(facts)


def test_a_new_site_has_a_handover(tmp_path):
    """Also before anything was entered or published."""
    new_site(tmp_path / "new", "", 2568)
    text = export_handover_text(read_handover(tmp_path / "new", DAY))
    assert "ยังไม่เคยเผยแพร่ด้วย prongsai publish" in text
    assert "ยังไม่ได้กรอก site_url" in text
    fits(read_handover(tmp_path / "new", DAY))


def test_where_it_was_published_last_is_said(tmp_path):
    """By what publishing left in the working folder, which also a restored site has."""
    root = sites.copy_base(tmp_path / "base")
    remember_target(root, LastTarget("~/www/ita", "2569-11-27", "0.1.0", "~/base-out/prongsai-base-2569-11-27.zip"))
    text = export_handover_text(read_handover(root, DAY))
    assert "เผยแพร่ครั้งล่าสุดเมื่อ 27 พฤศจิกายน 2569 ด้วย prongsai รุ่น 0.1.0" in text
    assert "โฟลเดอร์ที่เผยแพร่ ~/www/ita" in text
    assert "prongsai-base-2569-11-27.zip" in text
    (root / ".prongsai/last-target.json").write_text("[]", "utf-8")
    assert "เครื่องนี้ไม่มีบันทึกว่าเผยแพร่ไปที่โฟลเดอร์ใด" in export_handover_text(read_handover(root, DAY))


PERSON, MAIL, PASSWORD = "สมชาย ใจดี", "somchai@example.go.th", "hunter2"


def test_neither_persons_nor_passwords_are_named(tmp_path):
    """Whatever field they were written into, whether the data has errors or not."""
    root = sites.copy_base(tmp_path / "base")
    agency = root / "site_config/agency.yml"
    text = agency.read_text("utf-8").replace("name: กองคลัง", f"name: นาย{PERSON}")
    assert PERSON in text
    agency.write_text(f"{text}channels:\n  - {{kind: email, value: {MAIL}, label: นาย{PERSON}}}\n", "utf-8")
    site = root / "site_config/site.yml"
    address = f"site_url: https://admin:{PASSWORD}@ita.example.go.th/?key={PASSWORD}\n"
    lines = [line for line in site.read_text("utf-8").splitlines() if not line.startswith("site_url")]
    site.write_text("\n".join(lines) + "\n" + address, "utf-8")
    measures = root / "data/2565/measures.yml"
    written = measures.read_text("utf-8")
    measures.write_text(written.replace("title: ", f"title: นาย{PERSON} {MAIL} ", 2), "utf-8")
    link = f"{{url: 'ftp://u:{PASSWORD}@x.go.th/', title: x}}"
    register = f"fiscal_year: 2565\nitems:\n  O1: {{answer: นาย{PERSON}, links: [{link}]}}\n"
    (root / "data/2565/oit.yml").write_text(register, "utf-8")
    attached = root / f"content/files/2565/นาย{PERSON}.pdf"
    attached.parent.mkdir(parents=True)
    attached.write_bytes(b"")
    facts = read_handover(root, DAY)
    assert "ผิดพลาด 0 รายการ" not in facts.counted
    for form in (export_handover_text(facts), export_handover_html(facts)):
        assert not any(word in form for word in ("สมชาย", MAIL, PASSWORD))
    fits(facts)


def test_a_site_with_errors_has_a_handover(tmp_path):
    """One whose data cannot be read at all, and one without a ledger that counts."""
    root = sites.copy_base(tmp_path / "base")
    shutil.rmtree(root / "data")
    (root / "site_config/urls.csv").write_text("x", "utf-8")
    text = export_handover_text(read_handover(root, DAY))
    assert "[no-data]" in text
    assert "[ledger-header]" in text


def test_the_largest_site_fits_two_sheets():
    """Every list is cut with how many more there are, and every text at its length."""
    names = tuple(f"ชื่อที่ยาวมากของหน่วยงานภายในหมายเลข{number}" + "ก" * 90 for number in range(300))
    ids = tuple(f"{'m' * 40}{number}" for number in range(300))
    year = OpenYear(2569, 300, ids, ids, ids, ((6, ids), (12, ids)))
    typed = ("agency", "site_url", "target", "backup", "backup_folder")
    facts = Handover(
        **dict.fromkeys(typed, "ก" * 400),
        day="28 พฤศจิกายน 2569",
        version="10.20.30",
        published_on="27 พฤศจิกายน 2569",
        published_by="10.20.30",
        counted="ผิดพลาด 10000 รายการ คำเตือน 10000 รายการ ข้อสังเกต 10000 รายการ",
        units=names,
        fiscal_year=2570,
        years=(year,) * 30,
        broken=names,
        links=900,
        problems=names,
        addresses=100_000,
        redirected=10_000,
        withdrawn=10_000,
    )
    fits(facts)
    assert pages_of(facts) <= 2
    assert "และอีก 299" in export_handover_text(facts)
    assert "<script>" not in export_handover_html(replace(facts, agency="<script>alert(1)</script>"))
