"""Rules on how written text is worded: what refers to itself, is said too early or twice, or was left from a form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from prongsai.model.analysis import DevelopmentPoint
from prongsai.model.edition import Edition
from prongsai.model.measures import Measure
from prongsai.model.site import FiscalYear
from prongsai.model.stated import known
from prongsai.problems import Fact, Problem, Where, problem
from prongsai.prose.passages import all_texts, points_below
from prongsai.prose.spelling import doubled_sentence, spaced_letters
from prongsai.rules.context import Context, year_by_year
from prongsai.rules.naming import item_name, measure_name, shortened, verified
from prongsai.thai.codes import parse_item_code
from prongsai.thai.numerals import to_arabic

_AS_ITEM = re.compile(r"(?:ตาม|มาตรการใน|มาตรการตาม)ข้อ\s*([Oo0]\s?[0-9]{1,2})(?![0-9])")
_DONE = re.compile(r"เรียบร้อยแล้ว(?!\s*(?:ให้|จึง|จะ|ก่อน))")
_STILL_TO_COME = re.compile(r"เมื่อ|หลัง|หาก|ถ้า|จน|ก่อน|ภายใน|ให้แล้ว|ซึ่ง|ที่ได้|จะ")
_TO_THE_ASKED = re.compile(r"หน่วยงานของท่าน|(?:ให้|เปิดโอกาสให้)ท่าน(?!ผู้)|มากน้อยเพียงใด")
_MARKS = re.compile(r"^[ะ-ฺ็-๎]+")  # what cannot begin a word, where one was cut
_AFTER = 40  # characters quoted behind what was found
_SHORTEST_POINT = 30  # characters; shorter points such as ชื่อ may well occur twice


def self_reference(context: Context) -> Iterator[Problem]:
    """The text on the item for the follow-up rests on the item for the measures, and not on itself.

    Source: the two items as the edition of the year marks them (answered_by). Limits: only ตามข้อ and มาตรการในข้อ
    with the item's own code, in its own development point.
    """
    for result in context.years():
        edition = result.year.edition
        measures, follow_up = _answered_by(edition, "measures"), _answered_by(edition, "follow-up")
        for point in result.year.analysis.development_points if result.year.analysis else ():
            if measures is None or follow_up is None or point.item != follow_up:
                continue
            for text, where in _texts_of(point):
                for found in _AS_ITEM.finditer(to_arabic(text)):
                    if parse_item_code(found[1]) == follow_up:
                        names = {"item": item_name(edition, follow_up), "expected": item_name(edition, measures)}
                        yield problem(
                            "self-reference", where, year=result.year.year, found=text[slice(*found.span())], **names
                        )


def _answered_by(edition: Edition, answer: str) -> str | None:
    """The item of an edition that is answered so, where that is verified."""
    items = edition.items.items()
    return next((code for code, one in items if one.answered_by == answer and verified(edition, one.evidence)), None)


def _texts_of(point: DevelopmentPoint) -> Iterator[tuple[str, Where]]:
    yield from ((text, point.where("assessed", position)) for position, text in enumerate(point.assessed))
    yield from ((one.text, where) for one, where in points_below(point, "improve"))


def tense(context: Context) -> Iterator[Problem]:
    """A step that is planned is not said to be done already.

    Limits: only เรียบร้อยแล้ว in steps of measures, and not after words such as เมื่อ or หลัง, which speak of later.
    """
    for year, measure in context.measures():
        for point, where in points_below(measure, "steps"):
            found = _DONE.search(point.text)
            if found and not _STILL_TO_COME.search(point.text[: found.start()]):
                words = point.text[max(0, found.start() - 40) : found.end()]
                values = {"what": measure_name(measure), "found": words.split(" ", 1)[-1]}
                yield problem("tense", where, year=year.year, **values)


def doubled(context: Context) -> Iterator[Problem]:
    """A cell says a sentence once: not twice in a row, and not as two points of the same list.

    Limits: only sentences of at least thirty letters, word for word the same apart from spaces.
    """
    for number, result in context.results.years.items():
        yield from context.kept((doubled, number), partial(_doubled_in_cells, context, result.year))
    for year, measure in context.measures():
        for field in ("steps", "action_and_report", "monitoring", "reporting", "constraint"):
            yield from _same_points(year, measure, field)


def _doubled_in_cells(context: Context, year: FiscalYear) -> tuple[Problem, ...]:
    doubles = ((doubled_sentence(text), where) for text, where in all_texts(context, year))
    return tuple(
        problem("doubled-sentence", where, year=year.year, what="", found=shortened(sentence))
        for sentence, where in doubles
        if sentence
    )


def _same_points(year: FiscalYear, measure: Measure, field: str) -> Iterator[Problem]:
    seen: set[str] = set()
    for point, where in points_below(measure, field):
        packed = "".join(point.text.split())
        if len(packed) >= _SHORTEST_POINT and packed in seen:
            values = {"what": measure_name(measure), "found": shortened(point.text)}
            yield problem("doubled-sentence", where, year=year.year, **values)
        seen.add(packed)


def template_residue(context: Context) -> Iterator[Problem]:
    """A recommendation or plan of an agency is not worded as a question to those who answer the survey.

    Limits: only หน่วยงานของท่าน, ให้ท่าน and มากน้อยเพียงใด, in recommendations and in titles and steps of measures
    and titles of reports; questions that are quoted as such are not looked at.
    """
    for year, text, where in _own_words(context):
        found = list(_TO_THE_ASKED.finditer(text))
        if found:
            words = "” และ “".join(dict.fromkeys(one[0] for one in found))
            told = problem("template-residue", where, year=year, found=words, text=_around(text, found[0]))
            yield told.about(Fact("template", year, (found[0][0],)))


def _around(text: str, found: re.Match[str]) -> str:
    """The finding with some of the words around it, cut at spaces where there are any."""
    before, after = text[: found.start()], text[found.end() :]
    start = max(before.rfind(" ", 0, max(len(before) - 20, 0)) + 1, len(before) - 60, 0)
    head = _MARKS.sub("", before[start:])
    tail = after if len(after) <= _AFTER else after[:_AFTER].rpartition(" ")[0]
    return f"{'…' if start else ''}{head}{found[0]}{tail}{'…' if tail != after else ''}"


def _own_words(context: Context) -> Iterator[tuple[int, str, Where]]:
    for result in context.years():
        year = result.year
        for point, where in points_below(year.analysis, "recommendations") if year.analysis else ():
            yield year.year, point.text, where
        for report in year.reports:
            yield year.year, known(report.title) or "", report.where("title")
    for fiscal_year, measure in context.measures():
        yield fiscal_year.year, known(measure.title) or "", measure.where("title")
        for point, where in points_below(measure, "steps"):
            yield fiscal_year.year, point.text, where


def _joined(word: str) -> str:
    """The letters put together, with a space between a word and a number: ตุลาคม ๖๕."""
    return re.sub(r"(?<=[ก-๎])(?=[0-9๐-๙])", " ", word.replace(" ", ""))


@year_by_year
def letter_spacing(context: Context) -> Iterator[Problem]:
    """The letters of a word are written together; each spelling is reported once for a year, with how often it occurs.

    Limits: only four letters or more with single spaces between them, one of which is a vowel that is never alone.
    """
    for result in context.years():
        found: dict[str, list[Where]] = {}
        for text, where in all_texts(context, result.year):
            for word in spaced_letters(text):
                found.setdefault(word, []).append(where)
        for word, places in found.items():
            values = {"found": word, "expected": _joined(word), "count": len(places)}
            told = problem("letter-spacing", places[0], year=result.year.year, **values)
            yield told.about(Fact("words", result.year.year, (word,)), places[1:])


RULES = (self_reference, tense, doubled, template_residue, letter_spacing)
