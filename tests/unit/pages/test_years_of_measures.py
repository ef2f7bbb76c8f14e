"""The page of all measures shows the newest years in full; a link to any year leads to it for ever."""

from __future__ import annotations

from prongsai.pages.anchors import declared_fragments
from prongsai.pipeline.check import check_folder
from unit.makers import SITE, write_files


def measures(year: int) -> dict[str, str]:
    """A file of one measure."""
    text = f"fiscal_year: {year}\nmeasures:\n  - {{id: m01, number: 1, title: เปิดเผยแผน}}\n"
    return {f"data/{year}/measures.yml": text}


def test_a_year_keeps_its_fragment_when_newer_years_come(tmp_path):
    """With three years all are in full; with five the two oldest are in the list, at the same fragments."""
    years = range(2563, 2568)
    for count in (3, 5):
        files = {name: text for year in years[:count] for name, text in measures(year).items()}
        page = check_folder(write_files(tmp_path / str(count), {**SITE, **files})).planned.files[
            "content/measures/index.md"
        ]
        assert {f"y{year}" for year in years[:count]} <= declared_fragments(page.decode())


def test_each_recommendation_of_the_analysis_is_among_what_should_be_improved(tmp_path):
    """The page of measures lists every recommendation under that heading, with or without points of development."""
    advice = "fiscal_year: 2564\nrecommendations: [เพิ่มช่องทางรับฟังความคิดเห็น, เผยแพร่แผนการใช้จ่าย]\n"
    files = {**SITE, **measures(2565), "data/2564/analysis.yml": advice}
    files["data/2565/measures.yml"] += "from_fiscal_year: 2564\n"
    planned = check_folder(write_files(tmp_path, files)).planned
    page = planned.files["content/2565/measures/index.md"].decode()
    part = page.partition("ประเด็นที่ต้องพัฒนาให้ดีขึ้น")[2].partition("\n## ")[0]
    assert "ข้อเสนอแนะจากการวิเคราะห์ ๒ ข้อ" in part
    assert "เพิ่มช่องทางรับฟังความคิดเห็น" in part
    assert "เผยแพร่แผนการใช้จ่าย" in part
