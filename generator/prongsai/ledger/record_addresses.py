"""Record what was published: new addresses enter the ledger, and what is there again is live again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from prongsai.ledger.address_form import is_address
from prongsai.ledger.rows import Ledger, Row


def record_addresses(ledger: Ledger, addresses: Iterable[str], day: str) -> Ledger:
    """The ledger after a publication on `day` (Buddhist Era, `2569-11-21`); a row is never taken out.

    A file whose name is no address (`a#b.pdf`) is not recorded: nobody could be led there.
    """
    known = ledger.by_path
    changed = [
        Row(path, day) if path not in known else replace(known[path], state="live", to="", since=day, reason="")
        for path in sorted(set(addresses))
        if is_address(path) and (path not in known or known[path].state != "live")
    ]
    return ledger.with_rows(tuple(changed)) if changed else ledger
