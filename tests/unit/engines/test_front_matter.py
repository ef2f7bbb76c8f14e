"""Front matter of generated pages is read as the engine reads it, only sooner."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mkdocs.utils.meta import get_data

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
