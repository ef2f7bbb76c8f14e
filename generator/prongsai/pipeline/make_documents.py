"""Make the documents of a site: only those anew whose content or looks changed since they were made last."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from prongsai import paths
from prongsai.model.agency import SiteOptions
from prongsai.paper.content import Paper
from prongsai.pipeline.content.owners import CONTENT
from prongsai.pipeline.content.write_files import write_file
from prongsai.problems import Problem, Where, problem
from prongsai.views.downloads import document_paths

KEPT = ".prongsai/documents"
_MODULES = {"weasyprint": "weasyprint", "docx": "python-docx"}
_SPARE = 40  # files of an earlier run that are kept beside those of this one, for who goes back and forth


@dataclass(frozen=True)
class Made:
    """The documents of a site by their files below its folder, how many pages each has, and why none could be made.

    `pages` are those of each PDF by its path on the site.
    """

    files: Mapping[str, bytes]
    pages: Mapping[str, int]
    problems: tuple[Problem, ...] = ()


def check_documents(options: SiteOptions) -> tuple[Problem, ...]:
    """That the site wants documents, but what makes them is not installed."""
    if options.documents != "on":
        return ()
    missing = [name for module, name in _MODULES.items() if find_spec(module) is None]
    return (
        (problem("documents-not-installed", options.where("documents"), found=", ".join(missing)),) if missing else ()
    )


def make_documents(root: Path, documents: tuple[Paper, ...]) -> Made:
    """All documents; those that were made before from the same content are taken from below `root`."""
    if not documents:
        return Made({}, {})
    kept = {path.name.partition(".")[0]: path for path in sorted((root / KEPT).glob("*.*"))}
    files: dict[str, bytes] = {}
    pages: dict[str, int] = {}
    used: set[Path] = set()
    for document in documents:
        for form, path in document_paths(document.year, document.kind).items():
            try:
                found = _find_or_write(root, kept, document, form)
            except (ImportError, OSError) as failure:  # a library of the system that draws text is missing
                where = Where("site_config/site.yml")
                return Made({}, {}, (problem("documents-not-made", where, found=str(failure)),))
            used.add(found)
            files[f"{CONTENT}{path}"] = found.read_bytes()
            if form == "pdf":
                pages[path] = int(found.name.split(".")[1])
    _remove_old(kept.values(), used)
    return Made(files, pages)


def _find_or_write(root: Path, kept: Mapping[str, Path], document: Paper, form: str) -> Path:
    key = hashlib.blake2b(f"{form}\0{_program()}\0{document!r}".encode(), digest_size=20).hexdigest()
    if key in kept:
        return kept[key]
    if form == "pdf":
        from prongsai.paper.write_pdf import write_pdf

        pdf = write_pdf(document)
        data, pages = pdf.data, pdf.pages
    else:
        from prongsai.paper.write_docx import write_docx

        data, pages = write_docx(document), 0
    path = root / KEPT / f"{key}.{pages}.{form}"
    write_file(path, data)
    return path


@lru_cache(maxsize=1)
def _program() -> str:
    """A fingerprint of what makes documents: modules, templates, fonts and versions."""
    whole = hashlib.blake2b(digest_size=20)
    for name in (*_MODULES.values(), "pydyf", "fonttools", "lxml", "segno"):
        whole.update(f"{name} {version(name)}\0".encode())
    folder = paths.PAPER_TEMPLATES.parent
    fonts = paths.theme_folder() / "assets" / "fonts"
    for path in sorted([*folder.glob("*.py"), *paths.PAPER_TEMPLATES.iterdir(), *fonts.glob("*.woff2")]):
        whole.update(path.name.encode() + hashlib.blake2b(path.read_bytes(), digest_size=20).digest())
    return whole.hexdigest()


def _remove_old(kept: Iterable[Path], used: set[Path]) -> None:
    """Forget the oldest of those that this run did not use."""
    unused = sorted((path for path in kept if path not in used), key=lambda path: path.stat().st_mtime)
    for path in unused[: max(0, len(unused) - max(_SPARE, len(used)))]:
        path.unlink(missing_ok=True)
