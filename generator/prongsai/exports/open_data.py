"""The files of the open data by their addresses: tables, dictionary, Data Package, catalogue and the workbook."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from prongsai import addresses
from prongsai.json_value import Json
from prongsai.spreadsheet import (
    FONT,
    HEAD,
    LONGEST_CELL,
    Book,
    CellFormat,
    Sheet,
    escape_formula,
    length_of,
    write_csv,
    write_workbook,
)
from prongsai.views.open_data.dataset import Dataset
from prongsai.views.open_data.table import Field, OpenTable, Value
from prongsai.views.table import POINTS
from prongsai.wording.terms import FIELD_KINDS

CALENDAR = "วันที่และปีเป็นพุทธศักราช (calendar: buddhist)"
QUOTED = "ใน CSV ข้อความที่ขึ้นต้นด้วยเครื่องหมายของสูตรอยู่ในเครื่องหมายคำพูด “ ” ใน JSON และ XLSX เป็นข้อความเดิม"
_DAY = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
_HUNDRED = {"minimum": 0, "maximum": 100}


def export_package(dataset: Dataset, tables: Sequence[OpenTable]) -> str:
    """The content of /data/datapackage.json."""
    return json.dumps(package_document(dataset, tables), ensure_ascii=False, indent=1) + "\n"


def package_document(dataset: Dataset, tables: Sequence[OpenTable]) -> dict[str, Json]:
    """The same as a document, by version 1 of the standard; a licence is there only when its address is known."""
    found: dict[str, Json] = {
        "profile": "tabular-data-package",
        "name": "prongsai-open-data",
        "title": dataset.title,
        "description": f"{dataset.about} {CALENDAR} {QUOTED}",
        "keywords": list(dataset.keywords),
        "calendar": "buddhist",
    }
    if dataset.site_url:
        found["homepage"] = f"{dataset.site_url}{addresses.OPEN_DATA.lstrip('/')}"
    if dataset.said.license_url:
        licence = {"path": dataset.said.license_url, "title": dataset.said.license}
        found["licenses"] = [{key: value for key, value in licence.items() if value}]
    if dataset.sources:
        found["sources"] = [{"title": title} for title in dataset.sources]
    return {**found, "resources": [_resource(table) for table in tables]}


def _resource(table: OpenTable) -> dict[str, Json]:
    def path_of(form: str) -> str:
        return f"tables/{table.name}.{form}"

    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": path_of("csv"),
        "json": path_of("json"),
        "title": table.title,
        "description": table.about,
        "scheme": "file",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True},
        "schema": _schema(table),
    }


def _schema(table: OpenTable) -> dict[str, Json]:
    found: dict[str, Json] = {
        "fields": [_field(one, is_key=one.name in table.key) for one in table.fields],
        "missingValues": [""],
        "primaryKey": list(table.key),
    }
    if table.refers:
        found["foreignKeys"] = [
            {"fields": list(fields), "reference": {"resource": name, "fields": list(fields)}}
            for name, fields in table.refers
        ]
    return found


def _field(field: Field, *, is_key: bool) -> dict[str, Json]:
    limits: dict[str, Json] = {"required": True} if is_key else {}
    limits |= {"pattern": _DAY} if field.kind == "day" else {}
    limits |= _HUNDRED if field.unit == POINTS else {}
    limits |= {"enum": list(field.choices)} if field.choices else {}
    found: dict[str, Json] = {
        "name": field.name,
        "type": "string" if field.kind == "day" else field.kind,
        "title": field.title,
        "description": field.meaning,
    }
    found |= {"trueValues": ["true"], "falseValues": ["false"]} if field.kind == "boolean" else {}
    found |= {"unit": field.unit} if field.unit else {}
    return {**found, **({"constraints": limits} if limits else {})}


def export_catalogue(dataset: Dataset) -> str:
    """The content of /data/catalogue.json; null where the agency has not said it."""
    return json.dumps(dataset.catalogue, ensure_ascii=False, indent=1) + "\n"


DICTIONARY = ("table", "column", "thai_name", "type", "unit", "meaning", "values")
THAI_HEADS = ("ตาราง", "คอลัมน์", "ชื่อภาษาไทย", "ชนิด", "หน่วย", "ความหมาย", "ค่าที่มีได้")


def export_table_csv(table: OpenTable) -> str:
    """The content of /data/tables/{name}.csv: English heads, an empty cell where there is no value."""
    rows = ([escape_cell(field, value) for field, value in zip(table.fields, row, strict=True)] for row in table.rows)
    return write_csv([table.names, *rows])


def export_dictionary(tables: Iterable[OpenTable]) -> str:
    """The content of /data/dictionary.csv: every column of every table in Thai."""
    return write_csv([DICTIONARY, *dictionary_rows(tables)])


def dictionary_rows(tables: Iterable[OpenTable]) -> Iterator[tuple[str, ...]]:
    """A row for each column of each table."""
    for table in tables:
        for one in table.fields:
            values = "; ".join(f"{key} = {word}" for key, word in one.choices.items())
            yield table.name, one.name, one.title, FIELD_KINDS[one.kind], one.unit, one.meaning, values


def escape_cell(field: Field, value: Value) -> str:
    """A value for a cell: a text that a spreadsheet would take for a formula is set in Thai quotation marks.

    A single sign such as the dash of an empty cell is no formula and stays.
    """
    if value is None:
        return ""
    is_text = field.kind == "string" and len(value) > 1
    return escape_formula(value) if is_text else value


CUT = "… (ยาวเกินช่อง ข้อความเต็มอยู่ในแฟ้ม CSV และ JSON)"
_DICTIONARY = "dictionary"
_NARROW, _WIDE, _LONG = 14, 40, 30  # widths in characters, and from which length a text makes its column wide
_DICTIONARY_WIDTHS = (22, 22, 30, 14, 16, 70, 60)
Formats = Callable[[str], CellFormat]


def export_workbook(tables: Sequence[OpenTable], title: str, agency: str, newest: int) -> bytes:
    """The content of /data/all-tables.xlsx; the same tables give the same bytes.

    `newest` is the newest fiscal year (Buddhist Era), by which the file is dated. Every text stays a text: nothing in
    it becomes a formula or a link.
    """

    def write(book: Book) -> None:
        head, formats = book.add_format(HEAD), _formats(book)
        _write_dictionary(book.add_worksheet(_DICTIONARY), tables, head, formats)
        for table in tables:
            _write_table(book.add_worksheet(table.name), table, head, formats)

    return write_workbook(title, agency, newest, write)


def _formats(book: Book) -> Formats:
    """Formats by the form of a number, each made once."""
    made: dict[str, CellFormat] = {}

    def format_of(number: str) -> CellFormat:
        if number not in made:
            made[number] = book.add_format({**FONT, **({"num_format": number} if number else {})})
        return made[number]

    return format_of


def _write_dictionary(sheet: Sheet, tables: Sequence[OpenTable], head: CellFormat, formats: Formats) -> None:
    for column, (name, width) in enumerate(zip(THAI_HEADS, _DICTIONARY_WIDTHS, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, name, head)
    for row, cells in enumerate(dictionary_rows(tables), 1):
        for column, text in enumerate(cells):
            sheet.write_string(row, column, text, formats(""))
    sheet.freeze_panes(1, 2)


def _write_table(sheet: Sheet, table: OpenTable, head: CellFormat, formats: Formats) -> None:
    for column, one in enumerate(table.fields):
        is_long = any(len(row[column] or "") > _LONG for row in table.rows)
        sheet.set_column(column, column, _WIDE if is_long else max(_NARROW, len(one.name) + 2))
        sheet.write_string(0, column, one.name, head)
    for number, row in enumerate(table.rows, 1):
        for column, (field, value) in enumerate(zip(table.fields, row, strict=True)):
            if value is not None:
                _write_cell(sheet, (number, column), field, value, formats)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, len(table.rows), len(table.fields) - 1)


def _write_cell(sheet: Sheet, place: tuple[int, int], field: Field, value: Value, formats: Formats) -> None:
    """A number as a number that shows the decimals of its source, anything else as a text."""
    text = value or ""
    if field.kind in {"number", "integer"}:
        decimals = len(text.partition(".")[2])
        sheet.write_number(*place, float(text), formats(f"0.{'0' * decimals}" if decimals else "0"))
    elif field.kind == "boolean":
        sheet.write_boolean(*place, text == "true", formats(""))
    else:
        sheet.write_string(*place, _shortened(text), formats(""))


def _shortened(text: str) -> str:
    """The text, cut where a cell of Excel cannot hold it, and then it says so."""
    if length_of(text) <= LONGEST_CELL:
        return text
    room = (LONGEST_CELL - len(CUT)) * 2
    return text.encode("utf-16-le")[:room].decode("utf-16-le", "ignore") + CUT


_LITERAL = {"number", "integer", "boolean"}


def export_table_json(table: OpenTable) -> str:
    """The content of /data/tables/{name}.json; null where there is no value."""
    rows = ",\n".join(_object(table.fields, row) for row in table.rows)
    return f"[\n{rows}\n]\n" if rows else "[]\n"


def _object(fields: tuple[Field, ...], row: tuple[Value, ...]) -> str:
    pairs = (f'"{field.name}": {_value(field, value)}' for field, value in zip(fields, row, strict=True))
    return "{" + ", ".join(pairs) + "}"


def _value(field: Field, value: Value) -> str:
    """A value as JSON writes it; json.dumps would make 69.2 of 69.20."""
    if value is None:
        return "null"
    return value if field.kind in _LITERAL else json.dumps(value, ensure_ascii=False)


NO_YEAR = 2543  # dates the workbook of a site without any year


def plan_open_data(dataset: Dataset, tables: Sequence[OpenTable]) -> dict[str, Callable[[], str]]:
    """Every file of text with what makes it; the same facts give the same files."""
    files: dict[str, Callable[[], str]] = {}
    for one in tables:
        files[addresses.open_table_path(one.name, "csv")] = partial(export_table_csv, one)
        files[addresses.open_table_path(one.name, "json")] = partial(export_table_json, one)
    return files | {
        addresses.OPEN_DICTIONARY: partial(export_dictionary, tables),
        addresses.OPEN_PACKAGE: partial(export_package, dataset, tables),
        addresses.OPEN_CATALOGUE: partial(export_catalogue, dataset),
    }


def export_open_workbook(dataset: Dataset, tables: Sequence[OpenTable]) -> bytes:
    """The content of /data/all-tables.xlsx."""
    return export_workbook(tables, dataset.title, dataset.agency, max(dataset.years, default=NO_YEAR))
