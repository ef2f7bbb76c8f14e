"""Updates: whose they are, where they lead, and how many small changes become one."""

from __future__ import annotations

import pytest

from prongsai.addresses import Subject
from prongsai.analysis.results import Results, analyse_site
from prongsai.ledger.publications import Change
from prongsai.loading.load_site import load_site
from prongsai.views.speech import Speech
from prongsai.views.updates import MOST_ALONE, MOST_POINTS, Update, updates_of
from unit.makers import SITE, write_files

DAY = "2569-12-01"
THAI = Speech("thai")
QUESTIONS = """fiscal_year: 2565
questions:
  - {id: q01, question: ก}
  - {id: q02, question: ข, answer: ค}
"""


@pytest.fixture(scope="module")
def results(tmp_path_factory) -> Results:
    """A small site with a measure, a unit and questions."""
    files = {
        **SITE,
        "data/2565/measures.yml": "fiscal_year: 2565\nmeasures: [{id: m01, number: 1, title: ก}]\n",
        "data/2565/questions.yml": QUESTIONS,
    }
    return analyse_site(load_site(write_files(tmp_path_factory.mktemp("updates"), files)).site)


def one(results, change: Change) -> Update:
    """The update that a change becomes."""
    [update] = updates_of([change], results, THAI)
    return update


@pytest.mark.parametrize(
    ("change", "href"),
    [
        (Change("first-publication", day=DAY), "/"),
        (Change("year-added", 2565, day=DAY), "/2565/"),
        (Change("scores-added", 2565, day=DAY), "/2565/scores/"),
        (Change("total", 2565, day=DAY), "/2565/scores/"),
        (Change("indicator", 2565, "1", day=DAY), "/2565/scores/"),
        (Change("analysis-added", 2565, day=DAY), "/2565/analysis/"),
        (Change("measures-added", 2565, day=DAY), "/2565/measures/"),
        (Change("measure-added", 2565, "m01", day=DAY), "/2565/measures/m01/"),
        (Change("measure-withdrawn", 2565, "m01", day=DAY), "/2565/measures/"),
        (Change("status", 2565, "m01", day=DAY), "/2565/measures/m01/"),
        (Change("reports-added", 2565, day=DAY), "/2565/follow-up/"),
        (Change("report-added", 2565, "m01/6", day=DAY), "/2565/measures/m01/"),
        (Change("report-added", 2565, "#ก", day=DAY), "/2565/follow-up/"),
        (Change("report-withdrawn", 2565, "m01", day=DAY), "/2565/follow-up/"),
        (Change("item-answered", 2565, "O1", after="has", day=DAY), "/2565/oit/o1/"),
        (Change("question-answered", 2565, "q02", day=DAY), "/2565/questions/#q02"),
        (Change("question-answered", 2565, "q99", day=DAY), "/2565/questions/"),
    ],
)
def test_each_update_leads_to_the_page_where_it_shows(results, change, href):
    """The permanent page of a measure or an item, else the section of the year."""
    assert one(results, change).href == href


def test_a_key_is_made_of_day_year_kind_and_subject(results):
    """The keys stay the same for ever; a sentence that is worded otherwise later has the same key."""
    change = Change("status", 2565, "m01", "in_progress", "done", number="1", day=DAY)
    assert one(results, change).key == "2569-12-01 2565 status m01"
    assert one(results, change).key == one(results, Change("status", 2565, "m01", day=DAY)).key


def test_updates_are_those_of_a_year_or_of_a_unit(results):
    """The first publication is everybody's whose year it held; units are known by key, name and alias."""
    first = Change("first-publication", years=(2564, 2565), day=DAY)
    mine = Change("status", 2565, "m01", after="done", units=("finance",), day=DAY)
    by_name = Change("status", 2565, "m02", after="done", units=("กองช่าง", "คลัง"), day=DAY)
    other = Change("status", 2564, "m01", after="done", units=("กองช่าง",), day=DAY)
    changes = (mine, by_name, other, first)

    def keys(*owner):
        found = updates_of(changes, results, THAI, Subject(*owner))
        return [changes[[one(results, change).key for change in changes].index(update.key)] for update in found]

    assert keys("home") == list(changes)
    assert keys("year", 2565) == [mine, by_name, first]
    assert keys("year", 2564) == [other, first]
    assert keys("year", 2566) == []
    assert keys("unit", None, "finance") == [mine, by_name, first]


def statuses(count: int, **more) -> list[Change]:
    """That many changes of a status."""
    return [
        Change("status", 2565, f"m{n:02d}", "in_progress", "done", number=str(n), title=f"แผน {n}", day=DAY, **more)
        for n in range(1, count + 1)
    ]


def test_many_small_changes_of_one_kind_are_one_update(results):
    """One sentence that counts them, with each of them below it; of another day or kind they stay apart."""
    assert len(updates_of(statuses(MOST_ALONE), results, THAI)) == MOST_ALONE
    [update] = updates_of(statuses(MOST_ALONE + 1), results, THAI)
    assert update.text == "เปลี่ยนสถานะของมาตรการปีงบประมาณ พ.ศ. ๒๕๖๕ จำนวน ๙ มาตรการ"
    assert (update.href, update.left, len(update.points)) == ("/2565/measures/", "", MOST_ALONE + 1)
    assert update.points[0].endswith("เป็น “ดำเนินการแล้วเสร็จ” (แผน 1)")
    other = Change("analysis-added", 2565, day=DAY)
    assert len(updates_of([*statuses(MOST_ALONE + 1), other], results, THAI)) == 2


def test_a_group_of_hundreds_names_some_and_counts_the_rest(results):
    """Its size is bounded."""
    [update] = updates_of(statuses(300), results, THAI)
    assert (len(update.points), update.left) == (MOST_POINTS, "และอีก ๒๖๐ รายการ")


def test_the_group_of_a_unit_is_another_one_than_that_of_the_site(results):
    """It holds other things, so a reader of both feeds must not take it for the same."""
    changes = statuses(20, units=("finance",))
    [whole] = updates_of(changes, results, THAI)
    [of_unit] = updates_of(changes, results, THAI, Subject("unit", key="finance"))
    assert whole.key != of_unit.key
