"""Entries of the documents that the files of a new year will be entered from, in the list of documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from prongsai.loading.stray_files import CONFIG
from prongsai.writing.change import Change, Plain, Put

LIST = f"{CONFIG}/documents.yml"
_MEASURES = "มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน"
_DOCUMENTS = {  # by data file: the first part of the code, and the title up to the year
    "scores": ("result", "ประกาศผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ."),
    "analysis": ("analysis", "การวิเคราะห์ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ."),
    "measures": ("measures", f"{_MEASURES} ประจำปีงบประมาณ พ.ศ."),
    "follow-up": ("follow-up", f"รายงานผลการดำเนินการตาม{_MEASURES} ประจำปีงบประมาณ พ.ศ."),
    "memo": ("memo", "บันทึกข้อความรายงานผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ."),
    "oit": ("register", "ทะเบียนคำตอบแบบตรวจ OIT ประจำปีงบประมาณ พ.ศ."),
}
_BY_OTHERS = {"scores"}  # the result is announced by whoever assesses


def source_of(part: str, year: int) -> str:
    """The code of the document that a data file of a year is entered from; empty where it has none."""
    return f"{_DOCUMENTS[part][0]}-{year}" if part in _DOCUMENTS else ""


def document_changes(parts: Iterable[str], year: int, there: Iterable[str], agency: str) -> Iterator[Change]:
    """The entries that the list lacks for some data files of a fiscal year (Buddhist Era).

    `there` are the codes that it has; `agency` is the name of the agency, whose own documents most of them are.
    """
    codes = {*there}
    for part in parts:
        if (code := source_of(part, year)) and code not in codes:
            own = {} if part in _BY_OTHERS or not agency else {"issued_by": agency}
            value: dict[str, Plain] = {"title": f"{_DOCUMENTS[part][1]} {year}", **own, "fiscal_year": str(year)}
            yield Put(LIST, ("documents", code), value)
