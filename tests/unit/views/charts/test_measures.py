"""The pictures of measures by status: every measure counted once, and what is not known said as such."""

import pytest

from prongsai.analysis.results import analyse_site
from prongsai.loading.load_site import load_site
from prongsai.model.status import Status
from prongsai.views.charts import shortened_name, width_of
from prongsai.views.charts.measure_statuses import status_picture, units_picture, years_picture
from prongsai.views.oit.answers import NO_MEMORY
from prongsai.views.open_data.tables import open_tables
from prongsai.views.speech import Speech
from unit.makers import SITE, write_files

THAI = Speech("thai", from_document=True)
AGENCY = (
    "name: เทศบาลตำบลทดสอบ\nunits:\n  finance: {name: กองคลัง, aliases: [คลัง]}\n"
    "  works: {name: กองช่าง}\n  idle: {name: กองว่าง}\n"
)
MEASURES = """fiscal_year: 2565
measures:
  - {id: m1, number: 1, title: ก, responsible: {lead: [finance], units: [คลัง, works]}}
  - {id: m2, number: 2, title: ข, responsible: รวมกับช่องบน}
  - {id: m3, number: 3, title: ค, responsible: {units: [กองนอกทะเบียน]}}
  - {id: m4, number: 4, title: ง, responsible: เอกสารไม่ได้ระบุ}
  - {id: m5, number: 5, title: จ, responsible: {printed: ทุกคน}}
"""
FOLLOW_UP = """fiscal_year: 2565
reports:
  - {measure: m1, status: done}
  - {measure: m2, round: 12, status: could_not}
  - {measure: m2, round: 6, status: in_progress}
  - {measure: m3, status: เอกสารไม่ได้ระบุ}
  - {measure: m4, status: {printed: กำลังหารือ}}
"""


def site_of(tmp_path, measures=MEASURES, follow_up=FOLLOW_UP):
    """A site with measures for 2565 and a report on them."""
    files = {**SITE, "site_config/agency.yml": AGENCY}
    files |= {"data/2565/measures.yml": measures} if measures else {}
    files |= {"data/2565/follow-up.yml": follow_up} if follow_up else {}
    return load_site(write_files(tmp_path, files)).site


def rows_of(table):
    """The texts of a table, row by row."""
    return [["".join(part.text for part in cell.parts) for cell in row] for row in table.rows]


def parts_of(stack):
    """Kind, word and figure of each part of a bar."""
    return [(share.kind, share.text, share.figure) for share in stack.shares]


def test_every_measure_has_one_status(tmp_path):
    """The newest counts, though not last; none, a status not stated and one as printed are parts by themselves."""
    chart, table = status_picture(site_of(tmp_path).years[0], THAI)
    [bar] = chart.stacks
    assert parts_of(bar) == [
        ("done", "ดำเนินการแล้วเสร็จ", "๑"),
        ("stopped", "ไม่สามารถดำเนินการได้", "๑"),
        ("unreported", "ยังไม่มีรายงานผล", "๑"),
        ("printed", "กำลังหารือ", "๑"),
        ("silent", "เอกสารไม่ได้ระบุ", "๑"),
    ]
    assert chart.most == sum(share.count for share in bar.shares) == 5
    assert rows_of(table) == [[share.text, share.figure] for share in bar.shares]
    assert [sign.text for sign in chart.signs] == [share.text for share in bar.shares]


def test_no_report_is_neither_done_nor_undone(tmp_path):
    """A measure without a report is in that part, and the picture says what it does not mean."""
    chart, _ = status_picture(site_of(tmp_path).years[0], THAI)
    assert chart.notes == ("“ยังไม่มีรายงานผล” ไม่นับว่าทำแล้วหรือยังไม่ได้ทำ",)
    assert chart.sentences[0].startswith("๕ มาตรการ แบ่งเป็น ดำเนินการแล้วเสร็จ ๑")


@pytest.mark.parametrize("follow_up", ["", FOLLOW_UP[: FOLLOW_UP.index("reports")]])
def test_nothing_is_drawn_of_what_is_not_known(tmp_path, follow_up):
    """Without any report the year has no picture by status; its units are plain numbers, and the table says it once."""
    site = site_of(tmp_path, follow_up=follow_up)
    chart, table = status_picture(site.years[0], THAI)
    assert chart is None
    assert rows_of(table) == [["ยังไม่มีรายงานผล", "๕"]]
    by_unit, of_units = units_picture(site.years, site, THAI)
    assert {kind for one in by_unit.stacks for kind, _, _ in parts_of(one)} == {"bar"}
    assert (by_unit.signs, by_unit.sentences[1]) == ((), "กองคลัง ๒ มาตรการ")
    assert by_unit.title == "แผนภูมิมาตรการของปีงบประมาณ พ.ศ. ๒๕๖๕ แยกตามหน่วยงาน"
    assert of_units.said == "สถานะของทุกแถวในตารางนี้: ยังไม่มีรายงานผล"
    assert ["กองคลัง", "๒"] in rows_of(of_units)


def test_units_with_one_known_status_are_still_compared(tmp_path):
    """The bars of units tell how many each has, also if all is done; one bar for the year would tell nothing."""
    done = "".join(f"  - {{measure: m{nth}, status: done}}\n" for nth in range(1, 6))
    site = site_of(tmp_path, follow_up=f"fiscal_year: 2565\nreports:\n{done}")
    assert status_picture(site.years[0], THAI)[0] is None
    assert len(units_picture(site.years, site, THAI)[0].stacks) == 6


def test_a_measure_counts_for_each_of_its_units_once(tmp_path):
    """Also where a merged cell or an alias names it twice; the picture says that sums differ."""
    site = site_of(tmp_path)
    chart, table = units_picture(site.years, site, THAI)
    assert [(stack.label, stack.figure) for stack in chart.stacks] == [
        ("มาตรการทั้งหมด", "๕ มาตรการ"),
        ("กองคลัง", "๒ มาตรการ"),
        ("กองช่าง", "๒ มาตรการ"),
        ("กองนอกทะเบียน", "๑ มาตรการ"),
        ("ทุกคน", "๑ มาตรการ"),
        ("เอกสารไม่ได้ระบุ", "๑ มาตรการ"),
    ]
    assert any("นับให้ทุกหน่วยงาน" in note for note in chart.notes)
    assert [row[:2] for row in rows_of(table)] == [[stack.label, stack.figure.split()[0]] for stack in chart.stacks]


def test_units_say_what_their_table_says(tmp_path):
    """Every part of every bar is the cell of its status in the table; what no bar has is a zero there."""
    site = site_of(tmp_path)
    chart, table = units_picture(site.years, site, THAI)
    words = [column.title for column in table.columns]
    for stack, row in zip(chart.stacks, rows_of(table), strict=True):
        shown = {share.text: share.figure for share in stack.shares}
        assert {word: figure for word, figure in zip(words[2:], row[2:], strict=True) if figure != "๐"} == shown


def test_sums_are_explained_only_where_they_differ(tmp_path):
    """Nothing needs to be explained where each measure has one unit."""
    one, two = "{id: m1, title: ก, responsible: {lead: [works]}}", "{id: m2, title: ข, responsible: {lead: [finance]}}"
    site = site_of(tmp_path, f"fiscal_year: 2565\nmeasures: [{one}, {two}]\n")
    chart, _ = units_picture(site.years, site, THAI)
    assert not any("นับให้ทุกหน่วยงาน" in note for note in chart.notes)


def test_without_any_unit_there_is_no_picture_by_unit(tmp_path):
    """One bar for what is not known would show nothing; the picture by status is still there."""
    site = site_of(tmp_path, "fiscal_year: 2565\nmeasures: [{id: m1, title: ก}, {id: m2, title: ข}]\n")
    chart, table = units_picture(site.years, site, THAI)
    assert (chart, table.rows) == (None, ())
    assert status_picture(site.years[0], THAI)[0] is not None


def test_the_table_of_all_units_has_the_idle_ones(tmp_path):
    """On the page of units a unit without a measure has its row, and no bar."""
    site = site_of(tmp_path)
    chart, table = units_picture(site.years, site, THAI, every_unit=True)
    assert ["กองว่าง", "๐"] in [row[:2] for row in rows_of(table)]
    assert "กองว่าง" not in [stack.label for stack in chart.stacks]


def test_a_report_without_measures_is_counted(tmp_path):
    """Rows of the report are counted, by no unit, where the document knows measures only as such."""
    site = site_of(
        tmp_path, "", "fiscal_year: 2565\nreports: [{title: ก, status: done}, {title: ข, status: could_not}]\n"
    )
    chart, table = status_picture(site.years[0], THAI)
    assert [kind for kind, _, _ in parts_of(chart.stacks[0])] == ["done", "stopped"]
    assert rows_of(table) == [["ดำเนินการแล้วเสร็จ", "๑"], ["ไม่สามารถดำเนินการได้", "๑"]]
    assert units_picture(site.years, site, THAI)[0] is None


def test_years_are_below_each_other(tmp_path):
    """A bar a year, on one scale, in the order asked for, with the figures of its table."""
    write_files(tmp_path, {"data/2566/measures.yml": "fiscal_year: 2566\nmeasures: [{id: m1, title: ก}]\n"})
    years = site_of(tmp_path).years[::-1]
    chart, table = years_picture(years, THAI)
    assert [stack.figure for stack in chart.stacks] == ["๑ มาตรการ", "๕ มาตรการ"]
    assert chart.most == 5
    assert [row[1] for row in rows_of(table)] == ["๑", "๕"]


def test_without_measures_there_is_no_picture(tmp_path):
    """Nothing is drawn of nothing."""
    assert years_picture([], THAI)[0] is None
    years = site_of(tmp_path, "fiscal_year: 2565\n", "").years
    assert [status_picture(year, THAI)[0] for year in years] == [None]


@pytest.mark.parametrize(
    ("text", "beside", "shown"),
    [
        ("กองคลัง", "๒ มาตรการ", "กองคลัง"),
        ("ก" * 32, "", "ก" * 32),
        ("กองส่งเสริมคุณภาพชีวิตและสวัสดิการของประชาชน", "๒ มาตรการ", "กองส่งเสริมคุณภาพชีวิต…"),
    ],
)
def test_labels_fit_on_one_line(text, beside, shown):
    """A label shares a line with its figure; one that is too long ends at a good place, and the table has all of it."""
    found = shortened_name(text, beside)
    assert found == shown
    assert width_of(found + beside) <= 270


def test_a_long_name_begins_as_it_is(tmp_path):
    """The bar of a unit with a long name is known by how that begins; the table has the whole name."""
    name = "กองที่มีชื่อยาวกว่าที่บรรทัดเดียวของแผนภูมิจะรับได้ทั้งหมด"
    site = site_of(tmp_path, MEASURES.replace("กองนอกทะเบียน", name))
    chart, table = units_picture(site.years, site, THAI, every_unit=True)
    assert name in [row[0] for row in rows_of(table)]
    [label] = [stack.label for stack in chart.stacks if stack.label.endswith("…")]
    assert name.startswith(label[:-1])


def test_printed_words_stay_the_documents_in_every_place(tmp_path):
    """A printed status that reads like ours is another status in the picture, the list and the open data alike."""
    printed = Status.NO_REPORT.word
    follow_up = f"fiscal_year: 2565\nreports: [{{measure: m1, status: {{printed: {printed}}}}}]\n"
    site = site_of(tmp_path, "fiscal_year: 2565\nmeasures: [{id: m1, title: ก}, {id: m2, title: ข}]\n", follow_up)
    results = analyse_site(site)
    chart, _ = status_picture(site.years[0], THAI)
    looks = [Status.NO_REPORT.look, Status.PRINTED.look]
    assert [(share.kind, share.text) for share in chart.stacks[0].shares] == [(look, printed) for look in looks]
    assert [one.group for one in results.listed] == ["other", "no_report"]
    table = next(table for table in open_tables(results, (), NO_MEMORY) if table.name == "measures")
    row = dict(zip(table.names, table.rows[0], strict=True))
    assert (row["status"], row["status_words"]) == ("other", printed)
