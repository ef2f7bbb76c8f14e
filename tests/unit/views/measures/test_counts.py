"""The number of measures is said as the document counts, and with it what the site chose or read."""

from prongsai.analysis.results import analyse_site
from prongsai.blocks.block import Piece
from prongsai.loading.load_site import load_site
from prongsai.pages.plan import plan_pages
from prongsai.views.content import Phrase
from prongsai.views.measures.counts import placed_words, read_words, word_measures
from prongsai.views.measures.follow_up import follow_up_table
from prongsai.views.measures.lists import measures_of_unit
from prongsai.views.speech import Speech
from prongsai.views.updates import newest_events
from prongsai.views.year_tables import years_table
from unit import makers

THAI = Speech("thai", from_document=True)
ROWS = "measures: [{{id: a, {n} title: ก, topic: t1}}, {{id: b, title: ข, topic: t1}}, {{id: c, title: ค, topic: t2}}]"
# The topics, whether a measure has a number, and what is counted.
COUNTED = (
    ("topics: [{id: t1, title: หนึ่ง, number: 1}, {id: t2, title: สอง, number: 2}]\n", "", "๒ ประเด็น ๓ แถว"),
    ("topics: [{id: t1, title: หนึ่ง, number: 1}, {id: t2, title: สอง, number: 2}]\n", "number: 1,", "๓ มาตรการ"),
    ("topics: [{id: t1, title: หนึ่ง}, {id: t2, title: สอง}]\n", "", "๓ มาตรการ"),
)
PLACED = "ปีที่เว็บไซต์จัดไว้ เอกสารไม่ได้ระบุปีของมาตรการ"


def site_of(tmp_path, measures, follow_up=""):
    """A site with the measures of one year and the report on them."""
    files = {**makers.SITE, "data/2567/measures.yml": f"fiscal_year: 2567\n{measures}"}
    if follow_up:
        files["data/2567/follow-up.yml"] = f"fiscal_year: 2567\nreports:\n{follow_up}"
    return load_site(makers.write_files(tmp_path, files)).site


def words_in(row):
    """All that the cells of a row say, with what is said next to it."""
    return " ".join(part.text for cell in row for part in cell.parts if isinstance(part, Phrase))


def test_rows_are_called_rows_where_the_document_counts_themes(tmp_path):
    """Numbered themes over rows without numbers are what the document counts; else each row is a measure."""
    for place, (topics, number, said) in enumerate(COUNTED):
        site = site_of(tmp_path / str(place), topics + ROWS.format(n=number))
        assert word_measures(site.years[-1], THAI) == said
        assert said in THAI.plain(tuple(part for event in newest_events(site, THAI) for part in event[:1]))


def test_a_year_that_the_site_chose_is_reserved_everywhere(tmp_path):
    """Home, the years, the unit and the news say that the document does not state the year; else none of them does."""
    row = "measures: [{id: m01, title: ก, responsible: {units: [finance]}}]\n"
    for stated in (True, False):
        site = site_of(tmp_path / str(stated), f"year_stated: {str(stated).lower()}\n{row}")
        results = analyse_site(site)
        home = next(page for page in plan_pages(results, ()) if page.path == "/")
        panels = next(block for block in home.blocks if isinstance(block, Piece) and block.name == "home-panels")
        table = years_table(results, THAI)
        said = (
            placed_words(site.years[-1]),
            " ".join(panels.view["reserved"]),
            " ".join(map(words_in, table.rows)),
            measures_of_unit(results, "finance", THAI).lead,
            newest_events(site, THAI)[0][0].text,
        )
        assert [PLACED in one for one in said] == [not stated] * len(said)


def test_a_status_that_was_read_from_its_place_is_marked(tmp_path):
    """The row says so, and the page says for how many rows; a status that is printed has no mark."""
    reports = "  - {title: ก, status: done, status_read: true}\n  - {title: ข, status: done}\n"
    site = site_of(tmp_path, "", reports)
    year, mark = site.years[-1], "(ผู้จัดทำข้อมูลอ่านจากตำแหน่งในตาราง)"
    assert [mark in words_in(row) for row in follow_up_table(year, site, THAI).rows] == [True, False]
    assert read_words(year, THAI) == "สถานะของ ๑ แถว ผู้จัดทำข้อมูลอ่านจากตำแหน่งในตาราง"
    assert read_words(site_of(tmp_path / "stated", "", "  - {title: ข, status: done}\n").years[-1], THAI) == ""
