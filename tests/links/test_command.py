"""The command `prongsai links`: what it asks, what it says and with which status it ends."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from click.testing import CliRunner

import sites
from links.server import Server
from prongsai.cli import main
from prongsai.links.keep import JOURNAL, LINKS
from prongsai.loading.load_site import load_site
from prongsai.pipeline.evidence.check_links import find_links
from prongsai.pipeline.site_lock import hold_lock

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
      - {{url: "{base}/fine", title: โครงสร้างอีกครั้ง}}
  O18:
    answer: has
    unit: finance
    fiscal_year: 2565
    links:
      - {{url: "{base}/report-2565.pdf", title: รายงานผลการดำเนินงาน}}
"""
LOOPBACK = ("--allow-private", "127.0.0.0/8")


@pytest.fixture
def site(tmp_path):
    """A site whose register leads to the misbehaving server."""
    with Server() as server:
        sites.copy_base(tmp_path)
        (tmp_path / "site_config" / "agency.yml").write_text(
            "name: เทศบาลตำบลทดสอบ\nunits:\n  finance: {name: กองคลัง}\n", encoding="utf-8"
        )
        (tmp_path / "data" / "2565" / "follow-up.yml").unlink()  # its link leads out of this machine
        register = tmp_path / "data" / "2565" / "oit.yml"
        register.parent.mkdir(parents=True, exist_ok=True)
        register.write_text(REGISTER.format(base=f"http://127.0.0.1:{server.ports['http']}"), encoding="utf-8")
        yield tmp_path


def run(site, *words):
    """The command, called in this process."""
    return CliRunner().invoke(main, ["links", "-C", str(site), *words])


def test_the_report_says_what_each_link_shows_and_whose_it_is(site):
    """Grouped by state: the address, item and unit, since when, what was seen, what it means, what to do."""
    done = run(site, *LOOPBACK)
    assert done.exit_code == 0, done.output
    text = re.sub(r"127\.0\.0\.1:[0-9]+", "SERVER", re.sub(r"ตั้งแต่ [^\n]+", "ตั้งแต่ DAY", done.stdout))
    assert text == (
        "ไม่พบหน้า (1)\n"
        "  http://SERVER/missing\n"
        "    ปี 2565 ข้อ O2 กองคลัง\n"
        "    ใช้ไม่ได้ตั้งแต่ DAY\n"
        "    เซิร์ฟเวอร์ตอบว่าไม่มีหน้าหรือไฟล์นี้ (รหัส 404)\n"
        "  ผล: ผู้ตรวจประเมินและประชาชนเปิดดูไม่ได้ ข้อที่ใช้ลิงก์นี้อาจไม่ได้คะแนนเพราะ URL ไม่สามารถตรวจสอบได้\n"
        "  วิธีแก้: นำหน้าหรือไฟล์กลับมาวางโดยคงที่อยู่เดิมไว้ ถ้าย้ายไปแล้วให้ตั้งการส่งต่อจากที่อยู่เดิม "
        "ถ้าลิงก์พิมพ์ผิดและยังไม่ได้ยื่นให้แก้ในทะเบียน\n"
        "\n"
        "ชื่อปีนี้ เนื้อหาปีอื่น (1)\n"
        "  http://SERVER/report-2565.pdf\n"
        "    ปี 2565 ข้อ O18 กองคลัง\n"
        "    ใช้ไม่ได้ตั้งแต่ DAY\n"
        "    ชื่อลิงก์หรือชื่อไฟล์บอกปี 2565 แต่เนื้อหาทั้งหมดกล่าวถึงปีงบประมาณ 2564\n"
        "  ผล: ข้อนี้อาจไม่ได้คะแนนเพราะข้อมูลไม่ตรงปีงบประมาณ\n"
        "  วิธีแก้: น่าจะวางไฟล์ผิดปี ให้วางไฟล์ของปี 2565 แทนโดยคงที่อยู่เดิมไว้\n"
        "\n"
        "ลิงก์ทั้งหมด 3 ใช้ไม่ได้ 2 ต้องเปิดดูเอง 0 ใช้ได้แต่ควรดูแล 0 ใช้งานได้ 1\n"
    )
    assert "3/3" in done.stderr
    assert (site / LINKS).read_text("utf-8").count("\n") == 4


def test_the_report_is_there_in_english(site):
    """The same report in English."""
    text = run(site, *LOOPBACK, "--lang", "en").stdout
    assert "not found (1)" in text
    assert "broken since 25" in text
    assert "3 links: broken 2" in text


def test_broken_links_fail_a_scheduled_job_only(site):
    """Without --fail-on a broken link is no error of the command."""
    assert [run(site, *LOOPBACK, *words).exit_code for words in ([], ["--fail-on", "broken"])] == [0, 1]
    assert run(site, *LOOPBACK, "--fail-on", "broken", "--year", "2564").exit_code == 0


def test_private_networks_are_refused_unless_named(site):
    """Without --allow-private nothing of the own network is opened."""
    text = run(site).stdout
    assert "อยู่ในเครือข่ายภายใน (3)" in text
    assert "โปรแกรมจึงไม่เปิด" in text


@pytest.mark.parametrize(
    ("words", "said"), [(["--year", "2022"], "--year 2022"), (["--allow-private", "office"], "office")]
)
def test_a_wrong_call_is_answered_with_an_example(words, said, site):
    """A year of the Common Era and a network that is none are refused with the way to write it."""
    done = run(site, *words)
    assert (done.exit_code, said in done.stderr, "วิธีแก้" in done.stderr) == (2, True, True)


def test_a_memory_that_cannot_be_read_stops_the_command(site):
    """The problem is reported with its place, nothing is asked, and the file stays."""
    (site / LINKS).write_text("x\n")
    done = run(site, *LOOPBACK)
    assert done.exit_code == 1
    assert "site_config/links.csv:1:1" in done.stdout
    assert (site / LINKS).read_text() == "x\n"


def test_each_link_is_asked_for_the_years_its_items_need(site):
    """The edition's own offset says which year an item must show; where it says none, the answer does."""
    links = {link.url.rpartition("/")[2]: link for link in find_links(load_site(site).site)}
    assert [use.item for use in links["fine"].uses] == ["O1", "O2"]
    assert links["fine"].expected.names == ("แผนผังโครงสร้าง", "โครงสร้างอีกครั้ง")
    assert links["report-2565.pdf"].due == (2565,)
    assert links["missing"].due == ()


def test_building_needs_no_network_library(site):
    """Checking the data does not even load what asks the web."""
    code = (
        "import sys; from pathlib import Path; from prongsai.pipeline.check import check_folder;"
        "check_folder(Path(sys.argv[1])); sys.exit('httpcore' in sys.modules or 'certifi' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code, str(site)], check=False).returncode == 0


def test_a_busy_site_keeps_the_results_for_the_next_run(site):
    """Links are asked while a build runs; who cannot write in time says so and loses no result."""
    with hold_lock(site, "prongsai build"):
        done = run(site, *LOOPBACK, "--wait", "0")
    assert (done.exit_code, "prongsai build ทำงานกับเว็บไซต์นี้อยู่" in done.stderr) == (2, True)
    assert (not (site / LINKS).exists(), (site / JOURNAL).read_bytes().count(b'{"day"')) == (True, 3)
    assert run(site, *LOOPBACK).exit_code == 0
    assert (site / LINKS).read_text("utf-8").count("\n") == 4


def test_a_second_run_waits_for_the_first_and_asks_nothing_meanwhile(site):
    """Two runs would share one journal: the second says who is at it and ends, or goes on when the first is done."""
    with hold_lock(site, "prongsai links", kind="links"):
        refused = run(site, *LOOPBACK, "--wait", "0")
    assert (refused.exit_code, "prongsai links ทำงานกับเว็บไซต์นี้อยู่" in refused.stderr) == (2, True)
    assert not (site / LINKS).exists()
    assert not (site / JOURNAL).exists()
    second = [sys.executable, "-m", "prongsai", "links", "-C", site, *LOOPBACK, "--wait", "30"]
    with hold_lock(site, "prongsai links", kind="links"):
        running = subprocess.Popen(second, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        assert "จึงรอไม่เกิน 30 วินาที" in running.stderr.readline()
        assert not (site / LINKS).exists()
    running.communicate(timeout=60)
    assert running.returncode == 0
    assert (site / LINKS).read_text("utf-8").count("\n") == 4


def test_a_build_does_not_wait_for_a_run(site):
    """Asking may take hours: the lock of a run is none of those who write the site."""
    with hold_lock(site, "prongsai links", kind="links"), hold_lock(site, "prongsai build", wait=0):
        pass
