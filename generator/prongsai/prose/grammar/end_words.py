"""Ends of a scale in a construction: highest or lowest, and the instrument among whose parts they are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from prongsai.prose.grammar.claims import End
from prongsai.prose.grammar.reading import Found
from prongsai.prose.grammar.tokens import Token

KINDS: Mapping[str, Literal["indicator", "instrument"]] = {"indicators": "indicator", "instruments": "instrument"}
NAMED_LIST = "l:named ( value )? ( and l:named ( value )? )*"
LOOSE_LIST = "l:named ( value )? ( and? l:named ( value )? )*"  # where a number says how many they are


def end_said(token: Token | None) -> End:
    """The end that a token names."""
    return "highest" if token is not None and token.kind == "highest" else "lowest"


def scope_of(found: Found) -> str:
    """The instrument that a construction names, or that comes right behind it; empty without one."""
    after = found.after()
    named = [token.value for token in found.tokens("sc")]
    return named[0] if named else (after.value if after is not None and after.kind == "scope" else "")


def scope_before(found: Found) -> str:
    """The last instrument before a construction among whose parts something was found; empty without one."""
    scopes = [token.value for token in found.sentence.tokens[: found.match.start()] if token.kind == "scope"]
    return scopes[-1] if scopes else ""


def is_among_others(found: Found) -> bool:
    """True if an extreme is one among other agencies, in a district, or over years."""
    after = found.after()
    return after is not None and after.kind in {"others", "unknown", "bare", "count-r", "top", "least", "count-other"}
