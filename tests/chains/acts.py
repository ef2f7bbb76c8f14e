"""Kinds of acts from which the edits of a chain are declared; each tells whether there was anything to act upon."""

from __future__ import annotations

import os
import re
from collections.abc import Callable

from chains.world import World, remove

Act = Callable[[World], bool]


def change(files: str, pattern: str, *to: str) -> Act:
    """One place in one of the files, where the pattern matches, becomes one of these.

    `{n}` is the step's number, `{nn}` its last two digits.
    """
    compiled = re.compile(pattern, re.MULTILINE)

    def act(world: World) -> bool:
        for name in world.files(files):
            text = world.text(name)
            if found := [*compiled.finditer(text)]:
                place, chosen = world.chance.choice(found), world.chance.choice(to)
                new = place.expand(_numbered(chosen, world))
                return world.write(name, text[: place.start()] + new + text[place.end() :])
        return False

    return act


def _numbered(text: str, world: World) -> str:
    return text.replace("{n}", str(world.number)).replace("{nn}", f"{world.number % 100:02}")


def set_key(name: str, key: str, *values: str) -> Act:
    """A key at the top of a file gets one of these values; an empty one takes the key away."""
    line = re.compile(rf"^{key}:.*\n(?:[ -].*\n)*", re.MULTILINE)

    def act(world: World) -> bool:
        text, value = world.text(name), _numbered(world.chance.choice(values), world)
        rest = line.sub("", text)
        return world.write(name, f"{rest.rstrip()}\n{key}: {value}\n" if value else rest)

    return act


def add(name: str, *texts: str) -> Act:
    """A file with one of these texts is there, in place of any before; `{n}` is the step's number, `{year}` a year."""

    def act(world: World) -> bool:
        values = {"{n}": str(world.number), "{year}": str(world.chance.choice(world.years()))}
        made = re.sub(r"\{n\}|\{year\}", lambda one: values[one[0]], f"{name}\0{world.chance.choice(texts)}")
        return world.write(*made.split("\0"))

    return act


def both(*parts: Act) -> Act:
    """Several acts before the next build, of which the last has something to act upon."""

    def act(world: World) -> bool:
        return [part(world) for part in parts][-1]

    return act


def take_away(files: str) -> Act:
    """One of the files is gone."""

    def act(world: World) -> bool:
        for name in world.files(files)[:1]:
            remove(world.truth, name)
            return True
        return False

    return act


def move(files: str, to: str) -> Act:
    """One of the files has another name."""

    def act(world: World) -> bool:
        for name in world.files(files)[:1]:
            data = (world.truth / name).read_bytes()
            remove(world.truth, name)
            return world.write(_numbered(to, world), data)
        return False

    return act


def end_with(files: str, line: str) -> Act:
    """One of the files has a line more at its end."""

    def act(world: World) -> bool:
        for name in world.files(files)[:1]:
            data = (world.truth / name).read_bytes()
            return world.write(name, data + _numbered(line, world).encode())
        return False

    return act


def entries(files: str, key: str, work: Callable[[list[str], int], None]) -> Act:
    """The entries of a list, which all begin with `key`, are worked upon: a list of their texts."""

    def act(world: World) -> bool:
        for name in world.files(files):
            head, *found = re.split(rf"(?m)^(?=  - {key}: )", world.text(name))
            if len(found) > 1:
                work(found, world.number)
                return world.write(name, head + "".join(found))
        return False

    return act


def copy_last(found: list[str], number: int) -> None:
    """A further entry like the last one, with an id and a number of its own; a report is one of another round."""
    last = re.sub(r"^(  - id: \D*)\d+", rf"\g<1>{90 + number}", found[-1])
    last = re.sub(r"^(    number: ).*", rf"\g<1>{len(found) + 1}", last, flags=re.MULTILINE)
    last = re.sub(r"^(    round: )6$", r"\g<1>12", last, flags=re.MULTILINE)
    found.append(last)


def drop_last(found: list[str], _number: int) -> None:
    """Without the last entry."""
    found.pop()


def turn_round(found: list[str], number: int) -> None:
    """Two entries next to each other in the other order."""
    at = number % (len(found) - 1)
    found[at], found[at + 1] = found[at + 1], found[at]


def touch(world: World) -> bool:
    """A file is saved as it was."""
    name = world.chance.choice([*world.kept()])
    os.utime(world.truth / name)
    return True


def back_at_once(world: World) -> bool:
    """A file is changed and changed back before anything is built."""
    name = world.files("data/*/*.yml")[0]
    data = (world.truth / name).read_bytes()
    world.write(name, data + b"# not for long\n")
    return world.write(name, data)


def same_size_and_time(world: World) -> bool:
    """A figure is changed by a program that keeps the size and the time of the file."""
    for name in world.files("data/*/scores.yml"):
        path = world.truth / name
        facts, data = path.stat(), path.read_bytes()
        if places := [*re.finditer(rb"\b\d\d\.(\d\d)\b", data)]:
            place = world.chance.choice(places)
            world.write(name, data[: place.start(1)] + b"%02d" % (world.number % 100) + data[place.end(1) :])
            os.utime(path, ns=(facts.st_atime_ns, facts.st_mtime_ns))
            return True
    return False


def lead_unit(world: World) -> bool:
    """Another unit leads a measure."""
    return change("data/*/measures.yml", r"lead: \[[^\]\n]*\]", f"lead: [{world.chance.choice(world.units())}]")(world)


def add_year(world: World) -> bool:
    """A further year, filled in like the newest one."""
    last = world.years()[-1]
    for name in world.files(f"data/{last}/*.yml"):
        text = re.sub(r"\b25\d\d\b", lambda one: str(int(one[0]) + 1), world.text(name))
        world.write(name.replace(str(last), str(last + 1)), re.sub(r"(?m)^source: .*\n", "", text))
    return True


def remove_year(world: World) -> bool:
    """The newest year is gone, or the oldest."""
    years = world.years()
    for name in world.files(f"data/{world.chance.choice((years[0], years[-1]))}/*"):
        remove(world.truth, name)
    return len(years) > 1


def paint(world: World) -> bool:
    """A dot on a photo."""
    from PIL import Image

    for name in world.files("content/files/**/*.jpg"):
        with Image.open(world.truth / name) as photo:
            photo.load()
        photo.putpixel((world.number % photo.width, 0), (200, 30, 30) if photo.mode == "RGB" else 30)
        photo.save(world.truth / name)
        return True
    return False


def own_theme(world: World) -> bool:
    """A theme that the agency keeps itself, at first a copy of the generated one; a later time its text is changed."""
    if not world.text("look/main.html"):
        for path in (world.root / ".prongsai/theme").rglob("*"):
            if path.is_file():
                world.write(f"look/{path.relative_to(world.root / '.prongsai/theme').as_posix()}", path.read_bytes())
        return set_key("mkdocs.yml", "theme", "\n  name: null\n  custom_dir: look")(world)
    return change("look/main.html", r"ข้ามไปที่เนื้อหา[ \d]*", "ข้ามไปที่เนื้อหา {n}")(world)


def second_settings(world: World) -> bool:
    """Settings that mkdocs.yml inherits from a file of the agency's own, which inherits ours; later these change."""
    world.write("base.yml", f"INHERIT: .prongsai/mkdocs.yml\nsite_name: ชื่อ {world.number}\n")
    return change("mkdocs.yml", r"^INHERIT: .*$", "INHERIT: base.yml")(world)


def take_back(world: World) -> bool:
    """A file is as it was at the start of the chain."""
    now = world.kept()
    names = sorted(name for name in now.keys() | world.first.keys() if now.get(name) != world.first.get(name))
    names = [name for name in names if not name.startswith(("site_config/urls.csv", "site_config/published"))]
    if not names:
        return False
    name = world.chance.choice(names)
    if name in world.first:
        return world.write(name, world.first[name])
    remove(world.truth, name)
    return True


def undo(world: World) -> bool:
    """All is as it was before the last edit: two edits that cancel each other out."""
    world.put(world.earlier)
    return True
