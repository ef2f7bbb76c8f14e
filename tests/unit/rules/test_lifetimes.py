"""The days of names and units are judged only where they are stated, and only against each other and the years."""

import pytest

from unit.makers import check_files

HEAD = "name: เทศบาลตำบลทดสอบ\n"
CODES = {"lifetime-order", "names-overlap", "unknown-successor", "unknown-member", "successor-circle", "unit-ended"}
CODES |= {"unit-not-begun", "agency-name-of-other-year", "unknown-unit", "agency-kind-differs", "prose-agency-name"}
MEASURES = "fiscal_year: 2565\nmeasures:\n  - {{id: m1, title: ก, responsible: {{lead: [{unit}]}}}}\n"
ANALYSIS = "fiscal_year: 2565\nfindings:\n  - {text}\n"


def found(tmp_path, agency, unit="", text=""):
    """The codes of these rules in a small site with a measure of 2565 and a sentence of its analysis."""
    files = {"site_config/agency.yml": HEAD + agency}
    files |= {"data/2565/measures.yml": MEASURES.format(unit=unit)} if unit else {}
    files |= {"data/2565/analysis.yml": ANALYSIS.format(text=text)} if text else {}
    return sorted({one.code for one in check_files(tmp_path, files)} & CODES)


NAMES = "names:\n  - {{name: ก, {first}}}\n  - {{name: ข, {second}}}\n"


@pytest.mark.parametrize(
    ("first", "second", "codes"),
    [
        ("to: 30 กันยายน 2560", "from: 1 ตุลาคม 2560, to: 2562", []),
        ("to: 30 กันยายน 2560", "from: 30 กันยายน 2560, to: 2562", ["names-overlap"]),
        ("to: 2560", "from: 2561, to: 2562", []),
        ("to: 2560", "from: 2560, to: 2562", ["names-overlap"]),
        ("to: 2560", "to: 2562", []),
        ("from: 2550", "from: 2561", []),
        ("to: 2560", "from: 2563, to: 2562", ["lifetime-order"]),
    ],
)
def test_names_follow_each_other(tmp_path, first, second, codes):
    """Of names whose days are known the later begins after the earlier ended, and each begins before it ends."""
    assert found(tmp_path, NAMES.format(first=first, second=second)) == codes


SUCCESSORS = "units:\n  a: {{name: ก{a}}}\n  b: {{name: ข{b}}}\n  c: {{name: ค{c}}}\n"


@pytest.mark.parametrize(
    ("a", "b", "c", "codes"),
    [
        (", successor: [b, c]", "", "", []),
        (", successor: [c]", ", successor: [c]", "", []),
        (", successor: [ข]", ", successor: [c]", "", []),
        (", successor: [z]", "", "", ["unknown-successor"]),
        (", successor: [a]", "", "", ["successor-circle"]),
        (", successor: [b]", ", successor: [c, a]", "", ["successor-circle"]),
        (", group: true, units: [b, ค]", "", "", []),
        (", group: true, units: [z]", "", "", ["unknown-member"]),
    ],
)
def test_units_are_followed_by_units_and_never_by_themselves(tmp_path, a, b, c, codes):
    """A split and a merger are right, a circle and what is no unit are not."""
    assert found(tmp_path, SUCCESSORS.format(a=a, b=b, c=c)) == codes


@pytest.mark.parametrize(
    ("unit", "named", "codes"),
    [
        ("{name: กองคลัง}", "กองคลัง", []),
        ("{name: กองคลัง, to: 1 ตุลาคม 2564}", "u", []),
        ("{name: กองคลัง, to: 30 กันยายน 2564}", "u", ["unit-ended"]),
        ("{name: กองคลัง, from: 30 กันยายน 2565}", "u", []),
        ("{name: กองคลัง, from: 1 ตุลาคม 2565}", "u", ["unit-not-begun"]),
        ("{name: กองคลัง, names: [{name: ส่วนการคลัง, to: 2560}]}", "ส่วนการคลัง", []),
        ("{name: กองคลัง, names: [{name: ส่วนการคลัง, to: 2560}]}", "ส่วนคลัง", ["unknown-unit"]),
    ],
)
def test_a_unit_of_a_year_was_there_in_it(tmp_path, unit, named, codes):
    """One day of the year is enough, and a former name means the unit in any year."""
    assert found(tmp_path, f"units:\n  u: {unit}\n", unit=named) == codes


RAISED = "names:\n  - {{name: องค์การบริหารส่วนตำบลทดสอบ{to}}}\n"


@pytest.mark.parametrize(
    ("to", "text", "codes"),
    [
        (", to: 2563", "เทศบาลตำบลทดสอบ ได้คะแนนดี", []),
        (", to: 2563", "องค์การบริหารส่วนตำบลทดสอบ ได้คะแนนดี", ["agency-name-of-other-year"]),
        (", to: 2565", "องค์การบริหารส่วนตำบลทดสอบ ได้คะแนนดี", []),
        (", to: 1 ตุลาคม 2564", "องค์การบริหารส่วนตำบลทดสอบ ได้คะแนนดี", []),
        (", to: 2565", "เทศบาลตำบลทดสอบ ได้คะแนนดี", []),
        (", to: 2566", "เทศบาลตำบลทดสอบ ได้คะแนนดี", ["agency-name-of-other-year"]),
        ("", "องค์การบริหารส่วนตำบลทดสอบ ได้คะแนนดี", []),
        (", to: 2563", "องค์การบริหารส่วนตำบลทดสอบเหนือ ได้คะแนนดี", []),
        (", to: 2563", "เทศบาลตำบลทดสอบ เดิมคือองค์การบริหารส่วนตำบลทดสอบ ได้คะแนนดี", []),
        (", to: 2565", "องค์การบริหารส่วนตำบลทดสอม ได้คะแนนดี", ["prose-agency-name"]),
        (", to: 2563, type: เทศบาลเมือง", "", ["agency-kind-differs"]),
    ],
)
def test_documents_call_the_agency_as_it_was_called(tmp_path, to, text, codes):
    """The name of the year or of the next is right; another one is noted where the days of the names are known."""
    assert found(tmp_path, RAISED.format(to=to), text=text) == codes
