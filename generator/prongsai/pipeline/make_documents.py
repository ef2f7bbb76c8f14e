"""Make the documents of a site, or take them from the store: the number of their pages, then the file."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from prongsai.addresses import content_name
from prongsai.model.site import Site
from prongsai.paper.content import Paper
from prongsai.pipeline.content.owners import CONTENT
from prongsai.pipeline.document_makers import MODULES, find_absent, find_lacking_text
from prongsai.pipeline.store import Kind, Store
from prongsai.pipeline.target.manifest import hash_of, read_manifest
from prongsai.problems import Problem, problem
from prongsai.views.downloads import DOCUMENT_KINDS, PRINT_STYLES, document_paths, has_document

PAPERS = Kind("papers", (*MODULES.values(), "fonttools", "jinja2", "lxml", "pydyf", "segno"), spare=40)


@dataclass(frozen=True)
class Made:
    """The documents of a site by their files below its folder, and how many pages each has.

    `pages` are those of each PDF by its path on the site.
    """

    files: Mapping[str, bytes]
    pages: Mapping[str, int]


def check_documents(site: Site, *, can_draw: bool = False) -> tuple[Problem, ...]:
    """That the site wants documents, but this machine lacks what makes them: said once, whatever they are.

    A machine that `can_draw` text is not asked about that again, which takes long.
    """
    options = site.options
    if options.documents != "on":
        return ()
    where = options.where("documents")
    if missing := find_absent():
        return (problem("documents-not-installed", where, found=", ".join(missing)),)
    lacking = "" if can_draw else find_lacking_text()
    return (problem("documents-not-made", where, found=lacking),) if lacking else ()


def find_lacking_makers() -> dict[str, str]:
    """The forms of a paper (docx, pdf) that this machine cannot write, each with what is lacking."""
    lacking = {}
    absent = find_absent()
    if MODULES["docx"] in absent:
        lacking["docx"] = MODULES["docx"]
    if MODULES["weasyprint"] in absent:
        lacking["pdf"] = MODULES["weasyprint"]
    elif reason := find_lacking_text():
        lacking["pdf"] = reason
    return lacking


def waiting_documents(site: Site) -> frozenset[str]:
    """The addresses of the documents that the site wants and this machine cannot make: they are not lost."""
    years = [(year.year, kind) for year in site.years for kind in DOCUMENT_KINDS if has_document(year, kind)]
    paths = (document_paths(year, kind) for year, kind in years)
    return frozenset(one for forms in paths for form, one in forms.items() if form in site.forms_lacking)


def keep_documents(waiting: Iterable[str], site: Path, fresh: Path) -> None:
    """Carry documents that were published before, and cannot be made here, over into the new site as they are."""
    manifest = read_manifest(site)
    ours = manifest.files if manifest else {}
    for name in (content_name(path) for path in waiting):
        if name in ours and hash_of(site / name) == ours[name] and not (fresh / name).exists():
            (fresh / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(site / name, fresh / name)


def make_documents(store: Store, documents: tuple[Paper, ...], lacking: Collection[str] = ()) -> Made:
    """All documents, without the forms that are `lacking`.

    Those that were made before from the same content are taken from the store.
    """
    files: dict[str, bytes] = {f"{CONTENT}{PRINT_STYLES}": _make_styles(documents)} if documents else {}
    pages: dict[str, int] = {}
    for document in documents:
        for form, path in document_paths(document.year, document.kind, lacking).items():
            kept = store.get(PAPERS, f"{form}\0{document!r}", partial(_WRITERS[form], document))
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


def _make_styles(documents: tuple[Paper, ...]) -> bytes:
    from prongsai.paper.write_print import write_print_styles

    return write_print_styles(documents)


def _make_print(document: Paper) -> bytes:
    from prongsai.paper.write_print import write_print

    return b"\n" + write_print(document)


_WRITERS: Mapping[str, Callable[[Paper], bytes]] = {"pdf": _make_pdf, "docx": _make_docx, "html": _make_print}
