"""Evidence: what each submitted link showed is kept whole, can be verified, and what changes later is said."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
import shutil
import subprocess
from html import unescape

import pytest
from click.testing import CliRunner

from links.frozen_site import ATTACK, NOON, FrozenSite, make_site, unpack
from links.pdf_files import make_pdf
from links.server import Server, answer
from links.test_every_way import access_to_tests
from links.test_runs import QUICK
from prongsai.cli import main
from prongsai.links.frozen import read_frozen
from prongsai.links.keep_frozen import FROZEN
from prongsai.links.run import Settings
from prongsai.loading.load_site import load_site
from prongsai.pipeline.evidence.check_links import check_links
from prongsai.pipeline.evidence.freeze import OutsideOnlyError, SiteMissingError
from prongsai.pipeline.site_lock import hold_lock

LOOPBACK = ("--allow-private", "127.0.0.0/8")
DAY = "บันทึกหลักฐานเมื่อวันที่ ๒๑ พฤศจิกายน ๒๕๖๙"


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The site with its server, built once; nothing changes it."""
    with Server() as server:
        made = make_site(tmp_path_factory.mktemp("built") / "root", server)
        made.build()
        yield made


@pytest.fixture
def site(built, tmp_path):
    """The built site as a copy of a test's own."""
    built.server.many = answer(200, ATTACK, ETag='"one"', Set_Cookie="secret=1")
    return FrozenSite(shutil.copytree(built.root, tmp_path / "root"), built.server)


def said(site: FrozenSite, code: str) -> list[str]:
    """The words of an item's page on its links since they were frozen, once the site is built again."""
    site.build()
    html = (site.root / "site" / "2565" / "oit" / code.lower() / "index.html").read_text("utf-8")
    return [unescape(text) for text in re.findall(r'ps-frozen">([^<]*)<', html)]


def check_again(site: FrozenSite) -> None:
    """Let the program check the links, as on any later day."""
    settings = Settings(limits=QUICK, access=access_to_tests(), again=True)
    checked = check_links(site.root, load_site(site.root).site, "2569-11-21", settings, lambda *_: None)
    assert not checked.outcome.problems


def test_a_standard_tool_verifies_the_pack(site, tmp_path):
    """`sha256sum -c` finds every file of the pack whole, names all of them, and sees a copy that was altered."""
    folder = unpack(site.freeze(tmp_path / "out"), tmp_path / "unpacked")
    program = shutil.which("sha256sum")
    assert program is not None
    checked = subprocess.run([program, "-c", "SHA256SUMS"], cwd=folder, capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()} - {"SHA256SUMS"}
    assert files == {line.removesuffix(": OK") for line in checked.stdout.splitlines()}
    with (folder / "copies" / "001.html.txt").open("ab") as copy:
        copy.write(b" ")
    assert subprocess.run([program, "-c", "SHA256SUMS"], cwd=folder, capture_output=True, check=False).returncode != 0


def test_copies_are_what_was_received(site, tmp_path):
    """Each copy has the bytes that the server sent or the site holds, also those of an error page and of a file."""
    done = site.freeze(tmp_path / "out")
    folder = unpack(done, tmp_path / "unpacked")
    links = {link.href.removeprefix(site.base): link for link in done.frozen.links}
    assert (folder / links["/many/plan"].copy).read_bytes() == ATTACK
    assert (folder / links["/files/2565/report.pdf"].copy).read_bytes() == make_pdf("รายงาน ปีงบประมาณ พ.ศ. 2565")
    assert (folder / links["/about/"].copy).read_bytes() == (site.root / "site/about/index.html").read_bytes()
    assert b"404" in (folder / links["/missing"].copy).read_bytes()
    assert [links[name].copy[-5:] for name in ("/fine.docx", "/many/plan", "/contact/")] == [".docx", "l.txt", "l.txt"]
    for link in done.frozen.links:
        assert hashlib.sha256((folder / link.copy).read_bytes()).hexdigest() == link.sha256


def test_the_record_says_what_each_link_showed(site, tmp_path):
    """State, status, final address, day and time of every link of the year, each once with all items that name it."""
    done = site.freeze(tmp_path / "out")
    assert read_frozen(done.record.read_text("utf-8")) == done.frozen
    assert done.record == site.root / "site_config" / "frozen" / "2565-2569-11-21.json"
    assert hashlib.sha256(done.pack.read_bytes()).hexdigest() == done.frozen.pack.sha256
    links = {link.href.removeprefix(site.base): link for link in done.frozen.links}
    seen = {href: (link.items, link.state.value, link.status) for href, link in links.items()}
    assert seen["/many/plan"] == (("O1", "O2"), "fine", 200)
    assert seen["/missing"] == (("O2",), "not_found", 404)
    assert seen["/2565/measures/#m01"] == (("O4",), "fine", 0)
    assert seen["/2565/measures/"] == (("O42",), "fine", 0)
    assert links["/redirected"].final == f"{site.base}/fine"
    assert links["/about/"].final == "https://ita.example.go.th/about/"
    assert {link.seen for link in done.frozen.links} == {"2569-11-21 12:00:30"}


def test_the_manifest_has_the_headers_but_no_cookies(site, tmp_path):
    """The server's facts about itself are kept, those that it gave to this visitor alone are not."""
    folder = unpack(site.freeze(tmp_path / "out"), tmp_path / "unpacked")
    links = json.loads((folder / "manifest.json").read_text("utf-8"))["links"]
    headers = next(link["headers"] for link in links if link["href"].endswith("/many/plan"))
    assert headers["etag"] == '"one"'
    assert "secret" not in (folder / "manifest.json").read_text("utf-8")


def test_the_same_evidence_and_time_give_the_same_bytes(site, tmp_path):
    """Freezing twice at one moment gives the same pack and the same record, to the byte."""
    packs = []
    for name in ("one", "two"):
        done = site.freeze(tmp_path / name)
        packs.append((done.pack.read_bytes(), done.record.read_bytes()))
        done.record.unlink()
    assert packs[0] == packs[1]


def test_a_second_pack_of_a_day_leaves_the_first(site, tmp_path):
    """Neither the pack nor the record of an earlier hour is written over, and pages speak of the newest."""
    first = site.freeze(tmp_path / "out")
    before = first.pack.read_bytes()
    second = site.freeze(tmp_path / "out", now=NOON + dt.timedelta(hours=1))
    assert second.record.name == "2565-2569-11-21-2.json"
    assert second.pack.name == "evidence-2565-2569-11-21-2.zip"
    assert first.pack.read_bytes() == before
    site.freeze(tmp_path / "out", now=NOON + dt.timedelta(days=1))
    assert said(site, "O4")[0].startswith("บันทึกหลักฐานเมื่อวันที่ ๒๒ พฤศจิกายน ๒๕๖๙")


def test_a_busy_site_is_waited_for_only_when_the_record_is_written(site, tmp_path):
    """Every link is opened and the pack is there before another command is in the way of the record."""
    with hold_lock(site.root, "prongsai build"):
        words = ["-C", str(site.root), "--year", "2565", "--out", str(tmp_path / "out"), "--wait", "0"]
        done = CliRunner().invoke(main, ["urls", "freeze", *words, *LOOPBACK])
    assert (done.exit_code, "prongsai build ทำงานกับเว็บไซต์นี้อยู่" in done.stderr) == (2, True)
    assert [path.suffix for path in (tmp_path / "out").iterdir()] == [".zip"]
    assert not (site.root / FROZEN).exists()


def test_nothing_has_changed_right_after(site, tmp_path):
    """Built again, pages and files are as they were frozen, also the page that a person wrote."""
    site.freeze(tmp_path / "out")
    page = f"{DAY} เนื้อหาปัจจุบันของหน้าในเว็บไซต์นี้ยังเหมือนเดิม"
    assert said(site, "O4") == [f"{DAY} ไฟล์ปัจจุบันในเว็บไซต์นี้ยังเหมือนเดิม", page, page]
    assert said(site, "O1")[1] == page
    assert said(site, "O42") == [page]


def test_a_page_that_was_edited_has_changed(site, tmp_path):
    """Pages by hand and generated ones that say something else are known from those that do not; so are files."""
    site.freeze(tmp_path / "out")
    for name, old, new in (
        ("content/about.md", "เดิม", "ใหม่"),
        ("data/2565/measures.yml", "รวบรวมช่องทางติดต่อ", "รวบรวมหมายเลขติดต่อ"),
    ):
        path = site.root / name
        path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    (site.root / "content/files/2565/report.pdf").write_bytes(make_pdf("รายงานฉบับแก้ไข"))
    changed = f"{DAY} เนื้อหาปัจจุบันของหน้าในเว็บไซต์นี้เปลี่ยนไปแล้ว"
    assert said(site, "O1")[1] == changed
    same = changed.replace("เปลี่ยนไปแล้ว", "ยังเหมือนเดิม")
    assert said(site, "O4") == [f"{DAY} ไฟล์ปัจจุบันในเว็บไซต์นี้เปลี่ยนไปแล้ว", changed, same]


def test_another_look_is_no_other_content(site, tmp_path):
    """Arabic digits and a page that only moved its words to other lines are no change."""
    site.freeze(tmp_path / "out")
    for name, old, new in (
        ("site_config/site.yml", "numerals: thai", "numerals: arabic"),
        ("content/about.md", "เนื้อหา**เดิม** ของหน้า", "*เนื้อหา*เดิม\nของหน้า"),
    ):
        path = site.root / name
        path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    texts = [*said(site, "O1")[1:], *said(site, "O4")[1:]]
    assert {text.rpartition(" ")[2] for text in texts} == {"เนื้อหาปัจจุบันของหน้าในเว็บไซต์นี้ยังเหมือนเดิม"}


def test_what_is_gone_is_said(site, tmp_path):
    """A page that is no longer there, and a link that the answer no longer names."""
    site.freeze(tmp_path / "out")
    register = site.root / "data/2565/oit.yml"
    text = register.read_text("utf-8")
    register.write_text(text.replace("      - {file: 2565/report.pdf, title: รายงาน}\n", ""), "utf-8")
    assert said(site, "O4")[-1] == (
        "หลักฐานที่บันทึกเมื่อวันที่ ๒๑ พฤศจิกายน ๒๕๖๙ มีลิงก์ /files/2565/report.pdf ซึ่งปัจจุบันไม่อยู่ในคำตอบของข้อนี้"
    )


def test_links_of_the_web_are_checked_against_the_last_check(site, tmp_path):
    """The body that a later check got is the one that was frozen, or not; what did not open cannot be compared."""
    site.freeze(tmp_path / "out", now=NOON - dt.timedelta(days=365))
    assert "ยังไม่มีผลตรวจหลังจากนั้น" in said(site, "O1")[0]
    check_again(site)
    assert "ได้เนื้อหาเหมือนที่บันทึกไว้" in said(site, "O1")[0]
    site.server.many = answer(200, ATTACK.replace(b"2565", b"2564 2565"))
    check_again(site)
    assert "ได้เนื้อหาไม่ตรงกับที่บันทึกไว้" in said(site, "O1")[0]
    site.server.many = answer(500)
    check_again(site)
    assert "เปิดไม่ได้ จึงไม่มีเนื้อหาให้เทียบ" in said(site, "O1")[0]
    assert "ขณะนั้นเปิดไม่ได้ (ไม่พบหน้า)" in said(site, "O2")[0]


def test_the_pack_is_never_in_the_site(site):
    """Neither the published folder nor the sources of the site take the pack."""
    for place in ("site", "site/evidence", "content/files", "site_config"):
        with pytest.raises(OutsideOnlyError):
            site.freeze(site.root / place)
    assert not list(site.root.rglob("evidence-*"))


def test_without_a_built_site_nothing_is_frozen(site, tmp_path):
    """Pages that nobody built cannot be evidence."""
    shutil.rmtree(site.root / "site")
    with pytest.raises(SiteMissingError):
        site.freeze(tmp_path / "out")
    assert not (site.root / "site_config/frozen").exists()


def test_the_command_says_what_was_kept_and_what_to_do(site, tmp_path):
    """The pack, its hash, the links that showed nothing, and how to keep the hashes; the day given is said as given."""
    words = ["urls", "freeze", "-C", str(site.root), "--year", "๒๕๖๕", "--out", str(tmp_path / "out"), *LOOPBACK]
    done = CliRunner().invoke(main, [*words, "--date", "21 พฤศจิกายน 2569"])
    assert done.exit_code == 0, done.output
    pack = tmp_path / "out" / "evidence-2565-2569-11-21.zip"
    digest = hashlib.sha256(pack.read_bytes()).hexdigest()
    assert done.stdout.splitlines() == [
        "เก็บหลักฐานของปีงบประมาณ พ.ศ. 2565 แล้ว 10 ลิงก์",
        f"แฟ้มหลักฐาน {pack}",
        f"SHA-256 {digest}",
        "ลิงก์ที่ควรเปิดดูเองก่อนใช้เป็นหลักฐาน 1 ลิงก์",
        f"  ข้อ O2 ไม่พบหน้า {site.base}/missing",
        "ขั้นต่อไป: เก็บแฟ้ม ZIP ไว้อย่างน้อยสองแห่ง และเก็บค่าแฮชเข้า git ด้วย git add site_config/frozen/2565-2569-11-21.json",
    ]
    assert "10/10" in done.stderr
    record = json.loads((site.root / "site_config/frozen/2565-2569-11-21.json").read_text("utf-8"))
    assert record["pack"]["sha256"] == digest


@pytest.mark.parametrize(
    ("words", "said_so"),
    [
        (["--year", "2022"], "ค.ศ."),
        (["--year", "2563"], "ไม่มีข้อมูลของปี 2563"),
        (["--year", "2564"], "ยังไม่มีลิงก์"),
        (["--year", "2565", "--out", "site"], "ส่วนของเว็บไซต์"),
        (["--year", "2565", "--site-dir", "nowhere"], "ไม่พบเว็บไซต์ที่สร้างไว้"),
        (["--year", "2565", "--date", "31/2/2569"], "ไม่ใช่วันที่"),
    ],
)
def test_a_wrong_call_is_answered_with_what_to_do(words, said_so, site, monkeypatch):
    """A call that cannot be answered freezes nothing and says how to call instead."""
    monkeypatch.chdir(site.root)
    done = CliRunner().invoke(main, ["urls", "freeze", *words, *LOOPBACK])
    assert (done.exit_code, said_so in done.stderr, "วิธีแก้" in done.stderr) == (2, True, True), done.output
    assert not (site.root / "site_config/frozen").exists()
