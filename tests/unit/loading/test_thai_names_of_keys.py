"""Who types the Thai name of a key, as the manual and the starter files have it, is told the key."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from prongsai.loading import load_site  # noqa: F401  every record is known once this is
from prongsai.loading.explain_error import guess_key
from prongsai.model.measures import Measures
from prongsai.model.record import Record, words_of


def records(of: type[Record] = Record) -> Iterator[type[Record]]:
    """All records of the data files."""
    for one in of.__subclasses__():
        yield one
        yield from records(one)


@pytest.mark.parametrize("record", sorted(records(), key=lambda one: one.__qualname__), ids=lambda one: one.__name__)
def test_the_thai_name_of_a_key_means_it(record):
    """No declared key is answered with another one, or with that there is none for such a thing."""
    titles: dict[str, list[str]] = {}
    for name, field in record.model_fields.items():
        if words := words_of(field):
            titles.setdefault(words.title, []).append(field.alias or name)
    wrong = {
        title: (keys, found)
        for title, keys in titles.items()
        if (found := guess_key(title, None, Measures, record)) != ("key-named-otherwise", {"suggestion": keys[0]})
    }
    assert wrong == {}
