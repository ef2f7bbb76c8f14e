"""A chain of edits of a site that one process checks and plans after each, with a memory and without any."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

from chains.edits import EDITS, PROGRAM, STROKES
from chains.makers import Told
from chains.world import World
from prongsai.pipeline.check import Checked, check_folder
from prongsai.pipeline.memory import Memory

OF_SOURCES = tuple(name for name in EDITS if name not in {**STROKES, **PROGRAM})


def parts_of(checked: Checked) -> dict[str, object]:
    """All that a check and a plan give, by names: problems, pages with their HTML, files, papers, addresses."""
    found: dict[str, object] = {"problems": checked.problems, "ledger": checked.ledger}
    if checked.has_errors:
        return found
    planned = checked.planned
    found |= {"addresses": planned.addresses, "documents": planned.documents, "cards": planned.cards}
    found |= {f"page {page.path}": page for page in planned.pages}
    found |= {f"text {name}": page for name, page in planned.made.pages.items()}
    return {**found, "order": [page.path for page in planned.pages], **planned.files, "frame": planned.in_navigation}


def differing(root: Path, memory: Memory, **choices: bool) -> list[str]:
    """The names of what a check with a memory gives otherwise than one without."""
    kept = parts_of(check_folder(root, memory=memory, **choices))
    new = parts_of(check_folder(root, cached=False, **choices))
    return [name for name in {**kept, **new} if kept.get(name) != new.get(name)]


def _no_command(*_words: str) -> Told:
    raise AssertionError("the edits of this chain are of sources alone")


def _names(names: Sequence[str], seed: int, count: int) -> Iterator[str]:
    chance = random.Random(seed)
    yield from names or (chance.choice(OF_SOURCES) for _ in range(count))


def follow_in_memory(source: Path, seed: int, count: int = 0, *, names: Sequence[str] = (), **choices: bool) -> str:
    """Follow a chain of so many edits, or of these, of the site in `source`; what was done.

    What an edit made invalid is undone by the next. Raises AssertionError at the first difference.
    """
    world = World(source, source, source, _no_command)
    world.first = world.before = world.earlier = world.kept()
    memory, made, refused = Memory(), list[str](), False
    assert (differs := differing(source, memory, **choices)) == [], differs[:20]
    for number, name in enumerate(_names(names, seed, count), 1):
        chosen = "undone" if refused and not names else name
        world.number, world.chance = number, random.Random(f"{seed} {number} {chosen}")
        if not EDITS[chosen](world):
            assert not names, f"nothing to act upon for {chosen}"
            continue
        made.append(f"{number} {chosen}")
        differs = differing(source, memory, **choices)
        assert not differs, f"seed {seed}, after {made[-12:]}: {differs[:20]}"
        refused = check_folder(source, memory=memory, **choices).has_errors
        world.earlier, world.before = world.before, world.kept()
        shutil.rmtree(source / ".prongsai", ignore_errors=True)
    return f"{len(made)} edits, 0 different"
