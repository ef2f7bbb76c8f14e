"""Strokes in a chain: all that happens to the built site, to what the program remembers and to the program."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from chains.acts import Act
from chains.world import World

WORK = ".prongsai"


def _ours(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def edit_site(world: World) -> bool:
    """Somebody edits a page of the built site; the next build must not overwrite that without being told to."""
    path = world.chance.choice([one for one in _ours(world.site) if one.suffix == ".html"])
    path.write_bytes(path.read_bytes() + b"<!-- by hand -->\n")
    world.spoiled.append(path.relative_to(world.site).as_posix())
    return True


def delete_from_site(world: World) -> bool:
    """Somebody deletes a file of the built site."""
    path = world.chance.choice([one for one in _ours(world.site) if one.name != ".prongsai-site.json"])
    path.unlink()
    return True


def add_to_site(world: World) -> bool:
    """Somebody puts a file of their own into the built site."""
    name = f"theirs-{world.number}.txt"
    (world.site / name).write_text("theirs", "utf-8")
    world.foreign.append(name)
    return True


def forget(world: World) -> bool:
    """All that the program remembers is deleted."""
    shutil.rmtree(world.root / WORK)
    return True


def lose(world: World) -> bool:
    """A file or a folder of what the program remembers is deleted."""
    path = world.chance.choice(sorted((world.root / WORK).rglob("*")))
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    return True


def _kind_of(path: Path, work: Path) -> str:
    """The folders below the work folder, or the name of a file that is in none."""
    steps = path.relative_to(work).parts
    return "/".join(steps[:2]) if len(steps) > 2 else "/".join(steps)


def damaged(hurt: Callable[[bytes, int], bytes]) -> Act:
    """A file of what the program remembers is damaged; each kind as often as any other, however many files it has."""

    def act(world: World) -> bool:
        work = world.root / WORK
        found = [path for path in _ours(work) if path.stat().st_size]
        kind = world.chance.choice(sorted({_kind_of(path, work) for path in found}))
        path = world.chance.choice([path for path in found if _kind_of(path, work) == kind])
        data = path.read_bytes()
        path.write_bytes(hurt(data, world.chance.randrange(len(data))))
        return True

    return act


def flip(data: bytes, at: int) -> bytes:
    """One bit is another."""
    return data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]


def cut(data: bytes, at: int) -> bytes:
    """The rest is missing."""
    return data[:at]


def restored(name: str) -> Act:
    """A folder is kept by somebody's backup, and the next time put back as it was then."""

    def act(world: World) -> bool:
        folder, backup = world.root / name, world.root.with_name(f"backup-{name}")
        if backup.is_dir():
            shutil.rmtree(folder)
            backup.rename(folder)
        else:
            shutil.copytree(folder, backup, symlinks=True)
        return True

    return act


def build_elsewhere(world: World) -> bool:
    """The site is built into another folder, too."""
    world.run("build", "-C", str(world.root), "--to", str(world.root.with_name("elsewhere")), "--adopt")
    return True


def generate(world: World) -> bool:
    """Pages are generated without a site."""
    world.run("generate", "-C", str(world.root))
    return True


def of_program(name: str, before: str, after: str) -> Act:
    """A file of the program is another one: the first such text in it."""

    def act(world: World) -> bool:
        path = next(iter(sorted(world.program.glob(name))))
        text = path.read_text("utf-8")
        assert before in text, (name, before)
        path.write_text(text.replace(before, after.replace("{n}", str(world.number)), 1), "utf-8")
        return True

    return act
