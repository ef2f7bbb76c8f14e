"""Comparisons with the mean of other agencies, against the means that the document of the year states."""

import pytest

from unit.makers import check_files

SCORES = (
    "fiscal_year: 2564\ntotal: 82.26\nmeans:\n"
    "  - {among: จังหวัด, value: 79.36}\n"
    "  - {among: ประเทศ, value: 81.37, scope: ทุกประเภททั่วประเทศ}\n"
    "  - {among: ประเภทเดียวกัน, value: 83.10}\n"
    "  - {among: province, value: 80.00, scope: เทศบาลตำบลในจังหวัด}\n"
)
OF_MEANS = {"prose-mean", "prose-comparison"}


def told(tmp_path, text, scores=SCORES):
    """The codes and what is expected, for an analysis of one sentence."""
    files = {
        "site_config/agency.yml": "name: เทศบาลตำบลสมมุติ\ntype: เทศบาลตำบล\n",
        "data/2564/scores.yml": scores,
        "data/2564/analysis.yml": f"fiscal_year: 2564\nfindings: ['{text}']\n",
    }
    return [(one.code, one.values["expected"]) for one in check_files(tmp_path, files) if one.code in OF_MEANS]


@pytest.mark.parametrize(
    ("false", "true"),
    [
        ("ต่ำกว่าค่าเฉลี่ยของจังหวัด", "สูงกว่าค่าเฉลี่ยของจังหวัด"),
        ("สูงกว่าค่าเฉลี่ยของหน่วยงานประเภทเดียวกัน", "ต่ำกว่าค่าเฉลี่ยของหน่วยงานประเภทเดียวกัน"),
        ("สูงกว่าค่าเฉลี่ยของเทศบาลตำบลในจังหวัด 2.90 คะแนน", "สูงกว่าค่าเฉลี่ยของเทศบาลตำบลในจังหวัด 2.26 คะแนน"),
        ("คะแนนรวมเท่ากับค่าเฉลี่ยของจังหวัด", "คะแนนรวมใกล้เคียงกับค่าเฉลี่ยของจังหวัด"),
        ("ค่าเฉลี่ยของหน่วยงานประเภทเดียวกันเท่ากับ 83.01 คะแนน", "ค่าเฉลี่ยของหน่วยงานประเภทเดียวกันเท่ากับ 83.1 คะแนน"),
    ],
)
def test_the_total_is_compared_with_the_mean_of_the_group_that_is_named(tmp_path, false, true):
    """Direction, distance and the mean itself are those of the group; each false sentence has a true twin."""
    assert len(told(tmp_path / "false", false)) == 1
    assert told(tmp_path / "true", true) == []


def test_what_is_told_has_the_total_the_mean_and_their_distance(tmp_path):
    """The officer reads all three numbers."""
    [(code, expected)] = told(tmp_path, "คะแนนรวมสูงกว่าค่าเฉลี่ยของจังหวัด 4.55 คะแนน")
    assert (code, expected) == ("prose-comparison", "คะแนนรวม 82.26 และค่าเฉลี่ย 79.36 ต่างกัน 2.90 คะแนน")


@pytest.mark.parametrize(
    "text",
    [
        "ต่ำกว่าค่าเฉลี่ยของจังหวัด",
        "ค่าเฉลี่ยของประเทศเท่ากับ 10.00 คะแนน",
        "สูงกว่าค่าเฉลี่ยของหน่วยงานประเภทเดียวกัน 50 คะแนน",
    ],
)
def test_without_a_stated_mean_there_is_no_verdict(tmp_path, text):
    """A year without means, and a mean of another group, say nothing on a sentence."""
    assert told(tmp_path / "none", text, "fiscal_year: 2564\ntotal: 82.26\n") == []
    other = "fiscal_year: 2564\ntotal: 82.26\nmeans: [{among: อำเภอ, value: 79.36}]\n"
    assert told(tmp_path / "other", text, other) == []


def test_a_mean_beyond_the_scale_is_an_error(tmp_path):
    """A mean is a score of 0 to 100, and its group one of a closed set."""
    for means in ("{among: จังหวัด, value: 101}", "{among: ทวีป, value: 80}"):
        files = {"data/2564/scores.yml": f"fiscal_year: 2564\ntotal: 80\nmeans: [{means}]\n"}
        [one] = [one for one in check_files(tmp_path / means[-4:-1].strip(), files) if one.where.line == 3]
        assert one.where.file == "data/2564/scores.yml"
