"""Heads that nobody looked at while the words were written: filled in rightly or asked about, never wrongly."""

from __future__ import annotations

from pathlib import Path

from prongsai.tables.compare_heads import exact_field, offered_fields
from prongsai.tables.kinds import KINDS, choice_of, fields_of, title_of

LIST = Path(__file__).resolve().parents[2] / "cases" / "tables" / "heads.tsv"
ROWS = [line.split("\t") for line in LIST.read_text("utf-8").splitlines() if not line.startswith("#")]


def test_unseen_heads_are_never_filled_in_wrongly():
    """Of 66 heads what became of each is as listed; one that is filled in is the field that a person would say."""
    found = [(kind, head, exact_field(kind, tuple(head.split(" / "))) or "asked") for kind, head, _, _ in ROWS]
    assert found == [(kind, head, became) for kind, head, _, became in ROWS]
    assert [row for row in ROWS if row[3] not in {"asked", row[2]}] == []
    assert len(ROWS) > 40


def test_the_right_field_is_offered():
    """The field that a person would say is among the five that are offered for a head."""
    asked = [(kind, head, meant) for kind, head, meant, became in ROWS if became == "asked" and meant != "-"]
    assert asked
    assert [one for one in asked if one[2] not in offered_fields(one[0], one[1])] == []


def test_every_field_has_one_name():
    """A field is answered by its Thai name, which no other field of the kind has."""
    for kind in KINDS:
        names = [title_of(kind, name) for name in fields_of(kind) if name != "note"]
        assert len({*names}) == len(names)
        assert all(choice_of(kind, title_of(kind, name)) == name for name in fields_of(kind))
