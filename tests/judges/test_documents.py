"""The documents of all six sites, read by two programs, looked at through a QR reader and opened by LibreOffice."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
from functools import cache
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from fontTools.ttLib import TTFont
from PIL import ImageOps
from pypdf import PdfReader

from paper.reading import EXTRACTORS, by_pypdf, recovered_of, row_words, solid, tables_of, words_of
from paper.sources import SITES, pdf_of, read_documents
from paper.texts import find_texts
from prongsai.paper.fonts import FACES, load_face
from prongsai.paper.write_docx import write_docx
from prongsai.views.downloads import document_paths

pytestmark = pytest.mark.judge
FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>{folder}</dir>
<cachedir>{folder}/cache</cachedir><match target="pattern"><test name="family"><string>TH Sarabun New</string></test>
<edit name="family" mode="assign" binding="strong"><string>Sarabun thai</string><string>Sarabun latin</string></edit>
</match></fontconfig>
"""


@cache
def _documents(name: str, folder: Path):
    return read_documents(SITES[name], folder)


@pytest.fixture(scope="module", params=SITES)
def site(request, tmp_path_factory):
    """All documents of a site."""
    return list(_documents(request.param, tmp_path_factory.mktemp(request.param) / "site").values())


@pytest.mark.parametrize("extractor", EXTRACTORS)
def test_the_words_of_every_document_are_found_again(site, extractor):
    """At least 98 in 100 words, letter by letter and as often as they were written."""
    found = {document.page: recovered_of(document, EXTRACTORS[extractor](pdf_of(document).data)) for document in site}
    assert found
    assert {page: share for page, share in found.items() if share < 0.98} == {}


def test_every_document_is_tagged_numbered_and_led_to(site):
    """Structure, language, numbers of pages and the QR code, on every document."""
    for document in site:
        pdf = pdf_of(document)
        root = PdfReader(io.BytesIO(pdf.data)).trailer["/Root"]
        assert (root["/MarkInfo"]["/Marked"], root["/Lang"], "/StructTreeRoot" in root) == (True, "th", True)
        last = (
            str(pdf.pages).translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")) if document.thai_digits else pdf.pages
        )
        assert f"หน้า {last} จาก {last}" in by_pypdf(pdf.data)[-1]
        image = pypdfium2.PdfDocument(pdf.data)[0].render(scale=3).to_pil()
        assert [found.text for found in zxingcpp.read_barcodes(image)] == [document.url]


def test_no_row_that_fits_on_a_sheet_is_cut(site):
    """Every row of every table is whole on one sheet, below the heads of its table."""
    cut = []
    for document in site:
        pages = [solid(page) for page in by_pypdf(pdf_of(document).data)]
        for table in tables_of(document):
            heads = words_of(tuple(column.title for column in table.columns))
            for row in table.rows:
                words = [*row_words(row), *heads]
                if not any(all(word in page for word in words) for page in pages):
                    cut.append((document.page, table.key, row[0].parts))
    assert cut == []


MOST_EMPTY = 0.4  # of a sheet that is not the last one of its paper


def test_no_sheet_is_half_empty(site):
    """Rows are low enough to fill the sheets, of every paper but the book, whose parts end where they end."""
    found = {}
    for document in site:
        if not document.parts:
            pdf = pypdfium2.PdfDocument(pdf_of(document).data)
            shares = [_empty(pdf[place], wide=document.wide) for place in range(len(pdf) - 1)]
            found |= {(document.page, place + 1): share for place, share in enumerate(shares) if share > MOST_EMPTY}
    assert found == {}


def _empty(page: pypdfium2.PdfPage, *, wide: bool) -> float:
    """The share of the sheet between its margins that is empty below what is on it."""
    image = ImageOps.invert(page.render(scale=0.5).to_pil().convert("L"))
    top, bottom = (1.6 / 21, 1 - 1.75 / 21) if wide else (2 / 29.7, 1 - 2.05 / 29.7)
    height = image.height
    inside = image.crop((0, round(top * height), image.width, round(bottom * height)))
    filled = inside.point(lambda value: 255 if value > 55 else 0).getbbox()
    return 1 - (filled[3] if filled else 0) / inside.height


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """LibreOffice without a window, with Sarabun for the font that documents ask for."""
    program = shutil.which("soffice")
    assert program, "LibreOffice is missing: tools/install_judges.sh installs it"
    folder = tmp_path_factory.mktemp("fonts")
    for name in FACES:
        font = TTFont(io.BytesIO(load_face(name).data))
        for record in font["name"].names:
            if record.nameID in {1, 16}:
                record.string = f"Sarabun {name.partition('-')[0]}"
        font.save(folder / f"{name}.ttf")
    (folder / "fonts.conf").write_text(FONTS.format(folder=folder), "utf-8")
    profile = tmp_path_factory.mktemp("profile").as_uri()

    def convert(sources: list[Path], into: Path) -> None:
        words = [
            program,
            f"-env:UserInstallation={profile}",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(into),
        ]
        environment = {**os.environ, "FONTCONFIG_FILE": str(folder / "fonts.conf")}
        subprocess.run([*words, *map(str, sources)], capture_output=True, timeout=300, check=True, env=environment)

    return convert


def test_libreoffice_opens_every_word_document(site, office, tmp_path):
    """A Word document has its words in LibreOffice too; each of its pages has a number."""
    sources = {}
    for document in site:
        if "docx" in document_paths(document.year, document.kind):
            path = tmp_path / f"{document.year}-{document.kind}.docx"
            path.write_bytes(write_docx(document))
            sources[path] = document
    if not sources:
        return
    office(list(sources), tmp_path)
    for path, document in sources.items():
        pages = EXTRACTORS["PDFium"](path.with_suffix(".pdf").read_bytes())
        whole = solid("".join(pages)).replace("\u0e4d\u0e32", "\u0e33")
        words = words_of(find_texts(document))
        missing = [word for word in words if word not in whole]
        assert len(missing) / len(words) < 0.1, missing
        assert all("หน้า" in page for page in pages)
