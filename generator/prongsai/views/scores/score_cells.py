"""Cells of the table of scores that rest on a figure: what is computed, compared and changed, by each of two lists."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from prongsai.analysis.comparison import Movement, compare
from prongsai.analysis.readings import valid_statements
from prongsai.analysis.results import YearResult
from prongsai.analysis.scoring import Computed, stated_or_none
from prongsai.model.scores import Figure, Scores
from prongsai.model.stated import Absence, known
from prongsai.views.charts import NO_DATA
from prongsai.views.content import Part, Phrase
from prongsai.views.scores.figures import against_target, by_other_list, computed_phrase, published_parts
from prongsai.views.speech import Speech

_COMPARED = {"total", "instrument", "indicator"}  # what one year can be compared by with another


@dataclass(frozen=True)
class Scored:
    """One figure of a year: what it is of, and its code in the edition."""

    result: YearResult
    kind: str
    code: str

    @property
    def figure(self) -> Figure | None:
        """The published figure."""
        return _figure(self.result.year.scores, self.kind, self.code)

    @property
    def value(self) -> Decimal | None:
        """Its value, where it is known."""
        return _value(self.result.year.scores, self.kind, self.code)

    @property
    def before(self) -> Decimal | None:
        """The value of the year before."""
        return _value(self.result.previous_scores, self.kind, self.code)

    @property
    def change(self) -> Movement | None:
        """The change from the year before."""
        return compare(self.before, self.value)


def _figure(scores: Scores | None, kind: str, code: str) -> Figure | None:
    if scores is None:
        return None
    return scores.total if kind == "total" else getattr(scores, f"{kind}s").get(code)


def _value(scores: Scores | None, kind: str, code: str) -> Decimal | None:
    if kind == "total":
        return known(scores.total.value) if scores else None
    return stated_or_none(scores, f"{kind}s", code)


def computed_cell(row: Scored, speech: Speech) -> tuple[Phrase, ...]:
    """The figure as it follows from those below it; with the one by the other of two lists."""
    if row.kind == "part":
        return (Phrase("ไม่มีวิธีคำนวณที่ยืนยัน", kind="absent"),)
    first, otherwise = _computed_by(row, row.result.computed), row.result.otherwise
    said = computed_phrase(first, speech)
    other = _computed_by(row, otherwise) if otherwise is not None else None
    return (said,) if other is None or other == first else (said, by_other_list(computed_phrase(other, speech)))


def _computed_by(row: Scored, found: Computed) -> Decimal | Fraction | None:
    values: Mapping[str, Decimal | Fraction] = {} if row.kind == "total" else getattr(found, f"{row.kind}s")
    return found.total if row.kind == "total" else values.get(row.code)


def previous_cell(row: Scored, speech: Speech) -> tuple[Part, ...] | None:
    """The score of the year before, with what else its document states for it."""
    if row.result.previous is None or row.kind not in _COMPARED:
        return None
    if row.before is None:
        return speech.published(Absence.NOT_ENTERED)
    return published_parts(_figure(row.result.previous_scores, row.kind, row.code), speech)


def change_cell(row: Scored, speech: Speech) -> tuple[Part, ...] | None:
    """The difference and the word for it; with those by other figures where either year states two."""
    if row.kind not in _COMPARED:
        return None
    said = speech.change(row.change)
    words = (Phrase(row.change.word),) if row.change is not None else ()
    return (said, *words, *_changed_otherwise(row, speech))


def changed_cell(row: Scored, speech: Speech) -> tuple[Phrase, ...]:
    """The change from the year before in words, with those by other figures."""
    return (speech.change(row.change), *_changed_otherwise(row, speech))


def _changed_otherwise(row: Scored, speech: Speech) -> tuple[Phrase, ...]:
    """The changes by the other figures of a document that states two, where they are not the same."""
    before, now = (_stated(scores, row) for scores in (row.result.previous_scores, row.result.year.scores))
    changes = (compare(one, two) for one in before for two in now)
    said = dict.fromkeys(speech.change(one).text for one in changes if one is not None)
    first = speech.change(row.change).text
    return tuple(by_other_list(Phrase(text)) for text in said if text != first)


def _stated(scores: Scores | None, row: Scored) -> tuple[Decimal, ...]:
    """Every value that a document states for the figure of a row, the valid one alone where the agency said which."""
    return valid_statements(scores, _figure(scores, row.kind, row.code))


def goal_cell(row: Scored, speech: Speech) -> tuple[Phrase, ...] | None:
    """The score compared with the target; with that of another place in the document where the two differ."""
    target = row.result.year.edition.target
    if row.kind not in _COMPARED:
        return None
    if target is None:
        return (Phrase(NO_DATA, kind="absent"),)
    said = against_target(row.value, target.score, speech)
    others = (against_target(one, target.score, speech) for one in _stated(row.result.year.scores, row)[1:])
    return (said, *(by_other_list(one) for one in dict.fromkeys(others) if one.text != said.text))
