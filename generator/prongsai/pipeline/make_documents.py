"""Make the documents of a site, or take them from the store: the number of their pages, then the file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from importlib.util import find_spec

from prongsai.model.agency import SiteOptions
from prongsai.paper.content import Paper
from prongsai.pipeline.content.owners import CONTENT
from prongsai.pipeline.store import Kind, Store
from prongsai.problems import Problem, Where, problem
from prongsai.views.downloads import document_paths

_MODULES = {"weasyprint": "weasyprint", "docx": "python-docx"}
PAPERS = Kind("papers", (*_MODULES.values(), "fonttools", "jinja2", "lxml", "pydyf", "segno"), spare=40)


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


def make_documents(store: Store, documents: tuple[Paper, ...]) -> Made:
    """All documents; those that were made before from the same content are taken from the store."""
    files: dict[str, bytes] = {}
    pages: dict[str, int] = {}
    for document in documents:
        for form, path in document_paths(document.year, document.kind).items():
            try:
                kept = store.get(PAPERS, f"{form}\0{document!r}", partial(_WRITERS[form], document))
            except (ImportError, OSError) as failure:  # a library of the system that draws text is missing
                where = Where("site_config/site.yml")
                return Made({}, {}, (problem("documents-not-made", where, found=str(failure)),))
            count, _, data = kept.partition(b"\n")
            files[f"{CONTENT}{path}"] = data
            if form == "pdf":
                pages[path] = int(count)
    return Made(files, pages)


def _make_pdf(document: Paper) -> bytes:
    from prongsai.paper.write_pdf import write_pdf

    pdf = write_pdf(document)
    return b"%d\n%b" % (pdf.pages, pdf.data)


def _make_docx(document: Paper) -> bytes:
    from prongsai.paper.write_docx import write_docx

    return b"\n" + write_docx(document)


_WRITERS: Mapping[str, Callable[[Paper], bytes]] = {"pdf": _make_pdf, "docx": _make_docx}
