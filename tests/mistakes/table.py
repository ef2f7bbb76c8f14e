"""The table of mistakes: each row is one change to a clean site, and what `prongsai check` answers first."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from prongsai.pipeline.check import check_folder
from prongsai.reporting import as_text

HERE = Path(__file__).parent
CLEAN = HERE / "site"
EXPECTED = HERE / "expected.txt"
NOTHING = "ไม่พบปัญหาของข้อมูล"
_LINES = 2  # where it is and what is wrong


@cache
def mistakes() -> dict[str, dict[str, Any]]:
    """The rows of mistakes.yml by their names."""
    rows = YAML(typ="safe").load((HERE / "mistakes.yml").read_text("utf-8"))
    named = {row["name"]: row for row in rows}
    assert len(named) == len(rows), "two rows have one name"
    return named


@cache
def expected() -> dict[str, str]:
    """The first answers that expected.txt keeps, by the names of the rows."""
    blocks = EXPECTED.read_text("utf-8").strip().split("\n\n")
    return dict(block.split("\n", 1) for block in blocks)


def first_answer(name: str, root: Path) -> str:
    """The first lines of the report on the clean site in `root` with the mistake, which is taken back again."""
    with made(mistakes()[name], root):
        return "\n".join(as_text(check_folder(root).problems).splitlines()[:_LINES])


def write_expected(answers: dict[str, str]) -> None:
    """Keep the answers as they are now; what changed is then to be read in the diff."""
    blocks = (f"{name}\n{answer}\n" for name, answer in answers.items())
    EXPECTED.write_text("\n".join(blocks), encoding="utf-8", newline="\n")


@contextmanager
def made(row: dict[str, Any], root: Path) -> Iterator[None]:
    """The clean site in `root` changed as the row says, and clean again afterwards."""
    try:
        for change in (row, *row.get("then", ())):
            _change(change, root)
        yield
    finally:
        _clean(root)


def _clean(root: Path) -> None:
    """Only what differs is written, since one site serves all rows."""
    for path in sorted(root.rglob("*"), reverse=True):
        twin = CLEAN / path.relative_to(root)
        if path.is_file() and not twin.is_file():
            path.unlink()
        elif path.is_dir() and not twin.is_dir():
            path.rmdir()
    for twin in CLEAN.rglob("*"):
        path = root / twin.relative_to(CLEAN)
        if twin.is_file() and not (path.is_file() and path.read_bytes() == twin.read_bytes()):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(twin.read_bytes())


def _change(change: dict[str, Any], root: Path) -> None:
    path = root / change["file"]
    path.parent.mkdir(parents=True, exist_ok=True)
    if change.get("gone"):
        path.unlink()
    elif "bytes" in change:
        path.write_bytes(bytes.fromhex(change["bytes"]))
    elif path.is_dir():
        _move(path, root / change["moved_to"])
    else:
        source = root / change.get("copy_of", change["file"])
        before = "" if "text" in change else source.read_bytes().decode()
        path.write_bytes(_changed(before, change).encode(change.get("encoding", "utf-8")))
        if "moved_to" in change:
            _move(path, root / change["moved_to"])


def _changed(text: str, change: dict[str, Any]) -> str:
    if "old" in change:
        count = text.count(change["old"])
        assert count if change.get("every") else count == 1, f"{change['file']} has the old text {count} times"
        text = text.replace(change["old"], change["new"])
    return change.get("text", text) + change.get("add", "")


def _move(path: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    path.rename(target)
