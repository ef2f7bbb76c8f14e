"""Tables of scores: published beside computed, change, target, items."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from prongsai import addresses
from prongsai.analysis.comparison import compare
from prongsai.analysis.results import Results, YearResult
from prongsai.analysis.scoring import keys_of, stated_or_none
from prongsai.model.agency import Document
from prongsai.model.edition import Edition
from prongsai.model.scores import Figure
from prongsai.model.stated import Absence, known
from prongsai.views.content import Cell, Column, Fact, Part, Phrase, Table, cell, fact, number_cell
from prongsai.views.names import indicator_phrase, instrument_name, item_phrase
from prongsai.views.rank_words import rank_parts
from prongsai.views.speech import Speech
from prongsai.wording.terms import BASES

HIGHEST = Decimal(101)  # a question without a score stands last
PUBLISHED, COMPUTED = "คะแนนตามเอกสาร", "คะแนนที่คำนวณทวน"
NO_POINTS = "ไม่ได้คะแนน"  # beside a score of 0 among many, where colour alone would say nothing
CHANGED = "การเปลี่ยนแปลงที่คำนวณ"


def published_parts(figure: Figure | None, speech: Speech) -> tuple[Part, ...]:
    """A published figure as stated, with what else the document states for it."""
    parts = speech.published(figure.value if figure else Absence.NOT_ENTERED)
    if figure is None:
        return parts
    others = [again.value for again in figure.also_stated if known(again.value) != known(figure.value)]
    words = dict.fromkeys(speech.plain(speech.published(value)) for value in others)
    return (*parts, *(Phrase(f"(อีกที่หนึ่งระบุ {word})", kind="aside") for word in words))


def instruments_table(result: YearResult, speech: Speech) -> Table:
    """Instruments with weight, published and computed score."""
    year = result.year
    rows = []
    for code in keys_of(year.edition.instruments, year.scores, "instruments"):
        tool = year.edition.instruments.get(code)
        figure = year.scores.instruments.get(code) if year.scores else None
        weight = (
            Phrase(f"ร้อยละ {speech.digits(tool.weight)}")
            if tool and tool.weight is not None
            else Phrase("ยังไม่ยืนยัน", "absent")
        )
        rows.append(
            (
                cell(instrument_name(year.edition, code), head=True),
                number_cell(weight),
                number_cell(*published_parts(figure, speech)),
                number_cell(computed_phrase(result.computed.instruments.get(code), speech)),
            )
        )
    for code, figure in year.scores.parts.items() if year.scores else ():
        part = year.edition.parts.get(code)
        unknown = Phrase("ยังไม่ยืนยัน", kind="absent")
        computed = Phrase("ไม่มีวิธีคำนวณที่ยืนยัน", kind="absent")
        name = cell(f"{code} {part.name if part else ''}".strip(), head=True)
        rows.append((name, number_cell(unknown), number_cell(*published_parts(figure, speech)), number_cell(computed)))
    columns = (Column("เครื่องมือ"), Column("น้ำหนัก", True), Column(PUBLISHED, True), Column(COMPUTED, True))
    return Table("instruments", f"คะแนนรายเครื่องมือ {speech.fiscal_year(year.year)}", columns, tuple(rows))


def computed_phrase(value: object, speech: Speech) -> Phrase:
    """A computed figure, or that what is known does not suffice to compute it."""
    if value is None:
        return Phrase("คำนวณไม่ได้จากข้อมูลที่มี", kind="absent")
    [phrase] = speech.stated(value)
    return phrase if isinstance(phrase, Phrase) else Phrase("")


def indicators_table(result: YearResult, speech: Speech) -> Table:
    """Indicators with their score, last year's, the change and the distance from the target."""
    year, previous = result.year, result.previous
    columns = [Column("เครื่องมือ"), Column("ตัวชี้วัด"), Column(PUBLISHED, True)]
    if previous is not None:
        columns += [Column(f"ปี {speech.digits(previous.year)}", True), Column(CHANGED)]
    target = year.edition.target
    if target is not None:
        columns.append(Column(f"เทียบค่าเป้าหมาย {speech.digits(target.score)}"))
    rows = tuple(
        _indicator_row(result, number, speech) for number in keys_of(year.edition.indicators, year.scores, "indicators")
    )
    return Table("indicators", f"คะแนนรายตัวชี้วัด {speech.fiscal_year(year.year)}", tuple(columns), rows)


def _indicator_row(result: YearResult, number: str, speech: Speech) -> tuple[Cell, ...]:
    year = result.year
    figure = year.scores.indicators.get(number) if year.scores else None
    value, indicator = stated_or_none(year.scores, "indicators", number), year.edition.indicators.get(number)
    cells = [
        cell(indicator.instrument if indicator else Phrase("ยังไม่ยืนยัน", kind="absent")),
        cell(indicator_phrase(year.edition, number, speech), head=True),
        number_cell(*published_parts(figure, speech)),
    ]
    if result.previous is not None:
        before = stated_or_none(result.previous_scores, "indicators", number)
        cells += [
            number_cell(*speech.published(Absence.NOT_ENTERED if before is None else before)),
            cell(speech.change(compare(before, value))),
        ]
    if year.edition.target is not None:
        cells.append(cell(against_target(value, year.edition.target.score, speech)))
    return tuple(cells)


def brief_indicators_table(result: YearResult, speech: Speech, *, with_target: bool = False) -> Table:
    """Indicators with score and change only, for other pages than that of the scores; the target where asked for."""
    rows = []
    target = result.year.edition.target if with_target else None
    for number in keys_of(result.year.edition.indicators, result.year.scores, "indicators"):
        figure = result.year.scores.indicators.get(number) if result.year.scores else None
        value = stated_or_none(result.year.scores, "indicators", number)
        before = stated_or_none(result.previous_scores, "indicators", number)
        name = indicator_phrase(result.year.edition, number, speech)
        cells = [cell(name, head=True), number_cell(*published_parts(figure, speech))]
        cells += [cell(speech.change(compare(before, value)))] if result.previous else []
        rows.append((*cells, *([cell(against_target(value, target.score, speech))] if target else [])))
    columns = [Column("ตัวชี้วัด"), Column(PUBLISHED, True)]
    columns += [Column(CHANGED)] if result.previous else []
    columns += [Column(f"เทียบค่าเป้าหมาย {speech.digits(target.score)}")] if target else []
    caption = f"คะแนนรายตัวชี้วัด {speech.fiscal_year(result.year.year)}"
    return Table("indicators", caption, tuple(columns), tuple(rows))


def against_target(value: Decimal | None, target: Decimal, speech: Speech) -> Phrase:
    """Whether a score reaches the target, in words."""
    if value is None:
        return Phrase("ไม่มีข้อมูล", kind="absent")
    if value >= target:
        return Phrase("ถึงเป้าหมาย", kind="strong")
    return Phrase(f"ต่ำกว่า {speech.score(target - value).text}", kind="weak")


def subindicators_table(result: YearResult, speech: Speech) -> Table:
    """Sub-indicators, computed from the items."""
    year, rows = result.year, []
    for number in keys_of(year.edition.subindicators, year.scores, "subindicators"):
        sub = year.edition.subindicators.get(number)
        figure = year.scores.subindicators.get(number) if year.scores else None
        full = full_items(result, number)
        count = f"{speech.digits(full[0])} จาก {speech.digits(full[1])} ข้อ" if full else ""
        rows.append(
            (
                cell(f"{speech.digits(number)} {sub.name if sub else ''}".strip(), head=True),
                cell(count or speech.missing()),
                number_cell(*published_parts(figure, speech)),
                number_cell(computed_phrase(result.computed.subindicators.get(number), speech)),
            )
        )
    columns = (
        Column("ตัวชี้วัดย่อย"),
        Column("ข้อที่ได้ ๑๐๐ คะแนน" if speech.thai else "ข้อที่ได้ 100 คะแนน"),
        Column(PUBLISHED, True),
        Column(COMPUTED, True),
    )
    return Table("subindicators", f"คะแนนตัวชี้วัดย่อย {speech.fiscal_year(year.year)}", columns, tuple(rows))


def full_items(result: YearResult, subindicator: str) -> tuple[int, int] | None:
    """How many items below a sub-indicator have 100 points, of how many; None where no score is known."""
    codes = result.year.edition.items_under(subindicator)
    scores = [result.computed.items[code].score for code in codes if code in result.computed.items]
    return (sum(score == 100 for score in scores), len(codes)) if scores else None


def items_table(result: YearResult, speech: Speech, *, only_zero: bool = False) -> Table:
    """OIT items with score, reason and whether that is stated or inferred."""
    rows = []
    for code, item in result.computed.items.items():
        if only_zero and item.score != 0:
            continue
        listed = result.year.scores.items.get(code) if result.year.scores else None
        score = speech.published(listed.score) if listed else speech.stated(item.score)
        if item.basis == "inferred":
            score = (*score, Phrase(BASES["inferred"], kind="inferred"))
        reasons = speech.texts(item.reasons, ordered=False) if item.reasons else (Phrase(""),)
        if item.score == 0 and not only_zero:
            score = (*score, Phrase(NO_POINTS, kind="weak"))
        rows.append((cell(item_phrase(result.year, code, speech), head=True), number_cell(*score), cell(*reasons)))
    columns = (Column("ข้อ (ประเด็นการตรวจ)"), Column("คะแนน", True), Column("สาเหตุที่ไม่ได้คะแนน"))
    caption = "ข้อที่ไม่ได้คะแนน" if only_zero else "ผลรายข้อของแบบตรวจการเปิดเผยข้อมูลสาธารณะ (OIT)"
    return Table(
        "zero-items" if only_zero else "items",
        f"{caption} {speech.fiscal_year(result.year.year)}",
        columns,
        tuple(rows),
    )


def questions_table(result: YearResult, speech: Speech) -> Table:
    """Survey questions, lowest score first; the score is worded so that higher is better."""
    rows = []
    questions = result.year.scores.questions if result.year.scores else ()
    for question in sorted(questions, key=lambda one: known(one.score) or HIGHEST):
        part = f" ส่วนที่ {speech.digits(question.part)}" if question.part else ""
        rows.append(
            (
                cell(f"{question.instrument}{part}"),
                cell(*speech.stated(question.code), head=True),
                cell(*speech.stated(question.wording)),
                number_cell(*speech.published(question.score)),
                cell(*(speech.texts(question.findings, ordered=False) if question.findings else (speech.missing(),))),
            )
        )
    columns = (Column("เครื่องมือ"), Column("ข้อคำถาม"), Column("ข้อความ"), Column("คะแนน", True), Column("ข้อค้นพบ"))
    return Table("questions", f"คะแนนรายข้อคำถาม {speech.fiscal_year(result.year.year)}", columns, tuple(rows))


def years_table(results: Results, speech: Speech, newest: int | None = None) -> Table:
    """The years of the site, newest first; `newest` bounds how many. Without a measure there is no column for them."""
    rows: list[tuple[Cell, ...]] = []
    has_measures = any(result.year.measures for result in results.years.values())
    width = 4 if has_measures or results.latest_with_scores() is None else 3
    for number, result in sorted(results.years.items(), reverse=True)[:newest]:
        scores = result.year.scores
        measures = result.year.measures
        count = Phrase(f"{speech.digits(len(measures.measures))} มาตรการ") if measures else speech.missing()
        row = (
            cell(Phrase(speech.fiscal_year(number), href=addresses.year_path(number)), head=True),
            number_cell(*speech.published(scores.total.value if scores else Absence.NOT_ENTERED)),
            cell(*speech.stated(scores.level.value if scores else Absence.NOT_ENTERED)),
            cell(count),
        )
        rows.append(row[:width])
    columns = (Column("ปีงบประมาณ"), Column("คะแนนรวม", True), Column("ระดับ"), Column("มาตรการของปี"))
    return Table("years", "ผลการประเมินและมาตรการทุกปีงบประมาณ", columns[:width], tuple(rows))


def older_years_table(results: Sequence[YearResult], speech: Speech) -> Table:
    """Years whose measures stand on pages of their own."""
    rows = tuple(
        (
            cell(
                Phrase(speech.fiscal_year(one.year.year), href=addresses.section_path(one.year.year, "measures")),
                head=True,
            ),
            number_cell(speech.count(len(one.year.listed_measures))),
        )
        for one in results
    )
    columns = (Column("ปีงบประมาณ"), Column("จำนวนมาตรการ", True))
    return Table("older", "ปีก่อนหน้า", columns, rows)


def document_facts(document: Document, speech: Speech) -> tuple[Fact, ...]:
    """Who issued a source document, for which year and when, and where it is published."""
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


def year_facts(result: YearResult, speech: Speech) -> tuple[Fact, ...]:
    """Level, change, target, rank and date of a year's result."""
    scores = result.year.scores
    total = known(scores.total.value) if scores else None
    before = known(result.previous_scores.total.value) if result.previous_scores else None
    level = scores.level.value if scores else Absence.NOT_ENTERED
    facts = [fact("ระดับ", *speech.stated(level), *_among_levels(known(level), result.year.edition, speech))]
    if result.previous is not None:
        facts.append(fact(f"เทียบกับปี {speech.digits(result.previous.year)}", speech.change(compare(before, total))))
    target = result.year.edition.target
    if target is not None:
        goal = f"{speech.digits(target.score)} คะแนน "
        facts.append(fact("ค่าเป้าหมาย", goal, against_target(total, target.score, speech)))
    return tuple(facts)


def _among_levels(level: str | None, edition: Edition, speech: Speech) -> tuple[Part, ...]:
    """Where a level stands among those of the year, from the highest; a letter alone says little."""
    names = list(dict.fromkeys(rule.name for rule in edition.levels))
    if level not in names:
        return ()
    place, count = names.index(level) + 1, len(names)
    words = "ระดับสูงสุด" if place == 1 else f"ระดับที่ {place}"
    return (Phrase(f"{speech.digits(words)} จาก {speech.digits(count)} ระดับ", kind="aside"),)


def result_facts(result: YearResult, speech: Speech) -> tuple[Fact, ...]:
    """What the scores page says of the result beside the figures."""
    scores = result.year.scores
    rank = scores.rank if scores else Absence.NOT_ENTERED
    announced = speech.stated(scores.announced_on if scores else Absence.NOT_ENTERED)
    return (*year_facts(result, speech), fact("ลำดับ", *rank_parts(rank, speech)), fact("วันประกาศผล", *announced))
