"""The number of measures of a year in the words of its document, and what must be said with it."""

from __future__ import annotations

from prongsai.model.site import FiscalYear
from prongsai.model.stated import known
from prongsai.views.speech import Speech

PLACED = "ปีที่เว็บไซต์จัดไว้ เอกสารไม่ได้ระบุปีของมาตรการ"
READ = "ผู้จัดทำข้อมูลอ่านจากตำแหน่งในตาราง"


def counted_measures(year: FiscalYear, speech: Speech) -> tuple[str, str]:
    """The number of a year's measures and what is counted: rows, where the document counts the themes above them."""
    rows, topics = speech.digits(len(year.listed_measures)), year.measures.topics if year.measures else ()
    numbered = any(known(one.number) is not None for one in year.listed_measures)
    if topics and all(topic.number is not None for topic in topics) and not numbered:
        return f"{speech.digits(len(topics))} ประเด็น {rows}", "แถว"
    return rows, "มาตรการ"


def word_measures(year: FiscalYear, speech: Speech) -> str:
    """๑๐ มาตรการ, or ๗ ประเด็น ๑๐ แถว."""
    return " ".join(counted_measures(year, speech))


def placed_words(year: FiscalYear) -> str:
    """That the year of the measures is not the document's own; an empty text where it is."""
    return PLACED if year.measures is not None and not year.measures.year_stated else ""


def read_words(year: FiscalYear, speech: Speech) -> str:
    """The number of reports whose status was read by whoever made the data; an empty text where none was."""
    count = sum(report.status_read for report in year.reports)
    return f"สถานะของ {speech.digits(count)} แถว {READ}" if count else ""
