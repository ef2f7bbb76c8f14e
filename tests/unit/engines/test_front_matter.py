"""Front matter of generated pages is read as the engine reads it, only sooner."""

from __future__ import annotations

import json

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from mkdocs.utils.meta import get_data

from prongsai.engines.front_matter import read_front_matter
from prongsai.engines.mkdocs import front_matter
from prongsai.engines.mkdocs.front_matter import split_page

OURS = {
    "title": "ข้อ O9",
    "hide": ["toc", "navigation"],
    "weight": 7,
    "early": True,
    "feed": None,
    "image": {"a": ["b"]},
}
ODD = {
    "no front matter": "# ก\n",
    "an empty one": "---\n---\n# ก\n",
    "a fraction": "---\nweight: 1.50\n---\n# ก\n",
    "a word without quotes": "---\ntitle: คำ\n---\n# ก\n",
    "a key with a dash": '---\nog-title: "ก"\n---\n# ก\n',
    "a line that goes on": '---\ntitle: "ก\n  ข"\n---\n# ก\n',
    "a mark of the order of bytes": '---\ntitle: "\ufeff"\n---\n# ก\n',
    "a separator of lines": '---\ntitle: "ก\u2028ข"\n---\n# ก\n',
    "a key twice": '---\ntitle: "ก"\ntitle: "ข"\n---\n# ก\n',
    "a comment": '---\ntitle: "ก" # ข\n---\n# ก\n',
    "an octal number": "---\nweight: 010\n---\n# ก\n",
    "a day": "---\nday: 2026-11-30\n---\n# ก\n",
    "letters for yes and no": "---\nfirst: Y\nsecond: n\nthird: yes\nn: y\n---\n# ก\n",
    "a power without a point": "---\ncode: 1e3\nother: 1.5e3\nthird: 1.5e+3\n---\n# ก\n",
    "a time": "---\nat: 12:30:45\nlong: 190:20:30.5\n---\n# ก\n",
    "half of a sign": '---\ntitle: "\\ud83d"\n---\n# ก\n',
    "a list as a key": "---\n[1]: ก\n---\n# ก\n",
    "an equals sign": "---\ntitle: =\n---\n# ก\n",
    "no line behind it": "---\ntitle: ก\n---",
    "lines without hyphens": "Title: ก\n    ข\ntitle: ค\n\n# ก\n",
    "opened twice": "---\n---\nn: 0o14\n---\n# ก\n",
    "a list": "---\n- ก\n---\n# ก\n",
    "a group again": "---\na: {b: 1, b: 2}\n<<: {c: 3}\n---\n# ก\n",
    "another end": '---\ntitle: "ก"\n...\n# ก\n---\n',
}


def written(values):
    """A page as it is generated."""
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in values.items()]
    return "\n".join(["---", *lines, "---", "", "# ก", "", "---", "", "ข", ""])


def test_what_we_write_is_read_without_yaml(monkeypatch):
    """Texts, lists, whole numbers and what is not there."""
    monkeypatch.setattr("mkdocs.utils.meta.get_data", None)
    assert split_page(written(OURS)) == ("# ก\n\n---\n\nข\n", OURS)


@pytest.mark.parametrize("what", ODD)
def test_whatever_else_somebody_writes_is_read_as_the_engine_does(what):
    """YAML it is, as soon as JSON may say something else."""
    assert split_page(ODD[what]) == get_data(ODD[what])


@pytest.mark.parametrize("what", ODD)
def test_both_readers_agree(what):
    """The one that needs no engine, for pages of people, reads what the engine reads."""
    text, values = split_page(ODD[what])
    assert read_front_matter(ODD[what]) == ({str(key): one for key, one in values.items()}, text)


PIECES = [line for text in ODD.values() if not {*"\u2028\ufeff"} & {*text} for line in text.splitlines(keepends=True)]
PIECES += ["    ก\n", "a: |\n  ก\n  ข\n", "a: {b: [n, 'x', 1_000]}\n", "\n", "..\n", "a: ! x\n", "a: !!binary aGk=\n"]


@example('title: =\ntitle: "ก"\n', True)
@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=6).map("".join), st.booleans())
def test_both_readers_agree_on_any_lines(lines, hyphens):
    """Whatever people put together, but for separators of lines that no keyboard has."""
    page = f"---\n{lines}---\n# ก\n" if hyphens else lines
    text, values = split_page(page)
    assert read_front_matter(page) == ({str(key): one for key, one in values.items()}, text)


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(st.sampled_from([*OURS]), st.text() | st.lists(st.text()) | st.integers() | st.booleans()))
def test_any_text_is_read_as_the_engine_does(values):
    """Also signs that YAML folds or refuses."""
    assert split_page(written(values)) == get_data(written(values))


def test_a_line_is_long_enough_for_any_page():
    """Every sign of a title that a page may have is read in the short way."""
    assert front_matter._read_lines(['title: "ก๑ “x” – …"', "made_from: []"]) == {
        "title": "ก๑ “x” – …",
        "made_from": [],
    }
