"""Rules on reports and the days of data, each on what is wrong and on a twin that is right."""

import pytest

from unit.makers import check_files

MINE = {
    "report-repeated",
    "reports-contradict",
    "reports-of-one-round",
    "status-goes-back",
    "round-missing",
    "done-without-evidence",
    "counts-differ-from-reports",
    "measure-number-twice",
    "measure-title-twice",
    "report-before-round-ends",
    "data-before-round-ends",
    "day-far-from-data",
    "announced-outside-year",
    "report-in-retrospect",
    "report-before-year",
}
MEASURES = """fiscal_year: 2568
from_fiscal_year: 2567
measures:
  - {id: m01, number: 1, title: หนึ่ง, period: ต.ค. 2567 - ก.ย. 2568}
  - {id: m02, number: 2, title: สอง, period: ต.ค. 2567 - ก.ย. 2568}
"""
SIX = "measure: m01, round: 6, status: in_progress, reported_on: 5 เมษายน 2568"
TWELVE = "measure: m01, round: 12, status: done, evidence: [คำสั่ง], reported_on: 6 ตุลาคม 2568"


def told(tmp_path, *rows, head="", measures=MEASURES, **files):
    """The codes of this table that a site of 2568 with these reports gets."""
    text = f"fiscal_year: 2568\n{head}reports:\n" + "".join(f"  - {{{row}}}\n" for row in rows)
    made = {"data/2568/measures.yml": measures, "data/2568/follow-up.yml": text, **files}
    return [one.code for one in check_files(tmp_path, made) if one.code in MINE]


ROUNDS = {
    "one report for each round": ([SIX, TWELVE], []),
    "in the other order": ([TWELVE, SIX], []),
    "the same again": ([SIX, TWELVE, TWELVE], ["report-repeated"]),
    "another status": ([SIX, TWELVE, TWELVE.replace("done", "could_not")], ["reports-contradict"]),
    "other words": ([SIX, TWELVE, TWELVE.replace("คำสั่ง", "ประกาศ")], ["reports-of-one-round"]),
    "rows that the document numbers": (
        [SIX, f"number: 1, {TWELVE}", f"number: 2, {TWELVE.replace('คำสั่ง', 'ประกาศ')}"],
        [],
    ),
    "no rounds but two days": (
        ["measure: m01, status: in_progress, reported_on: 5 เมษายน 2568", TWELVE.replace("round: 12, ", "")],
        [],
    ),
    "no rounds and no days": (
        ["measure: m01, status: in_progress", "measure: m01, status: could_not"],
        ["reports-contradict"],
    ),
    "own titles": (["title: ก, round: 6, status: in_progress", "title: ข, round: 6, status: could_not"], []),
    "one own title": (
        ["title: ก, round: 6, status: in_progress", "title: ก, round: 6, status: could_not"],
        ["reports-contradict"],
    ),
    "done, then not started": (
        [SIX.replace("in_progress", "done, evidence: [ก]"), TWELVE.replace("done", "not_started")],
        ["status-goes-back"],
    ),
    "done, then under way": (
        [SIX.replace("in_progress", "done, evidence: [ก]"), TWELVE.replace("done", "in_progress")],
        ["status-goes-back"],
    ),
    "begun, then not started": ([SIX, TWELVE.replace("done", "not_started")], ["status-goes-back"]),
    "begun, then could not": ([SIX, TWELVE.replace("done", "could_not")], []),
    "could not, then done": ([SIX.replace("in_progress", "could_not"), TWELVE], []),
    "not started, then not started": (
        [SIX.replace("in_progress", "not_started"), TWELVE.replace("done", "not_started")],
        [],
    ),
}


@pytest.mark.parametrize("name", ROUNDS)
def test_a_round_has_one_report_and_nothing_is_undone(tmp_path, name):
    """A contradiction in a round or between rounds is reported once, an agreement is not."""
    rows, codes = ROUNDS[name]
    assert told(tmp_path, *rows) == codes


LATER = "as_of: 30 กันยายน 2568\n"
MISSING = {
    "data of the end of the year": (LATER, [SIX], ["round-missing"]),
    "data of the first half": ("as_of: 31 มีนาคม 2568\n", [SIX], []),
    "no day of the data": ("", [SIX], []),
    "another measure has it": ("", [SIX, TWELVE.replace("m01", "m02"), SIX.replace("m01", "m02")], ["round-missing"]),
    "written after the year": ("", [SIX.replace("5 เมษายน", "20 ตุลาคม")], ["round-missing", "report-in-retrospect"]),
    "done in the first half": (LATER, [SIX.replace("in_progress", "done, evidence: [ก]")], []),
    "no rounds at all": (LATER, ["measure: m01, status: in_progress"], []),
    "the first half is missing": (
        LATER,
        [TWELVE, SIX.replace("m01", "m02"), TWELVE.replace("m01", "m02")],
        ["round-missing"],
    ),
    "nobody reports the first half": (LATER, [TWELVE, TWELVE.replace("m01", "m02")], []),
}


@pytest.mark.parametrize("name", MISSING)
def test_a_round_that_is_over_by_the_data_is_missed(tmp_path, name):
    """By the day of the data, other reports or later years, never by today; not where nothing more is expected."""
    head, rows, codes = MISSING[name]
    assert told(tmp_path, *rows, head=head) == codes


def test_a_later_year_shows_that_a_round_is_missing(tmp_path):
    """And a measure that begins in the second half is not missed in the first."""
    later = {"data/2569/measures.yml": MEASURES.replace("2568", "2569").replace("2567", "2568")}
    assert told(tmp_path, SIX, **later) == ["round-missing"]
    second_half = MEASURES.replace("ต.ค. 2567", "เม.ย. 2568", 1)
    rows = [TWELVE, SIX.replace("m01", "m02"), TWELVE.replace("m01", "m02")]
    assert told(tmp_path / "begins", *rows, head=LATER, measures=second_half) == []


DAYS = {
    "six months in January": ([SIX.replace("5 เมษายน", "15 มกราคม")], "", ["report-before-round-ends"]),
    "six months on the last working day": ([SIX.replace("5 เมษายน", "28 มีนาคม")], "", []),
    "six months a week before": ([SIX.replace("5 เมษายน", "24 มีนาคม")], "", ["report-before-round-ends"]),
    "twelve months in September": ([SIX, TWELVE.replace("6 ตุลาคม", "10 กันยายน")], "", ["report-before-round-ends"]),
    "no round in January": (["measure: m01, status: in_progress, reported_on: 15 มกราคม 2568"], "", []),
    "twelve months with data of March": ([SIX, TWELVE], "as_of: 31 มีนาคม 2568\n", ["data-before-round-ends"]),
    "six months with data of March": ([SIX], "as_of: 31 มีนาคม 2568\n", []),
    "twelve months with data of September": ([SIX, TWELVE], LATER, []),
    "before the year": ([SIX.replace("2568", "2567")], "", ["report-before-year"]),
    "digits exchanged": ([SIX, TWELVE.replace("ตุลาคม 2568", "ตุลาคม 2586")], "", ["day-far-from-data"]),
    "data of digits exchanged": ([SIX, TWELVE], "as_of: 30 กันยายน 2586\n", ["day-far-from-data"]),
    "three months later": ([SIX, TWELVE.replace("6 ตุลาคม", "31 ธันวาคม")], "", []),
    "in retrospect": ([SIX, TWELVE.replace("6 ตุลาคม 2568", "4 มกราคม 2569")], "", ["report-in-retrospect"]),
    "two in retrospect on one day": (
        [one.replace("6 ตุลาคม 2568", "4 มกราคม 2569") for one in (TWELVE, TWELVE.replace("m01", "m02"))],
        "",
        ["report-in-retrospect"],
    ),
}


@pytest.mark.parametrize("name", DAYS)
def test_a_day_fits_its_round(tmp_path, name):
    """Not before the last week of the round, and what is later than three months after it is reported as a note."""
    rows, head, codes = DAYS[name]
    assert told(tmp_path, *rows, head=head) == codes


EVIDENCE = {
    "evidence: [คำสั่ง]": [],
    "result_link: https://www.example.go.th/a": [],
    "evidence: รวมกับช่องบน": [],
    "summary: [ทำแล้ว]": ["done-without-evidence"],
    "evidence: ไม่มี": ["done-without-evidence"],
    "evidence: เอกสารไม่ได้ระบุ, result_link: เอกสารไม่ได้ระบุ": ["done-without-evidence"],
}


@pytest.mark.parametrize("shown", EVIDENCE)
def test_what_is_done_has_evidence(tmp_path, shown):
    """Words or a link; what is under way needs none, and evidence of the same measure in another round is enough."""
    assert told(tmp_path, f"measure: m01, round: 12, status: done, {shown}") == EVIDENCE[shown]
    assert told(tmp_path / "under way", f"measure: m01, round: 12, status: in_progress, {shown}") == []
    before = "measure: m01, round: 6, status: done, evidence: [คำสั่ง]"
    assert told(tmp_path / "before", before, f"measure: m01, round: 12, status: done, {shown}") == []


COUNTS = {
    "ครบทั้ง 2 มาตรการ ดำเนินการแล้วเสร็จ 1 มาตรการ อยู่ระหว่างดำเนินการ 1 มาตรการ": [],
    "ครบทั้ง ๓ มาตรการ": ["counts-differ-from-reports"],
    "ดำเนินการแล้วเสร็จ 2 มาตรการ": ["counts-differ-from-reports"],
    "รอบ 6 เดือน อยู่ระหว่างดำเนินการ 2 มาตรการ": [],
    "รอบ 6 เดือน ดำเนินการแล้วเสร็จ 1 มาตรการ": ["counts-differ-from-reports"],
    "ปีงบประมาณ พ.ศ. 2567 ดำเนินการแล้วเสร็จ 5 มาตรการ": [],
    "ไม่สามารถดำเนินการได้ 1 มาตรการ": ["counts-differ-from-reports"],
}


@pytest.mark.parametrize("text", COUNTS)
def test_the_introduction_counts_as_the_reports_do(tmp_path, text):
    """By the newest reports, or those of the round it names; another year's numbers are its own."""
    rows = [SIX, TWELVE, SIX.replace("m01", "m02"), TWELVE.replace("m01", "m02").replace("done", "in_progress")]
    assert told(tmp_path, *rows, head=f"introduction: [{text}]\n") == COUNTS[text]


def test_a_status_that_nobody_can_tell_may_be_any(tmp_path):
    """A number is contradicted only where no reading of the reports gives it."""
    rows = [SIX, TWELVE, "measure: m02, round: 12, status: {printed: รอผล}", SIX.replace("m01", "m02")]
    for count, codes in ((1, []), (2, []), (3, ["counts-differ-from-reports"]), (0, ["counts-differ-from-reports"])):
        head = f"introduction: [ดำเนินการแล้วเสร็จ {count} มาตรการ]\n"
        assert told(tmp_path / str(count), *rows, head=head) == codes


NAMES = {
    "number: 1": ["measure-number-twice"],
    "title: ห นึ่ ง": ["measure-title-twice"],
    "number: เอกสารไม่ได้ระบุ": [],
    "number: 1, topic: b": [],
}


@pytest.mark.parametrize("changed", NAMES)
def test_a_number_and_a_title_belong_to_one_measure(tmp_path, changed):
    """Blanks part no titles; under topics each counts by itself."""
    fields = {"number": "2", "title": "สอง", **dict(one.split(": ") for one in changed.split(", "))}
    row = ", ".join(f"{key}: {value}" for key, value in fields.items())
    topics = "topics: [{id: a, title: ก}, {id: b, title: ข}]\n"
    text = f"fiscal_year: 2568\n{topics}measures:\n  - {{id: m01, number: 1, title: หนึ่ง}}\n  - {{id: m02, {row}}}\n"
    assert told(tmp_path, SIX, measures=text) == NAMES[changed]


ANNOUNCED = {
    "31 กรกฎาคม 2567": [],
    "30 กันยายน 2568": [],
    "1 เมษายน 2567": [],
    "31 กรกฎาคม 2576": ["announced-outside-year"],
    "31 กรกฎาคม 2570": ["announced-outside-year"],
    "31 กรกฎาคม 2564": ["announced-outside-year"],
    "31 กรกฎาคม 2566": ["announced-outside-year"],
    "15 ธันวาคม 2566": ["announced-outside-year"],
}


@pytest.mark.parametrize("day", ANNOUNCED)
def test_a_result_is_announced_around_the_end_of_its_year(tmp_path, day):
    """From the second half of its year to the end of the next."""
    scores = {"data/2567/scores.yml": f"fiscal_year: 2567\nannounced_on: {day}\n"}
    assert [one.code for one in check_files(tmp_path, scores) if one.code in MINE] == ANNOUNCED[day]


FAR = {
    "data/2568/memo.yml": "fiscal_year: 2568\ndate: {}\n",
    "data/2568/oit.yml": "fiscal_year: 2568\nitems:\n  O1: {{answer: has, published_on: {}}}\n",
    "site_config/documents.yml": "documents:\n  paper: {{title: ก, issued_on: {}}}\n",
}


@pytest.mark.parametrize("name", FAR)
def test_no_day_is_years_after_all_data(tmp_path, name):
    """Wherever it is; two fiscal years after the newest one are allowed."""
    for day, found in (("30 กันยายน 2570", 0), ("1 ตุลาคม 2570", 1), ("4 มีนาคม 2586", 1)):
        files = {"data/2568/memo.yml": "fiscal_year: 2568\n", name: FAR[name].format(day)}
        problems = check_files(tmp_path / day, files)
        assert [one.code for one in problems].count("day-far-from-data") == found
