"""Rules on names in written text: of indicators, and of items called indicators."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from prongsai.analysis.printed_comparison import names_of_rows
from prongsai.model.document_parts import PrintedTable
from prongsai.model.edition import Edition
from prongsai.model.site import FiscalYear
from prongsai.model.stated import known
from prongsai.problems import Problem, Where, problem
from prongsai.prose.passages import tables_of, written_texts
from prongsai.rules.context import Context
from prongsai.rules.naming import verified
from prongsai.thai.numerals import to_arabic

_NUMBERED = re.compile(r"ตัวชี้วัด(?:ย่อย)?ที่\s*([0-9]{1,2}(?:\.[0-9])?)(?![0-9.]*[0-9])\s*")
_ITEMS_AS_INDICATORS = re.compile(r"(?<![0-9.,])[0-9]{1,2}\s*ตัวชี้วัด")
_ITEM_FIRST = re.compile(
    r"(?<![0-9.,])[0-9]{1,2}\s*ตัวชี้วัด\s*(?:คือ|ได้แก่)\s*(?:\(1\)\s*)?(?:ตัวชี้วัดที่\s*[0-9.]+\s*)?ข้อ\s*[Oo0]\s?[0-9]"
)


def prose_indicator_name(context: Context) -> Iterator[Problem]:
    """A number of an indicator in text comes with a name of that indicator, and not with another's.

    In a printed table of numbers and names, also a name that no indicator has is reported. Limits: only names that
    the edition verifies; what the names kept with the scores already show is not reported once more.
    """
    for result in context.years():
        names = _names(result.year.edition)
        for text, where in written_texts(result.year):
            for number, name in _foreign_names(text, names):
                yield from _misnamed(result.year, number, name, where)
    for result, table in tables_of(context):
        for number, name, position in _rows(table, result.year.edition):
            yield from _misnamed(result.year, number, name, table.where("rows", position, 1))


def _names(edition: Edition) -> dict[str, set[str]]:
    """The verified names of indicators and sub-indicators, by number."""
    groups = (edition.indicators, edition.subindicators)
    found = {number: one for group in groups for number, one in group.items()}
    return {number: {one.name, *one.aliases} for number, one in found.items() if verified(edition, one.names_by)}


def _foreign_names(text: str, names: Mapping[str, set[str]]) -> Iterator[tuple[str, str]]:
    """Numbers of indicators that are followed by the name of another one only."""
    plain = to_arabic(text)
    for found in _NUMBERED.finditer(plain):
        rest, own = plain[found.end() :], names.get(found[1])
        if own is None or any(rest.startswith(name) for name in own):
            continue
        others = [name for number, group in names.items() if number != found[1] for name in group]
        name = next((name for name in sorted(others, key=len, reverse=True) if rest.startswith(name)), None)
        if name is not None and not re.match(r"[ก-๎]", rest[len(name) :]):
            yield found[1], name


def _rows(table: PrintedTable, edition: Edition) -> Iterator[tuple[str, str, int]]:
    """Rows of a table of indicators whose name is none of their number's."""
    if len(table.columns) < 2 or "ตัวชี้วัด" not in table.columns[0]:
        return
    names = _names(edition)
    for position, row in enumerate(table.rows):
        cells = [known(cell) or "" for cell in row[:2]]
        number = to_arabic(cells[0]).rstrip(".")
        if len(cells) == 2 and number in names and cells[1] and cells[1] not in names[number]:
            yield number, cells[1], position


def _misnamed(year: FiscalYear, number: str, name: str, where: Where) -> Iterator[Problem]:
    if _is_kept_with_scores(year, number, name):
        return
    names = _names(year.edition)
    other = next((key for key, group in names.items() if name in group and key != number), None)
    yield problem(
        "prose-indicator-name",
        where,
        year=year.year,
        number=number,
        found=name,
        other=f" ซึ่งเป็นชื่อของตัวชี้วัดที่ {other}" if other else "",
        expected=_own_name(year.edition, number),
        edition=year.year,
    )


def _own_name(edition: Edition, number: str) -> str:
    one = edition.indicators.get(number) or edition.subindicators.get(number)
    return one.name if one else ""


def _is_kept_with_scores(year: FiscalYear, number: str, name: str) -> bool:
    """True if the scores keep the same wrong name, where it is reported already, or cannot be read as a whole."""
    if year.scores is not None and not year.scores.is_whole():
        return True
    figure = year.scores.indicators.get(number) if year.scores else None
    kept = [figure.printed_name or "", *(again.quote or "" for again in figure.also_stated)] if figure else []
    comparison = year.scores.comparison if year.scores else None
    named = names_of_rows(comparison, year.year) if comparison else ()
    return any(name in text for text in (*kept, *(label for key, label, _ in named if key == number)))


def item_called_indicator(context: Context) -> Iterator[Problem]:
    """A list that counts indicators names indicators, and not OIT items.

    Limits: only lists of strengths and weaknesses that name items and no indicator, and findings whose list begins
    with an item.
    """
    for result in context.years():
        analysis = result.year.analysis
        for stated in (*analysis.strengths, *analysis.weaknesses) if analysis else ():
            found = _ITEMS_AS_INDICATORS.search(to_arabic(stated.text))
            if found and stated.items and not stated.indicators and stated.is_complete("indicators"):
                values = {"found": found[0], "count": len(stated.items)}
                yield problem("item-called-indicator", stated.where("text"), year=result.year.year, **values)
        for finding in analysis.findings if analysis else ():
            found = _ITEM_FIRST.search(to_arabic(finding.text))
            if found:
                count = _ITEMS_AS_INDICATORS.search(found[0])
                values = {"found": count[0] if count else found[0], "count": found[0].split("ตัวชี้วัด")[0].strip()}
                yield problem("item-called-indicator", finding.where("text"), year=result.year.year, **values)


RULES = (prose_indicator_name, item_called_indicator)
