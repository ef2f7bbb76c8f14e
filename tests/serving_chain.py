"""A chain of saves while a preview is open: its site ends to the byte as a whole build elsewhere makes it."""

from __future__ import annotations

import random
import shutil
import time
from dataclasses import dataclass, field

from chains.edits import EDITS, PROGRAM, STROKES
from chains.world import Sources, World
from prongsai.pipeline.build import Built, build_folder
from prongsai.pipeline.preview.build_apart import BuildApart
from prongsai.pipeline.preview.preview import Preview
from prongsai.pipeline.preview.shown import Shown
from prongsai.pipeline.preview.site_copy import PreviewCopy

ADDRESS = "http://127.0.0.1:8000/"
LONGEST = 120.0  # seconds for one build
_NAMES = [name for name in EDITS if name not in {**STROKES, **PROGRAM}]


@dataclass
class ServingChain:
    """A site that is edited while its preview is open; `counts` say what happened."""

    world: World
    seed: int
    counts: dict[str, int] = field(default_factory=lambda: dict.fromkeys(("saves", "first", "otherwise", "refused"), 0))

    _good: Sources | None = None  # to go back to
    _last: Sources = field(default_factory=dict)

    def run(self, count: int) -> None:
        """Make so many saves, some of them while the one before is still built, and compare."""
        root, chance = self.world.root, random.Random(self.seed)
        self._last = self.world.kept()
        copy = PreviewCopy(root)
        self.ends: list[object] = []
        preview = Preview(copy, ADDRESS, Shown(copy.site), self._tell, BuildApart(lambda: None))
        try:
            preview.look()
            for number in range(1, count + 1):
                name = self._edit(chance, number)
                preview.look()
                first = dict(preview.shown.first)
                self.counts["saves"] += 1
                if chance.random() < 0.3 and number < count:
                    continue  # the next save comes at once
                self._settle(preview)
                self._compare(preview, first, f"seed {self.seed}, save {number}: {name}")
        finally:
            preview.close()

    def _edit(self, chance: random.Random, number: int) -> str:
        world = self.world
        world.number = number
        if self._good is not None:
            world.put(self._good)  # what was refused is undone by the next save
            self._good = None
            return "undone"
        while True:
            name = chance.choice(_NAMES)
            world.chance = random.Random(f"{self.seed} {number} {name}")
            world.earlier, world.before = world.before, world.kept()
            if EDITS[name](world):
                return name

    def _tell(self, end: object) -> str:
        self.ends.append(end)
        return repr(end)

    def _settle(self, preview: Preview) -> None:
        """Look until everything that was saved is built."""
        end = time.monotonic() + LONGEST
        while preview.is_busy:
            assert time.monotonic() < end
            time.sleep(0.02)
            preview.look()

    def _compare(self, preview: Preview, first: dict[str, bytes | None], step: str) -> None:
        whole = self.world.root.with_name("whole")
        shutil.rmtree(whole, ignore_errors=True)
        shutil.copytree(self.world.root, whole, ignore=shutil.ignore_patterns(".prongsai"))
        built = build_folder(whole, whole / "site", site_url=ADDRESS, for_officer=True, cached=False)
        is_good = preview.shown.fault is None
        assert is_good == built.done, (step, built.problems, self.ends[-1])
        if not is_good:
            last = self.ends[-1]
            assert isinstance(last, Built), (step, last)
            self.counts["refused"] += 1
            self._good = self._last
            return
        self._last = self.world.kept()
        here, there = _read(preview.shown.folder), _read(whole / "site")
        assert sorted(name for name in here.keys() | there.keys() if here.get(name) != there.get(name)) == [], step
        self.counts["first"] += len(first)
        self.counts["otherwise"] += sum(there.get(name) != data for name, data in first.items())


def _read(folder):
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
