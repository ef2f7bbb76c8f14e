"""Codes are proposed from Thai names, so that no Latin name has to be typed."""

from __future__ import annotations

import pytest

from prongsai.forms.propose_codes import propose_measure_code, propose_unit_code
from prongsai.model.types import _ident


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("สำนักปลัด", "clerk"),
        ("สำนักปลัดเทศบาล", "clerk"),
        ("สำนักงานปลัด อบต.", "clerk"),
        ("กองคลัง", "finance"),
        ("ส่วนการคลัง", "finance"),
        ("กองช่าง", "public-works"),
        ("กองช่างสุขาภิบาล", "sanitation"),
        ("กองการศึกษา ศาสนาและวัฒนธรรม", "education"),
        ("กองสาธารณสุขและสิ่งแวดล้อม", "public-health"),
        ("หน่วยตรวจสอบภายใน", "internal-audit"),
        ("ทุกสำนัก/กอง", "all-units"),
        ("งานพิเศษ", "unit-1"),
    ],
)
def test_names_of_units_give_codes(name, code):
    """A common name gives its usual code, any other a counted one; every code is one that data files take."""
    assert propose_unit_code(name, ()) == code == _ident(code)


def test_taken_codes_are_not_proposed():
    """A code that is taken is counted on, and measures go on after the highest number."""
    assert propose_unit_code("กองคลัง", ["finance", "finance-2"]) == "finance-3"
    assert propose_unit_code("งานพิเศษ", ["unit-1", "clerk"]) == "unit-2"
    assert propose_measure_code([]) == "m01"
    assert propose_measure_code(["m01", "m09", "other"]) == "m10"
    assert propose_measure_code(["m99"]) == "m100"
