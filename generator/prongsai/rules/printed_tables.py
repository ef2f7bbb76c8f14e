"""Rules on tables as documents print them: every row has a cell for every head, and totals are what they add up to."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from prongsai.analysis.printed_sums import Shares, Sum, shares_of, sums_across, sums_down
from prongsai.model.document_parts import PrintedTable
from prongsai.problems import Fact, Problem, Where, problem
from prongsai.rules.context import Context

_Placed = tuple[int, PrintedTable]


def _tables(context: Context) -> Iterator[_Placed]:
    """Every table that is kept cell by cell, with the year of its file."""
    for result in context.years():
        year = result.year
        for document in (year.analysis, year.measures, year.follow_up):
            for section in document.sections if document else ():
                yield from ((year.year, table) for _, table in section.all_tables)
        comparison = year.scores.comparison if year.scores else None
        if comparison is not None and comparison.table is not None:
            yield year.year, comparison.table


def table_row_width(context: Context) -> Iterator[Problem]:
    """Every row of a table has as many cells as the table has heads; said once for a table, with all such rows.

    A row of a single cell goes over the whole table, as a heading inside it does.
    """
    for year, table in _tables(context):
        heads = len(table.columns)
        found = [place for place, row in enumerate(table.rows) if heads > 1 and len(row) not in {1, heads}]
        if found:
            first, *more = (table.where("rows", place) for place in found)
            counts = sorted({len(table.rows[place]) for place in found})
            values = {"table": table.caption, "count": len(found), "heads": heads}
            values["cells"] = " หรือ ".join(map(str, counts))
            yield problem("table-row-width", first, year=year, **values).about(_fact("width", table), more)


def _fact(kind: str, table: PrintedTable) -> Fact:
    where = table.where("columns")
    return Fact(f"table-{kind}", None, (where.file, str(where.line)))


def table_total_differs(context: Context) -> Iterator[Problem]:
    """A cell headed รวม is the sum of the cells that it closes, as exactly as they are printed.

    Limits: columns of counts and amounts alone, no scores, percentages, years or numbers of rows; a total that fits
    any of the ways in which a table may add (group by group, main rows only, groups alone) is right.
    """
    for year, table in _tables(context):
        for found in (*sums_down(table), *sums_across(table)):
            yield _differing(year, table, found)


def _differing(year: int, table: PrintedTable, found: Sum) -> Problem:
    values = {"table": table.caption, "row": found.row, "column": found.column}
    values |= {"found": _shown(found.printed), "expected": _shown(found.expected)}
    return problem("table-total-differs", _cell(table, found.place), year=year, **values)


def table_percent_differs(context: Context) -> Iterator[Problem]:
    """Percentages whose total is printed as 100 make 100 within their rounding, and each is the share of its count.

    Limits: only a column of ร้อยละ or % with a row of totals; where the total is no 100 they are no shares.
    """
    for year, table in _tables(context):
        for found in shares_of(table):
            yield _not_shares(year, table, found)


def _not_shares(year: int, table: PrintedTable, found: Shares) -> Problem:
    values = {"table": table.caption, "column": found.column, "row": found.row}
    values |= {"found": _shown(found.printed), "expected": _shown(found.expected)}
    code = "table-percent-differs" if found.row else "table-percents-not-whole"
    return problem(code, _cell(table, found.place), year=year, **values)


def _cell(table: PrintedTable, place: tuple[int, int]) -> Where:
    return table.where("rows", *place)


def _shown(value: Decimal) -> str:
    return f"{value:,f}"


RULES = (table_row_width, table_total_differs, table_percent_differs)
