"""Documents in a build: where they are, what pages say of them, and that only what changed is made again."""

from __future__ import annotations

import io
import re
import shutil
import sys

import pytest
from pypdf import PdfReader

import sites
from prongsai.ledger.load_ledger import LEDGER, load_ledger
from prongsai.ledger.rows import Ledger, record_addresses, write_ledger
from prongsai.paper.write_pdf import _prepared
from prongsai.pipeline import document_makers
from prongsai.pipeline.build import build_folder
from prongsai.pipeline.check import check_folder
from prongsai.pipeline.make_documents import PAPERS
from prongsai.pipeline.publish import publish_folder
from prongsai.pipeline.store import STORE
from unit.pages.reading import read_html

MKDOCS = "INHERIT: .prongsai/mkdocs.yml\ndocs_dir: content\nsite_dir: site\n"
SIGNED = "signed_copy: {file: 2565/memo-signed.pdf, signed_on: 2 ตุลาคม 2565}\n"


def small_site(folder, documents="on"):
    """The smallest site with documents, and a memo that was signed."""
    root = sites.copy_base(folder)
    (root / "mkdocs.yml").write_text(MKDOCS, "utf-8")
    options = root / "site_config" / "site.yml"
    options.write_text(f"{options.read_text('utf-8').rstrip()}\ndocuments: {documents}\n", "utf-8")
    memo = root / "data" / "2565" / "memo.yml"
    memo.write_text(f"{memo.read_text('utf-8').rstrip()}\n{SIGNED}", "utf-8")
    scan = root / "content" / "files" / "2565" / "memo-signed.pdf"
    scan.parent.mkdir(parents=True)
    shutil.copyfile(sites.CASES / "invalid" / "attachment-scan" / "content" / "files" / "2565" / "order.pdf", scan)
    return root


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The small site, built."""
    root = small_site(tmp_path_factory.mktemp("documents"))
    done = build_folder(root, root / "site")
    assert done.done, done.problems
    return root


def test_every_page_with_content_has_its_documents(built):
    """Each in three forms, and for each year one sheet for those who lead and all papers as one."""
    found = sorted(path.relative_to(built / "site" / "documents").as_posix() for path in _made(built))
    kinds = {"2564": ("analysis", "brief", "oit"), "2565": ("brief", "follow-up", "measures", "memo", "oit")}
    wanted = [f"{year}/{kind}.{form}" for year, of in kinds.items() for kind in of for form in ("docx", "html", "pdf")]
    books = [f"{year}/year.{form}" for year in kinds for form in ("docx", "html", "pdf")]
    assert found == sorted((*wanted, *books, "print.css"))


def _made(root):
    return (path for path in (root / "site" / "documents").rglob("*") if path.is_file())


def test_a_page_offers_its_documents_with_the_number_of_pages(built):
    """The number of its pages is shown next to the PDF, in the figures of the site."""
    page = read_html((built / "site" / "2565" / "memo" / "index.html").read_text("utf-8")).one("article")
    [nav] = [one for one in page.all("nav") if "ps-documents" in one.attributes.get("class", "")]
    count = len(PdfReader(built / "site" / "documents" / "2565" / "memo.pdf").pages)
    assert " ".join(nav.text.split()) == f"ดาวน์โหลดเอกสาร: PDF ({'๐๑๒๓'[count]} หน้า), Word, หน้าสำหรับพิมพ์"


def test_nobody_who_only_asks_for_the_pages_waits_for_documents(tmp_path):
    """A check that plans documents makes none, and names them without the number of pages."""
    root = small_site(tmp_path / "site")
    page = check_folder(root).planned.files["content/2565/memo/index.md"].decode()
    assert ">PDF</a>, <a" in page
    assert not (root / STORE / PAPERS.name).exists()


def test_a_signed_copy_is_next_to_the_page_and_among_the_documents(built):
    """The scan is linked from the memo with its day, and from the year."""
    for path in ("2565/memo", "2565"):
        page = read_html((built / "site" / path / "index.html").read_text("utf-8")).one("article")
        links = [one for one in page.all("a") if one.attributes["href"].endswith("files/2565/memo-signed.pdf")]
        assert [one.text for one in links] == ["ฉบับลงนาม"]
        assert "๒ ตุลาคม ๒๕๖๕" in page.text


def test_a_signed_scan_is_not_reported_to_have_no_text(built):
    """The page next to it has its text; other scans are still reported."""
    assert "attachment-scan" not in [one.code for one in check_folder(built).problems]


def test_documents_are_promised_like_every_file(built):
    """Their addresses are declared, so that the ledger holds them once they are published."""
    declared = check_folder(built).planned.addresses.declared
    assert {"/documents/2565/memo.pdf", "/documents/2565/memo.docx"} <= declared


def test_only_what_changed_is_made_again(built):
    """A second build makes no document; another subject of the memo makes the memo and the book of its year."""
    before = _kept(built)
    shutil.rmtree(built / "site")
    assert build_folder(built, built / "site").done
    assert _kept(built) == before
    others = {path: path.read_bytes() for path in _made(built) if _is_other(path)}
    memo = built / "data" / "2565" / "memo.yml"
    text = memo.read_text("utf-8")
    memo.write_text(text.replace("subject: รายงานผลสมมุติ", "subject: เรื่องใหม่"), "utf-8")
    assert build_folder(built, built / "site").done
    memo.write_text(text, "utf-8")
    assert len(_kept(built) - before) == 6
    assert {path: path.read_bytes() for path in _made(built) if _is_other(path)} == others
    assert "เรื่องใหม่" in _text(built / "site" / "documents" / "2565" / "memo.pdf")


def _is_other(path):
    """True if a document has nothing of the memo of 2565 in it."""
    return path.stem != "memo" and path.parent.name + path.stem != "2565year"


def _kept(root):
    """Every document of the store with the time at which it was made."""
    return {(path.name, path.stat().st_mtime_ns) for path in (root / STORE / PAPERS.name).iterdir()}


def _text(path):
    return "".join(page.extract_text() for page in PdfReader(io.BytesIO(path.read_bytes())).pages)


def test_without_the_option_there_is_nothing_of_it(tmp_path):
    """A site that does not ask for documents has none, and no page speaks of them."""
    root = small_site(tmp_path, "off")
    assert build_folder(root, root / "site").done
    assert not (root / "site" / "documents").exists()
    assert not (root / STORE / PAPERS.name).exists()
    assert [path for path in (root / "site").rglob("index.html") if b'ps-documents"' in path.read_bytes()] == []


def without_pango(monkeypatch):
    """Take away what draws text."""
    _prepared.cache_clear()
    monkeypatch.setitem(sys.modules, "weasyprint.text.fonts", None)  # what loads Pango


def test_what_cannot_be_made_here_is_said_once_and_lost_nowhere(built, tmp_path, monkeypatch):
    """Without Pango a PDF stays in its folder and in the ledger, and no page leads to it, but to its other forms."""
    root = shutil.copytree(built, tmp_path / "site", ignore=shutil.ignore_patterns("last-build.json"))
    assert publish_folder(root, root / "site", "2569-11-21").built.done
    papers = {path.relative_to(root): path.read_bytes() for path in _made(root) if path.suffix == ".pdf"}
    rows, measures = load_ledger(root).ledger, root / "data" / "2565" / "measures.yml"
    measures.write_text(measures.read_text("utf-8").replace("ทุกไตรมาส", "ทุกเดือน"), "utf-8")
    with monkeypatch.context() as machine:
        without_pango(machine)
        made = publish_folder(root, root / "site", "2569-12-01").built
        assert made.done
        assert [one.code for one in made.problems if one.code.startswith(("documents", "url-"))] == [
            "documents-not-made"
        ]
        now = {path.relative_to(root): path.read_bytes() for path in _made(root)}
        assert {path: data for path, data in now.items() if path.suffix == ".pdf"} == papers
        assert "ทุกเดือน" in (root / "site/documents/2565/measures.html").read_text("utf-8")
        pages = [path.read_text("utf-8") for path in (root / "site").rglob("index.html")]
        assert not any(re.search(r'/documents/2565/[a-z-]+\.pdf"', one) or "documents-not-made" in one for one in pages)
        assert any("documents/2565/measures.html" in one for one in pages)
        assert load_ledger(root).ledger == rows
        assert publish_folder(root, root / "site", "2569-12-01").built.unchanged
    assert publish_folder(root, root / "site", "2569-12-02").built.pages, "what is at hand again is made"
    assert "ทุกเดือน" in _text(root / "site/documents/2565/measures.pdf")
    assert 'href="../../documents/2565/measures.pdf"' in (root / "site/2565/measures/index.html").read_text("utf-8")


def test_without_the_extra_a_site_that_wants_documents_is_checked_and_generated(built, tmp_path, monkeypatch):
    """A warning says what is missing and how to install it; an address waits as long as its page has content."""
    root = shutil.copytree(built, tmp_path / "site", ignore=shutil.ignore_patterns("site"))
    write_ledger_of(root, {"/documents/2565/measures.pdf", "/documents/2565/memo.pdf"})
    monkeypatch.setattr(document_makers, "find_spec", lambda _name: None)
    checked = check_folder(root)
    said = [(one.code, str(one.where), one.values["found"]) for one in checked.problems if "documents" in one.code]
    assert said == [("documents-not-installed", "site_config/site.yml:5:12", "weasyprint, python-docx")]
    assert not checked.has_errors
    said = b"".join(checked.planned.files.values())
    assert {form for form in (b"pdf", b"docx", b"html") if b"documents/2565/memo.%b" % form in said} == {b"html"}
    (root / "data" / "2565" / "memo.yml").unlink()
    lost = [one.values["path"] for one in check_folder(root).problems if one.code == "url-lost"]
    assert lost == ["/documents/2565/memo.pdf"]


def write_ledger_of(root, paths):
    """Count these addresses as published."""
    (root / LEDGER).write_text(write_ledger(record_addresses(Ledger(), paths, "2569-11-21")), "utf-8")
