"""The open data described for machines: a Data Package for its tables, and the fields of the government's catalogue."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from prongsai import addresses
from prongsai.views.dataset import Dataset
from prongsai.views.open_table import Field, OpenTable
from prongsai.views.table import POINTS

CALENDAR = "วันที่และปีเป็นพุทธศักราช (calendar: buddhist)"
QUOTED = "ใน CSV ข้อความที่ขึ้นต้นด้วยเครื่องหมายของสูตรอยู่ในเครื่องหมายคำพูด “ ” ใน JSON และ XLSX เป็นข้อความเดิม"
_DAY = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
_HUNDRED = {"minimum": 0, "maximum": 100}


def export_package(dataset: Dataset, tables: Sequence[OpenTable]) -> str:
    """The content of /data/datapackage.json."""
    return json.dumps(package_document(dataset, tables), ensure_ascii=False, indent=1) + "\n"


def package_document(dataset: Dataset, tables: Sequence[OpenTable]) -> dict[str, Any]:
    """The same as a document, by version 1 of the standard; a licence stands there only when its address is known."""
    found: dict[str, Any] = {
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


def _resource(table: OpenTable) -> dict[str, Any]:
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


def _schema(table: OpenTable) -> dict[str, Any]:
    found: dict[str, Any] = {
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


def _field(field: Field, *, is_key: bool) -> dict[str, Any]:
    limits: dict[str, Any] = {"required": True} if is_key else {}
    limits |= {"pattern": _DAY} if field.kind == "day" else {}
    limits |= _HUNDRED if field.unit == POINTS else {}
    limits |= {"enum": list(field.choices)} if field.choices else {}
    found: dict[str, Any] = {
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
