"""Following a chain to its end, or to the first difference and the fewest edits that make it."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

from chains.chain import Chain, Step
from chains.world import Sources


def shortest_tail(steps: Sequence[Step], first: Sources, folder: Path, chain: Chain) -> list[Step]:
    """The fewest last steps that fail by themselves, on the site as it was before them; all of them if none do."""

    def fails(count: int) -> bool:
        tail = steps[-count:]
        place = folder / str(count)
        again = Chain(tail[0].before, place, chain.seed, keeps=chain.keeps)
        again.world.first, again.world.earlier = first, tail[0].earlier
        differs = again.begin()
        for step in tail:
            differs = again.step(step.name, step.number, compares=step is tail[-1]).differs
        again.end()
        shutil.rmtree(place)
        return bool(differs)

    longest = 1
    while longest < len(steps) and not fails(longest):
        longest = min(2 * longest, len(steps))
    fewest = longest // 2 + 1
    while fewest < longest:
        middle = (fewest + longest) // 2
        fewest, longest = (fewest, middle) if fails(middle) else (middle + 1, longest)
    return [*steps[-longest:]]


def follow(source: Path, folder: Path, seed: int, count: int, *, keeps: bool = False, names: Sequence[str] = ()) -> str:
    """Follow a chain of so many edits of a site to its end, of these `names` if there are any; what was done.

    Raises AssertionError at the first difference, with the seed, the shortest failing tail and what differs.
    """
    print(f"seed {seed}; PRONGSAI_SEED={seed} gives the same chain again")
    first = sources_of(source)
    chain = Chain(first, folder / "chain", seed, keeps=keeps)
    try:
        assert (differs := chain.begin()) == [], differs[:20]
        for number, name in enumerate(names or chain.names(count), 1):
            step = chain.step(name, number)
            if step.differs:
                tail = shortest_tail(chain.steps, first, folder / "tails", chain)
                told = [f"{one.number} {one.name}" for one in tail]
                raise AssertionError(f"seed {seed}, shortest failing tail {told}: {step.differs[:20]}")
    finally:
        chain.end()
    kinds = len({step.name for step in chain.steps})
    return f"{len(chain.steps)} edits of {kinds} kinds, 0 different; {chain.counts}"


def sources_of(root: Path) -> Sources:
    """The sources of a site that was never made."""
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}
