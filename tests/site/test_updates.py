"""Changes between publications are shown: on the pages of updates, in feeds, with the day of the publication."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import feedparser
import pytest

import sites
from prongsai.ledger.load_ledger import load_ledger
from prongsai.pipeline.build import build_folder
from prongsai.pipeline.check import check_folder
from prongsai.pipeline.publish import publish_folder
from unit.exports.feed_schemas import faults_of_atom, faults_of_json_feed
from unit.pages.reading import read_html

REPOSITORY = Path(__file__).resolve().parents[2]
SITE_URL = "https://ita.example.go.th/ita/"
BEFORE, AFTER = "2599-11-29", "2599-12-05"  # long after any day on which the site that is copied was published
FOLLOW_UP = """fiscal_year: 2565
reports:
  - {measure: m03, round: 6, status: %s}
"""
NEW_MEASURE = """
  - id: m12
    number: 12
    title: การเปิดเผยข้อมูลการจัดซื้อจัดจ้าง <b>ทุกเดือน</b> & “ทุกไตรมาส”
    basis: [{item: O2, stated: false}]
    responsible: {lead: [], units: [finance]}
    period: เดือน ต.ค. ๖๔ - ก.ย. ๖๕
notes:
"""
CHANGES = [
    "เพิ่มข้อมูลปีงบประมาณ พ.ศ. ๒๕๖๖",
    "มาตรการที่ ๒ ของปีงบประมาณ พ.ศ. ๒๕๖๕ เปลี่ยนชื่อจาก “การเพิ่มคุณภาพการดำเนินงาน” เป็น “การยกระดับคุณภาพการดำเนินงาน”",
    "มาตรการที่ ๓ ของปีงบประมาณ พ.ศ. ๒๕๖๕ เปลี่ยนสถานะจาก “อยู่ระหว่างดำเนินการ” เป็น “ดำเนินการแล้วเสร็จ”",
    "มาตรการที่ ๘ ของปีงบประมาณ พ.ศ. ๒๕๖๕ เปลี่ยนผู้รับผิดชอบจาก “กองคลัง” เป็น “กองคลัง, กองช่าง”",
    "มาตรการที่ ๙ ของปีงบประมาณ พ.ศ. ๒๕๖๕ เปลี่ยนระยะเวลาดำเนินการจาก “เดือน ก.พ. - มี.ค. ๖๕” เป็น “เดือน มี.ค. - เม.ย. ๖๕”",
    "เพิ่มมาตรการที่ ๑๒ ของปีงบประมาณ พ.ศ. ๒๕๖๕",
    (
        "แก้ไขขั้นตอนหรือวิธีการปฏิบัติของมาตรการที่ ๔ ของปีงบประมาณ พ.ศ. ๒๕๖๕ "
        "จาก “รักษาและคงสภาพการเปิดเผยข้อมูลบนเว็บไซต์หลักให้สามารถเข้าถึงข้อมูลของเทศบาลฯ ได้ทุกช่วงเวลา” "
        "เป็น “รักษาการเปิดเผยข้อมูลบนเว็บไซต์หลักให้สามารถเข้าถึงข้อมูลของเทศบาลฯ ได้ทุกช่วงเวลา”"
    ),
    (
        "แก้ไขการกำกับติดตามของมาตรการที่ ๔ ของปีงบประมาณ พ.ศ. ๒๕๖๕ "
        "จาก “ประชาชนทั่วไปสามารถเข้าถึงได้โดยง่าย” เป็น “ประชาชนทั่วไปเข้าถึงได้ทุกวัน”"
    ),
    "เพิ่มการรายงานผลของมาตรการที่ ๕ ของปีงบประมาณ พ.ศ. ๒๕๖๕ คือ “รายงานทุกไตรมาส” ซึ่งก่อนหน้านี้ไม่ได้ระบุ",
    "เพิ่มหลักฐานของรายงานผลการดำเนินการ รอบ ๖ เดือน มาตรการที่ ๓ ของปีงบประมาณ พ.ศ. ๒๕๖๕ คือ “ภาพถ่าย” ซึ่งก่อนหน้านี้ไม่ได้ระบุ",
    "แก้ไขคะแนนรวมปีงบประมาณ พ.ศ. ๒๕๖๔ จาก ๗๗.๘๕ เป็น ๗๗.๘๖",
    "แก้ไขคะแนนตัวชี้วัดที่ ๖ คุณภาพการดำเนินงาน ของปีงบประมาณ พ.ศ. ๒๕๖๓ จาก ๖๙.๒๐ เป็น ๖๙.๓๐",
]


def edit(root, name, before, after, count=1):
    """Change one place of a data file."""
    path = root / name
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after, count), "utf-8")


def change_twelve_ways(root):
    """Make the changes that an officer might enter until the next publication."""
    measures = "data/2565/measures.yml"
    (root / "data/2566").mkdir()
    (root / "data/2566/memo.yml").write_text("fiscal_year: 2566\nsubject: ผลการประเมิน\n", "utf-8")
    edit(root, measures, "\nnotes:\n", NEW_MEASURE)
    edit(root, measures, "title: การเพิ่มคุณภาพ", "title: การยกระดับคุณภาพ")
    (root / "data/2565/follow-up.yml").write_text(FOLLOW_UP % "done, evidence: [ภาพถ่าย]", "utf-8")
    edit(root, measures, "รักษาและคงสภาพการเปิดเผย", "รักษาการเปิดเผย")
    edit(root, measures, "- ประชาชนทั่วไปสามารถเข้าถึงได้โดยง่าย", "- ประชาชนทั่วไปเข้าถึงได้ทุกวัน")
    edit(
        root,
        measures,
        "reporting: เอกสารไม่ได้ระบุ\n    at: ตารางมาตรการ ข้อ ๕",
        "reporting: [รายงานทุกไตรมาส]\n    at: ตารางมาตรการ ข้อ ๕",
    )
    eighth = (root / measures).read_text("utf-8").index("id: m08")
    text = (root / measures).read_text("utf-8")
    changed = text[eighth:].replace("units: [finance]", "units: [finance, public-works]", 1)
    (root / measures).write_text(
        text[:eighth] + changed.replace("เดือน ก.พ. - มี.ค. ๖๕", "เดือน มี.ค. - เม.ย. ๖๕", 1), "utf-8"
    )
    edit(root, "data/2564/scores.yml", "77.85", "77.86", 9)
    edit(root, "data/2563/scores.yml", "69.2\n", "69.3\n", 9)


@pytest.fixture(scope="module")
def published(tmp_path_factory):
    """The own site, published with a first report and again after twelve changes: its folder."""
    root = sites.copy_own(tmp_path_factory.mktemp("updates"))
    (root / "data/2565/follow-up.yml").write_text(FOLLOW_UP % "in_progress", "utf-8")
    publish(root, BEFORE)
    change_twelve_ways(root)
    publish(root, AFTER)
    return root


def publish(root, day, site_url=SITE_URL):
    """Publish; it must end well."""
    made = publish_folder(root, root / "site", day, site_url=site_url)
    assert made.built.done, made.built.problems
    return made


def feed_of(root, path=""):
    """A feed as a library reads it."""
    read = feedparser.parse((root / "site" / path / "feed.xml").read_bytes())
    assert not read.bozo
    return read


def titles(root, path="", day=AFTER):
    """The titles of a day in a feed."""
    published_on = f"{int(day[:4]) - 543}{day[4:]}T00:00:00+07:00"
    return [one.title for one in feed_of(root, path).entries if one.updated == published_on]


def page_of(root, path="updates"):
    """The content of a page."""
    return read_html((root / "site" / path / "index.html").read_text("utf-8")).one("article")


def told(root, path="updates"):
    """The sentences of a page of updates by the heading of their day."""
    article = page_of(root, path)
    names = [head.text for head in article.all("h2") if head.attributes["id"].startswith("d")]
    lists = [[one.all("a")[0].text for one in listed.all("li")] for listed in article.all("ul", "ps-updates")]
    return dict(zip(names, lists, strict=True))


def test_twelve_changes_are_twelve_sentences(published):
    """In the Atom feed, in the JSON feed and on the page, the newest year first; the first publication stays below."""
    assert titles(published) == CHANGES
    document = json.loads((published / "site/feed.json").read_text("utf-8"))
    assert [one["title"] for one in document["items"]][:12] == CHANGES
    days = told(published)
    assert list(days) == [
        "เผยแพร่เมื่อวันที่ ๕ ธันวาคม ๒๕๙๙",
        "เผยแพร่เมื่อวันที่ ๒๙ พฤศจิกายน ๒๕๙๙",
        "เผยแพร่เมื่อวันที่ ๓๐ พฤศจิกายน ๒๕๖๙",
        "เผยแพร่เมื่อวันที่ ๒๑ พฤศจิกายน ๒๕๖๙",
    ]
    assert next(iter(days.values())) == CHANGES
    assert days["เผยแพร่เมื่อวันที่ ๒๑ พฤศจิกายน ๒๕๖๙"] == ["เผยแพร่ข้อมูลครั้งแรก มีข้อมูลปีงบประมาณ พ.ศ. ๒๕๖๓ ถึง ๒๕๖๕"]


def test_a_year_and_a_unit_have_their_own(published):
    """Only what concerns them, in the feed and on the page of the year; measures 3 and 4 are given to all divisions."""
    of_year = [one for one in CHANGES if "๒๕๖๕" in one]
    assert titles(published, "2565") == of_year
    assert next(iter(told(published, "2565/updates").values())) == of_year
    assert titles(published, "2564") == [CHANGES[10]]
    assert titles(published, "units/finance") == about("๓", "๔", "๘", "๙", "๑๒")
    assert titles(published, "units/public-works") == about("๓", "๔", "๘")
    assert titles(published, "units/waterworks") == about("๓", "๔")


def about(*numbers):
    """The changes of measures with these numbers."""
    return [one for one in CHANGES if any(f"มาตรการที่ {number} " in one for number in numbers)]


def test_every_feed_is_valid(published):
    """All of them, by a library and by the schemas of both standards; each says where it is."""
    site = published / "site"
    feeds = sorted(site.rglob("feed.xml"))
    assert len(feeds) == 1 + 4 + len(list((site / "units").glob("*/index.html")))
    for path in feeds:
        own = path.parent.relative_to(site).as_posix().replace(".", "")
        assert faults_of_atom(path.read_bytes()) == []
        assert faults_of_json_feed(path.with_suffix(".json").read_bytes()) == []
        address = f"{SITE_URL}{own}/feed".replace("//feed", "/feed")
        assert feed_of(published, own).feed.links[0].href == f"{address}.xml"
        assert json.loads(path.with_suffix(".json").read_text("utf-8"))["feed_url"] == f"{address}.json"


def test_every_entry_leads_to_a_page_of_the_site(published):
    """And to a place on it, where the address names one."""
    urls = {
        one.link
        for path in (published / "site").rglob("feed.xml")
        for one in feedparser.parse(path.read_bytes()).entries
    }
    for url in urls:
        page, _, fragment = url.removeprefix(SITE_URL).partition("#")
        html = (published / "site" / page / "index.html").read_text("utf-8")
        assert not fragment or f'id="{fragment}"' in html
    assert f"{SITE_URL}2565/measures/m12/" in urls


def test_what_was_typed_is_text_on_the_page_and_in_the_feed(published):
    """A title with tags is shown as it was typed."""
    title = "การเปิดเผยข้อมูลการจัดซื้อจัดจ้าง <b>ทุกเดือน</b> & “ทุกไตรมาส”"
    assert [one.text for one in page_of(published).all("span", "ps-aside")].count(title) == 1
    assert page_of(published).all("b") == []
    assert title in (published / "site/feed.json").read_text("utf-8")


def test_pages_name_the_feeds_in_their_head(published):
    """Every page those of the site; a year and a unit their own before them; all of them relative."""
    found = {}
    for path in ("", "2565", "2565/updates", "units/finance", "2565/scores"):
        html = read_html((published / "site" / path / "index.html").read_text("utf-8"))
        links = [one.attributes for one in html.all("link") if "alternate" in one.attributes["rel"].split()]
        found[path] = [one["href"] for one in links]
        assert {one["type"] for one in links} == {"application/atom+xml", "application/feed+json"}
    assert found == {
        "": ["feed.xml", "feed.json"],
        "2565": ["feed.xml", "../feed.xml", "../feed.json"],
        "2565/updates": ["../feed.xml", "../../feed.xml", "../../feed.json"],
        "units/finance": ["feed.xml", "../../feed.xml", "../../feed.json"],
        "2565/scores": ["../../feed.xml", "../../feed.json"],
    }


def test_the_pages_are_found_from_home_and_from_the_foot_of_every_page(published):
    """Home leads to all changes, the year to its own, and each page of updates to its feeds."""
    assert "updates/" in [one.attributes["href"] for one in page_of(published, "").all("a")]
    assert "updates/" in [one.attributes["href"] for one in page_of(published, "2565").all("a")]
    foot = read_html((published / "site/2565/scores/index.html").read_text("utf-8")).one("footer")
    assert "../../updates/" in [one.attributes["href"] for one in foot.all("a")]
    assert {"../feed.xml", "../feed.json"} <= {one.attributes["href"] for one in page_of(published).all("a")}


def test_feeds_are_in_the_ledger_as_files_and_days_are_not(published):
    """An address that people subscribe to is a promise; the day of an update that will leave the page is none."""
    rows = load_ledger(published).ledger.by_path
    assert {"/feed.xml", "/feed.json", "/2565/feed.xml", "/units/finance/feed.json", "/updates/"} <= rows.keys()
    assert rows["/feed.xml"].first_seen == BEFORE
    assert [path for path in rows if path.startswith("/updates/#") or "/updates/#" in path] == []


@pytest.fixture
def copied(published, tmp_path):
    """The published site to be published again, with all that is remembered."""
    return shutil.copytree(published, tmp_path / "again")


def test_a_build_after_the_publication_changes_no_byte(copied):
    """A publication's preview of changes is what its record says, also to a machine that remembers nothing."""
    before = sites.snapshot(copied / "site")
    assert (
        build_folder(copied, copied / "site", site_url=SITE_URL).unchanged or sites.snapshot(copied / "site") == before
    )
    shutil.rmtree(copied / ".prongsai")
    assert not build_folder(copied, copied / "site", site_url=SITE_URL).unchanged
    assert sites.snapshot(copied / "site") == before


def test_publishing_again_tells_nothing_again(copied):
    """On the same day and on a later one."""
    for day in (AFTER, "2599-12-06"):
        shutil.rmtree(copied / ".prongsai", ignore_errors=True)
        publish(copied, day)
        assert titles(copied) == CHANGES
        assert titles(copied, day="2599-12-06") == []


def test_what_changes_twice_on_a_day_is_reported_once(copied):
    """The last of the day counts, under the id that readers know already."""
    known = {one.id for one in feed_of(copied).entries}
    edit(copied, "data/2564/scores.yml", "77.86", "77.87", 9)
    publish(copied, AFTER)
    corrected = "แก้ไขคะแนนรวมปีงบประมาณ พ.ศ. ๒๕๖๔ จาก ๗๗.๘๕ เป็น ๗๗.๘๗"
    assert titles(copied) == [*CHANGES[:10], corrected, CHANGES[11]]
    assert {one.id for one in feed_of(copied).entries} == known


def test_a_build_tells_only_what_was_published(copied):
    """It has no day: what was entered since is reported by the publication that follows, even right after the build."""
    edit(copied, "data/2564/scores.yml", "77.86", "77.87", 9)
    assert build_folder(copied, copied / "site", site_url=SITE_URL).done
    assert titles(copied) == CHANGES
    publish(copied, "2599-12-09")
    assert titles(copied, day="2599-12-09") == ["แก้ไขคะแนนรวมปีงบประมาณ พ.ศ. ๒๕๖๔ จาก ๗๗.๘๖ เป็น ๗๗.๘๗"]


def test_without_the_address_of_the_site_there_are_no_feeds_and_none_counts_as_lost(copied):
    """A site opened on another machine builds without the record; the page says why there is no feed."""
    built = build_folder(copied, copied / "preview")
    assert built.done
    assert [path.name for path in (copied / "preview").rglob("feed.*")] == []
    html = (copied / "preview/updates/index.html").read_text("utf-8")
    assert "ยังไม่มีฟีดให้ติดตาม" in html
    assert CHANGES[0] in html
    assert "alternate" not in html


def test_feeds_of_a_unit_that_is_gone_are_lost_with_its_page(copied):
    """One problem for all of it, with a command that keeps the addresses alive."""
    agency = copied / "site_config/agency.yml"
    agency.write_text(
        re.sub(r"\n  internal-audit:.*?(?=\n  \S|\n\S|\Z)", "", agency.read_text("utf-8"), flags=re.DOTALL), "utf-8"
    )
    edit(copied, "data/2565/measures.yml", "[clerk, internal-audit]", "[clerk]")
    lost = [one.values["path"] for one in check_folder(copied, SITE_URL).problems if one.code == "url-lost"]
    assert lost == ["/units/internal-audit/"]


def test_before_the_first_publication_there_is_nothing_to_tell(tmp_path):
    """There is neither page nor feed; the first publication then is the one thing that is reported."""
    root = sites.copy_base(tmp_path / "new")
    shutil.copy(REPOSITORY / "mkdocs.yml", root / "mkdocs.yml")
    assert build_folder(root, root / "site", site_url=SITE_URL).done
    assert not (root / "site/updates").exists()
    assert not (root / "site/feed.xml").exists()
    publish(root, BEFORE)
    assert titles(root, day=BEFORE) == ["เผยแพร่ข้อมูลครั้งแรก มีข้อมูลปีงบประมาณ พ.ศ. ๒๕๖๔ ถึง ๒๕๖๕"]
