"""Tables that stack on a telephone, lists that bring their own numbers, and the bar of the first page."""

from prongsai.pages.markup import Components
from prongsai.views.charts import Share, Stack, StackChart
from prongsai.views.content import Bullet, Bullets, Head, Phrase, Table, cell
from prongsai.views.speech import Speech
from unit.pages.reading import read_html

UI = Components("/", frozenset({"/"}), Speech("thai"))
COLUMNS = (Head("มาตรการ"), Head("สถานะ"), Head('ระยะ "เวลา" <b>'))
SPEAK = (Head("ข้อ"), Head("ชื่อ", speaks=True), Head("ยืนยันโดย", speaks=True))
FIGURES = (Head("ปี"), Head("คะแนน", number=True), Head("การเปลี่ยนแปลง", about_figure=True))
ROW = (cell("ก", head=True), cell(Phrase("เสร็จ", kind="done")), cell("ต.ค."))


def table_of(columns):
    """One row with a head, a status and a text, as a browser reads it."""
    row = (*ROW, *ROW)[: len(columns)]
    return read_html(str(UI.table(Table("t", "คำบรรยาย", columns, (row,)))))


def heads_beside(page):
    """The heads shown before each cell of the row on a telephone."""
    return [one.attributes.get("data-head") for one in page.all("td")]


def css_of(columns):
    """The classes of a table with these columns."""
    return table_of(columns).one("table").attributes["class"]


def test_only_cells_that_do_not_speak_for_themselves_have_a_head_next_to_them():
    """The status says itself what it is; another cell brings the head of its column, whatever letters it has."""
    assert heads_beside(table_of(COLUMNS)) == [None, 'ระยะ "เวลา" <b>']
    assert table_of(COLUMNS).one("th", scope="row").attributes.get("data-head") is None


def test_what_a_table_is_read_as_follows_from_its_columns():
    """Words are cards, figures keep their first column; two columns are neither, as many words as figures are words."""
    assert css_of(COLUMNS) == "ps-grid ps-stacks"
    assert css_of(FIGURES) == "ps-grid ps-figures"
    assert css_of(FIGURES[:2]) == css_of(COLUMNS[:2]) == "ps-grid"
    assert css_of((*FIGURES[:2], COLUMNS[1])) == "ps-grid ps-stacks"


def test_a_table_whose_cells_need_no_head_costs_nothing():
    """Tables of figures, and those whose heads are said once above all rows, have no head next to a cell."""
    assert heads_beside(table_of(FIGURES)) == [None, None]
    assert heads_beside(table_of(SPEAK)) == [None, None]
    assert css_of(SPEAK) == "ps-grid ps-runs"


def test_points_that_bring_their_numbers_are_not_numbered_again():
    """๑. before ๑. would be read as a mistake of the document; other lists are numbered as ever."""
    own = Bullets((Bullet("๑. หนึ่ง"), Bullet("(2) สอง")))
    others = (("๑. หนึ่ง", "สอง"), ("๒. สอง", "๓. สาม"), ("๑. หนึ่ง",))
    assert str(UI.parts((own,))).startswith('<ul class="ps-own"><li>๑&#46; หนึ่ง<')
    for words in others:
        assert str(UI.parts((Bullets(tuple(map(Bullet, words))),))).startswith('<ol class="ps-steps">')


def test_the_bar_of_the_first_page_says_every_status_in_words():
    """The drawing is for sighted readers alone; each status and its count are below it, and no measures make no bar."""
    shares = (
        Share(kind="done", text="เสร็จ", count=3, figure="๓"),
        Share(kind="unreported", text="ไม่มีรายงาน", count=1, figure="๑"),
    )
    stack = Stack(label="", figure="๔ มาตรการ", shares=shares)
    chart = StackChart(key="k", title="t", sentences=("s",), table="k", stacks=(stack,), most=4)
    page = read_html(str(UI.bar(chart)))
    assert [one.text.strip() for one in page.all("li")] == ["เสร็จ ๓", "ไม่มีรายงาน ๑"]
    assert {one.attributes.get("aria-hidden") for one in page.all("svg")} == {"true"}
    assert str(UI.bar(None)) == ""
