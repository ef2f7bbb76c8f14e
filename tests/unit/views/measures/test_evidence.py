"""Results, attachments and photos are shown and handed out as they are given, whichever way they are written."""

import pytest

from prongsai.loading.load_site import load_site
from prongsai.model.reports import results_of
from prongsai.pipeline.check import check_folder
from prongsai.pipeline.evidence.check_links import find_links
from prongsai.views.measures.attached import attachment_parts, attachment_rows, photo_rows
from prongsai.views.measures.results import RESULTS, first_address, kind_of, name_of, result_parts, result_rows
from prongsai.views.speech import Speech
from prongsai.views.table import place_rows
from unit.makers import SITE, write_files

THAI = Speech("thai")
A, B = "https://www.example.go.th/a", "https://www.example.go.th/b"
OF_A, OF_B = ("url", "www.example.go.th/a", A), ("url", "www.example.go.th/b", B)
MEASURES = "fiscal_year: 2567\nmeasures:\n  - {id: m01, title: อบรม}\n"
# What is written, and the kinds, names and addresses that it is.
WRITTEN = [
    ("", [], None),
    (f"result_link: {A}", [OF_A], A),
    ("result_link: {printed: ตามแนบ}", [], "ตามแนบ"),
    (f"results: {A}", [OF_A], A),
    ("results: [/2567/oit/]", [("page", "/2567/oit/", "/2567/oit/")], "/2567/oit/"),
    ("results: [2567/ผล งาน.pdf]", [("file", "ผล งาน.pdf", "/files/2567/ผล งาน.pdf")], "/files/2567/ผล งาน.pdf"),
    ("results: [/files/2567/a.pdf]", [("file", "a.pdf", "/files/2567/a.pdf")], "/files/2567/a.pdf"),
    (f"results: [{{url: '{A}', title: ผลสำรวจ}}]", [("url", "ผลสำรวจ", A)], A),
    (f"result_link: {A}\n    results: ['{B}', '{A}']", [OF_B, OF_A], B),
    (f"result_link: {A}\n    results: ['{B}']", [OF_A, OF_B], A),
]


def year_of(root, report, **files):
    """The year of a site with one report."""
    text = f"fiscal_year: 2567\nreports:\n  - measure: m01\n    round: 6\n    {report}\n"
    own = {**SITE, "data/2567/measures.yml": MEASURES, "data/2567/follow-up.yml": text, **files}
    loaded = load_site(write_files(root, own))
    assert loaded.problems == []
    return loaded.site


@pytest.mark.parametrize(("report", "expected", "first"), WRITTEN)
def test_each_way_to_give_results_is_read(tmp_path, report, expected, first):
    """Both keys, a bare text and a list of groups give the same links, each once, and the older column its address."""
    site = year_of(tmp_path, report)
    [year] = site.years
    [one] = year.reports
    links = zip(results_of(one), _hrefs(one), strict=True)
    assert [(kind_of(result), name_of(result), href) for result, href in links] == expected
    assert first_address(one) == first
    table = RESULTS.hand_out(place_rows({2567: list(result_rows(year))}), THAI)
    assert [row[-1] for row in table.rows] == [address for _, _, address in expected]


def _hrefs(report):
    return [part.href for part in result_parts(report) if part.href and part.kind != "size"]


def test_links_of_results_and_attachments_are_asked_too(tmp_path):
    """Each address of the web once, with the report or the attachment that gives it; pages and files are not asked."""
    report = f"result_link: {A}\n    results: [/2567/oit/, '{A}']\n    attachments: [{{title: คำสั่ง, url: '{B}'}}]"
    found = find_links(year_of(tmp_path, report))
    uses = [(link.url, [(use.item, use.title, use.is_of_item) for use in link.uses]) for link in found]
    assert uses == [(A, [("รายงานผล m01", "", False)]), (B, [("เอกสารแนบ", "คำสั่ง", False)])]


def test_attachments_say_kind_number_title_and_day(tmp_path):
    """Known kinds are read in Thai and in English, another word stays as it is printed."""
    kinds = ["คำสั่ง", "order", "รายงาน การประชุม", "ประกาศ", "รายงานผล", "บันทึกข้อตกลง", ""]
    lines = "".join(
        f"      - {{title: เรื่อง {place}{f', kind: {kind}' if kind else ''}}}\n" for place, kind in enumerate(kinds)
    )
    last = f"{{kind: คำสั่ง, number: 12/2567, title: ตั้งคณะทำงาน, dated: 5 ม.ค. 2567, url: '{A}'}}"
    site = year_of(tmp_path, f"attachments:\n{lines}      - {last}")
    rows = list(attachment_rows(site.years[0]))
    read = ["order", "order", "minutes", "announcement", "report", "บันทึกข้อตกลง", "other", "order"]
    assert [row.of.kind for row in rows] == read
    assert [row.of.kind_words for row in rows][4:7] == ["รายงาน", "บันทึกข้อตกลง", "เอกสารแนบ"]
    assert (rows[-1].holder, rows[-1].measure, rows[-1].round) == ("report", "m01", "6")
    assert THAI.plain(attachment_parts(rows[-1].of, THAI)) == "คำสั่งที่ 12/2567 ตั้งคณะทำงาน ลงวันที่ ๕ มกราคม ๒๕๖๗"


def test_a_photo_on_paper_is_the_words_in_its_place(tmp_path):
    """The day is that which was typed, and a photo whose file is not there is not shown."""
    site = year_of(tmp_path, "photos: [{file: a.jpg, alt: ห้องประชุม, taken_on: 12 มกราคม 2567, caption: ครั้งที่ 1}]")
    [row] = photo_rows(site.years[0])
    assert (row.of.alt, str(row.of.taken_on), row.of.caption) == ("ห้องประชุม", "12 มกราคม 2567", "ครั้งที่ 1")


def test_sections_and_topics_of_a_report_are_on_its_page_and_in_the_data(tmp_path):
    """A section is before the table or after it, its tables are in the open data, and reports are below their topic."""
    text = """fiscal_year: 2567
topics: [{id: t1, number: 1, title: ด้านบริการ}]
sections:
  - {id: s1, title: ส่วนแรก, paragraphs: [ความแรก], table: {caption: ก, columns: [หัว], rows: [[ช่องหนึ่ง]]}}
  - {id: s2, title: ส่วนหลัง, place: after, tables: [{caption: ข, columns: [หัว], rows: [[ช่องสอง]]}]}
reports:
  - {title: ในหัวข้อ, topic: t1}
  - {title: นอกหัวข้อ}
"""
    planned = check_folder(write_files(tmp_path, {**SITE, "data/2567/follow-up.yml": text})).planned
    page = planned.files["content/2567/follow-up/index.md"].decode().partition('<nav class="ps-yearnav"')[2]
    order = ("ส่วนแรก", "ช่องหนึ่ง", "ด้านบริการ", "ในหัวข้อ", "ที่ไม่ได้อยู่ใต้หัวข้อ", "นอกหัวข้อ", "ส่วนหลัง", "ช่องสอง")
    places = [page.index(f">{word}" if f">{word}" in page else word) for word in order]
    assert places == sorted(places)
    assert [page.count(f'id="t-follow-up-section-{key}"') for key in ("s1", "s2")] == [1, 1]
    cells = planned.files["content/data/tables/document-tables.csv"].decode()
    assert "follow-up-section-s1" in cells
    assert "ช่องสอง" in cells
    assert "t1,ด้านบริการ" in planned.files["content/data/tables/follow-up.csv"].decode()
