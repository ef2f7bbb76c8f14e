"""Turn what comparing found into problems that say how to keep, redirect or withdraw each address."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from prongsai.ledger.follow_redirects import (
    Addresses,
    answer_of,
    deciding_row,
    find_near,
    origin_of,
    quote_argument,
    settle_ledger,
)
from prongsai.ledger.group_losses import Lost, group_losses, name_of
from prongsai.ledger.renames import NOTHING_KNOWN, Contents
from prongsai.ledger.rows import Ledger, Row
from prongsai.problems import Problem, Where, problem


@dataclass(frozen=True)
class AddressComparison:
    """The result of comparing: lost addresses, redirects that lead nowhere, and rows whose thing is there again."""

    lost: tuple[Lost, ...] = ()
    dangling: tuple[Row, ...] = ()
    again: tuple[Row, ...] = ()


def compare_addresses(ledger: Ledger, addresses: Addresses, contents: Contents = NOTHING_KNOWN) -> AddressComparison:
    """Compare the ledger with what exists now; by `contents` renamed things are known."""
    again = tuple(row for row in ledger.rows if row.state != "live" and row.path in addresses.declared)
    settled = settle_ledger(ledger, addresses)
    dangling = tuple(row for row in settled.rows if row.state == "redirect" and _leads_nowhere(settled, addresses, row))
    return AddressComparison(group_losses(lost_rows(settled, addresses), settled, addresses, contents), dangling, again)


def lost_rows(ledger: Ledger, addresses: Addresses) -> tuple[Row, ...]:
    """The live rows of which nothing is left; the fragments of a page that was redirected go with it."""
    gone = (row for row in ledger.rows if row.state == "live" and not addresses.has(row.path))
    return tuple(row for row in gone if deciding_row(ledger, row).state == "live")


def _leads_nowhere(ledger: Ledger, addresses: Addresses, row: Row) -> bool:
    """True if a redirect ends at what was never there; one that ends at something lost is fixed with that."""
    if answer_of(ledger, addresses, row.path):
        return False
    end = ledger.by_path.get(ledger.target_of(row))
    return end is None


_NAMED = 2  # addresses of a group that a problem names on its own page, and as many elsewhere


def explain_losses(
    compared: AddressComparison, addresses: Addresses, file: str, own_pages: Mapping[str, str]
) -> Iterator[Problem]:
    """The problems of a comparison; `own_pages` are the addresses of pages written by hand, with their files."""
    for lost in compared.lost:
        where = Where(file, lost.row.line, 1)
        if lost.row.fragment and lost.row.page in own_pages:
            yield _headings_lost(lost, where, own_pages[lost.row.page])
        else:
            yield _address_lost(lost, where)
    for row in compared.dangling:
        near = next(iter(find_near(row.to, addresses)), "")
        yield problem("ledger-target-missing", _at_target(file, row), found=row.to, path=row.path, suggestion=near)
    for row in compared.again:
        yield problem("ledger-alive-again", Where(file, row.line, 1), path=row.path)


def lost_paths(found: Problem) -> list[str]:
    """Every address that a problem of this module says is lost."""
    return found.values.get("paths", "").split("\n") if found.code in {"url-lost", "url-lost-heading"} else []


def _address_lost(lost: Lost, where: Where) -> Problem:
    # Below a prefix something may have no counterpart in the new place.
    to = (
        f"{quote_argument(lost.to)} --all" if lost.to and lost.is_prefix else quote_argument(lost.to) if lost.to else ""
    )
    return problem(
        "url-lost",
        where,
        path=lost.path,
        page="" if lost.path_stays else lost.path,
        above=lost.path if lost.path_stays else "",
        typed=" ".join(quote_argument(one) for one in (lost.path, *lost.beside)),
        count=len(lost.rows),
        some=_name_some(lost) if _has_parts(lost) else "",
        keep=origin_of(lost.path),
        to=to,
        last=3 if to else 2,
        paths=_joined(lost),
    )


def _has_parts(lost: Lost) -> bool:
    """True if the path of a group does not say by itself what is lost."""
    name = name_of(lost.path)[1]
    is_own = (row.path.startswith(lost.path) or row.fragment.startswith(name) for row in lost.rows if row.fragment)
    return lost.is_prefix or lost.path_stays or not all(is_own)


def _name_some(lost: Lost) -> str:
    """A few addresses of a group, pages before parts of them, and some of those that are elsewhere."""
    others = sorted((row for row in lost.rows if row.path != lost.path), key=lambda row: (bool(row.fragment), row.path))
    below = [row.path for row in others if row.path.startswith(lost.path)]
    elsewhere = [row.path for row in others if not row.path.startswith(lost.path)]
    return " ".join([*below[:_NAMED], *elsewhere[:_NAMED]])


def _headings_lost(lost: Lost, where: Where, source: str) -> Problem:
    paths = [row.path for row in lost.rows]
    typed, marks = " ".join(map(quote_argument, paths)), " ".join(f"{{ #{row.fragment} }}" for row in lost.rows)
    file, listed = f"content/{source}", _joined(lost)
    return problem("url-lost-heading", where, path=" ".join(paths), typed=typed, mark=marks, file=file, paths=listed)


def _joined(lost: Lost) -> str:
    return "\n".join(row.path for row in lost.rows)


def _at_target(file: str, row: Row) -> Where:
    """The fourth field; rows without quotes are the rule, and in others the line is enough."""
    plain = [row.path, row.first_seen, row.state]
    is_quoted = bool(re.search(r'[",]', "".join(plain)))
    return Where(file, row.line, 1 if is_quoted else len(",".join(plain)) + 2)
