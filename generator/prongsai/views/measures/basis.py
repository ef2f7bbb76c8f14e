"""The basis of a measure, and the measures that answer a thing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from prongsai.analysis.reach import INFERRED, Reach, grounds_for_item, names_no_indicator, reach_of, reaches
from prongsai.analysis.results import Results, once
from prongsai.model.edition import Edition
from prongsai.model.measures import Basis, Measure
from prongsai.model.site import FiscalYear, MeasureFacts
from prongsai.model.stated import Printed, known
from prongsai.views.content import Bullet, Bullets, Part, Phrase
from prongsai.views.names import indicator_phrase, instrument_name, item_phrase, subindicator_phrase
from prongsai.views.speech import Speech
from prongsai.views.table import OF_MEASURE, ROW, YEAR, Column, TableOf, field_columns, measure_column

MATCHED = "จับคู่โดยผู้จัดทำข้อมูล"


def basis_phrases(basis: Basis, answered: FiscalYear | None, speech: Speech) -> tuple[Phrase, ...]:
    """The basis of a measure, with a mark where the maker of the data matched it."""
    parts: list[Phrase] = []
    edition = answered.edition if answered else None
    if basis.instrument is not None:
        name = instrument_name(edition, basis.instrument, speech) if edition else basis.instrument
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
        parts.append(Phrase(MATCHED, kind="inferred"))
    return (*parts, *(_inferred(basis, edition, speech) if edition is not None else ()))


def _inferred(basis: Basis, edition: Edition, speech: Speech) -> Iterator[Phrase]:
    """The indicators that a basis leads to without naming them, each with the ground."""
    found = reach_of(basis, edition)
    for one in found:
        if one.ground in INFERRED:
            yield indicator_phrase(edition, one.number, speech)
            yield Phrase(ground_words(one, speech), kind="inferred")
    whole = next((one for one in found if one.ground == "of-instrument"), None)
    if whole is not None:
        yield Phrase(f"ใช้กับทุกตัวชี้วัดของ {whole.cited}", kind="aside")


def ground_words(one: Reach, speech: Speech) -> str:
    """The ground on which a measure counts for an indicator or an item, in words."""
    words = {
        "named": "เอกสารระบุ",
        "matched": MATCHED,
        "of-item": f"ระบุข้อ {one.cited}",
        "of-subindicator": f"ระบุตัวชี้วัดย่อยที่ {speech.digits(one.cited)}",
        "of-question": f"อนุมานจากข้อคำถาม {one.cited}",
        "of-instrument": f"ใช้กับทุกเรื่องของ {one.cited}",
    }
    return words[one.ground]


def _coded(basis: Basis, answered: FiscalYear | None, speech: Speech) -> list[Phrase]:
    parts: list[Phrase] = []
    both = (basis.item, basis.question)
    parts += [Phrase(value.printed, kind="printed") for value in both if isinstance(value, Printed)]
    item, question = known(basis.item), known(basis.question)
    if item is not None:
        parts.append(
            item_phrase(answered, item, speech, has_words=bool(basis.wording)) if answered else Phrase(f"ข้อ {item}")
        )
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


@dataclass(frozen=True)
class Answering:
    """A measure that answers an indicator or an item, with the grounds for saying so."""

    facts: MeasureFacts
    grounds: tuple[Reach, ...]

    def mark(self, speech: Speech) -> tuple[Phrase, ...]:
        """The ground where the document names no such thing by itself: inferred from a question, or from all of OIT."""
        first = self.grounds[0]
        if first.ground in INFERRED:
            return (Phrase(ground_words(first, speech), kind="inferred"),)
        return (Phrase(f"({ground_words(first, speech)})", kind="aside"),) if first.ground == "of-instrument" else ()


@once
def _reached(results: Results, year: int) -> tuple[tuple[MeasureFacts, Mapping[str, tuple[Reach, ...]]], ...]:
    """The measures that answer a year, each with the indicators that it answers."""
    edition = results.years[year].year.edition
    return tuple((facts, reaches(facts.measure, edition)) for facts in results.answering(year))


def measures_answering(results: Results, *, year: int, item: str = "", indicator: str = "") -> list[Answering]:
    """The measures that answer an item or an indicator of the result of `year`."""
    result = results.years.get(year)
    if result is None:
        return []
    edition, found = result.year.edition, []
    for facts, reached in _reached(results, year):
        of_item = grounds_for_item(facts.measure, item, edition) if item else ()
        grounds = of_item or reached.get(indicator, ())
        if grounds:
            found.append(Answering(facts, grounds))
    return found


def word_no_measure(results: Results, years: Iterable[int], what: str, speech: Speech) -> str:
    """The sentence where no measure of some years is known to answer `what`; none is denied where one may exist."""
    found = [names_no_indicator(_measures_of(results, year), _edition_of(results, year)) for year in years]
    unnamed, unknown = (sum(counts) for counts in zip(*found, strict=True)) if found else (0, 0)
    if not unnamed:
        return f"ยังไม่มีมาตรการที่ระบุว่าตอบ{what}"
    said = f"เอกสารไม่ได้ระบุตัวชี้วัดของ {speech.digits(unnamed)} มาตรการ"
    if unknown:
        return f"{said} จึงบอกไม่ได้ว่ามีมาตรการที่ตอบ{what}หรือไม่"
    return f"{said} และข้อคำถามที่มาตรการเหล่านั้นอ้างไม่ใช่ของ{what}"


def _measures_of(results: Results, year: int) -> Iterator[Measure]:
    return (facts.measure for facts in results.answering(year))


def _edition_of(results: Results, year: int) -> Edition:
    return results.years[year].year.edition


@dataclass(frozen=True)
class BasisRow:
    """One thing that a measure of a year answers, with its place among those of the measure."""

    measure: str
    place: int
    basis: Basis
    reach: tuple[Reach, ...] = ()

    @property
    def counts_for(self) -> str:
        """The numbers of the indicators that it counts for."""
        return " ".join(one.number for one in self.reach)

    @property
    def counted_by(self) -> str | None:
        """The ground for the last of them: what is named by itself comes first."""
        return self.reach[-1].ground if self.reach else None

    @property
    def is_inferred(self) -> bool | None:
        """True if an indicator is inferred from the question; None where it counts for none."""
        return any(one.ground in INFERRED for one in self.reach) if self.reach else None


GROUNDS = {
    "named": "เอกสารระบุตัวชี้วัด",
    "matched": MATCHED,
    "of-item": "เอกสารระบุข้อ OIT ของตัวชี้วัด",
    "of-subindicator": "เอกสารระบุตัวชี้วัดย่อย",
    "of-question": "อนุมานจากข้อคำถามที่มาตรการอ้าง",
    "of-instrument": "มาตรการใช้กับทุกตัวชี้วัดของเครื่องมือ",
}
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
        Column("counts_for", "ตัวชี้วัดที่นับให้", "counts_for", "เลขตัวชี้วัดที่เว็บไซต์นี้นับว่ามาตรการตอบ ในปีของผลที่มาตรการตอบ"),
        Column("counted_by", "เหตุที่นับ", "counted_by", "เหตุที่นับให้ตัวชี้วัดนั้น", choices=GROUNDS),
        Column("is_inferred", "อนุมานตัวชี้วัด", "is_inferred", "true คือตัวชี้วัดอนุมานจากข้อคำถาม เอกสารไม่ได้ระบุเอง", "boolean"),
    ),
    ("fiscal_year", "measure_id", "row"),
    OF_MEASURE,
)


def basis_rows(year: FiscalYear, answered: FiscalYear | None) -> Iterator[BasisRow]:
    """The basis of each measure of a year, counted by the rules of the year whose result it answers."""
    for measure in year.listed_measures:
        for place, basis in enumerate(measure.basis, 1):
            yield BasisRow(measure.id, place, basis, reach_of(basis, answered.edition) if answered else ())
