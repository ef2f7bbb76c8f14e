"""LibreOffice opens the submission sheets of the model agency: every cell is what the machine index says."""

from __future__ import annotations

import csv
import io
import json
import shutil
import subprocess
from pathlib import Path

import pytest

from prongsai.exports.year_json import export_oit
from prongsai.pipeline.check import check_folder
from prongsai.pipeline.handed_out import export_oit_folder
from unit.exports.sheets import MODEL, REGISTERS, part, read_xlsx, said

pytestmark = pytest.mark.judge
# Comma, quotation mark, UTF-8, from the first line; then for writing: the language, as shown, without formulas.
AS_CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false"
LANGUAGES = {"English": 1033, "Thai": 1054}


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """LibreOffice without a window, with a profile of its own."""
    program = shutil.which("soffice")
    assert program, "LibreOffice is missing: tools/install_judges.sh installs it"
    profile = tmp_path_factory.mktemp("profile").as_uri()

    def convert(source: Path, into: Path, form: str, *more: str) -> Path:
        words = [program, f"-env:UserInstallation={profile}", "--headless", *more]
        words += ["--convert-to", form, "--outdir", str(into), str(source)]
        done = subprocess.run(words, capture_output=True, text=True, timeout=120, check=False)
        made = into / f"{source.stem}.{form.partition(':')[0]}"
        assert made.is_file(), f"{done.stdout}\n{done.stderr}"
        return made

    return convert


@pytest.fixture(scope="module")
def model():
    """The invented agency, checked."""
    return check_folder(MODEL)


@pytest.fixture(scope="module", params=REGISTERS)
def sheet(request, model, tmp_path_factory):
    """The sheets of a year as XLSX and CSV, and what the index says."""
    year = request.param
    index = json.loads(export_oit(model.results, year, model.problems))
    xlsx, as_csv = export_oit_folder(model, year, tmp_path_factory.mktemp("sheets")).paths
    return xlsx, as_csv, said(index)


def cells_of(path: Path) -> list[list[str]]:
    """The cells of a CSV that LibreOffice wrote."""
    return list(csv.reader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline="")))


def test_the_xlsx_is_opened_with_nothing_lost(office, sheet, tmp_path):
    """Thai, line breaks and addresses come out of LibreOffice as they are in the index."""
    xlsx, _, expected = sheet
    assert cells_of(office(xlsx, tmp_path, AS_CSV)) == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_csv_is_opened_with_nothing_lost(office, sheet, tmp_path, language):
    """Also by a Thai office that looks for dates and numbers in every cell; written back as XLSX all are texts."""
    _, as_csv, expected = sheet
    reading = f"--infilter=Text - txt - csv (StarCalc):44,34,76,1,,{LANGUAGES[language]},false,true"
    assert read_xlsx(office(as_csv, tmp_path, "xlsx", reading).read_bytes()) == expected


def test_what_the_office_saves_again_is_the_same(office, sheet, tmp_path):
    """Opened and saved as XLSX, as an officer does, no cell has changed and the head is still printed on each page."""
    xlsx, _, expected = sheet
    saved = office(xlsx, tmp_path, "xlsx").read_bytes()
    assert read_xlsx(saved) == expected
    names = [one.get("name") for one in part(saved, "xl/workbook.xml").iter() if one.tag.endswith("definedName")]
    assert "_xlnm.Print_Titles" in names


def test_the_sheet_prints_on_a4(office, sheet, tmp_path):
    """Landscape pages in full width, so that no column is on a page of its own."""
    from pypdf import PdfReader

    xlsx, _, expected = sheet
    pages = PdfReader(office(xlsx, tmp_path, "pdf")).pages
    assert {(round(page.mediabox.width), round(page.mediabox.height)) for page in pages} == {(842, 595)}
    texts = [page.extract_text() for page in pages]
    assert [number for number, text in enumerate(texts, start=1) if "URL" not in text] == []
    assert [row[0] for row in expected[1:] if not any(row[0] in text.split() for text in texts)] == []
