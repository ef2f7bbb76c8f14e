"""Changes made in a text: each is seen with all the letters around it."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from prongsai.writing.change import Change, Insert, Move, Put, RefusedError, Remove
from prongsai.writing.patch import patch
from sites import CASES

CASE_FILES = sorted((CASES / "writing").glob("*.txt"))
_STEP = re.compile(r"^==== (.+)\n", re.MULTILINE)


def cases() -> list[tuple[str, str, str, str]]:
    """Each edit of the files of cases: its name, the text before, the change, and the text after."""
    found = []
    for path in CASE_FILES:
        head, *steps = _STEP.split(path.read_bytes().decode())
        before = head.partition("\n")[2]
        found += [
            (f"{path.stem}: {words}", before, words, after.removesuffix("\n"))
            for words, after in zip(steps[::2], steps[1::2], strict=True)
        ]
    return found


def read_change(words: str) -> Change:
    """A change as the cases write it."""
    kinds = {"Put": Put, "Insert": Insert, "Remove": Remove, "Move": Move}
    kind, _, rest = words.partition(" ")
    where, *values = ast.literal_eval(f"[{rest}]")
    return kinds[kind]("data/2567/measures.yml", where, *values)


def order(path: tuple[str | int, ...]) -> tuple[str, ...]:
    """The keys of the records in the cases."""
    if len(path) == 2:
        return "id", "number", "title", "steps", "responsible", "period", "note"
    return "title", "measures", "notes"


@pytest.mark.parametrize(("name", "before", "words", "after"), cases())
def test_a_change_touches_nothing_else(name, before, words, after):
    """The text is the same but for the change, letter by letter."""
    try:
        made = patch(before, read_change(words), order)
    except RefusedError as refused:
        made = f"refused: {refused.reason} {refused.line}\n"
    assert made == f"{after}\n" if not after.startswith("refused") else made.strip() == after.strip(), name


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("last", [True, False])
def test_line_ends_mark_and_last_line_stay_as_they_are(end, mark, last):
    """A file keeps the line ends, the mark of byte order and the missing last line end of its program."""
    lines = ["a: 1", "list:", "  - x", "  - y"]
    text = mark + end.join(lines) + (end if last else "")
    for change, wanted in (
        (Put("f", ("a",), "2"), ["a: 2", *lines[1:]]),
        (Insert("f", ("list",), 2, "z"), [*lines, "  - z"]),
        (Remove("f", ("list", 1)), lines[:-1]),
        (Move("f", ("list", 1), 0), ["a: 1", "list:", "  - y", "  - x"]),
        (Put("f", ("b",), "3"), [*lines, "b: 3"]),
    ):
        assert patch(text, change, lambda _: ()) == mark + end.join(wanted) + (end if last else "")


def test_strange_blanks_and_hidden_letters_stay_where_nothing_is_changed():
    """A no-break space of the indentation, a zero-width space and a control character are left to the letter."""
    text = "a:\n\u00a0 b: ก\u200bข\n  c: \x07ค\n  d: old\n"
    assert patch(text, Put("f", ("a", "d"), "new"), lambda _: ()) == text.replace("old", "new")


@pytest.mark.parametrize(
    ("text", "reason", "line"),
    [
        ("a: [b\n", "yaml-unclosed-bracket", 1),
        ("a: 1\na: 2\n", "duplicate-key", 2),
        ("a: 1\nb: &x 2\n", "yaml-anchor", 2),
        ("a: 1\nb: !!int 2\n", "yaml-tag", 2),
        ("a: 1\n---\nb: 2\n", "yaml-many-documents", 2),
        ("a: 1\n<<<<<<< one\nb: 1\n=======\nb: 2\n>>>>>>> two\n", "yaml-two-versions", 2),
        ("a: 1\n\tb: 2\n", "yaml-tab", 2),
    ],
)
def test_a_file_with_a_fault_of_form_is_refused_with_its_line(text, reason, line):
    """Nothing is guessed of a file that the reader does not read whole."""
    with pytest.raises(RefusedError) as refused:
        patch(text, Put("f", ("a",), "3"), lambda _: ())
    assert (refused.value.reason, refused.value.line) == (reason, line)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (Put("f", ("list", 5), "x"), "no-such-entry"),
        (Put("f", ("list", "key"), "x"), "not-a-group"),
        (Put("f", ("text", "key"), "x"), "not-a-group"),
        (Put("f", (), {"a": "x"}), "file-is-there"),
        (Put("f", ("text",), "two  blanks"), "text-not-in-one-form"),
        (Put("f", ("k" * 1200,), "x"), "key-too-long"),
        (Insert("f", ("text",), 0, "x"), "not-a-list"),
        (Insert("f", ("list",), 3, "x"), "no-such-entry"),
        (Remove("f", ("nothing",)), "no-such-key"),
        (Remove("f", ("list", 2)), "no-such-entry"),
        (Move("f", ("list", 0), 2), "no-such-entry"),
    ],
)
def test_a_change_that_means_nothing_is_refused(change, reason):
    """The reason says what is not there, and the text stays."""
    with pytest.raises(RefusedError) as refused:
        patch("text: a\nlist:\n  - a\n  - b\n", change, lambda _: ())
    assert refused.value.reason == reason
    assert refused.value.change is change


def test_what_is_there_already_changes_no_letter():
    """A value put where it is, in any quotes or over lines, leaves the text."""
    text = "a: 'x'\nb: |\n  y\n  z\nc: [ p,q ]\nd:\n"
    for path, value in ((("a",), "x"), (("b",), "y z"), (("c",), ["p", "q"]), (("d",), None)):
        assert patch(text, Put("f", path, value), lambda _: ()) == text


def test_the_files_of_cases_are_there():
    """Each kind of part has its cases."""
    assert {path.stem for path in CASE_FILES} == {"brackets", "entries", "exceptions", "keys", "values", "waiting"}
    assert all(isinstance(path, Path) for path in CASE_FILES)
