"""Months of measures: the reports and rounds on them, and the months that an item asks for."""

import pytest

from unit.makers import check_files


def found(root, code, measure, report="", year=2565):
    """The problems of a code for one measure and, if there is one, the report on it."""
    measures = f"measures: [{{id: m1, number: 1, title: ก, {measure}}}]\n"
    files = {
        f"data/{year - 1}/scores.yml": f"fiscal_year: {year - 1}\n",
        f"data/{year}/measures.yml": f"fiscal_year: {year}\nfrom_fiscal_year: {year - 1}\n{measures}",
    }
    if report:
        text = f"fiscal_year: {year}\nas_of: 10 ตุลาคม {year}\nreports: [{{measure: m1, outcome: [ทำแล้ว], {report}}}]\n"
        files[f"data/{year}/follow-up.yml"] = text
    return [one.values for one in check_files(root, files) if one.code == code]


@pytest.mark.parametrize(
    ("period", "report", "told"),
    [
        ("พ.ค. - ก.ค. 2565", "round: 6, status: done", "รอบ 6 เดือน"),
        ("ไตรมาส 4", "round: 6, status: done", "รอบ 6 เดือน"),
        ("พ.ค. - ก.ค. 2565", "round: 12, status: done, reported_on: 9 กุมภาพันธ์ 2565", "วันที่ 9 กุมภาพันธ์ 2565"),
        ("พ.ค. - ก.ค. 2565", "round: 6, status: in_progress", None),
        ("พ.ค. - ก.ค. 2565", "round: 6, status: not_started", None),
        ("พ.ค. - ก.ค. 2565", "round: 12, status: done", None),
        ("มี.ค. - ก.ค. 2565", "round: 6, status: done", None),
        ("ทุกไตรมาส", "round: 6, status: done", None),
        ("{printed: หลังได้รับงบประมาณ}", "round: 6, status: done", None),
        ("พ.ค. - ก.ค. 2565, cycle_years: [2564]", "round: 6, status: done", None),
        ("พ.ค. - ก.ค. 2565", "status: done", None),
    ],
)
def test_nothing_is_done_before_it_begins(tmp_path, period, report, told):
    """By the day of the report, else by its round; a month in which both are, and a plan of years, fit."""
    problems = found(tmp_path, "done-before-period", f"period: {period}", report)
    assert [one["found"] for one in problems] == ([told] if told else [])


@pytest.mark.parametrize(
    ("period", "reported", "is_found"),
    [
        ("ธ.ค. 2564 - ก.พ. 2565", "เม.ย. - มิ.ย. 2565", True),
        ("ไตรมาส 3", "ต.ค. 2564", True),
        ("ธ.ค. 2564 - ก.พ. 2565", "ก.พ. - มิ.ย. 2565", False),
        ("ไตรมาส 1 และ 3", "ก.พ. 2565", False),
        ("ทั้งปี", "เม.ย. 2565", False),
        ("ธ.ค. 2564", "ธ.ค. 2565", False),
        ("ธ.ค. 2563", "ธ.ค. 2564", False),
        ("ธ.ค. 2564, plan_years: {from: 2564, to: 2566}", "เม.ย. 2565", False),
    ],
)
def test_a_report_is_of_the_months_of_its_measure(tmp_path, period, reported, is_found):
    """One month in common is enough; what is outside of the year is another rule's."""
    report = f"round: 12, status: done, period: {reported}"
    assert bool(found(tmp_path, "report-at-other-time", f"period: {period}", report)) == is_found


@pytest.mark.parametrize(
    ("period", "item", "year", "is_found"),
    [
        ("เม.ย. - ก.ย. 2565", "O15", 2565, True),
        ("ส.ค. 2565", "O19", 2565, True),
        ("มี.ค. - ก.ย. 2565", "O15", 2565, False),
        ("ทุกเดือน", "O15", 2565, False),
        ("เม.ย. - ก.ย. 2565", "O8", 2565, False),
        ("เม.ย. - ก.ย. 2566", "O15", 2566, False),
    ],
)
def test_what_shows_the_first_half_begins_in_it(tmp_path, period, item, year, is_found):
    """Statistics of six months and reports of such a round; where the rules verify nothing, nothing is said."""
    problems = found(tmp_path, "measure-after-half", f"period: {period}, basis: [{{item: {item}}}]", year=year)
    assert bool(problems) == is_found
