"""Lists of measures across the years: those of one status and those of one unit, newest year first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from prongsai import addresses
from prongsai.analysis.listed import Listed
from prongsai.analysis.results import Results
from prongsai.model.newest_report import progress_of
from prongsai.model.site import Site
from prongsai.model.status import GROUPS, OTHER_KEY
from prongsai.views.content import Cell, Column, Phrase, Table, cell
from prongsai.views.measure_ways import Way
from prongsai.views.measures import measure_link, responsible_parts, stated_parts
from prongsai.views.speech import Speech

MOST_ROWS = 40  # measures shown on a page across years; older ones stand on the pages of their years


def status_view(results: Results, key: str, speech: Speech) -> dict[str, Any]:
    """What the page of a status shows: how many there are, the newest of them, and where the others stand."""
    found = [one for one in results.listed if one.group == key]
    return {
        "name": GROUPS[key],
        "count": speech.digits(len(found)),
        "table": _status_table(found[:MOST_ROWS], key, results.site, speech),
        "older": _older(found[MOST_ROWS:], speech),
        "reports": _own_reports(results, key, speech),
    }


def _status_table(found: Sequence[Listed], key: str, site: Site, speech: Speech) -> Table:
    columns = [Column("ปี"), Column("มาตรการ"), Column("ผู้รับผิดชอบ"), Column("ระยะเวลา")]
    rows = [
        [
            *_named(one, speech),
            cell(*responsible_parts(one.facts, site, speech)),
            cell(*stated_parts(one.facts, "period", speech)),
        ]
        for one in found
    ]
    if key == OTHER_KEY:  # elsewhere the status is the page's own
        columns.append(Column("สถานะ"))
        rows = [[*row, cell(speech.status(one.facts.progress))] for row, one in zip(rows, found, strict=True)]
    caption = f"มาตรการที่มีสถานะ {GROUPS[key]} เรียงจากปีล่าสุด"
    return Table("measures", caption, tuple(columns), tuple(tuple(row) for row in rows), stacks=True)


def _named(one: Listed, speech: Speech) -> tuple[Cell, Cell]:
    return cell(speech.digits(one.year.year)), cell(measure_link(one.year.year, one.measure, speech), head=True)


def _older(found: Sequence[Listed], speech: Speech) -> tuple[Way, ...]:
    """The years of measures that the page itself has no room for, with how many there are."""
    counts = Counter(one.year.year for one in found)
    return tuple(
        Way(f"มาตรการของ{speech.fiscal_year(year)}", addresses.section_path(year, "measures"), count)
        for year, count in counts.items()
    )


def _own_reports(results: Results, key: str, speech: Speech) -> tuple[Phrase, ...]:
    """The rows of reports that name no measure, leading to where they stand; their document has only the report."""
    return tuple(
        Phrase(
            f"ปี {speech.digits(number)} {speech.plain(speech.stated(report.title))}",
            href=f"{addresses.section_path(number, 'follow-up')}#r{place:02d}",
        )
        for number, result in reversed(results.years.items())
        for place, report in enumerate(result.year.reports, start=1)
        if report.measure is None and progress_of((report,)).status.group == key
    )[:MOST_ROWS]


def unit_view(results: Results, key: str, speech: Speech) -> dict[str, Any]:
    """What the page of a unit shows: what it carries in a sentence, by status, and measure by measure."""
    found = [one for one in results.listed if key in one.units]
    unit = results.site.agency.units[key]
    return {
        "unit": unit,
        "lead": _carried(unit.name, key, found, speech),
        "by_status": _by_status(found),
        "newest": speech.fiscal_year(found[0].year.year) if found else "",
        "table": _unit_table(found[:MOST_ROWS], key, unit.name, speech),
        "older": _older(found[MOST_ROWS:], speech),
    }


def _carried(name: str, key: str, found: Sequence[Listed], speech: Speech) -> str:
    """กองคลังรับผิดชอบ ๑๒ มาตรการใน ๓ ปีงบประมาณ เป็นผู้รับผิดชอบหลัก ๕ มาตรการ."""
    if not found:
        return ""
    years = {one.year.year for one in found}
    span = f"ปีงบประมาณ พ.ศ. {min(years)}" + (f" ถึง {max(years)}" if len(years) > 1 else "")
    leading = sum(key in one.lead_units for one in found)
    as_lead = f" เป็นผู้รับผิดชอบหลัก {leading} มาตรการ" if leading else ""
    gap = " " if name.endswith("ฯ") else ""
    return f"{name}{gap}" + speech.digits(f"รับผิดชอบ {len(found)} มาตรการ ใน{span}{as_lead}")


def _by_status(found: Sequence[Listed]) -> tuple[Way, ...]:
    """How many measures of the newest year have which status, each leading to the page of that status."""
    newest = [one.group for one in found if one.year is found[0].year]
    counts = Counter(newest)
    return tuple(Way(name, addresses.status_path(key), counts[key]) for key, name in GROUPS.items() if counts[key])


def _unit_table(found: Sequence[Listed], key: str, name: str, speech: Speech) -> Table:
    with_role = any(one.lead_units for one in found)
    rows = []
    for one in found:
        role = "หลัก" if key in one.lead_units else "ร่วม" if one.lead_units else "เอกสารไม่ได้แยก"
        rows.append(
            (
                *_named(one, speech),
                *([cell(role)] if with_role else []),
                cell(*stated_parts(one.facts, "period", speech)),
                cell(speech.status(one.facts.progress)),
            )
        )
    role_column = [Column("ความรับผิดชอบ")] if with_role else []
    columns = (Column("ปี"), Column("มาตรการ"), *role_column, Column("ระยะเวลา"), Column("สถานะ"))
    return Table("measures", f"มาตรการที่{name}รับผิดชอบ", columns, tuple(rows), stacks=True)
