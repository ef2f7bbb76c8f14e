"""A Thai name of a key, as the manual and the starter files have it, is answered with the key."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.loading import load_site  # noqa: F401  every record is known once this is
from prongsai.loading.explain_error import guess_key
from prongsai.model.measures import Measures
from prongsai.model.record import Record, words_of


def records(of: type[Record] = Record) -> Iterator[type[Record]]:
    """All records of the data files."""
    for one in of.__subclasses__():
        yield one
        yield from records(one)


def keys_by_title(record: type[Record]) -> dict[str, str]:
    """The first key of a record for each Thai name."""
    titles: dict[str, str] = {}
    for name, field in record.model_fields.items():
        if words := words_of(field):
            titles.setdefault(words.title, field.alias or name)
    return titles


def test_the_thai_name_of_a_key_means_it():
    """No declared key is answered with another one, or with that there is none for such a thing."""
    typed = [(record, title, key) for record in records() for title, key in keys_by_title(record).items()]
    assert len(typed) > 300
    answers = {(one, title, key): guess_key(title, None, Measures, one) for one, title, key in typed}
    wanted = {place: ("key-named-otherwise", {"suggestion": place[2]}) for place in answers}
    assert {place: found for place, found in answers.items() if found != wanted[place]} == {}
