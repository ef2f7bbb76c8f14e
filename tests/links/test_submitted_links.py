"""The nightly run with a submission: every submitted address is asked, and each unit learns what broke."""

from __future__ import annotations

import re

import pytest
from click.testing import CliRunner

import sites
from links.server import Server
from prongsai.cli import main
from prongsai.links.keep import load_memory

REGISTER = """\
fiscal_year: 2565
items:
  O1:
    answer: has
    unit: finance
    links:
      - {{url: "{base}/fine", title: แผนผังโครงสร้าง}}
  O2:
    answer: has
    unit: finance
    links:
      - {{url: "{base}/missing", title: ข้อมูลผู้บริหาร}}
  O3:
    answer: has
    links:
      - {{file: 2565/law.txt, title: อำนาจหน้าที่}}
"""
LOOPBACK = ("--allow-private", "127.0.0.0/8")


@pytest.fixture
def site(tmp_path):
    """A site at the misbehaving server, of which nothing is published there, as submitted."""
    with Server() as server:
        base = f"http://127.0.0.1:{server.ports['http']}"
        root = sites.copy_base(tmp_path / "site")
        (root / "site_config" / "agency.yml").write_text(
            "name: เทศบาลตำบลทดสอบ\nunits:\n  finance: {name: กองคลัง}\n", encoding="utf-8"
        )
        (root / "data" / "2565" / "follow-up.yml").unlink()  # its link leads out of this machine
        (root / "data" / "2565" / "oit.yml").write_text(REGISTER.format(base=base), encoding="utf-8")
        settings = root / "site_config" / "site.yml"
        settings.write_text(settings.read_text("utf-8").replace("https://ita.example.go.th/", f"{base}/ita/"))
        (root / "content" / "files" / "2565").mkdir(parents=True)
        (root / "content" / "files" / "2565" / "law.txt").write_text("อำนาจหน้าที่ของเทศบาล", "utf-8")
        assert run(root, "submitted", "2565", "--on", "2565-04-30").exit_code == 0
        yield root


def run(root, *words):
    """A command on a site, called in this process."""
    return CliRunner().invoke(main, [*words, "-C", str(root)])


def told(root, *words):
    """The part of the report that speaks of submitted links, without days and the number of the server."""
    text = run(root, "links", *LOOPBACK, *words).stdout
    own = text[text.find("ลิงก์ที่ยื่นไว้ใน ITAS") :] if "ลิงก์ที่ยื่นไว้ใน ITAS" in text else ""
    return re.sub(r"127\.0\.0\.1:[0-9]+", "SERVER", re.sub(r"ตั้งแต่ [^\n]+", "ตั้งแต่ DAY", own))


def test_a_unit_is_told_which_submitted_link_broke_and_what_may_be_done_there(site):
    """By unit: the item, what was seen since when, the copy, and what comes back at the same address."""
    text = told(site)
    assert (
        "  ถึง กองคลัง\n"
        "    ปี 2565 ข้อ O2 http://SERVER/missing\n"
        "      เซิร์ฟเวอร์ตอบว่าไม่มีหน้าหรือไฟล์นี้ (รหัส 404) ใช้ไม่ได้ตั้งแต่ DAY\n"
        "      ไม่มีสำเนาที่เก็บไว้\n"
        "      วิธีแก้: ให้ผู้ดูแลเว็บไซต์นั้นคืนเนื้อหาเดิมไว้ที่ที่อยู่เดิม ที่อยู่ใหม่ใช้แทนไม่ได้\n"
    ) in text
    assert "  ถึง ข้อที่ยังไม่ได้ระบุหน่วยงาน\n    ปี 2565 ข้อ O3 http://SERVER/ita/files/2565/law.txt\n" in text
    assert "สำเนา site_config/submitted/kept/" in text
    assert "/fine" not in text


def test_a_submitted_address_is_asked_also_when_the_register_has_another(site):
    """The link was changed after it was submitted: the submitted one is watched, an overwritten file named."""
    register = site / "data" / "2565" / "oit.yml"
    register.write_text(register.read_text("utf-8").replace("/missing", "/report-2565.pdf"), "utf-8")
    (site / "content" / "files" / "2565" / "law.txt").write_text("อื่น", "utf-8")
    text = told(site)
    assert "ข้อ O2 http://SERVER/missing" in text
    assert "คืนแฟ้มที่ยื่นไว้ที่เดิมด้วย prongsai submitted 2565 --restore O3 แล้วสั่ง prongsai publish" in text
    assert any(url.endswith("/missing") for url in load_memory(site)[0].rows)


def test_submitted_links_that_broke_fail_a_scheduled_job(site):
    """The statuses are those of any broken link."""
    assert [run(site, "links", *LOOPBACK, *words).exit_code for words in ([], ["--fail-on", "broken"])] == [0, 1]
    assert "to กองคลัง" in run(site, "links", *LOOPBACK, "--lang", "en").stdout


def test_nobody_is_told_after_the_result(site):
    """Once the result is entered the submitted addresses are no longer asked for."""
    text = "fiscal_year: 2565\ntotal: {value: 88.20, at: หน้า 1}\n"
    (site / "data" / "2565" / "scores.yml").write_text(text, "utf-8")
    assert told(site) == ""
