"""Make the tables of tests/cases/tables: heads and merged cells as three published documents print them.

The words are those of the examples, so that a table read in again must give the records of its example.
Run `.venv/bin/python tools/make_table_fixtures.py` after an example has changed; .ods and .xls need LibreOffice.
"""

from __future__ import annotations

import csv
import datetime as dt
import html
import io
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

ROOT = Path(__file__).resolve().parents[1]
PLACE = ROOT / "tests" / "cases" / "tables"
MERGED = "รวมกับช่องบน"
ABSENT = {"ช่องว่าง", "เอกสารไม่ได้ระบุ"}
_MADE = dt.datetime(2026, 1, 1, tzinfo=dt.UTC).replace(tzinfo=None)


@dataclass
class Cell:
    """A cell with the rows and columns over which it is merged."""

    text: str
    rows: int = 1
    columns: int = 1


Row = list[Cell | None]  # None is covered by a merged cell
Table = list[Row]


def example(name: str, file: str) -> Any:
    """The data of a file of an example, every scalar as it is typed."""
    reader = YAML(typ="rt")
    return reader.load((ROOT / "examples" / name / "data" / file).read_text("utf-8"))


def numbered(points: Any) -> str:
    """The points of a list as a cell has them: numbered lines."""
    if not isinstance(points, list):
        return printed(points)
    return (
        "\n".join(f"{count}. {point}" for count, point in enumerate(points, 1)) if len(points) > 1 else str(points[0])
    )


def dashed(points: Any) -> str:
    """The same with a dash before each line."""
    return "\n".join(f"- {point}" for point in points) if isinstance(points, list) else printed(points)


def printed(value: Any) -> str:
    """A text as the document prints it: nothing where it prints nothing."""
    text = value["printed"] if isinstance(value, dict) else value
    return "" if text is None or text in ABSENT else str(text)


def printed_units(one: Any) -> str:
    """The responsible units as the document prints them."""
    said = one["responsible"]
    return printed(said)


def don() -> Iterator[Table]:
    """Problems in the place of names, headings merged across, heads printed again on each page."""
    data = example("don", "2568/measures.yml")
    heads: Row = [
        Cell(data["columns"][key]) for key in ("title", "steps", "action_and_report", "responsible", "period")
    ]
    topics = {one["id"]: one["title"] for one in data["topics"]}
    table: Table = []
    topic = None
    for count, one in enumerate(data["measures"]):
        if count % 5 == 0:
            if table:
                yield table
            table = [list(heads)]
        if one["topic"] != topic:
            topic = one["topic"]
            table.append([Cell(topics[topic], 1, 5), None, None, None, None])
        cells = [one["title"], numbered(one["steps"]), dashed(one["action_and_report"])]
        table.append([Cell(str(text)) for text in (*cells, printed_units(one), printed(one["period"]))])
    yield table


def phu_wong() -> Iterator[Table]:
    """Two rows of heads, a status in the head of its column, a row that goes on, heads printed again."""
    data = example("phu-wong", "2566/follow-up.yml")
    columns = data["columns"]
    first: Row = [
        Cell("ลำดับ ที่", 2),
        Cell(columns["title"], 2),
        Cell(columns["status"], 1, 2),
        None,
        Cell(columns["summary"], 2),
        Cell(columns["period"], 2),
    ]
    second: Row = [None, None, Cell("ไม่สามารถ ดำเนินการได้"), Cell("ดำเนินการ แล้วเสร็จ"), None, None]
    table: Table = []
    for count, one in enumerate(data["reports"]):
        if count % 4 == 0:
            if table:
                yield table
            table = [list(first), list(second)]
        cited = [code if isinstance(code, str) else code["printed"] for code in one["questions"]]
        title = f"{one['title']} อ้างอิงจาก {','.join(cited)}"
        evidence, summaries = numbered(one["evidence"]), [str(text) for text in one["summary"]]
        in_cell = summaries if summaries[0].startswith("๑") else summaries[:1]
        texts = (str(one["number"]), title, "", evidence, "\n".join(in_cell), printed(one["period"]))
        table.append([Cell(text) for text in texts])
        for text in summaries[len(in_cell) :]:
            table.append([Cell(""), Cell(""), Cell(""), Cell(""), Cell(text), Cell("")])
    yield table


def seven_themes() -> Iterator[Table]:
    """One table for each topic, with two rows of heads, and cells merged over its rows of questions."""
    data = example("seven-themes", "2567/measures.yml")
    columns = data["columns"]
    for topic in data["topics"]:
        table: Table = [
            [
                Cell(columns["title"], 2),
                Cell("การนำผลการวิเคราะห์ไปสู่การปฏิบัติ", 1, 2),
                None,
                *(Cell(columns[key], 2) for key in ("steps", "period", "constraint", "responsible")),
            ],
            [None, Cell("ข้อคำถาม ITA"), Cell("ข้อค้นพบ"), None, None, None, None],
        ]
        measures = [one for one in data["measures"] if one.get("topic") == topic["id"]]
        rows = [_theme_row(one) for one in measures]
        for at, row in enumerate(rows):
            table.append([Cell(f"({topic['number']}) {topic['title']}", len(rows)) if at == 0 else None, *row])
        _merge_down(table)
        yield table


def _theme_row(one: Any) -> Row:
    questions, findings = [], []
    for basis in one["basis"]:
        score = basis["score"]
        said = printed(score) if isinstance(score, dict) else f"{score}%"
        questions.append(f"{basis['question']} {basis['wording']} ข้อมูลอยู่ในระดับ {said}")
        findings += [str(text) for text in basis["findings"]]
    texts = ("\n".join(questions), dashed(findings), numbered(one["steps"]), printed(one["period"]))
    return [Cell(str(text)) for text in (*texts, _constraint(one["constraint"]), printed_units(one))]


def _constraint(value: Any) -> str:
    return dashed(value) if isinstance(value, list) and len(value) > 1 else numbered(value)


def _merge_down(table: Table) -> None:
    """Cells that say that they are merged with the one above are covered by it."""
    for column in range(len(table[0])):
        above: Cell | None = None
        for row in table:
            cell = row[column]
            if cell is not None and cell.text == MERGED and above is not None:
                above.rows += 1
                row[column] = None
            elif cell is not None:
                above = cell


TABLES = {"don": don, "phu-wong": phu_wong, "seven-themes": seven_themes}
_ABOVE = {
    "don": "มาตรการส่งเสริมคุณธรรมและความโปร่งใส ปีงบประมาณ พ.ศ. ๒๕๖๘",
    "phu-wong": "รายงานผลการดำเนินการมาตรการส่งเสริมคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. ๒๕๖๖",
    "seven-themes": "มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน",
}


def write_csv(tables: Sequence[Table], place: Path, encoding: str) -> None:
    """All tables below each other; covered cells are empty."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    for table in tables:
        writer.writerows([cell.text if cell else "" for cell in row] for row in table)
    place.write_bytes(out.getvalue().encode(encoding))


def write_html(tables: Sequence[Table], above: str, place: Path) -> None:
    """Each table as it is pasted from an office program."""
    lines = [f"<p>{html.escape(above)}</p>"]
    for table in tables:
        lines.append("<table>")
        for row in table:
            cells = (cell for cell in row if cell is not None)
            lines.append("<tr>" + "".join(_td(cell) for cell in cells) + "</tr>")
        lines.append("</table>")
    place.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _td(cell: Cell) -> str:
    spans = f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
    spans += f' colspan="{cell.columns}"' if cell.columns > 1 else ""
    return f"<td{spans}>{'<br>'.join(html.escape(line) for line in cell.text.splitlines())}</td>"


def write_xlsx(tables: Sequence[Table], above: str, place: Path) -> None:
    """All tables in one sheet, one below the other, the title in the first row."""
    import xlsxwriter

    book = xlsxwriter.Workbook(place)
    book.set_properties({"created": _MADE})
    sheet, wrapped = book.add_worksheet("ตาราง"), book.add_format({"text_wrap": True})
    sheet.write_string(0, 0, above)
    at = 2
    for table in tables:
        for row in table:
            for column, cell in enumerate(row):
                if cell is None or not cell.text:
                    continue
                if cell.rows > 1 or cell.columns > 1:
                    sheet.merge_range(at, column, at + cell.rows - 1, column + cell.columns - 1, cell.text, wrapped)
                else:
                    sheet.write_string(at, column, cell.text, wrapped)
            at += 1
    book.close()


def write_docx(tables: Sequence[Table], above: str, place: Path) -> None:
    """Each table as a table of Word, a paragraph for each line of a cell."""
    from docx import Document

    document = Document()
    document.core_properties.created = document.core_properties.modified = _MADE
    document.add_paragraph(above)
    for table in tables:
        made = document.add_table(len(table), len(table[0]))
        for at, row in enumerate(table):
            for column, cell in enumerate(row):
                if cell is None:
                    continue
                one = made.cell(at, column)
                if cell.rows > 1 or cell.columns > 1:
                    one = one.merge(made.cell(at + cell.rows - 1, column + cell.columns - 1))
                lines = cell.text.split("\n")
                one.paragraphs[0].text = lines[0]
                for line in lines[1:]:
                    one.add_paragraph(line)
        document.add_paragraph()
    document.save(str(place))


def write_scores(place: Path) -> None:
    """The scores of the invented example as a comparison of two years: figures with a format, heads of two rows."""
    import xlsxwriter

    now, before = (example("model", f"{year}/scores.yml") for year in (2566, 2565))
    book = xlsxwriter.Workbook(place)
    book.set_properties({"created": _MADE})
    sheet, shown = book.add_worksheet("ผลคะแนน"), book.add_format({"num_format": "0.00"})
    sheet.write_string(0, 0, "ผลการประเมินเทียบกับปีก่อน")
    sheet.merge_range(1, 0, 2, 0, "ที่")
    sheet.merge_range(1, 1, 2, 1, "ตัวชี้วัด")
    sheet.merge_range(1, 2, 1, 3, "คะแนน")
    sheet.write_string(2, 2, "ปี 2565")
    sheet.write_string(2, 3, "ปี 2566")
    names = {"1": "การปฏิบัติหน้าที่", "2": "การใช้งบประมาณ", "3": "การใช้อำนาจ", "8": "การปรับปรุงระบบการทำงาน"}
    for at, (number, name) in enumerate(names.items(), 3):
        sheet.write_number(at, 0, int(number))
        sheet.write_string(at, 1, name)
        for column, data in ((2, before), (3, now)):
            sheet.write_number(at, column, float(score_of(data["indicators"][int(number)])), shown)
    sheet.write_string(7, 1, "คะแนนรวม")
    sheet.write_number(7, 3, float(score_of(now["total"])), shown)
    book.close()


def score_of(figure: Any) -> str:
    """The score of a figure, which may have its place with it."""
    return str(figure["value"] if isinstance(figure, dict) else figure)


def write_as(form: str, xlsx: Path, place: Path) -> None:
    """The workbook as LibreOffice saves it in another form."""
    with tempfile.TemporaryDirectory() as home:
        command = ["soffice", f"-env:UserInstallation=file://{home}", "--headless", "--convert-to", form]
        subprocess.run([*command, "--outdir", home, str(xlsx)], check=True, capture_output=True)
        shutil.copyfile(Path(home) / f"{xlsx.stem}.{form}", place)


def main() -> int:
    """Write every table in every form."""
    for name, make in TABLES.items():
        tables = list(make())
        write_csv(tables, PLACE / f"{name}.csv", "utf-8-sig")
        write_csv(tables, PLACE / f"{name}-874.csv", "cp874")
        write_html(tables, _ABOVE[name], PLACE / f"{name}.html")
        write_xlsx(tables, _ABOVE[name], PLACE / f"{name}.xlsx")
        write_docx(tables, _ABOVE[name], PLACE / f"{name}.docx")
        if shutil.which("soffice"):
            write_as("ods", PLACE / f"{name}.xlsx", PLACE / f"{name}.ods")
    write_scores(PLACE / "scores.xlsx")
    if shutil.which("soffice"):
        for form in ("ods", "xls"):
            write_as(form, PLACE / "scores.xlsx", PLACE / f"scores.{form}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
