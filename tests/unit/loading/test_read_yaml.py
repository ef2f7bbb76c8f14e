"""Reading YAML into nodes that know their places."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.loading.build_nodes import DEEPEST_NESTING
from prongsai.loading.parse_document import without_faults
from prongsai.loading.read_yaml import LARGEST_FILE, read_yaml
from prongsai.model.source import place_of
from prongsai.problems import Where
from unit.makers import codes_of


def read(folder: Path, content: str | bytes):
    """The result of reading one file."""
    path = folder / "file.yml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_yaml(path, "data/file.yml")


def test_every_scalar_is_text_as_written(tmp_path):
    """Numbers, dates and words such as yes are no booleans, dates or floats: they stay as written."""
    data = read(tmp_path, "a: 64.30\nb: 2564-10-01\nc: yes\nd: 0o17\ne: ๖๔.๓๐\nf: 'null'\n").data
    assert data == {"a": "64.30", "b": "2564-10-01", "c": "yes", "d": "0o17", "e": "๖๔.๓๐", "f": "null"}


@pytest.mark.parametrize("nothing", ["", "~", "null", "Null", "NULL"])
def test_an_empty_value_is_none(tmp_path, nothing):
    """A key without a value is not entered yet, while a quoted empty text stays a text."""
    assert read(tmp_path, f"a: {nothing}\nb: ''\n").data == {"a": None, "b": ""}


def test_every_node_knows_its_line_and_column(tmp_path):
    """Places of values, keys and entries of lists count from 1."""
    data = read(tmp_path, "a: 1\nb:\n  - x\n  - c: ก\n    d: [e, f]\n").data
    places = {
        ("a",): (1, 4),
        ("b",): (3, 3),
        ("b", 0): (3, 5),
        ("b", 1): (4, 5),
        ("b", 1, "c"): (4, 8),
        ("b", 1, "d", 1): (5, 12),
    }
    for path, (line, column) in places.items():
        assert place_of(data, *path) == Where("data/file.yml", line, column), path


@pytest.mark.parametrize(
    ("path", "line"), [((), 1), (("none",), 1), (("b", "none"), 3), (("b", "c", 0), 3), (("b", 9), 3), (("empty",), 4)]
)
def test_a_path_that_leads_nowhere_gives_the_nearest_place(tmp_path, path, line):
    """A missing key is reported where it should have been."""
    data = read(tmp_path, "a: 1\nb:\n  c: 2\nempty:\n").data
    assert place_of(data, *path).line == line


def test_a_place_of_what_was_never_in_a_file_is_empty():
    """A value made in the program has no place."""
    assert place_of({"a": 1}, "a") == Where("")


def test_of_a_key_given_twice_the_first_stands(tmp_path):
    """The second is a problem that points to the first, and does not replace it."""
    reading = read(tmp_path, "a: 1\nb: {c: 1}\na: 2\nb: {c: 2}\n")
    assert reading.data == {"a": "1", "b": {"c": "1"}}
    assert [(one.code, one.where.line, one.values["line"]) for one in reading.problems] == [
        ("duplicate-key", 3, "1"),
        ("duplicate-key", 4, "2"),
    ]
    assert not without_faults(reading.data)


def test_a_key_given_three_times_and_empty_first_stays_empty(tmp_path):
    """Also an empty first value counts."""
    assert read(tmp_path, "a:\na: 2\na: 3\n").data == {"a": None}


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("a: ก\r\nb: ข\r\n", "ข"),
        ("\ufeffa: ก\nb: ข\n", "ข"),
        ("a: ก\nb: >\n  ข\n  ค\n", "ข ค"),
        ("a: ก\nb: |\n  ข\n  ค\n", "ข ค"),
        ("a: ก\nb: น\u0e4d\u0e32\n", "น\u0e33"),
        ("---\na: ก\nb: ข\n...\n", "ข"),
        ("# หัวแฟ้ม\na: ก\nb: ข # หมายเหตุ\n", "ข"),
    ],
)
def test_texts_come_out_in_their_one_form(tmp_path, content, text):
    """Line ends, byte order marks, folding, comments and spellings of sara am make no difference."""
    reading = read(tmp_path, content)
    assert reading.data == {"a": "ก", "b": text}
    assert reading.problems == []
    assert without_faults(reading.data)


def test_hidden_characters_are_taken_out_and_reported(tmp_path):
    """A zero-width space or a control character is a warning at its line, and the text is clean."""
    reading = read(tmp_path, "a: ก\u200bข\nb: ค\x07ง\n")
    assert reading.data == {"a": "กข", "b": "คง"}
    assert sorted((one.code, one.where.line) for one in reading.problems) == [
        ("hidden-characters", 1),
        ("hidden-characters", 2),
    ]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("", "empty-file"),
        ("# เท่านั้น\n", "empty-file"),
        ("~\n", "empty-file"),
        ("a: &x 1\n", "yaml-anchor"),
        ("a: !!python/object:os.system ls\n", "yaml-tag"),
        ("? [a, b]\n: 1\n", "yaml-key-not-text"),
        ("? {a: b}\n: 1\n", "yaml-key-not-text"),
        ("a: " + "[" * (DEEPEST_NESTING + 1), "yaml-too-deep"),
        ("a: [b\n", "yaml-unclosed-bracket"),
        ("a: 'b\n", "yaml-unclosed-quote"),
        (b"a: \xa1\xa2\n", "file-not-utf8"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_problem_and_no_data(tmp_path, content, code):
    """Reading stops with a reason and a place, and never raises."""
    reading = read(tmp_path, content)
    assert (codes_of(reading.problems), reading.data) == ([code], None)


def test_the_place_of_a_wrong_byte_counts_characters(tmp_path):
    """Columns count letters, not bytes."""
    [found] = read(tmp_path, "a: 1\nข: กข".encode() + b"\xa1\n").problems
    assert (found.where.line, found.where.column) == (2, 6)


def test_a_file_that_is_far_too_large_is_not_read(tmp_path):
    """Size is asked first, so that no memory is filled."""
    with (tmp_path / "big.yml").open("wb") as big:
        big.truncate(LARGEST_FILE + 1)
    reading = read_yaml(tmp_path / "big.yml", "big.yml")
    assert codes_of(reading.problems) == ["file-too-large"]


def test_a_folder_in_the_place_of_a_file_is_a_problem(tmp_path):
    """A refusal of the operating system is reported in its own words."""
    reading = read_yaml(tmp_path, "data/file.yml")
    assert codes_of(reading.problems) == ["file-unreadable"]
    assert reading.problems[0].values["reason"]


@given(content=st.binary(max_size=200) | st.text(alphabet="ab:-[]{}'\"&*!|>#%@, \t\nกข๑1", max_size=80).map(str.encode))
def test_reading_never_raises(tmp_path_factory, content):
    """Whatever bytes a file has, the result is data or a reason why there is none."""
    reading = read(tmp_path_factory.getbasetemp(), content)
    assert (reading.data is None) <= bool(reading.problems)
