"""Orders in which a sentence puts indicators or instruments by their scores."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.prose.grammar.claims import Claim, End, EndIs
from prongsai.prose.grammar.reading import Found, Reading

_WAYS = "( sc:scope | order | all | class | equals | reach | total )*"
_FEWEST = 3
_OTHERWISE = {"rises", "falls", "others", "peers", "weight", "apart", "lost"}
_ORDERS = (
    f"order {_WAYS} l:named ( score )? ( ( and | dash )? l:named ( score )? )+",
    f"order {_WAYS} b:bare ( ( and | dash )? b:bare )+",
)


_ENDS = "f:end unknown? t:end equals? ( l:named ( score )? ( ( and | dash )? l:named ( score )? )+ )?"
_TO = re.compile(r"\s*(?:ไป|ไปหา|ไปถึง|ไปจนถึง|ถึง|จนถึง)\s*(?:คะแนน)?\s*")


def read_orders(reading: Reading) -> Iterator[Claim]:
    """Every order that a sentence states."""
    yield from reading.read((source, _order) for source in _ORDERS)
    yield from reading.read(((_ENDS, _from_end_to_end),))


def _from_end_to_end(found: Found) -> Iterator[Claim]:
    """An order by both of its ends, neither of which is said of the first: จากต่ำสุดไปสูงสุด ได้แก่ EIT OIT และ IIT."""
    first, last, years = found.token("f"), found.token("t"), found.years()
    if first is None or last is None or first.kind == last.kind:
        return
    if not _TO.fullmatch(found.sentence.text, first.end, last.start):
        return
    found.take()
    listed = [token for token in found.tokens("l") if token.kind in {"instrument", "indicator"}]
    kinds = {token.kind for token in listed}
    before = {token.kind for token in found.sentence.tokens[: found.match.start()]}
    if len(listed) < _FEWEST or len(kinds) != 1 or not years or before & _OTHERWISE:
        return
    yield EndIs(
        kind=kinds.pop(),
        end="highest" if first.kind == "highest" else "lowest",
        keys=tuple(token.value for token in listed),
        is_order=True,
        years=years,
        quote=found.quote,
    )


def _order(found: Found) -> Iterator[Claim]:
    tokens, years = found.sentence.tokens[found.match.start() : found.match.end()], found.years()
    wanted = {"bare"} if found.token("b") is not None else {"instrument", "indicator"}
    listed = [token for token in tokens if token.kind in wanted]
    ways = " ".join(token.value for token in tokens if token.kind == "order")
    before = found.sentence.tokens[: found.match.start()]
    kinds, scopes = {token.kind for token in (*before, *tokens)}, [one.value for one in tokens if one.kind == "scope"]
    if not years or len(listed) < _FEWEST or len({token.kind for token in listed}) != 1 or "ไป" not in ways:
        return
    if kinds & _OTHERWISE or len(scopes) > 1:
        return
    if wanted == {"bare"} and (
        "indicators" not in kinds or not all(one.value.isdigit() for one in listed) or found.after() is not None
    ):
        return
    is_rising = "น้อยไป" in ways or "ต่ำไป" in ways
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
