"""The figures that sentences are checked against: each with every value that a document states for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from prongsai.analysis.readings import readings_of, statements_of
from prongsai.model.edition import Edition
from prongsai.model.score_parts import Rank
from prongsai.model.scores import Figure, Scores
from prongsai.model.stated import known
from prongsai.prose.grammar.claims import Referent
from prongsai.prose.grammar.peer_words import group_of
from prongsai.rules.context import Context
from prongsai.rules.naming import verified

_GROUPS = {"instrument": "instruments", "indicator": "indicators", "subindicator": "subindicators"}
HALF_CENT = Decimal("0.005")  # what a printed score of two decimals may hide
COMPUTED_SLACK = Decimal("0.02")  # what the ways of rounding may add to a mean of printed scores


@dataclass(frozen=True)
class Known:
    """The figures of a site by year (Buddhist Era)."""

    context: Context

    def scores(self, year: int) -> Scores | None:
        """The scores of a year, or None where the site has none."""
        found = self.context.site.year(year)
        return found.scores if found else None

    def edition(self, year: int) -> Edition | None:
        """The rules of a year, or None where the site has no such year."""
        found = self.context.site.year(year)
        return found.edition if found else None

    def figure(self, year: int, subject: Referent) -> Figure | None:
        """The figure of a subject as it was entered."""
        scores = self.scores(year)
        if scores is None:
            return None
        if subject.kind == "total":
            return scores.total
        figures: Mapping[str, Figure] = getattr(scores, _GROUPS[subject.kind])
        return figures.get(subject.key)

    def values(self, year: int, subject: Referent) -> tuple[Decimal, ...]:
        """Every value that the document states for a subject; empty where one of them is not known."""
        figure = self.figure(year, subject)
        return statements_of(figure) if figure is not None and figure.is_whole() else ()

    def computed(self, year: int, subject: Referent) -> Decimal | None:
        """The score that its indicators give an instrument which states none itself; None where they are in doubt.

        It may differ by `COMPUTED_SLACK` from what a document prints, which may round on another way.
        """
        scores, result = self.scores(year), self.context.results.years.get(year)
        if subject.kind != "instrument" or scores is None or result is None or subject.key in scores.instruments:
            return None
        is_sure = bool(self.readings(year, "indicator", subject.key)) and len(readings_of(scores)) == 1
        return result.computed.instruments.get(subject.key) if is_sure else None

    def readings(self, year: int, kind: str, scope: str = "") -> tuple[dict[str, Decimal], ...]:
        """The scores of all indicators or all instruments as each list states them; empty where one is not known.

        `scope` is an instrument, of which only its indicators are meant.
        """
        scores, edition = self.scores(year), self.edition(year)
        if scores is None or edition is None or not scores.is_whole(_GROUPS[kind]):
            return ()
        if kind == "indicator":
            readings: tuple[dict[str, Decimal], ...] = readings_of(scores)
            needed = {key for key, one in edition.indicators.items() if scope in {"", one.instrument}}
        else:
            figures = scores.instruments.items()
            readings = ({code: value for code, figure in figures if (value := known(figure.value)) is not None},)
            needed = {*edition.instruments}
        kept = tuple({key: value for key, value in one.items() if key in needed} for one in readings)
        is_whole = bool(needed) and all({*one} == needed for one in kept)
        return kept if is_whole and (scope or all({*one} == needed for one in readings)) else ()

    def readings_within(self, year: int, kind: str, scope: str, within: str) -> tuple[dict[str, Decimal], ...]:
        """The scores as of `readings`, before them those of an instrument that may be meant; just of `scope` if any."""
        narrower = self.readings(year, kind, within) if within and not scope else ()
        return (*narrower, *self.readings(year, kind, scope))

    def level(self, year: int) -> str | None:
        """The level that the document states first."""
        scores = self.scores(year)
        return known(scores.level.value) if scores else None

    def ranks(self, year: int) -> tuple[Rank, ...]:
        """The ranks of a year, where all of them could be read."""
        scores = self.scores(year)
        ranks = scores.all_ranks if scores else ()
        return ranks if all(rank.is_whole() for rank in ranks) else ()

    def means(self, year: int, among: str) -> tuple[Decimal, ...]:
        """The means that the document of a year states for a group of agencies, where all of them could be read.

        A group that the document names by a kind of agency is `province-kind` or `country-kind`, as prose calls it.
        """
        scores = self.scores(year)
        means = scores.means if scores and scores.is_whole("means") else ()
        return tuple(one.value for one in means if group_of(one.among, known(one.scope) or "") == among)

    def target(self, year: int) -> Decimal | None:
        """The target of a year (points of 100), where its edition verifies one."""
        edition = self.edition(year)
        if edition is None or edition.target is None or not verified(edition, edition.target.evidence):
            return None
        return edition.target.score

    def weights(self, year: int) -> dict[str, Decimal]:
        """The weights of the instruments of a year (per cent of the total); empty where one is not verified."""
        edition = self.edition(year)
        tools = edition.instruments if edition else {}
        found = {code: tool.weight for code, tool in tools.items() if tool.weight is not None}
        return found if len(found) == len(tools) else {}

    def item_scores(self, year: int, indicator: str = "") -> dict[str, Decimal]:
        """The scores of all OIT items of a year, or of those of an indicator; empty where one is not known."""
        scores, edition = self.scores(year), self.edition(year)
        rest = known(scores.items_not_listed) if scores else None
        total = edition.items_total.count if edition and edition.items_total else None
        if scores is None or rest is None or total is None or not scores.is_whole("items"):
            return {}
        listed = {code: value for code, one in scores.items.items() if (value := known(one.score)) is not None}
        if len(listed) < len(scores.items):
            return {}
        every = {f"O{number}": rest.score for number in range(1, total + 1)}
        scored = every | listed
        return {code: scored[code] for code in _items_of(edition, indicator, scored)} if indicator else scored

    def zero_items(self, year: int, indicator: str, named: Iterable[str]) -> dict[str, Decimal]:
        """The scores of the OIT items that got none, with those that are `named`; empty where they are not all known.

        How many items there are need not be known; of an indicator the place of every one that got none has to be.
        """
        scores, edition = self.scores(year), self.edition(year)
        rest = known(scores.items_not_listed) if scores else None
        if scores is None or rest is None or not rest.score or not scores.is_whole("items"):
            return {}
        listed = {code: value for code, one in scores.items.items() if (value := known(one.score)) is not None}
        if len(listed) < len(scores.items):
            return {}
        found = {
            code: listed.get(code, rest.score) for code in {*named, *(code for code in listed if not listed[code])}
        }
        return {code: found[code] for code in _items_of(edition, indicator, found)} if indicator else found

    def all_figures(self, year: int) -> Iterator[Decimal]:
        """Every score of a year, whatever it is of."""
        scores = self.scores(year)
        if scores is not None:
            groups = (scores.instruments, scores.parts, scores.indicators, scores.subindicators)
            for figure in (scores.total, *(one for group in groups for one in group.values())):
                yield from statements_of(figure)
            yield from (value for one in scores.questions if (value := known(one.score)) is not None)


def _items_of(edition: Edition | None, indicator: str, codes: Iterable[str]) -> list[str]:
    """The items of an indicator, where it is verified for every item to which it belongs."""
    of = {}
    for code in codes if edition else ():
        item = edition.items.get(code) if edition else None
        part = edition.subindicators.get(item.subindicator or "") if edition and item else None
        of[code] = part.indicator if part else ""
    return [code for code, number in of.items() if number == indicator] if all(of.values()) else []


def name_of(subject: Referent, edition: Edition | None) -> str:
    """A subject in Thai: ตัวชี้วัดที่ 10 การป้องกันการทุจริต."""
    if subject.kind == "total":
        return "คะแนนรวม"
    if subject.kind == "instrument":
        return f"แบบ {subject.key}"
    indicator = edition.indicators.get(subject.key) if edition else None
    part = edition.subindicators.get(subject.key) if edition else None
    if subject.kind == "subindicator":
        return f"ตัวชี้วัดย่อยที่ {subject.key} {part.name if part else ''}".strip()
    return f"ตัวชี้วัดที่ {subject.key} {indicator.name if indicator else ''}".strip()
