"""Of which day a page is follows from what the data states and from what was published, and from nothing else."""

from __future__ import annotations

from prongsai.analysis.results import analyse_site
from prongsai.ledger.publications import NEVER_PUBLISHED, Change, History
from prongsai.loading.load_site import load_site
from prongsai.pages.page import Page
from prongsai.pages.plan import with_day
from prongsai.views.days import changed_days, stated_days
from unit import makers

FILES = {
    "site_config/documents.yml": "documents:\n  paper: {title: เอกสารสมมติ, issued_on: 5 ตุลาคม 2564}\n",
    "data/2564/scores.yml": "fiscal_year: 2564\nannounced_on: 26 สิงหาคม 2564\n",
    "data/2565/measures.yml": "fiscal_year: 2565\nsource: paper\nmeasures:\n"
    "  - {id: m01, title: หนึ่ง}\n  - {id: m02, title: สอง}\n",
    "data/2565/follow-up.yml": "fiscal_year: 2565\nas_of: 31 มีนาคม 2565\nreports:\n"
    "  - {measure: m01, status: done, reported_on: 2 เมษายน 2565}\n",
    "data/2565/oit.yml": "fiscal_year: 2565\nitems:\n  O1: {answer: มี, published_on: 1 พฤษภาคม 2565}\n",
    "data/2565/questions.yml": "fiscal_year: 2565\nquestions:\n"
    "  - {id: q01, question: ถาม, asked_on: 5 มกราคม 2565, answer: [ตอบ], answered_on: 9 มกราคม 2565}\n",
    "data/2565/memo.yml": "fiscal_year: 2565\ndate: 1 มิถุนายน 2565\n",
}
CHANGES = (
    Change("status", 2565, "m02", units=("finance",), day="2569-12-01"),
    Change("item-answered", 2565, "O1", day="2569-11-30"),
    Change("indicator", 2564, "3", day="2569-11-29"),
    Change("first-publication", years=(2565,), day="2565-05-15"),
)


def stated(tmp_path, history: History = NEVER_PUBLISHED) -> dict[str, str]:
    """The days as machines read them."""
    results = analyse_site(load_site(makers.write_files(tmp_path, {**makers.SITE, **FILES})).site)
    return {key: day.isoformat() for key, day in stated_days(results, history).items()}


def test_the_newest_day_that_is_stated_counts(tmp_path):
    """Results, documents, reports, answers and letters bring their days; years of the Common Era come out."""
    found = stated(tmp_path)
    assert found["data/2564/scores.yml"] == "2021-08-26"
    assert found["data/2565/measures.yml"] == "2021-10-05"
    assert found["data/2565/follow-up.yml"] == "2022-04-02"
    assert found["data/2565/questions.yml"] == "2022-01-09"
    assert found["data/2565/memo.yml"] == "2022-06-01"
    assert (found["data/2565/oit.yml"], found["/2565/oit/o1/"]) == ("2022-05-01", "2022-05-01")
    assert (found["/2565/measures/m01/"], found["/2565/measures/m02/"]) == ("2022-04-02", "2021-10-05")
    assert "/2565/oit/o2/" not in found


def test_nothing_is_older_than_its_first_publication(tmp_path):
    """The first publication of a year is of that day at least; years that were not published then are not."""
    found = stated(tmp_path, History(CHANGES))
    assert found["data/2565/measures.yml"] == found["/2565/measures/m02/"] == "2022-05-15"
    assert found["data/2565/memo.yml"] == "2022-06-01"
    assert found["data/2564/scores.yml"] == "2021-08-26"


def test_a_change_dates_the_pages_that_show_it():
    """A change counts for home, its year, its section, its own page, its unit and the pages across the years."""
    found = {path: day.isoformat() for path, day in changed_days(History(CHANGES)).items()}
    shown = ("/", "/updates/", "/2565/", "/2565/measures/", "/2565/measures/m02/", "/units/finance/", "/measures/")
    assert {found[path] for path in (*shown, "/measures/status/done/")} == {"2026-12-01"}
    assert found["/2565/oit/"] == found["/2565/oit/o1/"] == "2026-11-30"
    assert found["/indicators/3/"] == found["/2564/scores/"] == found["/years/"] == "2026-11-29"
    assert "/2565/measures/m01/" not in found


def test_a_page_without_a_day_says_none():
    """A page of its own thing takes the day of that, another the newest of its files; without any it has none."""
    days = changed_days(History((Change("total", 2564, day="2569-11-21"),)))
    day = days["/2564/"]
    page = Page("/x/", "x", "x", "x", ("data/2564/scores.yml",))
    assert "updated" not in with_day(page, {}, {}).meta
    assert with_day(page, {"data/2564/scores.yml": day}, {}).meta["updated"] == "2026-11-21"
    assert with_day(page, {}, {"/x/": day}).meta["updated"] == "2026-11-21"
