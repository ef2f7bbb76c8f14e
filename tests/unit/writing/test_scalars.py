"""Texts as they are typed: whatever is written is read again as it was."""

from __future__ import annotations

import random

import pytest

from prongsai.thai.text import clean_text
from prongsai.writing.nodes import Tree
from prongsai.writing.scalars import is_plain, write_flow, write_key, write_scalar

LETTERS = "ab1ก: #-?,[]{}&*!|>'\"%@`~=<.\\/\u200d\uf700é—\U0001f600"


def test_any_text_is_read_again_as_it_was():
    """Of 2,000 texts of odd letters each is itself behind a key, in a list, in brackets and as a key, in any quotes."""
    chance = random.Random(2567)
    for _ in range(2_000):
        text = clean_text("".join(chance.choice(LETTERS) for _ in range(chance.randint(0, 7))))[0]
        style = chance.choice(["", "'", '"'])
        lines = write_scalar(text, style, in_brackets=False)
        inside = write_scalar(text, style, in_brackets=True)
        key = write_key(text, in_brackets=False)
        typed = f"- k: {lines} # c\n- {lines}\n- [{inside}, {inside}]\n- {key}: v\n- {write_flow({text: text})}\n"
        assert Tree(typed).data == [{"k": text}, text, [text, text], {text: "v"}, {text: text}], typed


@pytest.mark.parametrize(
    "text", ["ปรับปรุง", "2567", "85.10", "true", "12 (1)", "a:b", "ก, ข", "ถาม?", "C:\\a", "#1 ก"[1:]]
)
def test_most_texts_need_no_quotes(text):
    """A text is quoted only where the reader would not read it as it is."""
    assert is_plain(text, in_brackets=False)


@pytest.mark.parametrize("text", ["", "~", "null", "ก: ข", "ก #1", "- ก", "#1", "[ก]", '"ก"', "ก:"])
def test_what_would_be_read_as_something_else_is_quoted(text):
    """Nothing, lists, comments and keys are texts only in quotes."""
    assert not is_plain(text, in_brackets=False)
    assert not is_plain(text, in_brackets=True)
