"""Values allowed where a typed value is due: the value, a kind of absence, or what is printed."""

import pytest
from pydantic import TypeAdapter, ValidationError

from prongsai.model.analysis import StatedList
from prongsai.model.scores import Figure, Scores
from prongsai.model.stated import SPELLINGS, Absence, Printed, Stated, known
from prongsai.model.types import Score

adapter = TypeAdapter(Stated[Score])


@pytest.mark.parametrize(("spelling", "absence"), SPELLINGS.items())
def test_each_spelling_of_absence_is_its_own_kind(spelling, absence):
    """That a document does not say, has a blank, or says that there was none are different facts."""
    assert adapter.validate_python(spelling) is absence
    assert known(absence) is None
    assert adapter.validate_python(absence) is absence


def test_an_empty_value_is_not_entered_yet():
    """A key without a value is work to do, not a statement of the document."""
    assert adapter.validate_python(None) is Absence.NOT_ENTERED


def test_a_printed_value_keeps_its_words_and_is_no_number():
    """A printed text that is no valid value is kept as printed and computed with nothing."""
    value = adapter.validate_python({"printed": "เก้าสิบขึ้นไป", "at": "ตาราง ๑"})
    assert value == Printed(printed="เก้าสิบขึ้นไป", at="ตาราง ๑")
    assert known(value) is None


def test_a_value_that_is_there_is_known():
    """A figure is itself."""
    assert known(adapter.validate_python("64.30")) == adapter.validate_python("64.3")


@pytest.mark.parametrize("absence", Absence)
@pytest.mark.parametrize("said", [str, "{}".format, "".join], ids=["text", "sentence", "list"])
def test_an_absence_becomes_no_text(said, absence):
    """Whoever takes an absence for a text is stopped, so that the name of its kind is never published."""
    assert not isinstance(absence, str)
    with pytest.raises(TypeError):
        said([absence] if said == "".join else absence)


@pytest.mark.parametrize("raw", ["80", "ช่องว่าง", None, {"printed": "?"}])
def test_a_bare_figure_is_the_value_of_a_figure(raw):
    """`total: 80` is short for `total: {value: 80}`, also where the value is absent or printed."""
    assert Figure.model_validate(raw).model_dump() == Figure.model_validate({"value": raw}).model_dump()


@pytest.mark.parametrize("raw", [{"value": "80", "at": "หน้า ๑"}, {"also_stated": []}])
def test_a_figure_may_be_written_out(raw):
    """A mapping is read as the figure itself."""
    total = Scores.model_validate({"fiscal_year": "2564", "total": raw}).total
    assert total.model_dump() == Figure.model_validate(raw).model_dump()


@pytest.mark.parametrize("rule", ["risn", {"above": "80", "below": "90"}, {"at_least": "80"}, {}, ["risen"], None])
def test_an_unknown_rule_of_a_list_is_refused(rule):
    """A rule is one word, or one bound."""
    with pytest.raises(ValidationError) as refused:
        StatedList.model_validate({"text": "ก", "rules": [rule]})
    assert [error["type"] for error in refused.value.errors()] == ["not-a-list-rule"]


def test_records_are_frozen():
    """A fact that was read is never changed."""
    figure = Figure.model_validate("80")
    with pytest.raises(ValidationError):
        figure.value = 90
