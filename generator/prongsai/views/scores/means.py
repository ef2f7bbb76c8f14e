"""Means of other agencies that a document prints next to its total, and the distance of the total to each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from prongsai.analysis.readings import valid_statements
from prongsai.analysis.results import YearResult
from prongsai.model.score_parts import PeerMean
from prongsai.model.scores import Scores
from prongsai.model.stated import known
from prongsai.views.content import NamedFact, Part, Phrase, fact
from prongsai.views.speech import Speech
from prongsai.views.table import OF_YEAR, ROW, YEAR, Column, TableOf

_WORDS: dict[str, str] = {
    "province": "จังหวัด",
    "country": "ประเทศ",
    "same_kind": "หน่วยงานประเภทเดียวกัน",
    "district": "อำเภอ",
}


def mean_facts(scores: Scores | None, speech: Speech) -> tuple[NamedFact, ...]:
    """The means that the total is compared with, as one fact next to the rank; none where the document has none."""
    if scores is None or not scores.means:
        return ()
    parts = [part for one in scores.means for part in (*_mean_parts(one, scores, speech), Phrase(" และ "))]
    return (fact("ค่าเฉลี่ยของหน่วยงานอื่น", *parts[:-1]),)


def _mean_parts(mean: PeerMean, scores: Scores, speech: Speech) -> Iterator[Part]:
    """๘๖.๔๐ (ค่าเฉลี่ยของจังหวัด), and by how much each total that the document states is above or below."""
    scope = known(mean.scope) or f"ค่าเฉลี่ยของ{_WORDS[mean.among]}"
    yield from speech.published(mean.value)
    yield Phrase(f" คะแนน ({scope})")
    totals = valid_statements(scores, scores.total)
    apart = tuple(dict.fromkeys(word_distance(total, mean.value, speech) for total in totals))
    yield from (Phrase(f" {'คะแนนรวม' if not place else 'หรือ'}{one}") for place, one in enumerate(apart))


def word_distance(total: Decimal, mean: Decimal, speech: Speech) -> str:
    """A total compared with a mean, both in points of 100: สูงกว่า ๒.๓๑ คะแนน."""
    if total == mean:
        return "เท่ากับค่าเฉลี่ย"
    return f"{'สูงกว่า' if total > mean else 'ต่ำกว่า'} {speech.score(abs(total - mean)).text} คะแนน"


@dataclass(frozen=True)
class Meant:
    """One mean of a year."""

    of: PeerMean

    @property
    def group(self) -> str:
        """The agencies of which it is the mean, in Thai."""
        return _WORDS[self.of.among]


MEANS: TableOf[Meant] = TableOf(
    "means",
    "ค่าเฉลี่ยของหน่วยงานอื่น",
    "ค่าเฉลี่ยของคะแนนรวมที่เอกสารนำมาเทียบ หนึ่งแถวต่อหนึ่งค่า",
    (
        YEAR,
        ROW,
        Column("among", "รหัสกลุ่ม", "of.among", "กลุ่มหน่วยงานของค่าเฉลี่ย", choices=_WORDS),
        Column("group", "กลุ่มของค่าเฉลี่ย", "group", "ชื่อกลุ่มหน่วยงานของค่าเฉลี่ย"),
        Column("mean", "ค่าเฉลี่ย", "of.value", "ค่าเฉลี่ยของคะแนนรวมตามเอกสาร", "figure"),
        Column("scope", "กลุ่มตามที่พิมพ์", lambda row, speech: speech.stated(row.of.scope), "กลุ่มตามเอกสาร หรือเหตุที่ไม่ทราบ"),
        Column("at", "ที่ในเอกสาร", "of.at", "ตำแหน่งในเอกสารต้นทาง"),
    ),
    refers=OF_YEAR,
)


def mean_rows(result: YearResult) -> Iterator[Meant]:
    """All means of a year, in the order of the document."""
    yield from map(Meant, result.year.scores.means if result.year.scores else ())
