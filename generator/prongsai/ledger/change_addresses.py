"""Change what became of addresses: redirect them, withdraw them, or make them live again."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from prongsai.addresses import subject_of
from prongsai.ledger.explain_losses import compare_addresses, lost_rows
from prongsai.ledger.follow_redirects import Addresses, find_near, settle_ledger
from prongsai.ledger.group_losses import name_of, owning_page
from prongsai.ledger.rows import Ledger, Row

Refusal = Literal["alive", "own-heading", "not-published", "target-missing", "unmapped", "circle", "nothing-to-restore"]


class ChangeRefusedError(Exception):
    """A change that cannot be; `near` are addresses that may be meant, or those that are in the way."""

    def __init__(self, refusal: Refusal, path: str, near: Iterable[str] = ()) -> None:
        super().__init__(f"{refusal}: {path}")
        self.refusal: Refusal = refusal
        self.path = path
        self.near = tuple(near)


@dataclass(frozen=True)
class Amendment:
    """The ledger after a change, and the rows that changed."""

    ledger: Ledger
    rows: tuple[Row, ...]


def redirect_addresses(
    ledger: Ledger, old: str, new: str, addresses: Addresses, day: str, *, rest_to_new: bool = False
) -> Amendment:
    """Redirect an address, or all lost ones below a prefix, to `new`; each to the same name there, if it exists.

    With `rest_to_new` those without a counterpart lead to `new` itself. `day` is of the Buddhist Era (`2569-11-21`).
    Raises FateRefusedError.
    """
    old, new = _completed(old, ledger.by_path), _completed(new, addresses.declared)
    _refuse_own_heading(old, addresses)
    chosen = _choose(ledger, old, addresses)
    if not addresses.has(new) and not (new.endswith("/") and any(one.startswith(new) for one in addresses.declared)):
        raise ChangeRefusedError("target-missing", new, find_near(new, addresses))
    targets = {row.path: _target(row, old, new, addresses) for row in chosen}
    unmapped = [path for path, target in targets.items() if not target]
    if unmapped and not (rest_to_new and addresses.has(new)):
        raise ChangeRefusedError("unmapped", new, unmapped)
    rows = (replace(row, state="redirect", to=targets[row.path] or new, since=day, reason="") for row in chosen)
    change = _changed(ledger, rows)
    if any(not change.ledger.target_of(row) for row in change.rows):
        raise ChangeRefusedError("circle", old)
    return change


def withdraw_addresses(ledger: Ledger, path: str, reason: str, addresses: Addresses, day: str) -> Amendment:
    """Withdraw an address, all lost ones below a prefix, and what was lost elsewhere by the same cause.

    What is still alive is refused or left as it is. Raises FateRefusedError.
    """
    path = _completed(path, ledger.by_path)
    groups = compare_addresses(ledger, addresses).lost
    with_it = (one for one in groups if one.path == path or (path.endswith("/") and one.path.startswith(path)))
    together = {row.path for one in with_it for row in one.rows}
    chosen = sorted(together.union(row.path for row in _choose(ledger, path, addresses)))
    gone = (replace(ledger.by_path[one], state="withdrawn", to="", since=day, reason=reason) for one in chosen)
    return _changed(ledger, gone)


def withdraw_all(ledger: Ledger, paths: Iterable[str], reason: str, addresses: Addresses, day: str) -> Amendment:
    """Withdraw several addresses with one reason; none when one of them is refused."""
    rows: dict[str, Row] = {}
    for path in paths:
        change = withdraw_addresses(ledger, path, reason, addresses, day)
        ledger, rows = change.ledger, {**rows, **{row.path: row for row in change.rows}}
    return Amendment(ledger, tuple(rows[path] for path in sorted(rows)))


def restore_addresses(ledger: Ledger, path: str) -> Amendment:
    """Make an address, or all below a prefix, live again: from now on a build demands it."""
    path = _completed(path, ledger.by_path)
    rows = tuple(row for row in ledger.rows if _is_below(row, path) and row.state != "live")
    if not rows:
        known = any(_is_below(row, path) for row in ledger.rows)
        raise ChangeRefusedError("nothing-to-restore" if known else "not-published", path, _near(ledger, path))
    return _changed(ledger, (replace(row, state="live", to="", since="", reason="") for row in rows))


def _choose(ledger: Ledger, path: str, addresses: Addresses) -> tuple[Row, ...]:
    """The rows that a command on `path` means: lost ones there and below, and what was decided for it before."""
    lost = lost_rows(settle_ledger(ledger, addresses), addresses)
    below = {row.path for row in lost if _is_below(row, path)}
    below |= {row.path for row in ledger.rows if _was_decided_with(row, path, ledger) and not addresses.has(row.path)}
    if "#" in path and path.partition("#")[0] in addresses.open_pages and path in ledger.by_path:
        below.add(path)  # whether the heading is there is known only after the engine ran
    if not below:
        known = path in addresses.declared or any(_is_below(row, path) for row in ledger.rows)
        raise ChangeRefusedError("alive" if known else "not-published", path, _near(ledger, path))
    pages = {name_of(one): one for one in below if "#" not in one}
    below |= {row.path for row in lost if owning_page(row, pages)}
    return tuple(ledger.by_path[one] for one in sorted(below))


def _was_decided_with(row: Row, path: str, ledger: Ledger) -> bool:
    """True if a row is that of `path`, or a fragment of it that changed with it: both can be decided again."""
    page = ledger.by_path.get(path)
    same = page is not None and row.page == path and (row.state, row.since) == (page.state, page.since)
    return row.path == path or same


def _target(row: Row, old: str, new: str, addresses: Addresses) -> str:
    """The target of a row when `old` leads to `new`; empty when nothing corresponds."""
    if row.path == old:
        return new if addresses.has(new) else ""
    if not _is_below(row, old):
        return _target_of_owned(row, old, new, addresses)
    if "#" in new:
        return new
    page = new + row.page[len(old) :]
    same = f"{page}#{row.fragment}" if row.fragment else page
    return same if addresses.has(same) else page if addresses.has(page) else ""


def _target_of_owned(row: Row, old: str, new: str, addresses: Addresses) -> str:
    """The target of a year's row: listed where the old page was; what one year has elsewhere, another has there."""
    before, after = name_of(old)[1], name_of(new)[1]
    if row.fragment and addresses.has(row.page):
        listed = f"{row.page}#{row.fragment.replace(before, after)}"
        return listed if addresses.has(listed) else new if addresses.has(new) else ""
    there = re.sub(f"/{re.escape(before)}(?=/|[.]png$)", f"/{after}", row.path)
    if addresses.has(there) or not subject_of(there).kind.endswith("picture"):
        return there if addresses.has(there) else ""
    return new if addresses.has(new) else ""  # a page of no picture of its own: who looks for the old one finds it


def _is_below(row: Row, path: str) -> bool:
    return path in {row.path, row.page} or (path.endswith("/") and row.path.startswith(path))


def _completed(path: str, known: Iterable[str]) -> str:
    """The path with the slash that its page has."""
    whole, with_slash = set(known), f"{path}/"
    is_short = "#" not in path and path not in whole and not path.endswith("/")
    return with_slash if is_short and any(one.startswith(with_slash) for one in whole) else path


def _refuse_own_heading(old: str, addresses: Addresses) -> None:
    """A page written by hand is not touched: its author puts the old id where the thing now is."""
    if "#" in old and old.partition("#")[0] in addresses.open_pages:
        raise ChangeRefusedError("own-heading", old)


def _near(ledger: Ledger, path: str) -> list[str]:
    return find_near(path, Addresses(frozenset(ledger.by_path)))


def _changed(ledger: Ledger, rows: Iterable[Row]) -> Amendment:
    changed = tuple(rows)
    return Amendment(ledger.with_rows(changed), changed)
