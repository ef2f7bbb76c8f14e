"""Random edits of all data files, a few of each style; the judge is not blind."""

from __future__ import annotations

import random

import pytest

from prongsai.writing.change import Change, Insert, Move, Put, Remove
from prongsai.writing.nodes import Tree
from writing.trials import data_files, judge, trials
from writing.untidy import STYLES, read


@pytest.mark.parametrize(("number", "style"), [*enumerate(STYLES)])
def test_edits_are_clean(number, style):
    """A short form of the long run: what is not refused is exactly what was wanted, and nothing else is touched."""
    files = [path for path in data_files() if path.stat().st_size < 20_000]
    found = [*trials(random.Random(2568 + number), style, 30, files)]
    odd = [one for one in found if one.outcome != "clean"]
    assert all(one.outcome.startswith("refused: ") for one in odd), odd
    assert len(odd) <= 1, odd


TEXT = """a: 1 # of a
list:
  # of x
  - x
  # ยกเว้น some-code: of y
  - id: y
    note: z
"""


@pytest.mark.parametrize(
    ("change", "before", "after", "outcome"),
    [
        (Put("f", ("a",), "2"), "a: 1 #", "a: 2 #", "clean"),
        (Put("f", ("a",), "2"), "a: 1 # of a", "a: 2", "comment lost"),
        (Put("f", ("a",), "2"), "a: 1 #", "a: 3 #", "wrong data"),
        (Put("f", ("a",), "2"), "a: 1 # of a\nlist:\n", "a: 2 # of a\nlist: \n", "line outside touched"),
        (Put("f", ("list", 1, "k"), "v"), "    note: z", "    k: v\n    note: z", "clean"),
        (Put("f", ("list", 1, "k"), "v"), "- id: y", "- k: v\n    id: y", "exception moved"),
        (Remove("f", ("list", 0)), "  - x\n", "", "clean"),
        (Remove("f", ("list", 0)), "  # of x\n  - x\n", "", "comment lost"),
        (Insert("f", ("list",), 1, "n"), "  - x\n", "  - x\n  - n\n", "clean"),
        (Insert("f", ("list",), 1, "n"), "  - id: y", "  - n\n  - id: y", "exception moved"),
        (Insert("f", ("list",), 1, "n"), "  - x\n", "  - x\n  - n\n\t", "unreadable"),
        (Move("f", ("list", 1), 0), "", "", "wrong data"),
    ],
)
def test_the_judge_sees_what_is_wrong(change: Change, before, after, outcome):
    """Wrong data, a lost comment, a touched line and an exception with another line are found."""
    assert before in TEXT
    assert judge(TEXT, TEXT.replace(before, after, 1), read(TEXT), change)[0] == outcome


@pytest.mark.parametrize("style", [one for one in STYLES if one != "tidy"])
def test_untidy_files_say_the_same(style):
    """The files of the trials have the data of our own, in another form."""
    chance, others = random.Random(1), 0
    for path in data_files()[::5]:
        text = path.read_bytes().decode()
        made = STYLES[style](text, chance)
        assert read(made) == read(text), path
        assert Tree(made).data == read(text)
        others += made != text
    assert others > 8
