"""The theme as the engine is given it: our templates as they are, style sheets joined and scripts made small."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from rcssmin import cssmin
from rjsmin import jsmin

from prongsai import paths
from prongsai.pipeline.write_files import write_file

THEME = ".prongsai/theme"
SHEETS = (
    "ground",
    "base",
    "frame",
    "components",
    "home",
    "tables",
    "pictures",
    "pictures-measures",
    "oit",
    "links",
    "ask",
    "filter",
    "search",
    "documents",
)


def write_theme(root: Path, *, thai: bool) -> None:
    """Write the theme of a site below `root`, and remove what an earlier version left there; `thai` are numerals."""
    folder, files = root / THEME, theme_files(paths.theme_folder(), thai=thai)
    for name, data in files.items():
        if not (folder / name).is_file() or (folder / name).read_bytes() != data:
            write_file(folder / name, data)
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_file() and path.relative_to(folder).as_posix() not in files:
            path.unlink()
        elif path.is_dir() and not any(path.iterdir()):
            path.rmdir()


@cache
def theme_files(source: Path, *, thai: bool) -> Mapping[str, bytes]:
    """Every file of the theme by its name: two joined sheets, so that the first paint waits for one request."""
    joined = {"site": SHEETS, "print": ("print", f"print-{'thai' if thai else 'arabic'}")}
    sheets = {f"assets/css/{name}.css": _joined(source, parts) for name, parts in joined.items()}
    return {**dict(_as_they_are(source)), **dict(_scripts(source)), **sheets}


def _joined(source: Path, names: tuple[str, ...]) -> bytes:
    """Several sheets as one, without comments and blanks but for where the licence of the rules is."""
    text = "\n".join((source / "sheets" / f"{name}.css").read_text("utf-8") for name in names)
    return f"{cssmin(text)}\n".encode()


def _scripts(source: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted((source / "assets" / "js").rglob("*.js")):
        yield path.relative_to(source).as_posix(), f"{jsmin(path.read_text('utf-8'))}\n".encode()


def _as_they_are(source: Path) -> Iterator[tuple[str, bytes]]:
    """Templates, drawings, fonts and licences."""
    for path in sorted(source.rglob("*")):
        name = path.relative_to(source).as_posix()
        if path.is_file() and not name.startswith(("sheets/", "assets/js/")):
            yield name, path.read_bytes()
    yield "assets/css/LICENSE-material.txt", (source / "sheets" / "LICENSE-material.txt").read_bytes()
