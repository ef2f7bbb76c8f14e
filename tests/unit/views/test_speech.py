"""Words for values: figures, years, dates, and why there is no value."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.analysis.comparison import compare
from prongsai.model.document_parts import Point
from prongsai.model.stated import Absence, Printed
from prongsai.model.status import REPORTED, Progress, Status
from prongsai.thai.dates import parse_date
from prongsai.thai.numerals import parse_decimal, to_arabic
from prongsai.thai.parse_period import parse_period
from prongsai.views.content import Bullet, Bullets, Phrase
from prongsai.views.speech import Speech
from prongsai.wording.terms import ABSENCES

THAI, ARABIC = Speech("thai"), Speech("arabic")


@pytest.mark.parametrize(("speech", "shown"), [(THAI, "๗๗.๘๐"), (ARABIC, "77.80")])
def test_a_score_has_two_decimals_and_a_machine_value(speech, shown):
    """In the numerals of the site, with the same figure for machines."""
    assert speech.score(Decimal("77.8")) == Phrase(shown, value=Decimal("77.80"))


@given(st.decimals(0, 100, places=2))
def test_a_score_is_read_back_as_it_was(value):
    """Whatever the numerals, the figure that is shown is the figure."""
    for speech in (THAI, ARABIC):
        phrase = speech.score(value)
        assert parse_decimal(phrase.text) == value
        assert f"{phrase.value:f}" == to_arabic(phrase.text)


@given(st.fractions(0, 100))
def test_a_computed_score_is_shown_within_half_a_hundredth(value):
    """It is rounded once, when it is shown."""
    assert abs(Fraction(ARABIC.score(value).value) - value) <= Fraction(1, 200)


@given(st.integers(2400, 2700), st.integers(1, 12), st.integers(1, 28))
def test_a_date_is_read_back_as_the_same_day(year, month, day):
    """Shown in full, with either numerals."""
    entered = parse_date(f"{day}/{month}/{year}")
    if entered is not None:
        assert {parse_date(speech.date(entered)) for speech in (THAI, ARABIC)} == {entered}


@pytest.mark.parametrize("text", ["ต.ค. 64 - ก.ย. 65", "เดือน ก.พ. - มี.ค. ๖๕", "ปีงบประมาณ พ.ศ. 2566"])
def test_a_period_is_said_as_it_is_printed(text):
    """Digits and dashes stay as the document has them."""
    assert THAI.stated(parse_period(text)) == (Phrase(text),)


@pytest.mark.parametrize("absence", [one for one in Absence if one is not Absence.NOT_ENTERED])
def test_every_absence_has_its_own_words(absence):
    """None of them is said as another."""
    assert THAI.stated(absence) == (Phrase(ABSENCES[absence.value], kind="absent"),)
    assert len(set(ABSENCES.values())) == len(Absence)


@pytest.mark.parametrize(("from_document", "absence"), [(True, Absence.NOT_STATED), (False, Absence.NOT_ENTERED)])
def test_what_nobody_entered_is_said_by_whose_site_it_is(from_document, absence):
    """A site made from a document says that the document is silent; an agency's own that it has not entered it."""
    speech = Speech("thai", from_document=from_document)
    words = Phrase(ABSENCES[absence.value], kind="absent")
    assert speech.stated(Absence.NOT_ENTERED) == (words,)
    assert speech.missing() == words


def test_what_a_document_prints_is_said_to_be_printed():
    """The words themselves, marked, and a remark next to them."""
    first, second = THAI.stated(Printed(printed="๘๕.?"))
    assert (first, second.kind) == (Phrase("๘๕.?", kind="printed"), "aside")


@pytest.mark.parametrize("status", REPORTED)
def test_every_status_has_its_words_and_kind(status):
    """Four states, four tags."""
    assert THAI.status(Progress(status)) == Phrase(status.word, kind=status.look)
    assert len({one.look for one in REPORTED}) == len({one.word for one in REPORTED}) == 4


@pytest.mark.parametrize("status", [Status.NO_REPORT, Status.NOT_STATED, Status.DISPUTED])
def test_no_status_is_never_a_status(status):
    """A status that is not stated is unknown: neither done nor undone."""
    assert THAI.status(Progress(status)).kind == "unknown"
    assert THAI.status(Progress(status)).text not in {one.word for one in REPORTED}


@pytest.mark.parametrize(
    ("before", "after", "text", "kind"),
    [
        ("75.78", "77.85", "เพิ่มขึ้น ๒.๐๗", "up"),
        ("96.83", "86.84", "ลดลง ๙.๙๙", "down"),
        ("80", "80.00", "เท่าเดิม", "same"),
    ],
)
def test_a_change_is_a_word_and_how_much(before, after, text, kind):
    """The difference without its sign; equal figures have none."""
    phrase = THAI.change(compare(Decimal(before), Decimal(after)))
    assert (phrase.text, phrase.kind) == (text, kind)


def test_no_change_is_said_without_a_figure_before():
    """Nothing is compared with nothing."""
    assert THAI.change(compare(None, Decimal(80))).kind == "absent"


def test_one_text_is_a_text_and_several_are_a_list():
    """In their order, with what is below them."""
    assert THAI.texts(["ก"]) == (Phrase("ก"),)
    assert THAI.texts(["ก", "ข"]) == (Bullets((Bullet("ก"), Bullet("ข"))),)
    below = Point.model_validate({"text": "ก", "points": ["ข"]})
    assert THAI.texts([below]) == (Bullets((Bullet("ก", (Bullet("ข"),)),)),)
    assert THAI.texts([]) == (THAI.missing(),)


def test_codes_keep_their_digits():
    """O42 is a name, not a number."""
    assert THAI.digits("ข้อ O42 ปี 2564") == "ข้อ O42 ปี ๒๕๖๔"
    assert ARABIC.digits("ข้อ O42 ปี 2564") == "ข้อ O42 ปี 2564"
