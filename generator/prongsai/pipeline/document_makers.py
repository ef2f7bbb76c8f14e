"""The programs that make documents: which are lacking on this machine, and by which files of it they run."""

from __future__ import annotations

import io
import os
import sys
from contextlib import redirect_stdout
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

MODULES = {"weasyprint": "weasyprint", "docx": "python-docx"}
_TEXT = "weasyprint.text.fonts"  # what loads Pango, which a package of Python cannot bring
_LOADED = Path("/proc/self/maps")  # Linux: the files of which this process consists
_REPLACED = " (deleted)"
_LOADER = ("/etc/ld.so.cache", "/etc/ld.so.preload")
_ENVIRONMENT = ("LD_LIBRARY_PATH", "LD_PRELOAD")
Libraries = dict[str, list[int] | str | None]


def find_absent() -> list[str]:
    """The packages for documents that are not installed."""
    return [name for module, name in MODULES.items() if find_spec(module) is None]


def find_lacking() -> str:
    """The reason why documents cannot be made: absent packages, or else the words of the system; empty where none."""
    return ", ".join(find_absent()) or find_lacking_text()


def find_lacking_text() -> str:
    """The reason why no text can be drawn, in the words of the system; empty where it can."""
    try:
        with redirect_stdout(io.StringIO()):  # where it explains itself to programmers
            import_module(_TEXT)
    except (ImportError, OSError) as failure:
        return next(iter(str(failure).splitlines()), "") or type(failure).__name__
    return ""


def libraries_in_use() -> Libraries | None:
    """All by which text can be drawn in this process: shared libraries by their stamps, and what finds them.

    None where no text was drawn yet, or the system does not tell.
    """
    if _TEXT not in sys.modules:
        return None
    try:
        lines = _LOADED.read_text("utf-8", "surrogateescape").splitlines()
    except OSError:
        return None
    files = {line.split(maxsplit=5)[5] for line in lines if line.count("/") and ".so" in line}
    if any(path.endswith(_REPLACED) for path in files):
        return None
    return {**{path: _stamp(path) for path in sorted({*files, *_LOADER})}, **_environment()}


def are_as_they_were(libraries: object) -> bool:
    """True if the libraries by which text was drawn before are the same files, found in the same way."""
    if not isinstance(libraries, dict) or not libraries:
        return False
    now = {name: _stamp(name) if name.startswith("/") else os.environ.get(name) for name in libraries}
    return now == libraries and not find_absent()


def _environment() -> Libraries:
    return {name: os.environ.get(name) for name in _ENVIRONMENT}


def _stamp(path: str) -> list[int] | None:
    try:
        facts = os.stat(path)  # noqa: PTH116
    except OSError:
        return None
    return [facts.st_size, facts.st_mtime_ns, facts.st_ctime_ns, facts.st_ino]
