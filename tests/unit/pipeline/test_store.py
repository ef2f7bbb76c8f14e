"""The store: what was made once is not made again, and nothing that happens to it changes what is made."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from prongsai import paths
from prongsai.pipeline.fingerprint import program_fingerprint
from prongsai.pipeline.make_documents import PAPERS
from prongsai.pipeline.make_pictures import PICTURES
from prongsai.pipeline.planning.data_files import TABLES
from prongsai.pipeline.planning.write_pages import PAGES
from prongsai.pipeline.read_content import READINGS
from prongsai.pipeline.store import EARLIER, STORE, Kind, Store

SINGLE = Kind("single", ("jinja2",), spare=2)
PACKED = Kind("packed", ("jinja2",), spare=2, packed=True)
BOTH = pytest.mark.parametrize("kind", [SINGLE, PACKED], ids=lambda kind: kind.name)


def keep(root: Path, kind: Kind, **made: bytes) -> None:
    """One run that makes these things."""
    store = Store(root)
    for value, data in made.items():
        store.get(kind, value, lambda data=data: data)
    store.keep()


def found(root: Path, kind: Kind, *values: str) -> list[str]:
    """The things that the next run need not make."""
    return [value for value in values if Store(root).find(kind, value) is not None]


def kept(root: Path) -> list[Path]:
    """The files of the store."""
    return sorted(path for path in (root / STORE).rglob("*") if path.is_file())


def sealed(data: bytes) -> bytes:
    """Bytes as a file of the store has them."""
    return hashlib.blake2b(data, digest_size=20).hexdigest().encode() + b"\n" + data


@BOTH
def test_nothing_is_made_twice(tmp_path, kind):
    """The next run has it to the byte, also what is no text, and the same run has it before it is written."""
    data = bytes(range(256)) + "ก\n".encode()
    store = Store(tmp_path)
    assert store.get(kind, "ก", lambda: data) == store.find(kind, "ก") == data
    store.keep()
    assert Store(tmp_path).get(kind, "ก", pytest.fail) == data
    assert Store(tmp_path).find(kind, b"\xe0\xb8\x81") == data


@BOTH
def test_nothing_is_written_before_it_is_kept(tmp_path, kind):
    """A check makes things and leaves no trace; a store without a folder never leaves one."""
    for store in (Store(tmp_path), Store()):
        store.get(kind, "a", lambda: b"1")
    store.keep()
    assert list(tmp_path.iterdir()) == []


@BOTH
def test_a_run_that_makes_nothing_new_writes_nothing(tmp_path, kind):
    """The files keep their time."""
    keep(tmp_path, kind, a=b"1", b=b"2")
    before = {path: path.stat().st_mtime_ns for path in kept(tmp_path)}
    keep(tmp_path, kind, b=b"2", a=b"1")
    assert {path: path.stat().st_mtime_ns for path in kept(tmp_path)} == before


def test_a_key_has_all_that_a_thing_is_made_of(tmp_path):
    """Another value, another kind, another part of the program and other libraries make it again."""
    keep(tmp_path, PACKED, a=b"1")
    others = (
        Kind("other", PACKED.libraries, 2, packed=True),
        Kind("packed", ("markupsafe",), 2, packed=True),
        Kind("packed", PACKED.libraries, 2, packed=True, made_by=("thai",)),
    )
    assert found(tmp_path, PACKED, "a", "b") == ["a"]
    assert [kind for kind in others if found(tmp_path, kind, "a")] == []


def test_the_program_is_known_by_what_it_holds(tmp_path):
    """A copy of it elsewhere, written later, has the same fingerprints; a part that differs has another."""
    copy = tmp_path / "generator" / "prongsai"
    shutil.copytree(Path(paths.__file__).parent, copy, copy_function=shutil.copyfile)
    shutil.copytree(paths.theme_folder(), tmp_path / "theme", copy_function=shutil.copyfile)
    parts = ("", "thai", "web.py")

    def ask() -> list[str]:
        environment = {**os.environ, "PYTHONPATH": str(copy.parent)}
        words = [sys.executable, "-c", PRINTING, *parts]
        return subprocess.run(words, env=environment, capture_output=True, text=True, check=True).stdout.splitlines()

    here = [program_fingerprint((part,), ("jinja2",)) for part in parts]
    assert ask() == here
    with (copy / "web.py").open("a") as module:
        module.write("# changed")
    assert [one == other for one, other in zip(ask(), here, strict=True)] == [False, True, False]


PRINTING = """
import sys
from prongsai.pipeline.fingerprint import program_fingerprint
print(*(program_fingerprint((part,), ("jinja2",)) for part in sys.argv[1:]), sep=chr(10))
"""


def test_what_reads_attachments_is_named_as_a_whole():
    """Of all other things the whole program is part of the key; readings name each module that they need."""
    code = "import sys, prongsai.loading.read_attachment; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    package = Path(paths.__file__).parent
    files = {f"{name.partition('.')[2].replace('.', '/')}.py" for name in loaded if name.startswith("prongsai.")}
    assert {name for name in files if (package / name).is_file()} == {*READINGS.made_by}
    assert {kind.made_by for kind in (PAGES, PAPERS, PICTURES, TABLES)} == {("",)}


DAMAGE = {
    "emptied": lambda _: b"",
    "cut short": lambda data: data[:-1],
    "another byte": lambda data: data[:-1] + b"x",
    "lengthened": lambda data: data + b"x",
    "without digest": lambda data: data.partition(b"\n")[2],
}
FOREIGN = {
    "a list": lambda _: sealed(b"[]\n"),
    "no text": lambda _: sealed(b"\xff"),
    "no lengths": lambda _: sealed(b'{"a": "b"}\n'),
}


@pytest.mark.parametrize(
    ("kind", "damage"),
    [
        *((kind, one) for kind in (SINGLE, PACKED) for one in DAMAGE.items()),
        *((PACKED, one) for one in FOREIGN.items()),
    ],
    ids=lambda value: value.name if isinstance(value, Kind) else value[0],
)
def test_what_is_damaged_or_foreign_is_made_again(tmp_path, kind, damage):
    """Such a file counts as none, and the next run puts a sound one in its place."""
    keep(tmp_path, kind, a=b"one")
    [path] = kept(tmp_path)
    path.write_bytes(damage[1](path.read_bytes()))
    assert found(tmp_path, kind, "a") == []
    keep(tmp_path, kind, a=b"one")
    assert Store(tmp_path).get(kind, "a", pytest.fail) == b"one"


@BOTH
def test_a_folder_that_cannot_be_used_harms_nothing(tmp_path, kind):
    """Whatever is where the store should be: things are made, and nobody is told."""
    (tmp_path / ".prongsai").mkdir()
    (tmp_path / STORE).write_bytes(b"a file")
    keep(tmp_path, kind, a=b"1")
    (tmp_path / STORE).unlink()
    (tmp_path / STORE / kind.name / "all").mkdir(parents=True)
    keep(tmp_path, kind, a=b"1")
    assert Store(tmp_path).get(kind, "a", lambda: b"1") == b"1"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_in_the_store_stops_nobody(tmp_path):
    """Nothing but plain files is opened."""
    keep(tmp_path, PACKED, a=b"1")
    [path] = kept(tmp_path)
    path.unlink()
    os.mkfifo(path)
    assert found(tmp_path, PACKED, "a") == []


@BOTH
def test_the_oldest_are_forgotten(tmp_path, kind):
    """Of what a run did not need as many stay as the kind spares, those that were made last."""
    for number in range(6):
        keep(tmp_path, kind, **{str(number): b"x"})
        for path in kept(tmp_path):  # as if a second had passed
            os.utime(path, ns=(0, path.stat().st_mtime_ns - 10**9))
    assert found(tmp_path, kind, *map(str, range(6))) == ["3", "4", "5"]


def test_what_no_run_asked_for_is_left_alone(tmp_path):
    """A run that makes no single thing forgets none."""
    keep(tmp_path, SINGLE, **dict.fromkeys("abcdef", b"x"))
    keep(tmp_path, PACKED, a=b"1")
    assert found(tmp_path, SINGLE, *"abcdef") == [*"abcdef"]


def test_what_earlier_versions_kept_is_taken_away(tmp_path):
    """Their folders hold texts that nobody would ever forget again."""
    for name in EARLIER:
        place = tmp_path / name / "a" if name != EARLIER[-1] else tmp_path / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(b"x")
    keep(tmp_path, PACKED, a=b"1")
    assert [path.name for path in (tmp_path / ".prongsai").iterdir()] == ["store"]


AT_ONCE = """
import sys
from pathlib import Path
from prongsai.pipeline.store import Kind, Store
for round in range(60):
    store = Store(Path(sys.argv[1]))
    for packed in (False, True):
        kind = Kind(f"kind-{packed}", ("jinja2",), 3, packed)
        for number in range(round % 7, round % 7 + 4):
            made = str(number).encode() * 5000
            assert store.get(kind, str(number), lambda made=made: made) == made
    store.keep()
"""


def test_two_commands_at_once_disturb_nobody(tmp_path):
    """Both read, write and forget at the same place: each always gets what was made of what it asks for."""
    both = [subprocess.Popen([sys.executable, "-c", AT_ONCE, str(tmp_path)]) for _ in range(2)]
    assert [one.wait(timeout=120) for one in both] == [0, 0]
    assert not [path for path in kept(tmp_path) if path.name.endswith(".part")]
