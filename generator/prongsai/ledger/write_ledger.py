"""Write the ledger as CSV: the same rows are always the same text."""

from __future__ import annotations

import csv
import io

from prongsai.ledger.rows import HEADER, Ledger


def write_ledger(ledger: Ledger) -> str:
    """The rows below their header, sorted by path, with a line feed at the end of each."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(HEADER)
    rows = sorted(ledger.rows, key=lambda one: one.path)
    writer.writerows(row.fields for row in rows)
    return text.getvalue()
