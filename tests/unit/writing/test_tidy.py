"""One form of a file: the same data, letter by letter, and every comment."""

from __future__ import annotations

import random
from collections import Counter

import pytest

from prongsai.loading.build_nodes import UnreadableError
from prongsai.writing.nodes import Tree
from prongsai.writing.tidy import tidy
from sites import CASES
from writing.trials import comments, data_files
from writing.untidy import STYLES, read

MOST_CHANGED = 17  # of our own data files, of 68


def test_an_untidy_file_in_one_form():
    """Every part of the form is in one file, before and after."""
    folder = CASES / "writing" / "tidy"
    assert tidy((folder / "before.yml").read_bytes().decode()) == (folder / "after.yml").read_text("utf-8")


@pytest.mark.parametrize("style", STYLES)
def test_every_data_file_in_one_form_says_the_same(style):
    """No datum, no order of keys and no comment differs, and a second time changes nothing."""
    chance = random.Random(2570)
    for path in data_files()[:: 1 if style == "tidy" else 3]:
        text = STYLES[style](path.read_bytes().decode(), chance)
        made = tidy(text)
        assert _flat(read(made)) == _flat(read(text)), path
        assert comments(made) == comments(text), path
        assert tidy(made) == made, path
        assert (
            not [line for line in made.split("\n") if line != line.rstrip() and "\n" not in line.strip()] or "|" in made
        )
        assert made.endswith("\n")
        assert "\r" not in made
        assert not made.startswith("\ufeff")


def test_our_own_files_have_nearly_this_form():
    """The form is that of our examples: most of their files stay to the letter."""
    changed = [path for path in data_files() if tidy(path.read_text("utf-8")) != path.read_text("utf-8")]
    assert len(changed) <= MOST_CHANGED, changed


def test_texts_that_other_programs_take_for_numbers_keep_their_quotes():
    """A code in quotes stays a text to a program that reads numbers; one without stays without."""
    assert tidy("a: '0123'\nb: 'true'\nc: 85.10\nd: 'ก'\n") == 'a: "0123"\nb: "true"\nc: 85.10\nd: ก\n'


def test_letters_that_the_reader_takes_out_are_kept():
    """Two blanks in the name of a file and a hidden letter are left as they were typed."""
    assert tidy("a: 'two  blanks.pdf'\nb: ก\u200bข\n") == "a: 'two  blanks.pdf'\nb: ก\u200bข\n"


def test_a_file_with_a_fault_is_not_touched():
    """The fault is raised with its place."""
    with pytest.raises(UnreadableError) as fault:
        tidy("a: 1\nb: [c\n", "data/2567/memo.yml")
    assert fault.value.problem.where.file == "data/2567/memo.yml"
    with pytest.raises(UnreadableError):
        tidy("a: 1\na: 2\n")


def test_unusual_forms_are_left():
    """A key on a line of its own behind a question mark, and a file that says nothing, stay."""
    for text in ("? a\n: b\n", "# only a comment\n", "", "[]\n"):
        assert tidy(text) == text


def test_nothing_is_known_of_a_file_without_keys():
    """Comments alone are no data, and can still be read."""
    assert Tree("# only\n").data == {}
    assert Counter() == comments("")


def _flat(data: object) -> str:
    """Data with the order of its keys."""
    return repr(data)
