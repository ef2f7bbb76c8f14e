"""The ledger of published addresses: what was ever published, since when, and what became of it."""
