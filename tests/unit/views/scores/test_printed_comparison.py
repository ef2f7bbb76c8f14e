"""Of data that was entered before the cells had a place, the page shows the words that were kept and no figure."""

from __future__ import annotations

from prongsai.analysis.results import analyse_site
from prongsai.loading.load_site import load_site
from prongsai.views.oit.answers import NO_MEMORY
from prongsai.views.open_data.table import text_of
from prongsai.views.open_data.tables import open_tables
from prongsai.views.printed import comparison_table, comparison_words
from prongsai.views.speech import Speech
from unit.makers import SITE, write_files

OLD = "comparison: {with_year: 2563, changes: {1: ลดลง, 2: เพิ่มขึ้น}, row_labels: {2: ๒. งบประมาณ, total: เฉลี่ย}}\n"


def old_results(tmp_path):
    """Two years with scores, of which the later compares itself in the old form."""
    files = {
        "data/2563/scores.yml": "fiscal_year: 2563\nindicators: {1: 90.00, 2: 70.00}\ntotal: 71.00\n",
        "data/2564/scores.yml": f"fiscal_year: 2564\nindicators: {{1: 80.00, 2: 85.00}}\ntotal: 72.00\n{OLD}",
    }
    return analyse_site(load_site(write_files(tmp_path, {**SITE, **files})).site)


def test_words_alone_are_not_called_the_documents_table(tmp_path):
    """The words of change are under a heading of their own; scores of the two years are not set next to them."""
    result, speech = old_results(tmp_path).years[2564], Speech("arabic")
    table = comparison_table(result, speech)
    assert [[text_of(cell) for cell in row] for row in table.rows] == [
        ["ตัวชี้วัดที่ 1", "ลดลง"],
        ["๒. งบประมาณ", "เพิ่มขึ้น"],
        ["เฉลี่ย", "ยังไม่ได้กรอกข้อมูล"],
    ]
    words = comparison_words(result, speech)
    assert (words.title, "ของเอกสาร" in words.title + table.caption) == ("คำบอกการเปลี่ยนแปลงที่กรอกจากเอกสาร", False)
    assert "ยังไม่ได้กรอกช่องของตาราง" in words.remark


def test_the_data_of_old_files_says_that_no_cell_was_entered(tmp_path):
    """Both figures are absent, with the reason next to them."""
    results = old_results(tmp_path)
    [table] = [one for one in open_tables(results, (), NO_MEMORY) if one.name == "document-comparison"]
    rows = [dict(zip(table.names, row, strict=True)) for row in table.rows]
    assert {(row["compared"], row["current"], row["printed"]) for row in rows} == {(None, None, None)}
    assert {(row["compared_note"], row["current_note"]) for row in rows} == {("ยังไม่ได้กรอกข้อมูล",) * 2}
    assert [row["change"] for row in rows] == ["ลดลง", "เพิ่มขึ้น", "ยังไม่ได้กรอกข้อมูล"]
