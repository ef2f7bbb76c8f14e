"""Word documents as people make them: lists, links, changes that are tracked, ticks, tables within tables."""

from __future__ import annotations

import io
import zipfile

from prongsai.grids.read_grids import read_grids

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
_LINKS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="r1" Type="{_TYPE}" Target="https://www.example.go.th/a" TargetMode="External"/>'
    "</Relationships>"
)


def document(body: str) -> bytes:
    """A document of Word with this body."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("word/document.xml", f"<w:document {_W} {_R}><w:body>{body}</w:body></w:document>")
        made.writestr("word/_rels/document.xml.rels", _LINKS)
    return out.getvalue()


def p(inner: str) -> str:
    """A paragraph."""
    return f"<w:p>{inner}</w:p>"


def t(text: str) -> str:
    """A run of text."""
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def table(*rows: str) -> str:
    """A table of rows."""
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def cell(*paragraphs: str, props: str = "") -> str:
    """A cell."""
    return f"<w:tc><w:tcPr>{props}</w:tcPr>{''.join(paragraphs)}</w:tc>"


def texts(data: bytes) -> list[list[list[str]]]:
    """The texts of all tables."""
    return [[[one.text for one in row] for row in grid.rows] for grid in read_grids(data, "a")]


def test_numbered_paragraphs_are_lines_with_a_mark():
    """A paragraph that Word numbers has a mark, one whose numbering was taken off has none; line breaks are lines."""
    numbered = '<w:pPr><w:numPr><w:numId w:val="{}"/></w:numPr></w:pPr>'
    lines = cell(p(numbered.format(3) + t("จัดทำ")), p(numbered.format(0) + t("ก") + "<w:r><w:br/></w:r>" + t("ข")))
    assert texts(document(table(lines + cell(p(t("ค"))))))[0] == [["• จัดทำ\nก\nข", "ค"]]


def test_tracked_changes_are_read_as_accepted():
    """Text that was taken out is not there, text that was put in is; text boxes are read once."""
    inner = t("คง") + f"<w:del>{t('ลบ')}</w:del><w:ins>{t('เพิ่ม')}</w:ins>"
    assert texts(document(table(cell(p(inner)) + cell(p(t("ข"))))))[0] == [["คงเพิ่ม", "ข"]]


def test_links_and_ticks_are_kept():
    """The address behind a word belongs to its cell, and a tick of a symbol font is a tick."""
    link = f'<w:hyperlink r:id="r1">{t("คลิก")}</w:hyperlink>'
    tick = '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'
    row = read_grids(document(table(cell(p(link)) + cell(p(tick)))), "a")[0].rows[0]
    assert (row[0].links, row[0].text, row[1].text) == (("https://www.example.go.th/a",), "คลิก", "✓")


def test_tables_within_tables_are_tables():
    """A table in a cell is a table of its own, named after the one around it, and no text of the cell is lost."""
    inner = table(cell(p(t("ก"))) + cell(p(t("ข"))))
    grids = read_grids(document(p(t("มาตรการ")) + table(cell(p(t("นอก")), inner, p("")) + cell(p(t("ค"))))), "a")
    assert [(one.name, one.above) for one in grids] == [("ตาราง1", ("มาตรการ",)), ("ตาราง1.1", ())]
    assert [[c.text for c in one.rows[0]] for one in grids] == [["นอก", "ค"], ["ก", "ข"]]


def test_merged_cells_cover_others():
    """gridSpan covers to the right, vMerge downwards, content controls hide nothing, and a row may begin later."""
    span, first, more = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    body = table(
        cell(p(t("หัว")), props=span) + cell(p(t("ข")), props=first),
        cell(p(t("ก"))) + cell(p(t("ค"))) + cell(p(""), props=more),
        '<w:trPr><w:gridBefore w:val="1"/></w:trPr>' + f"<w:sdt><w:sdtContent>{cell(p(t('ง')))}</w:sdtContent></w:sdt>",
    )
    grid = read_grids(document(body), "a")[0]
    assert [[c.text for c in row] for row in grid.rows] == [["หัว", "หัว", "ข"], ["ก", "ค", "ข"], ["", "ง", ""]]
    assert (grid.rows[0][1].merged, grid.rows[1][2].merged, grid.rows[0][2].rows) == ((0, 0), (0, 2), 2)
