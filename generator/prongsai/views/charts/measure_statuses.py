"""Pictures of measures by status, of a year, of each unit and of each year, with the tables that say the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from prongsai import addresses
from prongsai.analysis.results import shared_units
from prongsai.model.site import FiscalYear, Site
from prongsai.model.status import Status
from prongsai.views.charts import Share, Sign, Stack, StackChart, shortened_name, word_stack
from prongsai.views.charts.status_counts import (
    MEASURE_COUNTS,
    Tally,
    ordered_statuses,
    unit_tallies,
    year_tally,
)
from prongsai.views.content import Head, Phrase, Table, cell, number_cell
from prongsai.views.names import unit_phrase
from prongsai.views.speech import Speech

NEITHER = f"“{Status.NO_REPORT.word}” ไม่นับว่าทำแล้วหรือยังไม่ได้ทำ"
_SHARED = "มาตรการที่มีหลายหน่วยงานรับผิดชอบนับให้ทุกหน่วยงาน ผลรวมของทุกหน่วยงานจึงมากกว่าจำนวนมาตรการ"
_APART = "   "  # room that keeps the name of a bar from its figure on the narrowest telephone
UNKNOWN = {Status.NO_REPORT.look, "silent"}  # the forms of measures of which no status is known
PLAIN = "bar"  # the form of a number of measures alone
Pictured = tuple[StackChart | None, Table]
Rows = Mapping[Phrase, Tally]


def status_picture(year: FiscalYear, speech: Speech) -> Pictured:
    """The measures of a year by status: one bar, and a row for each status; no picture where there are none."""
    tally = year_tally(year, speech)
    name = f"มาตรการของ{speech.fiscal_year(year.year)} แยกตามสถานะ"
    rows = tuple(
        (cell(one.text, head=True), number_cell(speech.count(tally[one]))) for one in ordered_statuses([tally])
    )
    table = Table("statuses", name, (Head("สถานะ"), Head("จำนวนมาตรการ", True)), rows, of=MEASURE_COUNTS.name)
    return _drawn("statuses", f"แผนภูมิ{name}", {Phrase(""): tally}, speech), table


def units_picture(years: Sequence[FiscalYear], site: Site, speech: Speech, *, every_unit: bool = False) -> Pictured:
    """The measures of these years by unit and status; no picture and no row where no unit is named.

    With `every_unit` the table has a row for each unit of the agency, also for those without a measure.
    """
    tallies = unit_tallies(years, site, speech)
    whole = sum((year_tally(year, speech) for year in years if year.measures), Tally())
    has_units = any(unit.kind != "absent" for unit in tallies)
    is_counted_twice = sum(map(Tally.total, tallies.values())) > whole.total()
    given = (f"มาตรการที่มอบให้{word} นับให้ทุกหน่วยงานที่คำนี้หมายถึง" for word in _words(years, site))
    shared = (*([_SHARED] if is_counted_twice else ()), *given)
    span = f"ของ{speech.fiscal_year(years[0].year)}" if len(years) == 1 else "ทุกปี"
    name = f"มาตรการ{span} แยกตามหน่วยงาน{_and_status(tallies)}"
    units = {unit_phrase(site, key): Tally() for key in site.agency.units} if every_unit else {}
    rows = {Phrase("มาตรการทั้งหมด"): whole, **units, **tallies} if has_units or units else {}
    chart = _drawn("by-unit", f"แผนภูมิ{name}", rows, speech, shared, least=3) if has_units else None  # with the whole
    return chart, _counted("by-unit", name, "หน่วยงาน", rows, speech)


def _and_status(tallies: Rows) -> str:
    """The words for statuses, where any is known."""
    return "และสถานะ" if any(one.kind not in UNKNOWN for one in ordered_statuses(tallies.values())) else ""


def _words(years: Sequence[FiscalYear], site: Site) -> dict[str, None]:
    """The words for several units by which measures are given, each once."""
    given = (word for year in years for facts in year.measure_facts for word in shared_units(facts, site).values())
    return dict.fromkeys(given)


def years_picture(years: Sequence[FiscalYear], speech: Speech) -> Pictured:
    """The measures of each year by status, a bar a year in the order given."""
    tallies = {
        Phrase(speech.fiscal_year(year.year), href=addresses.section_path(year.year, "measures")): year_tally(
            year, speech
        )
        for year in years
    }
    name = "มาตรการแต่ละปีแยกตามสถานะ" if _and_status(tallies) else "จำนวนมาตรการแต่ละปี"
    chart = _drawn("by-year", f"แผนภูมิ{name}", tallies, speech)
    return chart, _counted("by-year", name, "ปีงบประมาณ", tallies, speech)


def _drawn(
    key: str, title: str, rows: Rows, speech: Speech, notes: tuple[str, ...] = (), *, least: int = 2
) -> StackChart | None:
    """The picture; None where all have one status and there are not at `least` so many bars to compare.

    Where no status of any is known, the bars are plain numbers of measures.
    """
    statuses = ordered_statuses(rows.values())
    is_plain = len(statuses) == 1 and statuses[0].kind in UNKNOWN
    stacks = tuple(_stack(head, tally, speech, is_plain=is_plain) for head, tally in rows.items() if tally)
    if len(statuses) < 2 and len(stacks) < least:
        return None
    shown = () if is_plain else statuses
    neither = (NEITHER,) if any(one.kind == Status.NO_REPORT.look for one in shown) else ()
    said = tuple(map(word_stack, stacks)) if len(statuses) > 1 else tuple(f"{one.label} {one.figure}" for one in stacks)
    return StackChart(
        key=key,
        title=title,
        sentences=(*(one.text for one in shown[:1] if len(statuses) == 1), *said),
        table=key,
        signs=tuple(Sign(kind=one.kind, text=one.text) for one in shown),
        notes=(*notes, *neither),
        stacks=stacks,
        most=max(map(Tally.total, rows.values())),
    )


def _stack(head: Phrase, tally: Tally, speech: Speech, *, is_plain: bool) -> Stack:
    whole = f"{speech.count(tally.total()).text} มาตรการ"
    shares = tuple(
        Share(
            kind=PLAIN if is_plain else one.kind,
            text=one.text,
            count=tally[one],
            figure=speech.count(tally[one]).text,
        )
        for one in ordered_statuses([tally])
    )
    return Stack(label=shortened_name(head.text, f"{whole}{_APART}"), figure=whole, shares=shares)


def _counted(key: str, caption: str, head: str, rows: Rows, speech: Speech) -> Table:
    """A row for each tally: its whole, and a column for each status that occurs; of one status this is said once."""
    found = ordered_statuses(rows.values())
    statuses = found if len(found) > 1 else ()
    said = f"สถานะของทุกแถวในตารางนี้: {found[0].text}" if len(found) == 1 else ""
    cells = tuple(
        (
            cell(name, head=True),
            number_cell(speech.count(tally.total())),
            *(number_cell(speech.count(tally[one])) for one in statuses),
        )
        for name, tally in rows.items()
    )
    columns = (Head(head), Head("จำนวนมาตรการ", True), *(Head(one.text, True) for one in statuses))
    return Table(key, caption, columns, cells, of=MEASURE_COUNTS.name, said=said)
