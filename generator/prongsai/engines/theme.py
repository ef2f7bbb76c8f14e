"""The theme as an engine is given it: our templates as they are, style sheets joined and scripts made small."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from rcssmin import cssmin
from rjsmin import jsmin

from prongsai.model.colours import shades_of

THEME = ".prongsai/theme"
STYLE, ICON = "assets/css/site.css", "assets/favicon.svg"
_OWN_COLOUR = b"#0b5365"  # of the theme, as in its sheets
# The sheets of every page, and those of pages that have what they are for: partials/head.html knows it by its classes.
SHEETS: Mapping[str, tuple[str, ...]] = {
    "site": ("ground", "base", "frame", "components", "search"),
    "written": ("written",),
    "tables": ("tables",),
    "links": ("links",),
    "ask": ("ask", "documents"),
    "home": ("home",),
    "pictures": ("pictures", "pictures-measures"),
    "oit": ("oit",),
    "filter": ("filter",),
}
# What every page brings is one script too: header and contents, the box there, passing on, light and dark. The last
# may wait for another file.
SCRIPTS: Mapping[str, tuple[str, ...]] = {"page": ("frame", "search-box", "share", "palette")}


@cache
def theme_files(source: Path, *, thai: bool, colour: str = "") -> Mapping[str, bytes]:
    """Every file of the theme by its name; with `thai` printed pages are numbered in Thai numerals.

    What every page needs is one sheet, so that the first paint waits for one request or two. An agency's `colour`
    (#rrggbb) is at its end, and in the drawing by which browsers know the site.
    """
    joined = {**SHEETS, "print": ("print", f"print-{'thai' if thai else 'arabic'}")}
    sheets = {f"assets/css/{name}.css": _joined(source, parts) for name, parts in joined.items()}
    files = {**dict(_as_they_are(source)), **dict(_scripts(source)), **sheets}
    return {**files, **dict(_in_colour(files, colour))} if colour else files


def _in_colour(files: Mapping[str, bytes], colour: str) -> Iterator[tuple[str, bytes]]:
    rules = "".join(
        f'html[data-md-color-scheme="{scheme}"]{{{";".join(f"--{name}:{code}" for name, code in shades.items())}}}'
        for scheme, shades in shades_of(colour).items()
    )
    yield STYLE, files[STYLE] + f"@media screen{{{rules}}}\n".encode()
    yield ICON, files[ICON].replace(_OWN_COLOUR, colour.encode())


def _joined(source: Path, names: tuple[str, ...]) -> bytes:
    """Several sheets as one, without comments and blanks but for where the licence of the rules is."""
    text = "\n".join((source / "sheets" / f"{name}.css").read_text("utf-8") for name in names)
    return f"{cssmin(text)}\n".encode()


def _scripts(source: Path) -> Iterator[tuple[str, bytes]]:
    folder = source / "assets" / "js"
    joined = {name for names in SCRIPTS.values() for name in names}
    for path in sorted(folder.rglob("*.js")):
        if path.stem not in joined or path.parent != folder:
            yield path.relative_to(source).as_posix(), _small([path])
    for whole, names in SCRIPTS.items():
        yield f"assets/js/{whole}.js", _small([folder / f"{name}.js" for name in names])


def _small(scripts: Sequence[Path]) -> bytes:
    """A script without comments and blanks; of several each keeps its names to itself."""
    texts = [jsmin(path.read_text("utf-8")) for path in scripts]
    return ("\n".join(texts if len(texts) == 1 else (f"{{{text}}}" for text in texts)) + "\n").encode()


def _as_they_are(source: Path) -> Iterator[tuple[str, bytes]]:
    """Templates, drawings, fonts and licences."""
    for path in sorted(source.rglob("*")):
        name = path.relative_to(source).as_posix()
        if path.is_file() and not name.startswith(("sheets/", "assets/js/")):
            yield name, path.read_bytes()
    yield "assets/css/LICENSE-material.txt", (source / "sheets" / "LICENSE-material.txt").read_bytes()
