"""Sentences on an instrument of which a year states the indicators alone."""

import pytest

from unit.makers import check_files, codes_of

NOW = "indicators: {6: 80.72, 7: 76.45, 8: 74.91, 9: 92.42, 10: 75.00}\n"  # EIT 77.36, OIT 83.71
BEFORE = "indicators: {6: 78.10, 7: 77.20, 8: 70.87, 9: 62.35, 10: 43.75}\n"  # EIT 75.39, OIT 53.05


def codes(root, text, now=NOW, before=BEFORE):
    """The codes of what is reported of a sentence about 2564."""
    files = {
        "data/2563/scores.yml": f"fiscal_year: 2563\n{before}",
        "data/2564/scores.yml": f"fiscal_year: 2564\n{now}",
        "data/2564/analysis.yml": f'fiscal_year: 2564\nfindings: ["{text}"]\n',
    }
    return codes_of(check_files(root, files))


@pytest.mark.parametrize(
    ("false", "right", "code"),
    [
        ("แบบวัด EIT ได้ 78.36 คะแนน", "แบบวัด EIT ได้ 77.36 คะแนน", "prose-computed"),
        ("EIT ได้คะแนน 77.40", "EIT ได้คะแนน 77.37", "prose-computed"),  # which another way of rounding may give
        ("OIT ลดลงร้อยละ 13.10", "OIT เพิ่มขึ้นร้อยละ 57.79", "prose-direction"),
        ("EIT เพิ่มขึ้นร้อยละ 2.88", "EIT เพิ่มขึ้นร้อยละ 2.61", "prose-change"),
        ("EIT เพิ่มขึ้น 2.97 คะแนน", "EIT เพิ่มขึ้น 1.95 คะแนน", "prose-change"),
    ],
)
def test_an_instrument_has_the_mean_of_its_indicators(tmp_path, false, right, code):
    """Sentences that contradict the mean by more than rounding are found, and those that agree with it are not."""
    assert codes(tmp_path / "false", false) == [code]
    assert codes(tmp_path / "right", right) == []


@pytest.mark.parametrize(
    "now",
    [
        "indicators: {6: 80.72, 7: 76.45}\n",
        "indicators: {6: 80.72, 7: 76.45, 8: {value: 74.91, at: ก, also_stated: [{value: 77.91, at: ข}]}}\n",
        "instruments: {EIT: เอกสารไม่ได้ระบุ}\nindicators: {6: 80.72, 7: 76.45, 8: 74.91}\n",
    ],
)
def test_an_instrument_is_not_judged_by_indicators_in_doubt(tmp_path, now):
    """One of them is not known, stated twice, or the instrument itself is entered as not stated."""
    assert {"prose-computed", "prose-change", "prose-direction"} & {
        *codes(tmp_path, "EIT ได้ 58.36 คะแนน ลดลงร้อยละ 2.88", now)
    } == set()


def test_a_mean_that_hardly_moved_gives_no_direction(tmp_path):
    """Two means that differ by what rounding may add are neither risen nor fallen for certain."""
    before = BEFORE.replace("78.10, 7: 77.20, 8: 70.87", "80.72, 7: 76.45, 8: 74.88")
    assert codes(tmp_path, "EIT ลดลงจากปีก่อน", before=before) == []
