"""Hold what was published against what would exist now: which addresses would be lost, and which redirects fail."""

from __future__ import annotations

from dataclasses import dataclass

from prongsai.ledger.contents import NOTHING_KNOWN, Contents
from prongsai.ledger.follow_redirects import Addresses, answer_of, deciding_row, settle_ledger
from prongsai.ledger.group_losses import Lost, group_losses
from prongsai.ledger.rows import Ledger, Row


@dataclass(frozen=True)
class AddressComparison:
    """What comparing found: lost addresses, redirects that lead nowhere, and rows whose thing is there again."""

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
    """Whether a redirect ends at what was never there; one that ends at something lost is mended with that."""
    if answer_of(ledger, addresses, row.path):
        return False
    end = ledger.by_path.get(ledger.target_of(row))
    return end is None
