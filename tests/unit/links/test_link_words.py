"""The words of what links show."""

import re

import pytest

from prongsai.links.seen import Grade, State, grade_of
from prongsai.wording.catalogue import link_states
from prongsai.wording.links import word_label, word_state

STATES = list(link_states())

FULL = dict.fromkeys(("status", "head", "final", "hops", "found", "type", "size", "years", "due", "tries"), "7")


def test_every_state_has_words_and_no_other():
    """The set of states and the table of words are one."""
    assert set(STATES) == {state.value for state in State}
    assert link_states("en").keys() == link_states("th").keys()


@pytest.mark.parametrize("language", ["th", "en"])
def test_a_state_says_what_was_seen_what_it_means_and_what_to_do(language):
    """In both languages; only what is fine needs no fix."""
    words = {state: word_state(state, FULL, language) for state in STATES}
    assert [state for state, (seen, means, _) in words.items() if not (seen and means)] == []
    assert {state for state, (*_, do) in words.items() if not do} == {
        state for state in STATES if grade_of(State(state)) is Grade.GOOD
    }
    texts = [(state, text) for state in STATES for text in ("".join(words[state]), word_label(state, language))]
    assert [(state, text) for state, text in texts if bool(re.search("[ก-๙]", text)) is not (language == "th")] == []


@pytest.mark.parametrize("values", [FULL, {"due": "2565", "years": "2564", "final": "x", "status": "404"}])
def test_sentences_are_whole_with_and_without_particulars(values):
    """No brackets, braces, doubled spaces or long dashes are left, whatever is known of the link."""
    said = [
        (state, text)
        for state in STATES
        for text in (*word_state(state, values, "th"), *word_state(state, values, "en"), word_label(state))
    ]
    assert [(state, text) for state, text in said if re.search(r"[\[\]{}\u2013\u2014]|  |\(\)| $|^ ", text)] == []


def test_labels_are_distinct():
    """No two states are called the same."""
    for language in ("th", "en"):
        assert len({word_label(state, language) for state in STATES}) == len(STATES)


def test_a_value_is_never_read_as_a_template():
    """Braces and brackets in what a server sent stay what they are."""
    seen, _, _ = word_state("redirected", {"final": "https://a.go.th/{status}[x]", "status": "7"})
    assert "{status}[x]" in seen
