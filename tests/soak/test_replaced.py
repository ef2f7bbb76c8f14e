"""A build that is killed at any moment: each address of the built site is old or new, never missing and never torn."""

from __future__ import annotations

import os
import random
import shutil
import threading
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Self

import pytest

import sites
from chains.makers import Maker
from prongsai.pipeline.target.manifest import MANIFEST, STAGING

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="a process cannot be forked there")
SEED = int(os.environ.get("PRONGSAI_SEED", "2570"))
Tree = Mapping[str, bytes]


def _with(file: str, before: str, after: str) -> Callable[[Path], None]:
    def edit(root: Path) -> None:
        path = root / file
        text = path.read_text("utf-8")
        assert before in text
        path.write_text(text.replace(before, after), "utf-8")

    return edit


def _attach(name: str) -> Callable[[Path], None]:
    def edit(root: Path) -> None:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(name, "utf-8")

    return edit


def _nothing(_root: Path) -> None:
    """The site as it is."""


ATTACHED = "content/files/plan"  # a file of one version and a folder of another
# What changes in a few pages, in every page, and which pages and files there are.
VERSIONS = (
    _nothing,
    _with("data/2565/measures.yml", "เผยแพร่ช่องทางติดต่อผู้บริหาร", "แจ้งช่องทางติดต่อผู้บริหาร"),
    _with("site_config/site.yml", "คุณธรรมและความโปร่งใส", "ความสุจริตและความโปร่งใส"),
    lambda root: (root / "data/2565/follow-up.yml").unlink(),
    _attach(ATTACHED),
    _attach(f"{ATTACHED}/part/1.txt"),
)


def read_tree(folder: Path) -> dict[str, bytes]:
    """All files of a built site that somebody may ask for."""
    found = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.is_file()}
    return {name: path.read_bytes() for name, path in found.items() if name.split("/")[0] not in {MANIFEST, STAGING}}


def wrong_in(tree: Tree, old: Tree, new: Tree) -> list[str]:
    """Addresses at which a tree has neither what the old one has nor what the new one has."""
    return [name for name in {*tree, *old, *new} if tree.get(name) not in (old.get(name), new.get(name))]


class Reader(threading.Thread):
    """Somebody who asks for every address of the old and of the new site, again and again."""

    def __init__(self, site: Path, old: Tree, new: Tree) -> None:
        super().__init__(daemon=True)
        self.site, self.old, self.new = site, old, new
        self.wrong, self.over, self.read = set[str](), threading.Event(), 0

    def run(self) -> None:
        names = sorted({*self.old, *self.new})
        while not self.over.is_set():
            for name in names:
                try:
                    found = (self.site / name).read_bytes()
                except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
                    found = None  # no file, also where a folder took its place
                if found not in (self.old.get(name), self.new.get(name)):
                    self.wrong.add(f"{name} {'missing' if found is None else 'torn'}")
            self.read += len(names)

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.over.set()
        self.join()


def run(tmp_path: Path, kills: int, chance: random.Random) -> Counter[str]:
    """Build one version after the other, each killed and built again; what was seen."""
    maker, seen = Maker(sites.REPOSITORY, tmp_path / "maker"), Counter[str]()
    places = [tmp_path / str(number) for number in range(len(VERSIONS))]
    for place, edit in zip(places, VERSIONS, strict=True):
        edit(sites.copy_small(place))
        assert maker.run("build", "-C", str(place)).status == 0
    whole = [read_tree(place / "site") for place in places]
    root = sites.copy_small(tmp_path / "root")
    longest, now = maker.run("build", "-C", str(root)).seconds, 0
    while seen["killed"] < kills:
        before, now = now, chance.choice([number for number in range(len(VERSIONS)) if number != now])
        put_sources(places[now], root)
        in_place = chance.random() < 0.8  # where nothing is replaced as yet, there is less to get wrong
        with Reader(root / "site", whole[before], whole[now]) as reader:
            delay, after = (
                (chance.uniform(0, 0.06), str(root / "site" / STAGING))
                if in_place
                else (chance.uniform(0, longest), "")
            )
            maker.begin(["build", "-C", str(root)], delay, after)
            seen["killed"] += maker.end_of().status == -9
            tree = read_tree(root / "site")
            assert wrong_in(tree, whole[before], whole[now]) == [], (before, now, delay)
            seen["in the middle"] += tree not in (whole[before], whole[now])
            seen["with a journal"] += (root / "site" / STAGING / "journal.json").exists()
            assert (told := maker.run("build", "-C", str(root))).status == 0, told.said
        seen["read"] += reader.read
        assert reader.wrong == set(), (before, now, delay, sorted(reader.wrong)[:10])
        assert read_tree(root / "site") == whole[now]
        assert sites.snapshot(root / "site") == sites.snapshot(places[now] / "site")
    maker.stop()
    return seen


def put_sources(source: Path, root: Path) -> None:
    """Give a site the data of another."""
    for path in (*source.glob("data/*/*.yml"), *source.glob("site_config/*.yml")):
        (root / path.relative_to(source)).write_bytes(path.read_bytes())
    attached = root / ATTACHED
    if attached.is_dir():
        shutil.rmtree(attached)
    attached.unlink(missing_ok=True)
    for path in [path for path in source.glob(f"{ATTACHED}/**/*") if path.is_file()] or source.glob(ATTACHED):
        (root / path.relative_to(source)).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, root / path.relative_to(source))
    for path in root.glob("data/*/*.yml"):
        if not (source / path.relative_to(root)).exists():
            path.unlink()


def test_a_few_builds_killed_while_they_replace_the_site(tmp_path):
    """Each address is old or new while somebody reads, and the next build makes the site whole."""
    seen = run(tmp_path, 3, random.Random(SEED))
    assert seen["killed"] == 3
    assert seen["read"] > 0


@pytest.mark.soak
def test_sixty_builds_killed_while_they_replace_the_site(tmp_path):
    """Many of them with only a part of the files in their place."""
    seen = run(tmp_path, int(os.environ.get("PRONGSAI_KILLS", "60")), random.Random(SEED + 1))
    print(dict(seen))
    assert min(seen["in the middle"], seen["with a journal"]) > 0
