"""Places of a text: which key or entry covers one, and where a key or entry is."""

from __future__ import annotations

import pytest

from prongsai.problems import Where
from prongsai.writing.nodes import Tree
from prongsai.writing.places import path_at, path_in, place_in, place_of_path
from sites import REPOSITORY, checked
from writing.trials import data_files

TEXT = """# head
title: 'ชื่อ' # behind
measures:
  - id: m01

    steps: [ก, {text: ข, at: หน้า 2}]
    period:
      from: 1
  - id: m02
"""


@pytest.mark.parametrize(
    ("line", "column", "path"),
    [
        (1, 1, ()),
        (2, 1, ("title",)),
        (2, 9, ("title",)),
        (2, 20, ("title",)),
        (3, 4, ("measures",)),
        (4, 3, ("measures", 0)),
        (4, 5, ("measures", 0, "id")),
        (5, 1, ("measures", 0)),
        (6, 13, ("measures", 0, "steps", 0)),
        (6, 17, ("measures", 0, "steps", 1, "text")),
        (6, 30, ("measures", 0, "steps", 1, "at")),
        (7, 9, ("measures", 0, "period")),
        (8, 15, ("measures", 0, "period", "from")),
        (9, 7, ("measures", 1, "id")),
        (8, 99, ("measures", 0, "period", "from")),
        (99, 1, ()),
    ],
)
def test_the_deepest_key_or_entry_that_covers_a_place(line, column, path):
    """Lines and columns are those of problems, from 1; in no entry, the group around it is meant."""
    assert path_at(TEXT, line, column) == path
    assert path_at("\ufeff" + TEXT.replace("\n", "\r\n"), line, column) == path


def test_a_place_leads_to_its_path_and_back():
    """In every data file each key and entry is where its path says."""
    for path in data_files():
        text = path.read_text("utf-8")
        tree = Tree(text)
        for steps, _ in tree.walk():
            place = place_in(tree, steps)
            assert path_in(tree, *place)[: len(steps)] == steps, (path, steps)
        assert place_of_path(text, ()) == place_in(tree, ())


def test_problems_of_the_product_lead_to_keys():
    """The place of a problem leads to a key or entry of its file."""
    root = REPOSITORY / "examples/model"
    places = [one.where for one in checked(root).problems if one.where.file.endswith(".yml") and one.where.line > 1]
    assert places
    for place in places[:40]:
        assert isinstance(place, Where)
        assert path_at((root / place.file).read_text("utf-8"), place.line, place.column), place
