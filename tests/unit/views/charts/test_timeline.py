"""The timeline of a year: October to September, periods as stated, and the date of the data."""

from fractions import Fraction

import pytest

from prongsai.loading.load_site import load_site
from prongsai.thai.dates import BuddhistDate
from prongsai.thai.parse_period import parse_period
from prongsai.views.charts import Extent, Span, end_of_day, month_start, place_of
from prongsai.views.charts.extent_of import extent_of
from prongsai.views.charts.measure_periods import periods_table, timeline_chart
from prongsai.views.speech import Speech
from unit.makers import SITE, write_files

THAI = Speech("thai", from_document=True)
DAYS = 365
QUARTERS = ["ไตรมาส 1", "ไตรมาส 3"]


def year_of(tmp_path, periods=(), as_of="", reports=()):
    """A year 2565 with a measure for each period, and a report as of a day."""
    files = dict(SITE)
    if periods:
        rows = "".join(f"  - {{id: m{n}, number: {n}, title: ก, period: {one}}}\n" for n, one in enumerate(periods, 1))
        files["data/2565/measures.yml"] = f"fiscal_year: 2565\nmeasures:\n{rows}"
    if as_of or reports:
        rows = "".join(f"  - {{{one}}}\n" for one in reports)
        listed = f"reports:\n{rows}" if reports else ""
        files["data/2565/follow-up.yml"] = f"fiscal_year: 2565\nas_of: {as_of or 'เอกสารไม่ได้ระบุ'}\n{listed}"
    return load_site(write_files(tmp_path, files)).site.years[0]


def days(first, last):
    """A stretch of a year of 365 days, from the beginning of one day to the end of another, counted from 0."""
    return Span(start=Fraction(first * 100, DAYS), end=Fraction(last * 100, DAYS))


@pytest.mark.parametrize(
    ("printed", "extent"),
    [
        ("ต.ค. 64 - ก.ย. 65", Extent(spans=(days(0, 365),))),
        ("ปีงบประมาณ พ.ศ. ๒๕๖๕", Extent(spans=(days(0, 365),))),
        ("ก.พ. - มี.ค. 65", Extent(spans=(days(123, 182),))),
        ("มีนาคม 2565", Extent(spans=(days(151, 182),))),
        ("ไตรมาส 2", Extent(spans=(days(92, 182),))),
        ("ทุกไตรมาส", Extent(spans=(days(0, 92), days(92, 182), days(182, 273), days(273, 365)))),
        ("ภายใน 31 มีนาคม 2565", Extent(due=Fraction(18200, DAYS))),
        ("ภายใน 30 กันยายน 2565", Extent(due=Fraction(100))),
        ("ส.ค. 2564 ถึง พ.ย. 2564", Extent(spans=(days(0, 61),), before=True)),
        ("ก.ย. 2565 ถึง ต.ค. 2565", Extent(spans=(days(335, 365),), after=True)),
        ("ม.ค. 2564 ถึง ธ.ค. 2565", Extent(spans=(days(0, 365),), before=True, after=True)),
        ("ตุลาคม 2565", Extent(after=True)),
        ("ไตรมาส 1, 3", Extent(spans=(days(0, 92), days(182, 273)))),
        ("ต.ค. 64 - มี.ค. 65 (ทุกไตรมาส)", Extent(spans=(days(0, 92), days(92, 182)))),
        ("รอบ 6 เดือนแรก", Extent(spans=(days(0, 182),))),
        ("ม.ค. 65 เป็นต้นไป", Extent(spans=(days(92, 365),), after=True)),
        ("ภายในไตรมาสที่ 2", Extent(due=Fraction(18200, DAYS))),
        ("ปีละ 2 ครั้ง", Extent()),
        ("ต่อเนื่อง", Extent()),
        ("ภายใน 30 วัน", Extent()),
        ("ไตรมาสที่ 2 (เม.ย. - มิ.ย. 2565)", Extent()),
        ("กันยายน 2564", Extent(before=True)),
        ("ภายใน 1 ตุลาคม 2565", Extent(after=True)),
        ("ภายใน 30 กันยายน 2564", Extent(before=True)),
    ],
)
def test_periods_are_on_their_days(printed, extent):
    """A month takes its days; a quarter, a fiscal year and a last day are read as such; what is beyond is cut."""
    assert extent_of(parse_period(printed), 2565) == extent


def test_what_names_no_months_has_no_bar():
    """Nothing is guessed of a period that is not known."""
    assert extent_of(None, 2565) == Extent()
    assert not Extent().is_drawn


@pytest.mark.parametrize(("printed", "is_drawn"), [("ไตรมาส 1", False), ("ทุกเดือน", False), ("ม.ค. 2565", True)])
def test_months_that_follow_from_no_stated_year_are_not_drawn(tmp_path, printed, is_drawn):
    """Months without a year have no bar where the document does not say the year of its measures; others have."""
    row = f"{{id: m1, number: 1, title: ก, period: {printed}}}"
    other = "{id: m2, number: 2, title: ข, period: ก.พ. 2565}"
    text = f"fiscal_year: 2565\nyear_stated: false\nmeasures:\n  - {row}\n  - {other}\n"
    year = load_site(write_files(tmp_path, {**SITE, "data/2565/measures.yml": text})).site.years[0]
    assert (timeline_chart(year, THAI) is not None) == is_drawn
    assert bool(year.spans_of(year.measures.measures[0].period)) == is_drawn


def test_a_leap_year_has_its_day():
    """In 2567 February has 29 days, so half the year ends after 183 of 366 days."""
    assert end_of_day(BuddhistDate(2567, 3, 31), 2567) == 50
    assert place_of(month_start(2567, 3), 2567) - place_of(month_start(2567, 2), 2567) == Fraction(2900, 366)


def test_the_year_runs_from_october(tmp_path):
    """Twelve months in their order, two calendar years, and the end of the first half, in the site's numerals."""
    chart = timeline_chart(year_of(tmp_path, QUARTERS), THAI)
    names = " ".join(words for _, words in chart.months)
    assert names == "ต.ค. พ.ย. ธ.ค. ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย."
    assert [place for place, _ in chart.months] == sorted(place for place, _ in chart.months)
    assert chart.years == ((Fraction(4600, DAYS), "พ.ศ. ๒๕๖๔"), (Fraction(45700, DAYS * 2), "พ.ศ. ๒๕๖๕"))
    assert chart.half == (Fraction(18200, DAYS), "สิ้นครึ่งปีแรก ๓๑ มีนาคม ๒๕๖๕")


def test_the_line_is_at_the_date_of_the_data(tmp_path):
    """The day that the report states, next to its line and in the words of the picture."""
    chart = timeline_chart(year_of(tmp_path, QUARTERS, "31 มีนาคม 2565"), THAI)
    assert chart.as_of == (Fraction(18200, DAYS), "ข้อมูล ณ ๓๑ มีนาคม ๒๕๖๕")
    assert chart.sentences == ("๑. ก ไตรมาส 1", "๒. ก ไตรมาส 3", "ข้อมูล ณ ๓๑ มีนาคม ๒๕๖๕")


@pytest.mark.parametrize("as_of", ["", "เอกสารไม่ได้ระบุ"])
def test_without_a_date_there_is_no_line(tmp_path, as_of):
    """No clock is asked: a document that states no day gets no line."""
    chart = timeline_chart(year_of(tmp_path, QUARTERS, as_of), THAI)
    assert chart.as_of is None
    assert chart.notes == ()


def test_a_date_outside_the_year_is_said(tmp_path):
    """The line would be outside the picture; the picture says so instead."""
    chart = timeline_chart(year_of(tmp_path, QUARTERS, "15 ตุลาคม 2565"), THAI)
    assert chart.as_of is None
    assert chart.notes == ("วันที่ของข้อมูล ๑๕ ตุลาคม ๒๕๖๕ อยู่นอกปีงบประมาณนี้ จึงไม่มีเส้นในแผนภูมิ",)


def test_what_goes_beyond_is_said_in_words(tmp_path):
    """Arrows alone are not enough, nor is a row without a bar."""
    periods = ["ส.ค. 2564 ถึง พ.ย. 2564", "ตุลาคม 2565", "เอกสารไม่ได้ระบุ", "{printed: เร็วๆ นี้}", "ม.ค. 64 - ธ.ค. 65"]
    chart = timeline_chart(year_of(tmp_path, periods), THAI)
    beyond, without = chart.notes
    assert beyond.partition(": ")[2].split(", ") == [
        "๑. ก เริ่มก่อนปีงบประมาณนี้",
        "๒. ก อยู่หลังปีงบประมาณนี้",
        "๕. ก เริ่มก่อนและสิ้นสุดหลังปีงบประมาณนี้",
    ]
    assert without == "ไม่มีแถบเพราะเอกสารไม่ได้ระบุเดือนที่อ่านได้: ๓. ก, ๔. ก"
    assert [row.figure for row in chart.rows][2:4] == ["เอกสารไม่ได้ระบุ", "เร็วๆ นี้"]


def test_periods_are_those_of_the_table(tmp_path):
    """Row by row the table says what the picture says, also where a cell is merged with the one above."""
    year = year_of(tmp_path, ["ไตรมาส 1", "รวมกับช่องบน", "เอกสารไม่ได้ระบุ", "ไตรมาส 3"], "31 มีนาคม 2565")
    chart, table = timeline_chart(year, THAI), periods_table(year, THAI)
    assert [THAI.plain(words.parts) for _, words in table.rows] == [row.figure for row in chart.rows]
    assert [THAI.plain(head.parts) for head, _ in table.rows] == [f"มาตรการที่ {THAI.digits(n)}" for n in range(1, 5)]
    assert chart.rows[1].extent == chart.rows[0].extent
    assert chart.table == table.key


def test_a_report_without_measures_has_a_timeline(tmp_path):
    """The report's periods are drawn, with its numbers, where measures are known only as rows of it."""
    reports = ["number: 1, title: เปิดเผยข้อมูล, period: มีนาคม 2565", "number: 2, title: ข, period: ตุลาคม 2565"]
    chart = timeline_chart(year_of(tmp_path, reports=reports), THAI)
    assert [row.label for row in chart.rows] == ["๑. เปิดเผยข้อมูล", "๒. ข"]
    assert chart.notes == ("ลูกศรที่ขอบแผนภูมิหมายถึงช่วงเวลาที่อยู่นอกปีงบประมาณ: ๒. ข อยู่หลังปีงบประมาณนี้",)
    assert chart.table == "follow-up"


def test_without_any_period_there_is_no_picture(tmp_path):
    """Twelve empty months would say nothing."""
    assert timeline_chart(year_of(tmp_path, ["เอกสารไม่ได้ระบุ", "-"]), THAI) is None


@pytest.mark.parametrize("periods", [["ไตรมาส 1"], ["ปีงบประมาณ พ.ศ. 2565", "ต.ค. 64 - ก.ย. 65", "-"]])
def test_periods_that_are_all_alike_have_no_picture(tmp_path, periods):
    """One bar, or the same bar in every row, is said better by the table."""
    assert timeline_chart(year_of(tmp_path, periods), THAI) is None


def test_what_is_too_long_is_in_the_table(tmp_path):
    """A name ends at a good place on a telephone, later on a wide screen; a period is whole or in the table."""
    periods = [*QUARTERS, f"{{printed: {'ทุกครั้งที่มีการจัดซื้อจัดจ้าง ' * 2}}}"]
    year = year_of(tmp_path, periods)
    assert [row.figure for row in timeline_chart(year, THAI).rows] == [*QUARTERS, "ดูในตาราง"]
    long = "การเปิดเผยข้อมูล" * 4
    reports = [f"title: {long}, period: มีนาคม 2565", "title: ข, period: เมษายน 2565"]
    (tmp_path / "other").mkdir()
    first, _ = timeline_chart(year_of(tmp_path / "other", reports=reports), THAI).rows
    assert (first.label, first.name) == (f"{'การเปิดเผยข้อมูล' * 2}…", long)
