"""Turn what comparing found into problems that say how to keep, redirect or withdraw each address."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from prongsai.ledger.compare_addresses import Comparison, Lost
from prongsai.ledger.follow_redirects import Addresses
from prongsai.ledger.rows import Ledger, Row
from prongsai.ledger.suggest_address import find_near, origin_of, quote_argument, suggest_address
from prongsai.problems import Problem, Where, problem


def explain_losses(
    compared: Comparison, ledger: Ledger, addresses: Addresses, file: str, own_pages: Mapping[str, str]
) -> Iterator[Problem]:
    """The problems of a comparison; `own_pages` are the addresses of pages written by hand, with their files."""
    for lost in compared.lost:
        where = Where(file, lost.row.line, 1)
        if lost.row.fragment and lost.row.page in own_pages:
            yield _heading_lost(lost, where, own_pages[lost.row.page])
        else:
            yield _address_lost(lost, where, suggest_address(lost, ledger, addresses))
    for row in compared.dangling:
        near = next(iter(find_near(row.to, addresses)), "")
        yield problem("ledger-target-missing", _at_target(file, row), found=row.to, path=row.path, suggestion=near)
    for row in compared.again:
        yield problem("ledger-alive-again", Where(file, row.line, 1), path=row.path)


def _address_lost(lost: Lost, where: Where, near: str) -> Problem:
    path, count = quote_argument(lost.path), len(lost.rows)
    # Below a prefix something may have no counterpart in the new place.
    target = f"{quote_argument(near)} --all" if lost.is_prefix else quote_argument(near)
    return problem("url-lost", where, path=lost.path, typed=path, count=count, keep=origin_of(lost.path), to=target)


def _heading_lost(lost: Lost, where: Where, source: str) -> Problem:
    typed, mark = quote_argument(lost.path), f"{{ #{lost.row.fragment} }}"
    return problem("url-lost-heading", where, path=lost.path, typed=typed, mark=mark, file=f"content/{source}")


def _at_target(file: str, row: Row) -> Where:
    """The fourth field; rows without quotes are the rule, and in others the line is enough."""
    plain = [row.path, row.first_seen, row.fate]
    is_quoted = bool(re.search(r'[",]', "".join(plain)))
    return Where(file, row.line, 1 if is_quoted else len(",".join(plain)) + 2)
