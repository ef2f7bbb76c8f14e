"""The open data of six sites before others: frictionless, pandas, LibreOffice and a processor of JSON-LD."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import subprocess
from decimal import Decimal
from pathlib import Path

import pytest

import sites
from unit.exports.shown import SITES, files_of, rows_of

pytestmark = [pytest.mark.judge, pytest.mark.filterwarnings("ignore::DeprecationWarning")]
EACH = pytest.mark.parametrize("root", SITES, ids=lambda root: root.name)
# Comma, quotation mark, UTF-8, from the first line; then for writing: the language, as shown, without formulas.
ONE_CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,1033,false,true,true,false"
EVERY_SHEET = f"{ONE_CSV},false,-1"
SCHEMA = "https://schema.org/"
DOWNLOAD = {"contentUrl", "encodingFormat", "name"}
# Terms of schema.org, each with the types that may have it: its own list would be two hundred kilobytes.
TERMS = {
    "GovernmentOrganization": {"name", "url", "address", "telephone", "email"},
    "PostalAddress": {"streetAddress", "addressRegion", "addressLocality", "addressCountry"},
    "DataDownload": DOWNLOAD,
    "Dataset": {
        *("name", "description", "inLanguage", "isAccessibleForFree", "keywords", "url", "temporalCoverage"),
        *("publisher", "creator", "license", "distribution"),
    },
}


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """The data of a site as files, as somebody has them who downloaded all."""

    def write(root: Path) -> Path:
        folder = tmp_path_factory.getbasetemp() / f"open-{root.name}"
        for path, content in files_of(root).items():
            if path.startswith("/data/") and not path.endswith("/"):
                target = folder / path.lstrip("/")
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(content)
        return folder / "data"

    return write


@EACH
def test_frictionless_finds_the_package_valid(root, written):
    """Every table is as its schema says: types, limits, keys and what rows refer to."""
    frictionless = pytest.importorskip("frictionless")
    report = frictionless.validate(str(written(root) / "datapackage.json"))
    assert report.valid, report.flatten(["name", "rowNumber", "fieldNumber", "type", "note"])[:10]
    assert report.stats["tasks"] == len(list((written(root) / "tables").glob("*.csv")))


def test_frictionless_finds_what_is_wrong(written, tmp_path):
    """The judge is awake: a score above 100, a day that is none, and an item that no table has."""
    frictionless = pytest.importorskip("frictionless")
    folder = Path(shutil.copytree(written(SITES[0]), tmp_path / "data"))
    scores = folder / "tables" / "scores.csv"
    scores.write_bytes(re.sub(rb",([0-9]{2}\.[0-9]+),", rb",1\1,", scores.read_bytes(), count=1))
    years = folder / "tables" / "years.csv"
    years.write_bytes(years.read_bytes().replace(b"\r\n2564,", b"\r\n2560,", 1))
    found = {one[0] for one in frictionless.validate(str(folder / "datapackage.json")).flatten(["type"])}
    assert {"constraint-error", "foreign-key"} <= found


@EACH
def test_pandas_reads_thai_and_numbers(root, written):
    """Years are whole numbers, figures are numbers or absent, Thai is as it was, and JSON gives the same frame."""
    pandas = pytest.importorskip("pandas")
    for path in sorted((written(root) / "tables").glob("*.csv")):
        rows = rows_of(root, path.stem)
        frame = pandas.read_csv(path, encoding="utf-8-sig", dtype_backend="numpy_nullable")
        assert list(frame.columns) == list(pandas.read_csv(path, nrows=0).columns)
        assert len(frame) == len(rows)
        if rows:
            assert list(frame["agency"]) == [row["agency"] for row in rows]
    frame = pandas.read_csv(written(root) / "tables" / "scores.csv")
    assert str(frame["fiscal_year"].dtype).startswith("int")
    published = [row["published"] for row in rows_of(root, "scores")]
    assert frame["published"].astype(float).fillna(-1).to_list() == [float(value or -1) for value in published]
    again = pandas.read_json(written(root) / "tables" / "scores.json")
    assert again["published"].astype(float).equals(frame["published"].astype(float))


def test_tables_of_several_agencies_can_be_stacked(written):
    """The same columns everywhere, and the agency in each row, as it was called in the year of the row."""
    pandas = pytest.importorskip("pandas")
    frames = [pandas.read_csv(written(root) / "tables" / "scores.csv") for root in SITES]
    stacked = pandas.concat(frames, ignore_index=True)
    assert list(stacked.columns) == list(frames[0].columns)
    totals = stacked[stacked["kind"] == "total"]
    former = [one.name for root in SITES for one in sites.checked(root).results.site.agency.names]
    assert totals["agency"].nunique() == len(SITES) + len(former)
    assert {*former} <= {*totals["agency"]}
    assert not totals.duplicated(["agency", "fiscal_year"]).any()


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """LibreOffice without a window: every sheet of a workbook as CSV, or a CSV opened and written again."""
    program = shutil.which("soffice")
    assert program, "LibreOffice is missing: tools/install_judges.sh installs it"
    profile = tmp_path_factory.mktemp("profile").as_uri()

    def convert(source: Path, into: Path, form: str, *more: str) -> None:
        words = [program, f"-env:UserInstallation={profile}", "--headless", *more, "--convert-to", form]
        done = subprocess.run(
            [*words, "--outdir", str(into), str(source)], capture_output=True, text=True, timeout=180, check=False
        )
        assert list(into.glob("*.csv")), f"{done.stdout}\n{done.stderr}"

    return convert


def cells(path: Path) -> list[list[str]]:
    """The cells of a CSV."""
    return list(csv.reader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline="")))


def test_libreoffice_opens_the_workbook_with_nothing_lost(office, written, tmp_path):
    """Every cell of every sheet is shown as the CSV says it: figures with their decimals, Thai, line breaks."""
    model = SITES[[root.name for root in SITES].index("model")]
    office(written(model) / "all-tables.xlsx", tmp_path, EVERY_SHEET)
    for table in json.loads(files_of(model)["/data/datapackage.json"])["resources"]:
        [made] = tmp_path.glob(f"all-tables-{table['name']}.csv")
        said = [
            [re.sub("^“([=+@-].+)”$", r"\1", value) for value in row.values()] for row in rows_of(model, table["name"])
        ]
        shown = [[value.lower() if value in {"TRUE", "FALSE"} else value for value in row] for row in cells(made)[1:]]
        assert shown == said, table["name"]


@pytest.mark.parametrize("name", ["scores", "measures", "follow-up", "oit-items"])
def test_libreoffice_opens_the_csv_with_thai_intact(office, written, tmp_path, name):
    """Opened in a Thai office as somebody does by a double click, words and figures are as they were."""
    source = written(SITES[0]) / "tables" / f"{name}.csv"
    office(source, tmp_path, ONE_CSV, "--infilter=Text - txt - csv (StarCalc):44,34,76,1,,1054,false,false")
    shown, said = cells(tmp_path / f"{name}.csv"), cells(source)
    assert [len(row) for row in shown] == [len(row) for row in said]
    for row, expected in zip(shown, said, strict=True):
        for value, wanted in zip(row, expected, strict=True):
            assert value == wanted or _number(value) == _number(wanted) is not None, (value, wanted)


def _number(text: str) -> Decimal | None:
    return Decimal(text) if re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", text) else None


@EACH
@pytest.mark.parametrize("page", ["/", "/data/"])
def test_a_processor_reads_what_the_page_says_of_itself(root, page):
    """Expanded, every type and property is a term of schema.org that may be there, and addresses are addresses."""
    pyld = pytest.importorskip("pyld")
    found = re.search(r'^linked_data: (".*")$', files_of(root)[page].decode(), re.MULTILINE)
    text = json.loads(found[1]) if found else ""
    if not text:
        assert page == "/"
        assert {row["agency"] for row in rows_of(root, "scores")} == {"เอกสารไม่ได้ระบุ"}
        return
    assert "<" not in text
    [node] = pyld.jsonld.expand(
        json.loads(text), {"base": f"https://ita.example.go.th{page}", "documentLoader": context}
    )
    assert node["@type"] == [f"{SCHEMA}{'Dataset' if page == '/data/' else 'GovernmentOrganization'}"]
    assert list(strange_terms(node)) == []
    if page == "/data/":
        files = [one[f"{SCHEMA}contentUrl"][0]["@id"] for one in node[f"{SCHEMA}distribution"]]
        assert {f"/{url.split('/', 3)[3]}" for url in files} <= files_of(root).keys()


def context(url: str, _options: object) -> dict:
    """The part of schema.org's context that we rely on: its words, and which of ours are addresses."""
    assert url.rstrip("/") == "https://schema.org"
    links = {name: {"@id": f"{SCHEMA}{name}", "@type": "@id"} for name in ("contentUrl", "license", "url")}
    return {"contextUrl": None, "documentUrl": url, "document": {"@context": {"@vocab": SCHEMA, **links}}}


def strange_terms(node: object) -> list[str]:
    """Types and properties that schema.org does not have, or not there."""
    if isinstance(node, list):
        return [one for below in node for one in strange_terms(below)]
    if not isinstance(node, dict) or "@type" not in node:
        return []
    [kind] = (name.removeprefix(SCHEMA) for name in node["@type"])
    allowed = {f"{SCHEMA}{name}" for name in TERMS.get(kind, ())}
    strange = [f"{kind}: {name}" for name in node if not name.startswith("@") and name not in allowed]
    return strange + [one for below in node.values() for one in strange_terms(below)]
