"""Every document that a site has, before any is made."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from prongsai.analysis.results import Results
from prongsai.documents.analysis import analysis_document
from prongsai.documents.content import Document
from prongsai.documents.follow_up import follow_up_document
from prongsai.documents.measures import measures_document
from prongsai.documents.memo import memo_document
from prongsai.documents.oit import oit_document
from prongsai.documents.scope import DocumentScope
from prongsai.links.memory import Memory
from prongsai.problems import Problem
from prongsai.views.link_states import NO_MEMORY
from prongsai.views.speech import Speech

_KINDS: tuple[Callable[[DocumentScope], Document | None], ...] = (
    analysis_document,
    measures_document,
    follow_up_document,
    oit_document,
    memo_document,
)


def plan_documents(
    results: Results, problems: tuple[Problem, ...], speech: Speech, links: Memory = NO_MEMORY
) -> tuple[Document, ...]:
    """All documents of a site, in the order of the years; none where the site does not want any.

    `links` is what is remembered of the links.
    """
    return tuple(_planned(results, problems, speech, links)) if results.site.options.documents == "on" else ()


def _planned(results: Results, problems: tuple[Problem, ...], speech: Speech, links: Memory) -> Iterator[Document]:
    for result in results.years.values():
        scope = DocumentScope(results, result, problems, speech, links)
        yield from (document for make in _KINDS if (document := make(scope)) is not None)
