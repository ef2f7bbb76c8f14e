"""Results that are known are said with what was found of an item, instead of what it may cost."""

import pytest

from prongsai.analysis.results import analyse_site
from prongsai.loading.load_site import load_site
from prongsai.problems import Fact, Where, problem
from prongsai.rules.gather import gather
from prongsai.rules.known_scores import say_known_scores
from prongsai.wording import message_of
from unit.makers import SITE, write_files

WHERE = Where("data/2565/measures.yml", 4, 1)
FACT = Fact("one-thing", 2565)
LISTED = "fiscal_year: 2565\nitems: {O8: {score: 0.00}, O42: {score: 100.00}, O43: {score: 0.00}}\n"


@pytest.fixture(scope="module")
def results(tmp_path_factory):
    """A result that lists three items of FY 2565, with measures of that year, and a year without scores."""
    measures = "measures: [{id: m01, title: ก}]\n"
    files = {
        "data/2565/scores.yml": LISTED,
        "data/2565/measures.yml": f"fiscal_year: 2565\n{measures}",
        "data/2566/measures.yml": f"fiscal_year: 2566\n{measures}",
    }
    return analyse_site(load_site(write_files(tmp_path_factory.mktemp("site"), {**SITE, **files})).site)


def told(results, code, year=2565, **values):
    """The sentence on a problem once results are looked at."""
    [found] = say_known_scores([problem(code, WHERE, year=year, **values)], results)
    return message_of(found.code, found.values)


@pytest.mark.parametrize(
    ("item", "year", "said"),
    [
        ("O8", 2565, "ข้อ O8 ปีงบประมาณ 2565 ได้ 0.00 คะแนน"),
        ("O42", 2565, "ข้อ O42 ปีงบประมาณ 2565 ได้ 100.00 คะแนน"),
        ("O9", 2565, "ข้อนี้อาจไม่ได้คะแนน"),  # not listed
        ("O8", 2566, "ข้อนี้อาจไม่ได้คะแนน"),  # another year
    ],
)
def test_an_item_with_a_score_says_it(results, item, year, said):
    """The score of an item is said where it is known, in its own year alone."""
    assert told(results, "oit-without-link", year, item=item, of_year=year).endswith(said)


@pytest.mark.parametrize(
    ("code", "year", "said"),
    [
        ("measure-incomplete", 2565, "ข้อ O42 ปีงบประมาณ 2565 ได้ 100.00 คะแนน"),
        ("result-is-advice", 2565, "ข้อ O43 ปีงบประมาณ 2565 ได้ 0.00 คะแนน"),
        ("measure-incomplete", 2566, "ข้อ OIT ที่ตอบด้วยมาตรการนี้อาจไม่ได้คะแนน"),
        ("remark", 2565, ""),
    ],
)
def test_measures_and_reports_say_what_their_item_got(results, code, year, said):
    """The item that asks for the measures or the reports of a year is found by the rules of that year."""
    assert told(results, code, year).endswith(said)


def test_what_was_gathered_says_it_too(results):
    """Places of the same fact that have a sentence of their own have the result in it."""
    one = problem("measure-incomplete", WHERE, year=2565)
    other = problem("result-is-advice", WHERE, year=2565)
    facts = gather([one.about(FACT), other.about(FACT)])
    [found] = say_known_scores(facts, results)
    assert [message_of(part.code, part.values).endswith("0 คะแนน") for part in found.apart] == [True, True]
