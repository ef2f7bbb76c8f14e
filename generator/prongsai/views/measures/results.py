"""Results that a report leads to: addresses of the web, pages of this site and attachments, each by its own name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from prongsai import addresses
from prongsai.model.attached import Result
from prongsai.model.follow_up import Report
from prongsai.model.reports import results_of
from prongsai.model.site import FiscalYear
from prongsai.views.content import Part, Phrase
from prongsai.views.open_data.table import printed_text
from prongsai.views.table import OF_YEAR, ROW, YEAR, Column, TableOf, measure_column

LINK_KINDS = {"url": "ที่อยู่เว็บ", "page": "หน้าในเว็บไซต์นี้", "file": "แฟ้มแนบ"}


def address_of(result: Result) -> str:
    """The address that a result leads to; empty where it names none."""
    return result.url or result.page or (addresses.file_path(result.file) if result.file else "")


def kind_of(result: Result) -> str:
    """The kind of the address: of the web, of a page of this site or of an attachment."""
    return next((kind for kind in LINK_KINDS if getattr(result, kind)), "")


def name_of(result: Result) -> str:
    """The title of a result; without one its address, without what every address begins with, or the file's name."""
    address = address_of(result)
    short = PurePosixPath(result.file).name if result.file and not result.url else address.partition("://")[2]
    return result.title or short.removesuffix("/") or address


def result_parts(report: Report) -> tuple[Part, ...]:
    """The results of a report one after the other, each leading to what shows it."""
    parts: list[Part] = []
    for result in results_of(report):
        address = address_of(result)
        parts += [Phrase(", ")] if parts else []
        parts.append(Phrase(name_of(result), href=address))
        parts += [Phrase("", kind="size", href=address)] if kind_of(result) == "file" else []
    return tuple(parts)


def first_address(report: Report) -> str | None:
    """The first address of a report, or what is printed in its place."""
    found = results_of(report)
    return address_of(found[0]) if found else printed_text(report.result_link)


@dataclass(frozen=True)
class ResultRow:
    """One result of one report of a year, with the place of the report in its file, from 1."""

    report: Report
    number: int
    result: Result


RESULTS: TableOf[ResultRow] = TableOf(
    "report-results",
    "สิ่งที่แสดงผลของรายงาน",
    "ที่อยู่เว็บ หน้า และแฟ้มที่แสดงผลของรายงาน หนึ่งแถวต่อหนึ่งแห่ง",
    (
        YEAR,
        ROW,
        measure_column("report.measure", "ว่างเมื่อรายงานไม่ได้อ้างมาตรการในแฟ้มข้อมูล"),
        Column("report", "รายงานที่", "number", "ลำดับของรายงานในแฟ้มข้อมูลของปี นับจาก 1", "integer"),
        Column("round", "รอบ", "report.months", "รอบการรายงาน", "integer", "เดือน"),
        Column("kind", "ประเภทของที่อยู่", lambda row, _: kind_of(row.result), "ที่อยู่นี้เป็นของอะไร", choices=LINK_KINDS),
        Column("title", "ชื่อ", "result.title", "ชื่อของสิ่งที่ลิงก์เปิด ตามที่หน่วยงานเขียน"),
        Column("address", "ที่อยู่", lambda row, _: address_of(row.result), "ที่อยู่เว็บ หรือที่อยู่ในเว็บไซต์นี้ซึ่งขึ้นต้นด้วย /"),
    ),
    refers=OF_YEAR,
)


def result_rows(year: FiscalYear) -> Iterator[ResultRow]:
    """The results of all reports of a year."""
    for number, report in enumerate(year.reports, 1):
        yield from (ResultRow(report, number, one) for one in results_of(report))
