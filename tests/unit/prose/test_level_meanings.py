"""The meaning that a text gives a level, against the scores of the level."""

import pytest

from unit.makers import check_files

B = "ระดับ B หมายถึง ดำเนินการได้ค่อนข้างครบถ้วน มีบางส่วนที่ต้องปรับปรุงราวร้อยละ {} ของข้อคำถามทั้งหมด"


@pytest.mark.parametrize(
    ("year", "text", "other"),
    [
        (2565, B.format("๕-๑๕"), "A"),
        (2565, B.format("26 ถึง 35"), "C"),
        (2564, B.format("5 – 15"), "A"),
        (2565, B.format("๕-๑๕").replace("ระดับ B", "ระดับ “AA”"), "A"),
        (2565, B.format("๑๕-๒๕"), None),
        (2565, B.format("๑๐-๒๐"), None),
        (2565, B.format("๕-๑๕").replace("ระดับ B", "ระดับ A"), None),
        (2565, B.format("๐-๑๔"), None),
        (2565, B.format("๕-๑๕").replace("ที่ต้องปรับปรุง", "ที่ทำได้ดี"), None),
        (2565, "ระดับ B หมายถึง ต้องปรับปรุง ส่วนระดับ A หมายถึง ต้องปรับปรุงร้อยละ ๕-๑๕ ของข้อคำถาม", None),
        (2565, B.format("๑๕"), None),
        (2567, B.format("๕-๑๕").replace("ระดับ B", "ระดับ ผ่าน"), None),
        (2569, B.format("๕-๑๕"), None),
    ],
)
def test_the_share_that_a_level_leaves_is_that_of_its_scores(tmp_path, year, text, other):
    """Reported where the share is just that of another level; one of two levels, or of a scale with parts, is not."""
    files = {f"data/{year}/analysis.yml": f"fiscal_year: {year}\nfindings: ['{text}']\n"}
    found = [one.values["other"] for one in check_files(tmp_path, files) if one.code == "prose-level-meaning"]
    assert found == ([other] if other else [])
