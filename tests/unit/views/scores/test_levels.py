"""The page and the check say the same of a level: affirmed, denied, or not to be known without the parts of EIT."""

from __future__ import annotations

import pytest

from prongsai.analysis.results import analyse_site
from prongsai.loading.load_site import load_site
from prongsai.views.scores.levels import word_level
from unit.makers import SITE, check_files, write_files

OPEN = "บอกระดับไม่ได้แน่ชัดหากไม่ทราบคะแนน EIT รายส่วน อาจเป็นผ่านดี หรือ ผ่าน"
COUNTED = (
    "บอกระดับไม่ได้แน่ชัด เพราะยังไม่มีเอกสารยืนยันว่าเกณฑ์นับ EIT รวมกันหรือแยกส่วน "
    "ถ้านับรวมได้ระดับ ผ่านดี ถ้านับแยกส่วนได้ระดับ ผ่าน อาจเป็นผ่านดี หรือ ผ่าน"
)
TOOLS = "instruments: {IIT: 90.45, EIT: 88.58, OIT: 100.00}\n"
SCORES = (84.17, 93.06, 97.78, 88.89, 88.33, 93.48, 92.82, 79.44, 100.00, 100.00)
INDICATORS = "indicators: {" + ", ".join(f"{key}: {one}" for key, one in enumerate(SCORES, 1)) + "}\n"


@pytest.mark.parametrize(
    ("parts", "stated", "said", "is_told"),
    [
        ("", "ผ่านดี", OPEN, False),
        ("", "ผ่าน", OPEN, False),
        ("", "A", OPEN, True),
        ("parts: {EIT-1: 92.00, EIT-2: 84.00}\n", "ผ่านดี", COUNTED, False),
        ("parts: {EIT-1: 92.00, EIT-2: 84.00}\n", "ผ่าน", COUNTED, False),
        ("parts: {EIT-1: 92.00, EIT-2: 84.00}\n", "ผ่านดีเยี่ยม", COUNTED, True),
        ("parts: {EIT-1: 92.00, EIT-2: 86.00}\n", "ผ่านดี", "อยู่ในระดับ ผ่านดี ตามเกณฑ์ของปีนั้น", False),
        ("parts: {EIT-1: 92.00, EIT-2: 86.00}\n", "ผ่าน", "อยู่ในระดับ ผ่านดี ตามเกณฑ์ของปีนั้น", True),
    ],
)
def test_a_level_is_affirmed_or_denied_only_where_it_is_known(tmp_path, parts, stated, said, is_told):
    """Whatever the parts could change is neither affirmed on the page nor denied by the check."""
    files = {"data/2567/scores.yml": f"fiscal_year: 2567\ntotal: 93.71\nlevel: {stated}\n{TOOLS}{INDICATORS}{parts}"}
    site = load_site(write_files(tmp_path, {**SITE, **files})).site
    assert word_level(analyse_site(site).years[2567]) == said
    codes = [one.code for one in check_files(tmp_path, files) if one.code == "level-differs-from-scale"]
    assert codes == ["level-differs-from-scale"] * is_told


def test_a_year_without_weights_says_it_of_the_published_total(tmp_path):
    """Nothing is computed for 2568, and its level hangs on the parts all the same."""
    files = {"data/2568/scores.yml": f"fiscal_year: 2568\ntotal: 93.71\nlevel: ผ่านดี\n{TOOLS}"}
    site = load_site(write_files(tmp_path, {**SITE, **files})).site
    assert word_level(analyse_site(site).years[2568]) == OPEN
