"""Numbers that count something go on one after the other."""

import pytest

from prongsai.pipeline.check import check_folder
from unit.makers import SITE, write_files

TOPICS = "topics:\n  - {id: a, title: ก}\n  - {id: b, title: ข}\n"


def codes(tmp_path, files):
    """The codes on numbers that are reported."""
    found = check_folder(write_files(tmp_path, {**SITE, **files})).problems
    return [
        one.code for one in found if one.code in {"measure-numbers-skip", "list-numbers-differ", "measure-number-twice"}
    ]


def measures(*numbers):
    """Measures with these numbers, each a number or a number and a topic."""
    rows = "".join(
        f"  - {{id: m{place:02d}, number: {number[0]}, topic: {number[1]}, title: มาตรการ{place}}}\n"
        if isinstance(number, tuple)
        else f"  - {{id: m{place:02d}, number: {number}, title: มาตรการ{place}}}\n"
        for place, number in enumerate(numbers, 1)
    )
    return {"data/2565/measures.yml": f"fiscal_year: 2565\nfrom_fiscal_year: 2564\n{TOPICS}measures:\n{rows}"}


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ((1, 2, 3), []),
        ((1, 2, 4), ["measure-numbers-skip"]),
        ((1, 1, 3), ["measure-numbers-skip", "measure-number-twice"]),
        ((3, 4, 5), []),
        ((2, 9, 14), []),
        (((1, "a"), (2, "a"), (1, "b"), (2, "b")), []),
        (((1, "a"), (2, "a"), (3, "b"), (4, "b")), []),
        (((1, "a"), (2, "a"), (4, "b"), (5, "b")), []),
    ],
)
def test_measures_are_numbered_without_a_gap(tmp_path, numbers, expected):
    """A number left out or used twice is said; a part of a longer list, and topics counted by themselves, are not."""
    assert codes(tmp_path, measures(*numbers)) == expected


@pytest.mark.parametrize(
    ("points", "expected"),
    [
        (["๑. ก", "๒. ข", "๓. ค"], []),
        (["๑. ก", "๒. ข", "๒. ค"], ["list-numbers-differ"]),
        (["(1) ก", "(2) ข", "(4) ค"], ["list-numbers-differ"]),
        (["๔. ก", "๕. ข"], []),
        (["๑. ก", "๒. ข", "๑. ค", "๒. ง"], []),
        (["๑. ก", "ข", "๒. ค"], []),
        (["2565 เป็นปีแรก", "2567 เป็นปีที่สาม"], []),
    ],
)
def test_points_are_numbered_one_after_the_other(tmp_path, points, expected):
    """A number repeated or left out is said; a list that goes on or begins again, and words alone, are not."""
    listed = "".join(f'  - "{text}"\n' for text in points)
    text = f"fiscal_year: 2564\nrecommendations:\n{listed}"
    assert codes(tmp_path, {"data/2564/analysis.yml": text}) == expected
