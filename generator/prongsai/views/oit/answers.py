"""The answer to each OIT item of a year, what is lacking and who is responsible, for pages and exports alike."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from prongsai import addresses
from prongsai.analysis import own_answers
from prongsai.analysis.results import Results
from prongsai.analysis.scoring import HUNDRED, ItemScore
from prongsai.analysis.unfit import Unfit
from prongsai.links.memory import Memory
from prongsai.model.document_parts import Points
from prongsai.model.edition import Edition
from prongsai.model.edition_items import Element, Item
from prongsai.model.oit import Answer, AnswerLink
from prongsai.model.site import FiscalYear
from prongsai.model.stated import known
from prongsai.problems import Problem
from prongsai.thai.dates import BuddhistDate
from prongsai.views.links.states import NO_MEMORY, LinkState, state_of
from prongsai.views.names import OfUnits, in_brackets, nearest_title, unit_today
from prongsai.views.speech import Speech
from prongsai.wording import REASONS

Said = Literal["has", "has_not", ""]
State = Literal["ready", "lacking", "has_not", "open"]
Graded = Literal["full", "part", "zero", "unscored"]
ElementState = Literal["there", "missing", "unknown"]
_SAID: dict[str, Said] = {"has": "has", "has_not": "has_not"}
OWN_PAGES = {"measures": "มาตรการส่งเสริมคุณธรรมและความโปร่งใส", "follow-up": "รายงานผลการดำเนินการตามมาตรการ"}


@dataclass(frozen=True)
class AnsweredLink:
    """One link of an answer; `href` is a path of this site or an address of the web.

    `own` when it is the page of this site that answers the item by itself; `steps` begin at the main website.

    `checked_on` and `does_not_open` are what a person wrote, `seen` is what the program remembers of a web address.
    """

    title: str
    href: str
    steps: tuple[str, ...] = ()
    explanation: Points = ()
    checked_on: BuddhistDate | None = None
    does_not_open: str = ""
    own: bool = False
    seen: LinkState | None = None

    @property
    def is_external(self) -> bool:
        """True if it is an address of the web."""
        return bool(self.href) and not self.href.startswith("/")

    @property
    def last_check(self) -> BuddhistDate | None:
        """The day on which a person or the program last opened it."""
        days = (self.checked_on, self.seen.checked_on if self.seen else None)
        return max((day for day in days if day is not None), default=None)


@dataclass(frozen=True)
class AnsweredElement:
    """A required element: whether it is there, where it is in words, and its address."""

    key: str
    text: str
    state: ElementState
    place: str = ""
    href: str = ""
    note: str = ""
    local_government: bool = False


@dataclass(frozen=True)
class ItemAnswer(OfUnits):
    """The answer to one item of a year (Buddhist Era).

    `state`: ready (has, and nothing is lacking), lacking (has, with findings), has_not, open (nothing registered).
    `findings` are the problems that may cost the item its score; `required_year` is the fiscal year it must speak of.
    `scored` is its score where it is known, and `after_scoring` whether any score of the year is: then the score is
    what counts of the item. Unless `told`, its readiness is nobody's business but the agency's. `units` are those
    responsible, each by its key and its name in its year, and `units_today` says what each is called today where that
    differs. `edition` are the rules of the year, and `unfit` why the page of this site about it cannot answer it.
    """

    year: int
    code: str
    title: str
    subindicator: str
    answer: Said
    state: State
    stated: Answer | None
    units: tuple[tuple[str, str], ...]
    required_year: int | None
    stated_year: int | None
    published_on: BuddhistDate | None
    links: tuple[AnsweredLink, ...]
    elements: tuple[AnsweredElement, ...]
    findings: tuple[Problem, ...]
    scored: ItemScore | None = None
    after_scoring: bool = False
    told: bool = True
    units_today: tuple[str, ...] = ()
    edition: Edition | None = None
    unfit: Unfit | None = None

    def named_otherwise(self, speech: Speech) -> str:
        """The name of an item without a title: what it is about, or its title in the nearest year, marked as such."""
        return nearest_title(self.edition, self.code, speech) if self.edition else ""

    @property
    def status(self) -> State | Graded:
        """The status of the item: by its score in a year whose scores are known, else by its answer."""
        if not self.after_scoring:
            return self.state
        score = self.scored.score if self.scored else None
        return "unscored" if score is None else "full" if score >= HUNDRED else "part" if score > 0 else "zero"

    @property
    def last_check(self) -> BuddhistDate | None:
        """The day on which all links were last opened: the oldest counts, None as long as one was never opened."""
        days = [link.last_check for link in self.links if not link.own]
        checked = [day for day in days if day is not None]
        return min(checked) if checked and len(checked) == len(days) else None

    @property
    def missing(self) -> tuple[AnsweredElement, ...]:
        """The required elements that are stated as missing."""
        return tuple(element for element in self.elements if element.state == "missing")


@dataclass(frozen=True)
class Answers:
    """All answers of a year in official order; `total` is how many items its edition has, where that is known."""

    year: int
    items: tuple[ItemAnswer, ...]
    total: int | None

    def of(self, code: str) -> ItemAnswer | None:
        """The answer to the item of that code."""
        return next((item for item in self.items if item.code == code), None)

    @property
    def ready(self) -> int:
        """The number of items that are ready."""
        return sum(item.state == "ready" for item in self.items)

    @property
    def after_scoring(self) -> bool:
        """True if scores of the items are known."""
        return any(item.after_scoring for item in self.items)


def answers_of(results: Results, year: int, problems: Iterable[Problem], memory: Memory = NO_MEMORY) -> Answers:
    """The answers to all items of a year: those of its edition and those that are only in its register.

    `memory` is what is remembered of the links.
    """
    own = results.years[year].year
    registered = own.register.items if own.register else {}
    codes = own.edition.in_order(registered)
    found: dict[str, list[Problem]] = {}
    of_items = (part for gathered in problems if year in gathered.years for part in gathered.apart)
    for one in of_items:
        if one.year == year and one.code in REASONS:
            found.setdefault(one.values.get("item", ""), []).append(one)
    answered = (_answer(results, own, code, tuple(found.get(code, ()))) for code in codes)
    told = results.site.shows_notes
    items = tuple(_with_memory(one, memory, own) if told else _withheld(one) for one in answered)
    counted = own.edition.items_total
    return Answers(year, items, counted.count if counted else len(items) if own.edition.knows_all_items else None)


def _answer(results: Results, year: FiscalYear, code: str, findings: tuple[Problem, ...]) -> ItemAnswer:
    item = year.edition.items.get(code, Item())
    stated = year.register.items.get(code) if year.register else None
    own = own_answers.own_page(results, year, code)
    links = _links(results, year, code, stated)
    said = known(stated.answer) if stated else None
    answer = _SAID.get(said or ("has" if own else ""), "")
    site = results.site.in_year(year.year)
    units = site.units_named(stated.unit) if stated else ()
    required = year.year + item.year_offset if item.year_offset is not None else None
    scores = results.years[year.year].computed.items
    return ItemAnswer(
        year=year.year,
        code=code,
        title=item.title or (stated.title if stated and stated.title else ""),
        subindicator=item.subindicator or "",
        answer=answer,
        state=_state(answer, findings),
        stated=stated,
        units=units,
        required_year=required,
        stated_year=(known(stated.fiscal_year) if stated else None)
        or (own_answers.own_year(year, code) if own else None),
        published_on=known(stated.published_on) if stated else None,
        links=links,
        elements=tuple(_element(results, year, code, element, stated, links) for element in item.elements),
        findings=findings,
        scored=scores.get(code),
        after_scoring=bool(scores),
        units_today=tuple(
            in_brackets(unit_today(site, name)) for _, name in site.units_named(stated.unit if stated else ())
        ),
        edition=year.edition,
        unfit=own_answers.why_unfit(results, year, code),
    )


def _with_memory(item: ItemAnswer, memory: Memory, year: FiscalYear) -> ItemAnswer:
    """The answer with what is remembered of its links, for the days on which the year is assessed."""
    window = year.register.check_window if year.register else None
    links = (
        replace(link, seen=state_of(memory, link.href, window)) if link.is_external else link for link in item.links
    )
    return replace(item, links=tuple(links))


def _withheld(item: ItemAnswer) -> ItemAnswer:
    """The answer without what is the agency's own business: what it lacks, and what became of its links."""
    links = tuple(replace(link, does_not_open="") for link in item.links)
    elements = tuple(one if one.state == "there" else replace(one, state="unknown", note="") for one in item.elements)
    state = _state(item.answer, ())
    return replace(item, links=links, elements=elements, findings=(), state=state, told=False)


def _state(answer: str, findings: tuple[Problem, ...]) -> State:
    if answer == "has":
        return "lacking" if findings else "ready"
    return "has_not" if answer == "has_not" else "open"


def _links(results: Results, year: FiscalYear, code: str, answer: Answer | None) -> tuple[AnsweredLink, ...]:
    """The site's own page first, unless the register names it itself, then the links of the register."""
    own = own_answers.own_page(results, year, code)
    stated = tuple(_link(link, own) for link in (answer.links if answer else ()))
    return stated if any(link.own for link in stated) else (*_own_link(results, year, code), *stated)


def _own_link(results: Results, year: FiscalYear, code: str) -> tuple[AnsweredLink, ...]:
    """The page of this site that answers the item, reached from the agency's main website."""
    section = own_answers.own_section(results, year, code)
    if not section:
        return ()
    number = own_answers.own_year(year, code)
    name = OWN_PAGES[section]
    steps = (*results.site.options.way_in, f"ปีงบประมาณ พ.ศ. {number}", name)
    return (AnsweredLink(f"{name} {number}", own_answers.own_page(results, year, code), steps, own=True),)


def _link(link: AnswerLink, own: str) -> AnsweredLink:
    href = known(link.url) or link.page or (addresses.file_path(link.file) if link.file else "")
    return AnsweredLink(
        title=link.title or href,
        href=href,
        steps=link.click_path,
        explanation=link.explanation,
        checked_on=link.checked_on,
        does_not_open=link.does_not_open or "",
        own=bool(own) and href.partition("#")[0] == own,
    )


def _element(
    results: Results,
    year: FiscalYear,
    code: str,
    element: Element,
    answer: Answer | None,
    links: tuple[AnsweredLink, ...],
) -> AnsweredElement:
    """The element as the register states it, or as the page of this site that answers the item shows it."""
    about = (element.key, element.text)
    stated = answer.elements.get(element.key) if answer else None
    shown = own_answers.own_element(results, year, code, element.key)
    if stated is None and not own_answers.own_page(results, year, code):
        return AnsweredElement(*about, "unknown", "", "", "", element.local_government)
    if stated is None:
        note = f"มี {shown.count} จาก {shown.total} มาตรการ" if 0 < shown.count < shown.total else ""
        return AnsweredElement(*about, shown.state, "", shown.href, note, element.local_government)
    only = links[0].href if len(links) == 1 and not stated.missing else ""
    where = stated.at or shown.href or only
    return AnsweredElement(
        *about,
        "missing" if stated.missing else "there",
        stated.place or "",
        where,
        stated.note or "",
        element.local_government,
    )
