"""Any field whose value may be absent says so in words, wherever it is handed out."""

from __future__ import annotations

import dataclasses
import itertools
import json
from typing import Any, get_args

import pytest

from internal_words import find_words
from paper.texts import find_texts
from prongsai.analysis.results import Results, analyse_site
from prongsai.exports.facts_json import facts_document
from prongsai.links.memory import Memory
from prongsai.model.record import Record
from prongsai.model.site import Site
from prongsai.model.stated import Absence
from prongsai.pages.plan import plan_pages, speech_of
from prongsai.pages.render import Renderer
from prongsai.paper.plan import plan_documents
from prongsai.pipeline.planning.data_files import plan_data_files
from prongsai.views.share_cards import share_cards
from unit.pages.test_any_text import released

KINDS = list(Absence)


def may_be_absent(annotation: Any) -> bool:
    """True if an absence may be in the place of a value."""
    return any(Absence in get_args(one) for one in get_args(annotation))


class Absent:
    """Puts the kinds of absence in turn into every field that takes one, from the first or a later kind on."""

    def __init__(self, first: int) -> None:
        self.kinds = itertools.cycle([*KINDS[first:], *KINDS[:first]])
        self.count = 0

    def fill(self, value: Any) -> Any:
        """The value with every field inside it absent that may be."""
        if isinstance(value, Record):
            return value.model_copy(update={name: self._field(value, name) for name in type(value).model_fields})
        if isinstance(value, tuple):
            return tuple(map(self.fill, value))
        return {key: self.fill(one) for key, one in value.items()} if isinstance(value, dict) else value

    def _field(self, record: Record, name: str) -> Any:
        annotation, value = type(record).model_fields[name].annotation, getattr(record, name)
        if may_be_absent(annotation):
            return self._next()
        is_list_of_them = any(map(may_be_absent, get_args(annotation))) or any(
            may_be_absent(inner) for one in get_args(annotation) for inner in get_args(one)
        )
        if is_list_of_them and isinstance(value, dict):
            return {key: self._next() for key in value}
        return tuple(self._next() for _ in value) if is_list_of_them else self.fill(value)

    def _next(self) -> Absence:
        self.count += 1
        return next(self.kinds)

    def site(self, *, from_document: bool) -> Site:
        """The released site with all these absences."""
        site = released()
        years = [
            dataclasses.replace(one, **{name: self.fill(part) for name, part in vars(one).items() if name != "files"})
            for one in site.years
        ]
        options = site.options.model_copy(update={"from_document": from_document})
        documents = {key: self.fill(one) for key, one in site.documents.items()}
        return Site(self.fill(site.agency), options, documents, tuple(years))


def texts_of(results: Results) -> dict[str, str]:
    """Everything that is said of a site: pages, data, pictures of links, documents and the record of a publication."""
    speech, links = speech_of(results), Memory()
    handed_on = plan_data_files(results, (), links)
    pages = plan_pages(results, (), links, data=handed_on.shown)
    data = handed_on.make()
    known = frozenset({*data, *(page.path for page in pages)})
    renderer = Renderer(known, speech)
    found = {f"{page.path}.md": renderer.render(page) for page in pages} | {
        path: one for path, one in data.items() if isinstance(one, str)
    }
    found |= {one.page: f"{one.subject} {one.text} {one.state}" for one in share_cards(results, speech)}
    documents = plan_documents(results, (), speech, links)
    found |= {f"{one.year}/{one.kind}": "\n".join(find_texts(one)) for one in documents}
    return {**found, "facts": json.dumps(facts_document(results, (), 0, "2570-01-01", {}), ensure_ascii=False)}


@pytest.mark.parametrize("first", range(len(KINDS)), ids=[one.name for one in KINDS])
def test_an_absence_is_said_in_words(first):
    """Nothing fails and no name of a kind gets out, whichever kind of absence is in whichever field."""
    absent = Absent(first)
    said = texts_of(analyse_site(absent.site(from_document=first % 2 == 1)))
    assert absent.count > 50
    assert len(said) > 60
    kinds = {one.value for one in KINDS}
    leaks = {(name, word) for name, text in said.items() for word in find_words(text) if word in kinds | {"Absence"}}
    assert leaks == set()
