"""The basis of a measure, and the measures that answer a thing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from prongsai.analysis.results import Results
from prongsai.model.measures import Basis, Measure
from prongsai.model.site import FiscalYear, MeasureFacts
from prongsai.model.stated import Printed, known
from prongsai.views.content import Bullet, Bullets, Part, Phrase
from prongsai.views.names import indicator_phrase, instrument_name, item_phrase, subindicator_phrase
from prongsai.views.speech import Speech
from prongsai.views.table import OF_MEASURE, ROW, YEAR, Column, TableOf, field_columns, measure_column


def basis_phrases(basis: Basis, answered: FiscalYear | None, speech: Speech) -> tuple[Phrase, ...]:
    """The basis of a measure, with a mark where the maker of the data matched it."""
    parts: list[Phrase] = []
    edition = answered.edition if answered else None
    if basis.instrument is not None:
        name = instrument_name(edition, basis.instrument) if edition else basis.instrument
        part = f" ส่วนที่ {speech.digits(basis.part)}" if basis.part else ""
        parts.append(Phrase(f"{name}{part}"))
    if basis.indicator is not None and edition is not None:
        parts.append(indicator_phrase(edition, basis.indicator, speech))
    if basis.subindicator is not None:
        parts.append(subindicator_phrase(edition, basis.subindicator, speech))
    parts += _coded(basis, answered, speech)
    if basis.wording is not None:
        parts.append(Phrase(basis.wording))
    score = basis.score
    if isinstance(score, Printed):
        parts.append(Phrase(f"คะแนน {score.printed}", kind="printed"))
    elif known(score) is not None:
        parts.append(Phrase(f"คะแนน {speech.plain(speech.published(score))}"))
    if not basis.stated:
        parts.append(Phrase("จับคู่โดยผู้จัดทำข้อมูล", kind="inferred"))
    return tuple(parts)


def _coded(basis: Basis, answered: FiscalYear | None, speech: Speech) -> list[Phrase]:
    parts: list[Phrase] = []
    both = (basis.item, basis.question)
    parts += [Phrase(value.printed, kind="printed") for value in both if isinstance(value, Printed)]
    item, question = known(basis.item), known(basis.question)
    if item is not None:
        parts.append(item_phrase(answered, item, speech) if answered else Phrase(f"ข้อ {item}"))
    if question is not None:
        parts.append(Phrase(f"ข้อคำถาม {question}"))
    return parts


def basis_parts(measure: Measure, speech: Speech) -> tuple[Part, ...]:
    """The questions with their wording, score and findings, as the document's own column holds them."""
    parts: list[Part] = []
    for basis in measure.basis:
        words = [phrase for phrase in basis_phrases(basis, None, speech) if phrase.text != basis.instrument]
        for phrase in words:
            parts += [Phrase(" "), phrase] if parts else [phrase]
        if basis.findings:
            parts.append(Bullets(tuple(Bullet(text) for text in basis.findings), ordered=False))
    return tuple(parts) or (speech.missing(),)


def measures_answering(
    results: Results, *, year: int, item: str = "", indicator: str = "", items: tuple[str, ...] = ()
) -> list[MeasureFacts]:
    """The measures that answer an item or an indicator of the result of `year`."""
    return [
        facts
        for facts in results.answering.get(year, ())
        if any(_answers(basis, item, indicator, items) for basis in facts.measure.basis)
    ]


def _answers(basis: Basis, item: str, indicator: str, items: tuple[str, ...]) -> bool:
    named = known(basis.item)
    return (bool(item) and named == item) or (bool(indicator) and (basis.indicator == indicator or named in items))


@dataclass(frozen=True)
class BasisRow:
    """One thing that a measure of a year answers, with its place among those of the measure."""

    measure: str
    place: int
    basis: Basis


BASIS: TableOf[BasisRow] = TableOf(
    "measure-basis",
    "สิ่งที่มาตรการตอบ",
    "สิ่งที่แต่ละมาตรการตอบ",
    (
        YEAR,
        measure_column("measure"),
        Column(ROW.name, ROW.title, "place", "ลำดับภายในมาตรการ นับจาก 1", "integer"),
        *field_columns(
            Basis,
            at="basis",
            without={"quote"},
            kinds={"part": "integer", "score": "figure", "stated": "boolean"},
        ),
    ),
    ("fiscal_year", "measure_id", "row"),
    OF_MEASURE,
)


def basis_rows(year: FiscalYear) -> Iterator[BasisRow]:
    """The basis of each measure of a year."""
    for measure in year.listed_measures:
        yield from (BasisRow(measure.id, place, basis) for place, basis in enumerate(measure.basis, 1))
