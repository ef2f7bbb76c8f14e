"""The theme as an engine is given it: our templates as they are, style sheets joined and scripts made small."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from rcssmin import cssmin
from rjsmin import jsmin

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


@cache
def theme_files(source: Path, *, thai: bool) -> Mapping[str, bytes]:
    """Every file of the theme by its name; with `thai` printed pages are numbered in Thai numerals.

    The sheets are joined into two, so that the first paint waits for one request.
    """
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
