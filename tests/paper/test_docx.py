"""Word documents: what they look like is said by styles, and all of the text is in them."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import docx
import pytest
from docx.oxml.ns import qn

from paper.reading import solid, tables_of, words_of
from paper.texts import find_texts
from prongsai.blocks.block import Heading
from prongsai.paper.docx_styles import BUILT_IN, FONT, OWN
from prongsai.paper.write_docx import write_docx
from prongsai.paper.write_pdf import render_html
from prongsai.views.content import Bullet, Bullets

CHOSEN = ("don 2567/memo", "don 2567/analysis", "don 2568/measures", "model 2565/follow-up")


@pytest.fixture(scope="module", params=CHOSEN)
def written(request, don, model):
    """A document of each kind with what python-docx reads of it."""
    site, _, name = request.param.partition(" ")
    document = {"don": don, "model": model}[site][name]
    data = write_docx(document)
    return document, data, docx.Document(io.BytesIO(data))


def texts_of(made) -> str:
    """All text of a document in its order, with that of its tables."""
    return "".join(text.text or "" for text in made.element.body.iter(qn("w:t")))


def test_every_word_is_in_it(written):
    """Nothing that the PDF says is left out."""
    document, _, made = written
    whole = solid(texts_of(made))
    assert [word for word in words_of(find_texts(document)) if word not in whole] == []


def test_headings_are_headings(written):
    """Word's list of headings shows those of the document, in their order and depth."""
    document, _, made = written
    wanted = [(block.text, f"Heading {block.level}") for block in document.blocks if isinstance(block, Heading)]
    found = [(one.text, one.style.name) for one in made.paragraphs if one.style.name.startswith("Heading")]
    assert found == wanted


def test_heads_of_tables_are_marked_and_rows_stay_whole(written):
    """The first row of a table is its head, which Word repeats, and no row is cut by the end of a page."""
    document, _, made = written
    assert len(made.tables) == len([one for one in tables_of(document) if one.columns])
    for table in made.tables:
        heads = [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows]
        assert heads == [True, *[False] * (len(heads) - 1)]
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)


def test_thai_fonts_and_the_language_are_in_the_styles(written):
    """Every style that is used names the font of offices for Latin and for Thai letters, and that the text is Thai."""
    _, _, made = written
    used = {one.style.name for one in made.paragraphs}
    used |= {line.style.name for table in made.tables for cell in table._cells for line in cell.paragraphs}
    assert used <= BUILT_IN.keys() | OWN.keys()
    for name in used:
        marks = made.styles[name].element.rPr
        assert {marks.rFonts.get(qn(f"w:{kind}")) for kind in ("ascii", "hAnsi", "cs")} == {FONT}
        assert marks.find(qn("w:lang")).get(qn("w:bidi")) == "th-TH"
        assert marks.find(qn("w:szCs")).get(qn("w:val")) == marks.find(qn("w:sz")).get(qn("w:val"))


def test_no_run_says_how_it_looks(written):
    """Sizes, weights and fonts are in styles alone, so that an officer changes them in one place."""
    _, _, made = written
    direct = {child.tag for marks in made.element.body.iter(qn("w:rPr")) for child in marks}
    assert direct <= {qn("w:rStyle")}


def test_sheets_are_a4_with_page_numbers(written):
    """A4, across where tables are wide; the number of the page is a field in the figures of the site."""
    document, _, made = written
    [section] = made.sections
    size = (round(section.page_width.cm, 1), round(section.page_height.cm, 1))
    assert size == ((29.7, 21.0) if document.wide else (21.0, 29.7))
    for footer in (section.footer, section.first_page_footer):
        assert [one.get(qn("w:instr")) for one in footer._element.iter(qn("w:fldSimple"))] == ["PAGE"]
    figures = [one.get(qn("w:fmt")) for one in section._sectPr.iter(qn("w:pgNumType"))]
    assert figures == (["thaiNumbers"] if document.thai_digits else [])


def test_the_first_sheet_has_the_address_and_the_code(written):
    """The address is in the head of the first sheet, with a QR code that has words."""
    document, _, made = written
    head = made.sections[0].first_page_header
    assert document.url in "".join(one.text for one in head.paragraphs)
    [picture] = [one.get("descr") for one in head._element.iter() if one.tag.endswith("docPr")]
    assert document.url in picture


def test_the_same_content_gives_the_same_bytes(written):
    """No clock is in a Word document, neither in its facts nor in its archive."""
    document, data, made = written
    assert write_docx(document) == data
    assert made.core_properties.created.year == 2000
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_each_ordered_list_begins_again(don):
    """The second list of a document does not go on where the first ended."""
    made = docx.Document(io.BytesIO(write_docx(don["2568/measures"])))
    numbers = [one.get(qn("w:val")) for one in made.element.body.iter(qn("w:numId"))]
    overrides = {
        one.get(qn("w:numId")): len(list(one.iter(qn("w:startOverride"))))
        for one in made.part.numbering_part.element.iter(qn("w:num"))
    }
    ordered = {number for number in numbers if overrides[number]}
    assert len(ordered) > 2
    assert all(numbers.count(number) < 20 for number in ordered)


def test_a_memo_leaves_room_for_signatures_without_names(don):
    """The offices are under empty lines, as many as sign; the head of the agency signs below the own comment."""
    made = docx.Document(io.BytesIO(write_docx(don["2567/memo"])))
    lines = [(one.style.name, one.text) for one in made.paragraphs]
    assert [text for style, text in lines if style == "Signature Line"] == [f"({'.' * 50})"] * 3
    offices = [text for style, text in lines if style in {"Signature", "Fill In"} and text.strip()]
    assert offices == [
        "หัวหน้าสำนักปลัด",
        "ผู้อำนวยการกองการศึกษา ศาสนาและวัฒนธรรม",
        "รักษาราชการแทนปลัดองค์การบริหารส่วนตำบลดอน",
        "ความเห็น\t",
        "นายกองค์การบริหารส่วนตำบลดอน",
    ]


def test_a_list_with_typed_numbers_gets_no_second_ones(don):
    """A point typed as ๑. or (๑) is not numbered once more, in Word and in the PDF alike."""
    points = tuple(Bullet(text, (Bullet("ข้อย่อย"),)) for text in ("๑. ข้อแรก", "๒. ข้อสอง"))
    document = replace(don["2567/analysis"], blocks=(Bullets(points),))
    made = docx.Document(io.BytesIO(write_docx(document)))
    numbering = made.part.numbering_part.element
    kinds = {
        one.get(qn("w:abstractNumId")): one.find(f".//{qn('w:numFmt')}").get(qn("w:val"))
        for one in numbering.iter(qn("w:abstractNum"))
    }
    formats = {one.numId: kinds[str(one.abstractNumId.val)] for one in numbering.iter(qn("w:num"))}
    found = [formats[one._p.pPr.numPr.numId.val] for one in made.paragraphs if one._p.pPr.numPr is not None]
    assert found == ["none", "thaiNumbers", "none", "thaiNumbers"]
    assert '<ol class="marked">' in render_html(document)
