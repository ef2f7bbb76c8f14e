"""Claims as JSON, so that a text that an earlier run has read is not read again."""

from __future__ import annotations

import json
from dataclasses import fields
from decimal import Decimal
from typing import Any

from prongsai.json_value import Json
from prongsai.prose.grammar.claims import Amount, Claim, Condition, Referent

_KINDS = {kind.__name__: kind for kind in (Amount, Condition, Referent, *Claim.__subclasses__())}
_KIND = ""  # the key of the name of a kind; no field is called so


def pack_claims(claims: tuple[Claim, ...]) -> bytes:
    """The claims of a text, as they are kept."""
    return json.dumps(_packed(claims), ensure_ascii=False, separators=(",", ":")).encode()


def unpack_claims(kept: bytes) -> tuple[Claim, ...] | None:
    """The same claims; None of what nobody packed."""
    try:
        found: tuple[Claim, ...] = _unpacked(json.loads(kept))
    except (ValueError, TypeError, KeyError, ArithmeticError, RecursionError):
        return None
    return found


def _packed(value: Any) -> Json:
    if isinstance(value, tuple):
        return [*map(_packed, value)]
    if isinstance(value, Decimal):
        return {_KIND: "Decimal", "is": str(value)}
    name = type(value).__name__
    if name not in _KINDS:
        plain: Json = value
        return plain
    said = {part.name: getattr(value, part.name) for part in fields(value)}
    stated = {part.name for part in fields(value) if said[part.name] != part.default}
    return {_KIND: name, **{name: _packed(one) for name, one in said.items() if name in stated}}


def _unpacked(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(map(_unpacked, value))
    if not isinstance(value, dict):
        return value
    said = {name: _unpacked(one) for name, one in value.items() if name != _KIND}
    return Decimal(said["is"]) if value[_KIND] == "Decimal" else _KINDS[value[_KIND]](**said)
