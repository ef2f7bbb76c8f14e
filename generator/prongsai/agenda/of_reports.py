"""Reports on the measures: the rounds of six and twelve months that are over, and those that come."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.agenda.entry import COORDINATOR, Entry
from prongsai.agenda.moment import Moment
from prongsai.analysis.results import Listed
from prongsai.model.reports import ROUNDS, on_time_until, round_end
from prongsai.model.site import MeasureFacts
from prongsai.rules.naming import measure_name
from prongsai.rules.report_rounds import misses_round
from prongsai.thai.periods import Period

_BASIS = "สิ้นรอบตามปีงบประมาณ และรายงานภายในสามเดือนหลังสิ้นรอบ"


def report_entries(moment: Moment) -> Iterator[Entry]:
    """The reports that are missing, for each year, round and unit."""
    for number in moment.near_years:
        if not all(moment.is_whole(number, name) for name in ("measures", "follow-up")):
            continue
        measures = [one for one in moment.results.listed if one.year.year == number]
        for months in ROUNDS:
            end = round_end(months, number)
            over = moment.today > end
            lacking = [one for one in measures if (_is_missing if over else _will_be_due)(one.facts, months)]
            yield from _by_unit(moment, number, months, lacking)


def _by_unit(moment: Moment, number: int, months: str, measures: list[Listed]) -> Iterator[Entry]:
    """An entry for each unit that has such a measure; one measure may be of several units."""
    units = moment.site.agency.units
    carried = {one: [key for key in one.every_unit if not units[key].group] or [""] for one in measures}
    for unit in dict.fromkeys(key for keys in carried.values() for key in keys):
        own = [measure_name(one.measure) for one, keys in carried.items() if unit in keys]
        yield _entry(number, months, unit, own, is_over=moment.today > round_end(months, number))


def _entry(number: int, months: str, unit: str, names: list[str], *, is_over: bool) -> Entry:
    end = round_end(months, number)
    by_unit = f"ส่งผลการดำเนินการพร้อมหลักฐานให้{COORDINATOR}"
    do = by_unit if unit else f"กรอก data/{number}/follow-up.yml หรือแผ่นรายงานผลของแบบกรอก พร้อมหลักฐาน"
    return Entry(
        "report-missing" if is_over else "report-coming",
        number,
        f"รายงานผลรอบ {months} เดือน ปีงบประมาณ {number} (สิ้นรอบ {end}) {_lacking(len(names), is_over=is_over)}",
        unit,
        tuple(names) if is_over else (),
        do if is_over else "",
        end.later(),
        on_time_until(months, number),
        _BASIS,
        about=f"{months}m",
    )


def _lacking(count: int, *, is_over: bool) -> str:
    return f"ยังไม่มี {count} มาตรการ" if is_over else f"{count} มาตรการ"


def _is_missing(facts: MeasureFacts, months: str) -> bool:
    """True if a round that is over has no report of a measure that had begun by then, as far as its period tells."""
    return misses_round(facts, months) if facts.reports else not _begins_later(facts, months)


def _will_be_due(facts: MeasureFacts, months: str) -> bool:
    """True if a report will be due at the end of a round: not of what is settled or not begun by then."""
    done = any(report.months == months for report in facts.reports) or facts.progress.status.is_settled
    return not done and not _begins_later(facts, months)


def _begins_later(facts: MeasureFacts, months: str) -> bool:
    """True if a measure is known to begin after the months of a round."""
    period, end = facts.value("period"), round_end(months, facts.year.year)
    begins = period.months_in(facts.year.year) if isinstance(period, Period) else None
    return begins is not None and begins[0] > (end.year, end.month)
