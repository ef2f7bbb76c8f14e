"""Figures of a year: published and computed, ranks, and the scores of survey questions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from prongsai.analysis.comparison import compare
from prongsai.analysis.readings import of_other_scope, restated_differently, valid_statements
from prongsai.analysis.results import YearResult
from prongsai.model.agency import Document
from prongsai.model.score_parts import Rank, RankAgain
from prongsai.model.scores import Figure, Question, Scores
from prongsai.model.stated import Absence, Stated, known
from prongsai.views.content import NamedFact, Part, Phrase, Table, fact
from prongsai.views.scores.levels import full_level_parts
from prongsai.views.scores.means import mean_facts
from prongsai.views.speech import Speech
from prongsai.views.table import ROW, YEAR, Column, Heads, TableOf

NO_POINTS = "ไม่ได้คะแนน"  # next to a score of 0 among many, where colour alone would say nothing
CHANGED = "การเปลี่ยนแปลงที่คำนวณ"
UNVERIFIED = Phrase("ยังไม่ยืนยัน", kind="absent")


def published_parts(figure: Figure | None, speech: Speech) -> tuple[Part, ...]:
    """A published figure as stated, with what else the document states for it."""
    parts = speech.published(figure.value if figure else Absence.NOT_ENTERED)
    if figure is None:
        return parts
    others = [again.value for again in figure.also_stated if known(again.value) != known(figure.value)]
    words = dict.fromkeys(speech.plain(speech.published(value)) for value in others)
    return (*parts, *(Phrase(f"(อีกที่หนึ่งระบุ {word})", kind="aside") for word in words))


def computed_phrase(value: object, speech: Speech) -> Phrase:
    """A computed figure, or that what is known does not suffice to compute it."""
    if value is None:
        return Phrase("คำนวณไม่ได้จากข้อมูลที่มี", kind="absent")
    [phrase] = speech.stated(value)
    return phrase if isinstance(phrase, Phrase) else Phrase("")


def weight_phrase(weight: Decimal | None, speech: Speech) -> Phrase:
    """The weight of an instrument in the total, where it is verified."""
    return UNVERIFIED if weight is None else Phrase(f"ร้อยละ {speech.digits(weight)}", value=weight)


def against_target(value: Decimal | None, target: Decimal, speech: Speech) -> Phrase:
    """The score compared with the target, in words."""
    if value is None:
        return Phrase("ไม่มีข้อมูล", kind="absent")
    if value >= target:
        return Phrase("ถึงเป้าหมาย", kind="strong")
    return Phrase(f"ต่ำกว่า {speech.score(target - value).text}", kind="weak")


def by_other_list(phrase: Phrase) -> Phrase:
    """The same by the other of two figures that a document states, next to the one by the first."""
    return Phrase(f"(ตามที่ระบุอีกแห่ง {phrase.text})", kind="aside")


def full_items(result: YearResult, subindicator: str) -> tuple[int, int] | None:
    """The number of items below a sub-indicator with 100 points, of how many; None where no score is known."""
    codes = result.year.edition.items_under(subindicator)
    scores = [result.computed.items[code].score for code in codes if code in result.computed.items]
    return (sum(score == 100 for score in scores), len(codes)) if scores else None


def document_facts(document: Document, speech: Speech) -> tuple[NamedFact, ...]:
    """The issuer of a source document, its year and day, and where it is published."""
    url = known(document.url)
    facts = [
        fact("ผู้ออกเอกสาร", *speech.stated(document.issued_by)),
        fact("ปีงบประมาณ", *speech.stated(document.fiscal_year)),
        fact("วันที่ออกเอกสาร", *speech.stated(document.issued_on)),
        fact("ที่เผยแพร่", *((Phrase(url, href=url),) if url else speech.stated(document.url))),
    ]
    if document.prepared_by is not Absence.NOT_ENTERED:
        facts.insert(1, fact("ผู้จัดทำ", *speech.stated(document.prepared_by)))
    return tuple(facts)


def year_facts(result: YearResult, speech: Speech, *, with_doubt: bool = True) -> tuple[NamedFact, ...]:
    """Level, change and target of a year's result; `with_doubt` also what keeps a possible level from being certain."""
    scores = result.year.scores
    total = known(scores.total.value) if scores else None
    before = known(result.previous_scores.total.value) if result.previous_scores else None
    facts = [fact("ระดับ", *full_level_parts(result, speech, with_doubt=with_doubt))]
    others = valid_statements(scores, scores.total)[1:] if scores else ()
    if others:
        facts.insert(0, fact("คะแนนรวมที่ระบุอีกแห่ง", " และ ".join(speech.score(one).text for one in others)))
    if result.previous is not None:
        change = (speech.change(compare(before, total)), *(speech.change(compare(before, one)) for one in others))
        facts.append(fact(f"เทียบกับปี {speech.digits(result.previous.year)}", *_with_others(change)))
    target = result.year.edition.target
    if target is not None:
        goal = f"{speech.digits(target.score)} คะแนน "
        reached = (against_target(one, target.score, speech) for one in (total, *others))
        facts.append(fact("ค่าเป้าหมาย", goal, *_with_others(reached)))
    return tuple(facts)


def _with_others(phrases: Iterable[Phrase]) -> Iterator[Phrase]:
    """The first of some phrases, and those by other figures of the document that are not the same."""
    first, *others = phrases
    yield first
    yield from (by_other_list(one) for one in dict.fromkeys(others) if one.text != first.text)


def result_facts(result: YearResult, speech: Speech) -> tuple[NamedFact, ...]:
    """Facts of the result that the page of the scores says below its answer: ranks, means, and why there is no day."""
    scores = result.year.scores
    ranks = fact("ลำดับ", *(ranks_parts(scores, speech) if scores else (speech.missing(),)))
    announced = speech.stated(scores.announced_on if scores else Absence.NOT_ENTERED)
    day = () if scores and known(scores.announced_on) else (fact("วันประกาศผล", *announced),)
    return (ranks, *mean_facts(scores, speech), *day)


def ranks_parts(scores: Scores, speech: Speech) -> tuple[Part, ...]:
    """All ranks of a year, also those that have a place of their own."""
    first = rank_parts(scores.rank, speech) if known(scores.rank) or not scores.ranks else ()
    more = [Phrase(word_rank(one, speech)) for one in scores.ranks]
    return (*first, *(Phrase(f"{' และ' if first or place else ''}{one.text}") for place, one in enumerate(more)))


def rank_parts(rank: Stated[Rank], speech: Speech) -> tuple[Part, ...]:
    """All ranks of a year, each with its scope, or why there is none."""
    stated = known(rank)
    if stated is None:
        return speech.stated(rank)
    again = dict.fromkeys(one.value for one in restated_differently(stated))
    others = tuple(Phrase(f"(อีกที่หนึ่งระบุ {speech.digits(f'{value:,}')})", kind="aside") for value in again)
    return (Phrase(word_rank(stated, speech)), *others, *further_ranks(stated, speech))


def further_ranks(rank: Rank, speech: Speech) -> tuple[Part, ...]:
    """The ranks among other agencies, which contradict nothing."""
    return tuple(
        Phrase(f" และ{text}") for text in dict.fromkeys(word_rank(one, speech) for one in of_other_scope(rank))
    )


def word_rank(rank: Rank | RankAgain, speech: Speech) -> str:
    """ลำดับที่ ๗๖ จาก ๒,๓๒๓ with its scope."""
    of = f" จาก {speech.digits(f'{rank.of:,}')}" if isinstance(rank, Rank) and rank.of else ""
    return f"ลำดับที่ {speech.digits(f'{rank.value:,}')}{of} ({speech.plain(speech.stated(rank.scope))})"


_ABOVE_ALL = Decimal(101)  # a question without a score comes last


def _place(row: Question) -> Decimal:
    score = known(row.score)
    return _ABOVE_ALL if score is None else score


def _instrument(row: Question, speech: Speech) -> str:
    return f"{row.instrument} ส่วนที่ {speech.digits(row.part)}" if row.part else f"{row.instrument}"


def _findings(row: Question, speech: Speech) -> object:
    return speech.texts(row.findings, ordered=False)


QUESTIONS: TableOf[Question] = TableOf(
    "survey-questions",
    "คะแนนรายข้อคำถาม",
    "คะแนนและข้อค้นพบรายข้อคำถามของแบบวัด คะแนนน้อยขึ้นก่อน",
    (
        YEAR,
        ROW,
        Column("instrument", "เครื่องมือ", _instrument, "แบบวัดและส่วนของแบบวัด"),
        Column("code", "ข้อคำถาม", lambda row, speech: speech.stated(row.code), "รหัสข้อคำถาม", heads_row=True),
        Column("wording", "ข้อความ", lambda row, speech: speech.stated(row.wording), "ข้อความของคำถาม"),
        Column("score", "คะแนน", "score", "คะแนนของคำถาม ยิ่งมากยิ่งดี", "figure"),
        Column("findings", "ข้อค้นพบ", _findings, "ข้อค้นพบตามเอกสาร"),
    ),
)


def listed_questions(result: YearResult) -> list[Question]:
    """The questions of a year, lowest score first."""
    questions = result.year.scores.questions if result.year.scores else ()
    return sorted(questions, key=_place)


def questions_table(result: YearResult, speech: Speech) -> Table:
    """Survey questions, lowest score first."""
    heads: Heads = dict.fromkeys(("code", "score", "wording", "findings", "instrument"))
    named = ("questions", f"คะแนนรายข้อคำถาม {speech.fiscal_year(result.year.year)}")
    return QUESTIONS.show(named, heads, listed_questions(result), speech)
