"""Analysis, notes and indicators: the worded views of what a year says of itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from prongsai import addresses
from prongsai.analysis.results import Results, YearResult
from prongsai.model.analysis import DevelopmentPoint, StatedList
from prongsai.model.site import FiscalYear, Site
from prongsai.problems import Problem
from prongsai.views.content import Bullets, Part, Phrase
from prongsai.views.measures.basis import measures_answering, word_no_measure
from prongsai.views.measures.facts import short_link
from prongsai.views.names import indicator_name, indicator_phrase, item_name, item_phrase, without_paths
from prongsai.views.names_in_text import indicator_names, item_names, link_names
from prongsai.views.speech import Speech, bullet
from prongsai.wording import message_of, severity_of
from prongsai.wording.terms import CONDITIONS


@dataclass(frozen=True)
class NamedList:
    """A list of strengths or weaknesses: the document's words, what it names, and its rule.

    `words` are the text with links where it names things, `entries` the links to those that it does not name.
    """

    text: str
    words: tuple[Phrase, ...]
    points: tuple[Part, ...]
    entries: tuple[Phrase, ...]
    rule: str


@dataclass(frozen=True)
class Development:
    """The point assessed and what should be improved, for one indicator or item.

    `measures` are the measures that answer it, each with its mark; `without` is what is said where there are none.
    """

    anchor: str
    item: str
    title: str
    printed_title: str
    href: str
    assessed: tuple[Part, ...]
    improve: tuple[Part, ...]
    measures: tuple[tuple[Phrase, ...], ...]
    without: str


@dataclass(frozen=True)
class Notice:
    """One note of the notes page."""

    kind: str
    text: str
    explanation: str
    place: str
    also: tuple[str, ...] = ()


def stated_list(stated: StatedList, year: FiscalYear, speech: Speech) -> NamedList:
    """A stated list with its entries as links."""
    links = [indicator_phrase(year.edition, number, speech) for number in stated.indicators]
    links += [item_phrase(year, code, speech) for code in stated.items]
    names = (*indicator_names(year.edition, stated.indicators), *item_names(year.edition, stated.items))
    words, entries = link_names(stated.text, tuple(zip(names, links, strict=True)))
    rules = [
        CONDITIONS[rule.condition]
        + (f" {speech.digits(f'{rule.score.normalize():f}')} คะแนน" if rule.score is not None else "")
        for rule in stated.rules
    ]
    return NamedList(stated.text, words, section_points(stated.points), entries, " และ".join(rules))


def development(point: DevelopmentPoint, results: Results, year: FiscalYear, speech: Speech) -> Development:
    """A development point with the measures that answer it."""
    if point.item is not None:
        anchor, href = f"point-{point.item.lower()}", addresses.item_path(year.year, point.item)
        title = f"ข้อ {item_name(year.edition, point.item, speech)}"
    else:
        number = point.indicator or ""
        anchor, href = f"point-{number}", addresses.indicator_path(number)
        title = indicator_name(year.edition, number, speech)
    answering = measures_answering(results, year=year.year, item=point.item or "", indicator=point.indicator or "")
    links = tuple((short_link(one.facts.year.year, one.facts.measure, speech), *one.mark(speech)) for one in answering)
    what = "ข้อนี้" if point.item is not None else "ตัวชี้วัดนี้"
    return Development(
        anchor=anchor,
        item=point.item or "",
        title=title,
        printed_title=point.printed_title or "",
        href=href,
        assessed=speech.texts(point.assessed),
        improve=speech.texts(point.improve),
        measures=links,
        without="" if links else word_no_measure(results, (year.year,), what, speech),
    )


def developments(results: Results, year: FiscalYear, speech: Speech, *, item: str = "") -> list[Development]:
    """The development points of a year, or those for one item, in the document's order."""
    points = year.analysis.development_points if year.analysis else ()
    return [development(point, results, year, speech) for point in points if item in {"", point.item}]


def notices(problems: tuple[Problem, ...], site: Site, year: int, speech: Speech) -> tuple[Notice, ...]:
    """The problems of a year as plain notes, warnings first.

    The officer reads the place in the data files, everybody else what it is a part of, where there is more than one.
    """
    own = [found for found in problems if found.year == year]
    own.sort(key=lambda found: (severity_of(found.code).value != "warning", found.order))
    several = len({where.file for found in own for where in found.places}) > 1
    return tuple(
        Notice(
            severity_of(found.code).value,
            _said(found.code, found.values, site, speech),
            found.explanation,
            _place(found, site, speech, is_named=several),
            tuple(_said(one.code, one.values, site, speech, below=found.code) for one in found.also if one.code),
        )
        for found in own
    )


def _place(found: Problem, site: Site, speech: Speech, *, is_named: bool) -> str:
    if site.for_officer:
        return ", ".join(map(str, found.places))
    parts = dict.fromkeys(speech.digits(without_paths(where.file)) for where in found.places)
    return ", ".join(parts) if is_named else ""


def _said(code: str, values: Mapping[str, str], site: Site, speech: Speech, *, below: str = "") -> str:
    """The text of a note; a remark is left as it was written, other sentences are in the site's numerals."""
    text = message_of(code, values, below=below)
    said = text if site.for_officer else without_paths(text)
    return said if code == "remark" else speech.digits(said)


def weak_in(result: YearResult, number: str) -> bool:
    """True if the year's analysis names the indicator as a weakness."""
    analysis = result.year.analysis
    return analysis is not None and any(number in stated.indicators for stated in analysis.weaknesses)


def section_points(points: tuple[object, ...]) -> tuple[Part, ...]:
    """The points of a section as a list."""
    return (Bullets(tuple(bullet(point) for point in points), ordered=False),) if points else ()


# What says that a figure or a level of the result is not what the others give.
FIGURES = frozenset(
    {
        "total-outside-interval",
        "total-is-plain-mean",
        "total-beyond-figures",
        "figure-out-of-reach",
        "figures-do-not-agree",
        "figures-exchanged",
        "scores-are-points",
        "digits-exchanged",
        "figure-of-other-year",
        "other-list-agrees",
        "weighted-points-differ",
        "weighted-sum-differs",
        "level-differs-from-scale",
        "instrument-differs",
        "indicator-differs",
        "subindicator-differs",
        "stated-twice-differently",
    }
)


def explained_figures(problems: Iterable[Problem], year: int, speech: Speech) -> tuple[Notice, ...]:
    """Findings in the figures of a year (Buddhist Era) with explanations, whether readers see other notes or not."""
    explained = (one.apart for one in problems if one.explanation)
    told = (next((part for part in parts if part.year == year and part.code in FIGURES), None) for parts in explained)
    return tuple(
        Notice("note", speech.digits(message_of(one.code, one.values)), one.explanation, "")
        for one in sorted(filter(None, told), key=lambda one: one.order)
    )
