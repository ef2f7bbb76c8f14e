"""News is known by the dates that the data states, never by the clock."""

from __future__ import annotations

from prongsai.analysis.results import analyse_site
from prongsai.loading.load_site import load_site
from prongsai.views.content import Phrase
from prongsai.views.scores.figures import year_facts
from prongsai.views.speech import Speech
from prongsai.views.updates import newest_events
from unit import makers

ARABIC = Speech("arabic", from_document=True)
DOCUMENTS = """documents:
  paper: {title: เอกสารสมมติ, issued_on: 5 ตุลาคม 2564}
  undated: {title: เอกสารอีกฉบับ, issued_on: เอกสารไม่ได้ระบุ}
"""
MEASURES = """fiscal_year: 2565
source: paper
measures:
  - {id: m01, number: 1, title: มาตรการหนึ่ง}
"""
FOLLOW_UP = """fiscal_year: 2565
source: paper
as_of: 31 มีนาคม 2565
reports:
  - {measure: m01, status: done}
"""
SCORES = """fiscal_year: 2564
source: undated
total: {value: 77.85}
level: {value: B}
"""


def load(tmp_path, **files: str):
    """A small site with these files of data and these documents."""
    named = {name.replace("__", "/").replace("_up", "-up") + ".yml": text for name, text in files.items()}
    laid = {**makers.SITE, "site_config/documents.yml": DOCUMENTS, **{f"data/{n}": t for n, t in named.items()}}
    return load_site(makers.write_files(tmp_path, laid)).site


def test_dated_events_come_first_by_date(tmp_path):
    """The report's own date of data says so; what has no date comes last and says that it has none."""
    files = {"2565__measures": MEASURES, "2565__follow_up": FOLLOW_UP, "2564__scores": SCORES}
    events = newest_events(load(tmp_path, **files), ARABIC)
    assert [(event.text, event.href, ARABIC.plain(date)) for event, date in events] == [
        ("รายงานผลการดำเนินการตามมาตรการปี 2565", "/2565/follow-up/", "ข้อมูล ณ วันที่ 31 มีนาคม 2565"),
        ("กำหนดมาตรการปี 2565 จำนวน 1 มาตรการ", "/2565/measures/", "5 ตุลาคม 2564"),
        ("ผลการประเมินปี 2564 ได้ 77.85 คะแนน", "/2564/scores/", "เอกสารไม่ได้ระบุวันที่"),
    ]


def test_only_the_newest_are_shown(tmp_path):
    """As many as asked for."""
    site = load(tmp_path, **{"2565__measures": MEASURES, "2564__scores": SCORES})
    assert [event for event, _ in newest_events(site, ARABIC, shown=1)] == [
        Phrase("กำหนดมาตรการปี 2565 จำนวน 1 มาตรการ", href="/2565/measures/")
    ]
    assert newest_events(load(tmp_path / "empty"), ARABIC) == ()


def test_a_level_says_where_it_stands(tmp_path):
    """The letter of the year's scale, and its place from the highest; of another word what the scale gives."""
    site = load(tmp_path, **{"2564__scores": SCORES})
    [level, *_] = year_facts(analyse_site(site).years[2564], ARABIC)
    assert [part.text for part in level.parts] == ["B", "ระดับที่ 3 จาก 7 ระดับ"]
    other = load(tmp_path / "other", **{"2564__scores": SCORES.replace("value: B", "value: ดี")})
    [level, *_] = year_facts(analyse_site(other).years[2564], ARABIC)
    assert [part.text for part in level.parts] == ["ดี", "(ตามเอกสาร เกณฑ์ของปีนั้นให้ระดับ B)"]
