"""Orders in which a sentence puts indicators or instruments by their scores."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.prose.grammar.claims import Claim, End, EndIs
from prongsai.prose.grammar.reading import Found, Reading

_WAYS = "( sc:scope | order | all | class | equals | reach | total )*"
_ORDERS = (
    f"order {_WAYS} l:named ( score )? ( ( and | dash )? l:named ( score )? )+",
    f"order {_WAYS} b:bare ( ( and | dash )? b:bare )+",
)


def read_orders(reading: Reading) -> Iterator[Claim]:
    """Every order that a sentence states."""
    yield from reading.read((source, _order) for source in _ORDERS)


def _order(found: Found) -> Iterator[Claim]:
    tokens, years = found.sentence.tokens[found.match.start() : found.match.end()], found.years()
    wanted = {"bare"} if found.token("b") is not None else {"instrument", "indicator"}
    listed = [token for token in tokens if token.kind in wanted]
    ways = " ".join(token.value for token in tokens if token.kind == "order")
    before = found.sentence.tokens[: found.match.start()]
    kinds, scopes = {token.kind for token in (*before, *tokens)}, [one.value for one in tokens if one.kind == "scope"]
    if not years or len(listed) < 3 or len({token.kind for token in listed}) != 1 or "ไป" not in ways:
        return
    if kinds & {"rises", "falls", "others", "peers", "weight", "apart", "lost"} or len(scopes) > 1:
        return
    if wanted == {"bare"} and (
        "indicators" not in kinds or not all(one.value.isdigit() for one in listed) or found.after() is not None
    ):
        return
    is_rising = "น้อยไปมาก" in ways or "ต่ำไปสูง" in ways
    end: End = "lowest" if is_rising else "highest"
    yield EndIs(
        kind="instrument" if listed[0].kind == "instrument" else "indicator",
        end=end,
        keys=tuple(token.value for token in listed),
        scope=next(iter(scopes), ""),
        is_order=True,
        years=years,
        quote=found.quote,
    )
