"""Amounts in words against what they may mean: exact, bounded or about, with the rounding of what is printed."""

from __future__ import annotations

from decimal import Decimal

from prongsai.prose.grammar.claims import Amount

_NEARLY = Decimal("0.2")  # of the number: what is further from it is not nearly so much


def half_unit(value: Decimal) -> Decimal:
    """Half of the last place that a number is written with."""
    exponent = value.as_tuple().exponent
    return Decimal(5).scaleb((exponent if isinstance(exponent, int) else 0) - 1)


def may_be(amount: Amount, lowest: Decimal, highest: Decimal) -> bool:
    """True if something between two numbers, both left out, may be the amount as it is worded."""
    said, half = amount.value, half_unit(amount.value)
    if amount.operator in {">", ">="}:
        return highest > said
    if amount.operator in {"<", "<="}:
        return lowest < said
    if amount.operator == "~":
        return said * (1 - _NEARLY) < highest and lowest < said * (1 + _NEARLY)
    return said - half < highest and lowest < said + half
