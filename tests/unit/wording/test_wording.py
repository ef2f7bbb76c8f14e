"""The sentences of problems."""

import re

import pytest

from prongsai.wording import Severity, hint_of, message_of, sentences, severity_of, terms
from prongsai.wording.catalogue import groups

NAMES = re.compile(r"\{([a-z_]+)\}")
THAI = re.compile("[\u0e00-\u0e7f]")
CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def test_a_sentence_is_whole_in_both_languages():
    """Every code has a message and a way to fix it, in Thai and in English; a remark is its own words."""
    groups_of = [{name: list(group) for name, group in groups(language).items()} for language in ("th", "en")]
    assert groups_of[0] == groups_of[1]
    assert sum(map(len, groups_of[0].values())) == len({code for group in groups_of[0].values() for code in group})
    assert {code: lack for code in sentences() if (lack := list(_lacks(code)))} == {}


def _lacks(code):
    is_remark, thai, english = code == "remark", sentences("th")[code], sentences("en")[code]
    yield from () if CODE.fullmatch(code) else ("a code in small letters",)
    yield from () if thai.severity in set(Severity) and not english.severity else ("one severity, with the Thai",)
    yield from () if thai.says and (is_remark or THAI.search(thai.says)) else ("a message in Thai",)
    yield from () if english.says and not THAI.search(english.says) else ("a message in English alone",)
    yield from () if is_remark or thai.fix else ("a way to mend it in Thai",)
    yield from () if is_remark or english.fix else ("a way to mend it in English",)


def test_both_languages_say_the_same_values():
    """A value that the Thai message names is in the English one too; a place has words of its own in Thai."""
    english = sentences("en")
    named = {
        code: (
            {name.removeprefix("spoken_") for name in NAMES.findall(one.says)},
            set(NAMES.findall(english[code].says)),
        )
        for code, one in sentences("th").items()
    }
    assert {code: (thai, english) for code, (thai, english) in named.items() if thai != english} == {}


def test_thai_sentences_are_plain():
    """No dashes of other languages, no doubled spaces, no full stop at the end."""
    texts = [(code, text) for code, sentence in sentences().items() for text in (sentence.says, sentence.fix)]
    assert [(code, text) for code, text in texts if not _is_plain(text)] == []


def _is_plain(text):
    stops = text.endswith(".") and not text.endswith((" ค.ศ.", " พ.ศ.", " ป.ป.ช."))
    return not re.search("[\u2013\u2014]", text) and "  " not in text and text == text.strip() and not stops


def test_a_message_is_filled_with_its_values():
    """Names in braces become values; a value that is missing leaves nothing behind."""
    assert "the document “paper” is not in" in message_of("unknown-source", {"found": "paper"}, "en")
    assert "{" not in message_of("unknown-source", {})


@pytest.mark.parametrize("language", ["th", "en"])
def test_a_value_is_never_read_as_a_template(language):
    """Braces in what people typed stay braces, and are not filled in turn."""
    values = {"found": "{path} {suggestion} {0} {found}", "path": "ลับ", "suggestion": ""}
    text = message_of("unknown-source", values, language)
    assert "{path} {suggestion} {0} {found}" in text
    assert "ลับ" not in text


def test_a_hint_asks_whether_the_nearest_spelling_was_meant():
    """A suggestion is added as a question, once, and only where there is one."""
    assert hint_of("unknown-key", {"key": "a", "suggestion": "at"}).endswith("(หมายถึง “at” หรือไม่)")
    assert hint_of("unknown-key", {"key": "a", "suggestion": "at"}, "en").endswith("(did you mean “at”?)")
    assert "หมายถึง" not in hint_of("unknown-key", {"key": "a", "suggestion": ""})
    assert "หมายถึง" not in hint_of("year-common-era", {"suggestion": "2566"})
    assert hint_of("year-common-era", {"suggestion": "2566"}, "en").count("2566") == 1


def test_a_remark_needs_no_fix():
    """A remark is a note and has no hint."""
    assert severity_of("remark") is Severity.NOTE
    assert hint_of("remark", {"text": "ข้อความ"}) == ""


def test_an_example_in_a_hint_keeps_its_braces():
    """A hint may show {printed: …} and {above: 80}, which are no names."""
    assert '{printed: "' in hint_of("not-a-number", {"found": "x", "path": "total"})
    assert "{above: 80}" in hint_of("not-a-list-rule", {"found": "x", "path": "rules"})


def test_the_words_of_states_are_whole():
    """Every status, absence, condition, channel, grade, basis and severity of the model has a Thai word."""
    from typing import get_args

    from prongsai.model.agency import ChannelKind
    from prongsai.model.analysis import Condition
    from prongsai.model.evidence import Grade
    from prongsai.model.scores import Basis
    from prongsai.model.stated import Absence
    from prongsai.model.status import Status

    assert all(status.word for status in Status if status is not Status.PRINTED)
    assert set(terms.ABSENCES) == {absence.value for absence in Absence}
    assert set(terms.CONDITIONS) == set(get_args(Condition))
    assert set(terms.CHANNELS) == set(get_args(ChannelKind))
    assert set(terms.GRADES) == set(get_args(Grade))
    assert set(terms.BASES) == set(get_args(Basis))


def test_what_two_names_differ_in_is_read_in_words():
    """A problem holds keys; each language has its own words for them."""
    values = {"found": "a  b", "other": "A b", "differs": "blanks capitals"}
    assert "ช่องว่าง (จำนวนหรือชนิดของช่องว่างไม่เท่ากัน) และตัวพิมพ์เล็กใหญ่" in message_of("names-alike", values)
    assert "blanks (their number or their kind) and capital" in message_of("names-alike", values, "en")
