"""A year that was made from another by changing its number is reported; what may stay the same is not."""

import pytest

from unit.makers import check_files

INDICATORS = "indicators: {1: 88.10, 2: 80.36, 3: 86.05, 4: 84.74, 5: 90.00, 6: 87.20}\n"
TOTAL = "total: 86.68\ninstruments: {IIT: 85.85, EIT: 85.57, OIT: 88.13}\n"
SCORES = {
    "everything": (TOTAL + INDICATORS, TOTAL + INDICATORS, True),
    "total and instruments": (TOTAL, TOTAL, True),
    "the indicators, with another total": (TOTAL + INDICATORS, "total: 90.01\n" + INDICATORS, True),
    "one figure differs": (TOTAL, TOTAL.replace("85.57", "85.58"), False),
    "one indicator differs": (TOTAL + INDICATORS, TOTAL + INDICATORS.replace("87.20", "87.30"), False),
    "the total alone": ("total: 86.68\n", "total: 86.68\n", False),
    "nothing but hundreds": (
        "indicators: {9: 100, 10: 100, 8: 100}\n",
        "indicators: {9: 100, 10: 100, 8: 100}\n",
        False,
    ),
}


@pytest.mark.parametrize("name", SCORES)
def test_a_result_does_not_come_again(tmp_path, name):
    """Three figures that all agree, or five indicators, are no chance; hundreds and a total alone may be."""
    first, second, is_copy = SCORES[name]
    files = {
        f"data/{year}/scores.yml": f"fiscal_year: {year}\n{text}" for year, text in ((2566, first), (2568, second))
    }
    problems = [one for one in check_files(tmp_path, files) if one.code == "scores-copied"]
    assert [one.values["found"] for one in problems] == (["2566"] if is_copy else [])


CONTACT = '  O3: {answer: has, links: [{url: "https://www.example.go.th/contact", title: การติดต่อ}]}\n'
PLAN = '  O7: {answer: has, links: [{url: "https://www.example.go.th/plan-2568", title: แผน}]}\n'
REGISTERS = {
    "all answers, one of them of the year before": (CONTACT + PLAN, CONTACT + PLAN, True),
    "the year in the words of the title": (
        CONTACT + PLAN.replace("plan-2568", "plan"),
        (CONTACT + PLAN.replace("plan-2568", "plan")).replace("แผน", "แผน ปี ๒๕๖๘"),
        False,
    ),
    "the answer says the year itself": (
        CONTACT + PLAN.replace("plan-2568", "plan").replace("has,", "has, fiscal_year: 2568,"),
        CONTACT + PLAN.replace("plan-2568", "plan").replace("has,", "has, fiscal_year: 2568,"),
        True,
    ),
    "answers that stay": (CONTACT + CONTACT.replace("O3", "O4"), CONTACT + CONTACT.replace("O3", "O4"), False),
    "one of them renewed": (CONTACT + PLAN, CONTACT + PLAN.replace("2568", "2569"), False),
    "one answer alone": (PLAN, PLAN, False),
}


@pytest.mark.parametrize("name", REGISTERS)
def test_a_register_is_no_copy_of_the_year_before(tmp_path, name):
    """All linked answers alike with evidence of the other year; what names no year may go on."""
    before, now, is_copy = REGISTERS[name]
    files = {
        f"data/{year}/oit.yml": f"fiscal_year: {year}\nitems:\n{text}" for year, text in ((2568, before), (2569, now))
    }
    problems = [one for one in check_files(tmp_path, files) if one.code == "register-copied"]
    assert [one.values["items"] for one in problems] == (["O7"] if is_copy else [])
