"""PDF documents: their words can be copied and searched, they are tagged, and they look as an office wants them."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pypdfium2
import pytest
import zxingcpp
from fontTools.ttLib import TTFont
from pypdf import PdfReader

from paper.reading import EXTRACTORS, by_pdfium, by_pypdf, recovered_of, row_words, solid, tables_of, words_of
from paper.sources import SITES, pdf_of
from paper.texts import find_texts
from prongsai.blocks.block import Heading, paragraph
from prongsai.paper.fonts import FACES, load_face
from prongsai.paper.write_pdf import write_pdf
from prongsai.paths import theme_folder

CHOSEN = ("don 2567/memo", "don 2567/analysis", "don 2568/measures", "model 2565/follow-up")


@pytest.fixture(scope="module", params=CHOSEN)
def chosen(request, don, model):
    """One document of each kind but the index, which is long."""
    site, _, name = request.param.partition(" ")
    return {"don": don, "model": model}[site][name]


@pytest.mark.parametrize("extractor", EXTRACTORS)
def test_the_words_are_found_again(chosen, extractor):
    """Of the words of a document at least 98 in 100 are read again letter by letter, by two programs."""
    assert recovered_of(chosen, EXTRACTORS[extractor](pdf_of(chosen).data)) >= 0.98


@pytest.mark.parametrize("extractor", EXTRACTORS)
def test_sara_am_is_one_letter_again(don, extractor):
    """ดำเนินการ is found as it is typed, and so is น้ำ with its tone mark; no nikhahit is left over."""
    text = solid("".join(EXTRACTORS[extractor](pdf_of(don["2567/memo"]).data)))
    assert "ดำเนินงาน" in text
    assert "ประจำปีงบประมาณ" in text
    assert "\u0e4d" not in text


@pytest.mark.parametrize("extractor", EXTRACTORS)
@pytest.mark.parametrize("word", ["น้ำ", "ซ้ำ", "ค่ำ", "ก่ำ", "ปำ", "ฝ้ำ", "คำ", "ทำ"])
def test_sara_am_with_every_tone_and_width(don, extractor, word):
    """Also behind tall letters, behind which the font has narrow forms, ำ and the tone mark stay what they are."""
    memo = replace(don["2567/memo"], title=word, kind="analysis", blocks=(), period="")
    assert word in solid("".join(EXTRACTORS[extractor](pdf_of(memo).data)))


BOLD = ["สิ่งที่ต้องมี", "ดีขึ้น", "สิ้นปี", "ผึ้ง", "ที่ปรึกษา", "ทั้งสิ้น", "เมื่อ", "ปั๊ม", "ศักดิ์สิทธิ์"]


@pytest.mark.parametrize("extractor", EXTRACTORS)
@pytest.mark.parametrize("make", [Heading, paragraph])
def test_a_tone_mark_stays_on_its_vowel(don, extractor, make):
    """Also in bold letters, where a tone mark above a vowel was read as a line of its own."""
    document = replace(don["2567/analysis"], blocks=tuple(make(f"{word} กขค") for word in BOLD))
    text = solid("".join(EXTRACTORS[extractor](write_pdf(document).data)))
    assert [word for word in BOLD if word not in text] == []


def test_it_is_tagged_with_language_and_title(chosen):
    """Readers of screens find the structure, that the text is Thai, and what the document is called."""
    reader = PdfReader(io.BytesIO(pdf_of(chosen).data))
    catalog = reader.trailer["/Root"]
    assert catalog["/MarkInfo"]["/Marked"]
    assert catalog["/Lang"] == "th"
    assert catalog["/ViewerPreferences"]["/DisplayDocTitle"]
    assert chosen.full_title in reader.metadata.title
    kinds = set(_kinds(catalog["/StructTreeRoot"]))
    assert {"/Document", "/P", "/H1", "/Figure"} <= kinds
    if tables_of(chosen):
        assert {"/Table", "/TR", "/TH", "/TD"} <= kinds


def _kinds(node):
    """The kinds of all structure elements below a node."""
    node = node.get_object()
    if "/S" in node:
        yield node["/S"]
    children = node.get("/K", [])
    for child in children if isinstance(children, list) else [children]:
        below = child.get_object() if hasattr(child, "get_object") else child
        if isinstance(below, dict):
            yield from _kinds(below)


def test_every_figure_says_what_it_shows(chosen):
    """The QR code has words for those who cannot see it."""
    root = PdfReader(io.BytesIO(pdf_of(chosen).data)).trailer["/Root"]["/StructTreeRoot"]
    figures = [node for node in _nodes(root) if node.get("/S") == "/Figure"]
    assert [chosen.url in node.get("/Alt", "") for node in figures] == [True]


def _nodes(node):
    node = node.get_object()
    yield node
    children = node.get("/K", [])
    for child in children if isinstance(children, list) else [children]:
        if isinstance(child.get_object() if hasattr(child, "get_object") else child, dict):
            yield from _nodes(child)


def test_pages_are_numbered_in_the_figures_of_the_site(don, model):
    """Every sheet says which it is of how many: in Thai figures or in Arabic ones."""
    thai, arabic = by_pypdf(pdf_of(don["2567/memo"]).data), by_pypdf(pdf_of(model["2565/follow-up"]).data)
    assert ["หน้า ๑ จาก ๒" in thai[0], "หน้า ๒ จาก ๒" in thai[1]] == [True, True]
    count = len(arabic)
    assert [f"หน้า {place} จาก {count}" in page for place, page in enumerate(arabic, start=1)] == [True] * count


@pytest.mark.parametrize("name", ["don 2568/measures", "model 2565/follow-up"])
def test_heads_are_repeated_and_no_row_is_cut(name, don, model):
    """Each sheet on which a table goes on has its heads again, and every row is whole on one sheet."""
    site, _, key = name.partition(" ")
    document = {"don": don, "model": model}[site][key]
    pages = [solid(page) for page in by_pypdf(pdf_of(document).data)]
    for table in tables_of(document):
        heads = words_of(tuple(column.title for column in table.columns))
        whole = [any(all(word in page for word in (*row_words(row), *heads)) for page in pages) for row in table.rows]
        assert whole == [True] * len(table.rows)
    assert len(pages) > 2


def test_the_first_sheet_says_address_and_date(model):
    """The address can be read, and a telephone that looks at the QR code is led to it; the date is that of the data."""
    document = model["2565/follow-up"]
    assert document.url == "https://ita.example.go.th/2565/follow-up/"
    pdf = pdf_of(document)
    [first, *_] = by_pdfium(pdf.data)
    assert solid(document.url) in solid(first)
    assert "ข้อมูล ณ วันที่ 30 กันยายน 2565" in first
    page = pypdfium2.PdfDocument(pdf.data)[0]
    image = page.render(scale=3).to_pil()
    assert [found.text for found in zxingcpp.read_barcodes(image)] == [document.url]


def test_without_an_address_there_is_no_code(don):
    """The path is named where nobody said the site's future address, and no code leads astray."""
    document = replace(don["2567/memo"], url="", site_url="")
    pdf = write_pdf(document)
    assert "/2567/memo/ ของเว็บไซต์นี้" in by_pypdf(pdf.data)[0]
    assert zxingcpp.read_barcodes(pypdfium2.PdfDocument(pdf.data)[0].render(scale=3).to_pil()) == []


def test_a_site_made_from_a_document_says_so_on_every_sheet(don):
    """Nobody takes a sheet for the original, which also on the second has a signature."""
    pages = by_pypdf(pdf_of(don["2567/memo"]).data)
    assert [solid("มิใช่เอกสารต้นฉบับ") in solid(page) for page in pages] == [True] * len(pages)


def test_the_same_content_gives_the_same_bytes(don):
    """No clock and no chance is in a PDF."""
    document = don["2567/memo"]
    assert write_pdf(document) == write_pdf(document)


@pytest.mark.parametrize("face", FACES)
def test_no_font_says_when_it_was_made(face):
    """Its dates are those of the font of the theme, whatever the clock said while it was made."""
    shipped = TTFont(io.BytesIO((theme_folder() / "assets" / "fonts" / f"sarabun-{face}.woff2").read_bytes()))
    made = TTFont(io.BytesIO(load_face(face).data))
    assert (made["head"].created, made["head"].modified) == (shipped["head"].created, shipped["head"].modified)


def test_wide_tables_are_across_and_letters_are_upright(don):
    """Measures are on A4 across, a letter on A4 upright."""
    sizes = {}
    for name in ("2568/measures", "2567/memo"):
        reader = PdfReader(io.BytesIO(pdf_of(don[name]).data))
        sizes[name] = {(round(page.mediabox.width), round(page.mediabox.height)) for page in reader.pages}
    assert sizes == {"2568/measures": {(842, 595)}, "2567/memo": {(595, 842)}}


def test_the_fonts_are_inside(chosen):
    """Every font is Sarabun and is embedded, so that a document looks the same everywhere."""
    fonts = {}
    for page in PdfReader(io.BytesIO(pdf_of(chosen).data)).pages:
        for font in page["/Resources"]["/Font"].values():
            below = font["/DescendantFonts"][0].get_object()
            fonts[below["/BaseFont"]] = "/FontFile2" in below["/FontDescriptor"]
    assert fonts
    assert [name for name, inside in fonts.items() if not inside or "Sarabun" not in name] == []


def test_typed_text_is_text(don):
    """Markup that somebody typed comes out as the letters that were typed, and nothing is loaded."""
    nasty = '<img src="https://example.org/x.png"> {{ 7*7 }} & <script>alert(1)</script> url(file:///etc/passwd)'
    document = replace(don["2567/memo"], title=nasty, kind="analysis", blocks=())
    assert solid(nasty) in solid("".join(by_pypdf(write_pdf(document).data)))


def test_points_below_points_are_counted_as_on_the_pages(model):
    """(1) below 1., on paper as on the page of the memo."""
    text = "".join(by_pypdf(pdf_of(model["2565/memo"]).data))
    assert [f"({number})" in text for number in range(1, 5)] == [True, True, True, False]


def test_the_index_of_items_prints_every_address(model):
    """Nobody follows a link on paper: the address of each answer is there, letter by letter."""
    register = (SITES["model"] / "data" / "2567" / "oit.yml").read_text("utf-8")
    wanted = set(re.findall(r'https://[^\s,}\]"#]+', register))
    said = solid("".join(find_texts(model["2567/oit"])))
    assert len(wanted) > 30
    assert [address for address in wanted if address not in said] == []
