"""The documents of the sites that this repository keeps, as values and as PDF, each made once."""

from __future__ import annotations

import re
import shutil
from functools import lru_cache
from pathlib import Path

from prongsai.pages.plan import speech_of
from prongsai.paper.content import Paper
from prongsai.paper.plan import plan_documents, with_books
from prongsai.paper.write_pdf import Pdf, write_pdf
from prongsai.pipeline.check import Checked, check_folder
from prongsai.views.known_sections import has_section

ROOT = Path(__file__).resolve().parents[2]
SITES = {"mueang-klaeng": ROOT, **{path.name: path for path in sorted((ROOT / "examples").iterdir())}}
ADDRESS = "https://ita.example.go.th/"


def copy_facts(source: Path, folder: Path, *, documents: str = "on") -> Path:
    """Copy the sources of a site, without its ledger and its pages, and with documents."""
    for name in ("data", "site_config"):
        shutil.copytree(source / name, folder / name, ignore=shutil.ignore_patterns("urls.csv", "published", "frozen"))
    files = source / "content" / "files"
    if files.is_dir():
        shutil.copytree(files, folder / "content" / "files")
    (folder / "mkdocs.yml").write_bytes((source / "mkdocs.yml").read_bytes())
    options = folder / "site_config" / "site.yml"
    own = re.sub(r"^documents: .*\n", "", options.read_text("utf-8"), flags=re.MULTILINE)
    options.write_text(f"{own.rstrip()}\ndocuments: {documents}\n", "utf-8")
    return folder


def documents_of(checked: Checked) -> dict[str, Paper]:
    """The documents of a checked site by year and kind: `2565/measures`; only what says something has one."""
    found = plan_documents(checked.results, checked.problems, speech_of(checked.results), checked.links)
    known = [one for one in found if has_section(checked.results, one.year, one.kind)]
    return {f"{one.year}/{one.kind}": one for one in with_books(known)}


def read_documents(source: Path, folder: Path, address: str | None = ADDRESS) -> dict[str, Paper]:
    """The documents of a site that the repository keeps, as if it had an address."""
    return documents_of(check_folder(copy_facts(source, folder), address))


@lru_cache(maxsize=64)
def pdf_of(document: Paper) -> Pdf:
    """The PDF of a document."""
    return write_pdf(document)
