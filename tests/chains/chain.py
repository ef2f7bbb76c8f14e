"""A chain of edits of a site that is built again after each, to the byte as a copy of it elsewhere is built whole.

The whole build is of a fresh copy of the sources alone, in a folder where nothing was ever made. What is compared:
every file of the site, of content/ and of the settings, what is printed, and how the command ends.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import sites
from chains.edits import EDITS, PROGRAM, STROKES
from chains.makers import Maker, Told
from chains.outcome import Outcome, mark_of, of_site, outcome_of, read_files
from chains.world import Follower, Sources, World

PUBLISHED, KILLED = "published", "killed"
NAMES = (*EDITS, PUBLISHED, KILLED)
_OF_SOURCES = tuple(name for name in EDITS if name not in {**STROKES, **PROGRAM})
_RARE = {PUBLISHED: 0.5, "memory: deleted": 0.5, "year: removed": 0.5, **dict.fromkeys(PROGRAM, 0.5)}


@dataclass
class Step:
    """A step of a chain: its number, its name, the sources when it began, and what was different afterwards."""

    number: int
    name: str
    before: Sources
    earlier: Sources
    differs: list[str] = field(default_factory=list)


class Chain:
    """A site in `folder` that is edited and built, and the copies of it elsewhere that are built whole."""

    def __init__(self, source: Sources, folder: Path, seed: int, *, keeps: bool = False) -> None:
        self.folder, self.seed, self.keeps = folder, seed, keeps
        self.steps: list[Step] = []
        self.counts = {"built": 0, "refused": 0, "killed": 0, "published": 0, "whole builds": 0}
        self._known: dict[str, Outcome] = {}
        program = _copy_program(folder / "program")
        self.world = World(folder / "truth", folder / "root", program, self._run, first=source, before=source)
        self.world.put(source)
        self._follower = Follower(self.world.truth, self.world.root)
        self._begin_makers()
        self._longest = 1.0
        self._refused = False
        self.told = Told(0, "", 0.0)

    def _begin_makers(self) -> None:
        self._edited = Maker(self.world.program, self.folder / "maker", keeps=self.keeps)
        # One of both sides has the memory of what it built before, and the other has none.
        self._whole = Maker(self.world.program, self.folder / "maker-of-whole", keeps=not self.keeps)

    def end(self) -> None:
        """Let the processes end."""
        self._edited.stop()
        self._whole.stop()

    def _run(self, *words: str) -> Told:
        return self._edited.run(*words)

    def begin(self) -> list[str]:
        """Build the site for the first time; what is different."""
        self._follower.follow()
        return self._build_and_compare()

    def names(self, count: int) -> Iterator[str]:
        """The names of steps by chance; what was refused is undone by the next."""
        chance = random.Random(self.seed)
        weights = [_RARE.get(name, 1.0) for name in NAMES]
        for _ in range(count):
            name = chance.choices(NAMES, weights)[0]
            yield "undone" if self._refused else name

    def step(self, name: str, number: int, *, compares: bool = True) -> Step:
        """Make one edit, or another where this one has nothing to act upon, build, and compare."""
        world = self.world
        step = Step(number, self._edit(name, number), world.before, world.earlier)
        self.steps.append(step)
        if step.name == PUBLISHED:
            step.differs = self._publish()
        else:
            if step.name in PROGRAM:
                self.end()
                self._known.clear()
                self._begin_makers()
            self._follower.follow()
            if step.name == KILLED:
                self._edited.run(*self._words(world.root), delay=world.chance.uniform(0, self._longest))
                self.counts["killed"] += 1
            step.differs = self._build_and_compare() if compares else self._build_only()
        world.earlier, world.before = world.before, world.kept()
        return step

    def _edit(self, name: str, number: int) -> str:
        """Edit the sources; the name of the edit that was made."""
        others = random.Random(f"{self.seed} {number}")
        self.world.number = number
        while True:
            self.world.chance = random.Random(f"{self.seed} {number} {name}")
            if name == PUBLISHED or EDITS[self.world.chance.choice(_OF_SOURCES) if name == KILLED else name](
                self.world
            ):
                return name
            name = others.choice(NAMES)

    def _words(self, root: Path) -> list[str]:
        return ["build", "-C", str(root), "--to", str(root / "site")]

    def _build_only(self) -> list[str]:
        self._edited.begin(self._words(self.world.root))
        self._settle(self._edited.end_of())
        return []

    def _build_and_compare(self) -> list[str]:
        """Build both at the same time; what is different between them."""
        before = read_files(self.world.root)
        self._edited.begin(self._words(self.world.root))
        whole = self._build_whole()
        self.told = told = self._settle(self._edited.end_of())
        files = read_files(self.world.root)
        self._refused = whole.status != 0
        self.counts["refused" if self._refused else "built"] += 1
        found = outcome_of(told, self.world.root, {} if self._refused else self._without_theirs(files))
        changed = sorted(name for name in {*before, *files} if before.get(name) != files.get(name))
        if "ไม่มีอะไรเปลี่ยน" in told.said:  # nothing but the site was looked at
            whole = replace(whole, files=of_site(whole.files))
            found = replace(found, files=of_site(found.files))
        kept = [name for name in changed if self._refused and name.startswith(("site/", "content/"))]
        return [*found.differing(whole), *(f"changed though refused: {name}" for name in kept)]

    def _build_whole(self) -> Outcome:
        """The outcome for a fresh copy, made unless it is known from an earlier step."""
        sources = self.world.kept()
        key = mark_of(*(part for name in sources for part in (name.encode(), sources[name])))
        if key not in self._known:
            root = self.folder / "whole" / "elsewhere"
            shutil.rmtree(root, ignore_errors=True)
            shutil.copytree(self.world.truth, root)
            told = self._whole.run(*self._words(root))
            self.counts["whole builds"] += 1
            self._known[key] = outcome_of(told, root, read_files(root) if not told.status else {})
        return self._known[key]

    def _settle(self, told: Told) -> Told:
        """Go on as people do where a build refuses to overwrite what others did, or thinks of another agency."""
        words = self._words(self.world.root)
        if told.status == 2:
            spoiled = [name for name in self.world.spoiled if name in told.said]
            assert spoiled or "เป็นเว็บไซต์ของ" in told.said, told.said
            told = self._run(*words, "--adopt", *(word for name in spoiled for word in ("--replace", name)))
        if not told.status:
            self.world.spoiled.clear()
            self._longest = max(0.2, min(told.seconds, 5.0))
        return told

    def _without_theirs(self, files: Mapping[str, str]) -> Mapping[str, str]:
        return {name: mark for name, mark in files.items() if name.removeprefix("site/") not in self.world.foreign}

    def _publish(self) -> list[str]:
        """Publish the site and a fresh copy of it; what is different, the record of the publication included."""
        root, day = self.world.root, f"2571-{1 + self.world.number // 28:02}-{1 + self.world.number % 28:02}"
        copy = self.folder / "whole" / "to-publish"
        shutil.rmtree(copy.parent, ignore_errors=True)
        shutil.copytree(self.world.truth, copy)
        told = []
        for maker, place in ((self._edited, root), (self._whole, copy)):
            words = ["publish", "-C", str(place), "--to", str(place / "public"), "--date", day, "--no-backup"]
            maker.begin([*words, "--adopt"])
        for maker, place in ((self._edited, root), (self._whole, copy)):
            ended = maker.end_of()
            told.append(
                outcome_of(ended, place, {**read_files(place, "public", "site_config")} if not ended.status else {})
            )
        self.counts["published"] += not told[0].status
        kept = self.world.chance.random() < 0.5
        if kept and not told[0].status:
            self._follower.take_over("site_config")
        else:
            shutil.rmtree(root / "site_config")
            shutil.copytree(self.world.truth / "site_config", root / "site_config")
        return told[0].differing(told[1])


def _copy_program(folder: Path) -> Path:
    """The program as it is now, so that it can change in a chain."""
    ignored = shutil.ignore_patterns("__pycache__")
    for name in ("generator", "theme"):
        shutil.copytree(sites.REPOSITORY / name, folder / name, ignore=ignored)
    return folder
