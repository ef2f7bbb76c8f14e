"""Letters of other scripts that look like Latin ones are named; Thai and Latin letters are themselves."""

from __future__ import annotations

import pytest

from prongsai.thai.lookalikes import in_latin, lookalikes


@pytest.mark.parametrize(
    ("text", "latin", "codes"),
    [
        ("А", "A", ["U+0410"]),
        ("В", "B", ["U+0412"]),
        ("С", "C", ["U+0421"]),
        ("Ε", "E", ["U+0395"]),
        ("Α", "A", ["U+0391"]),
        ("Ａ", "A", ["U+FF21"]),
        ("𝐀", "A", ["U+1D400"]),
        ("АA", "AA", ["U+0410"]),
        ("AA", "AA", []),
        ("ผ่านดี", "ผ่านดี", []),
        ("ปี ๒", "ปี ๒", []),
    ],
)
def test_a_letter_of_another_script_is_named(text, latin, codes):
    """Each such letter is found once, with its code; what nobody takes for Latin stays."""
    assert (in_latin(text), [one.code for one in lookalikes(text)]) == (latin, codes)


def test_the_alphabet_is_said_in_thai():
    """The officer reads which alphabet a letter is of, and its name in the standard."""
    [found] = lookalikes("В")
    assert (found.script, found.thai_script, found.name) == ("Cyrillic", "ซีริลลิก", "CYRILLIC CAPITAL LETTER VE")
