"""The sheets of a workbook: of which part of which data file each has the rows, and by which columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from prongsai.forms.columns import Column, columns_of
from prongsai.loading.load_site import CONFIG_RECORDS, YEAR_FILES
from prongsai.model.groups import record_at
from prongsai.model.record import Record

EACH = "*"  # a step of a path: every entry of a list or of a table
Prefilled = Literal["", "figures", "items", "elements"]  # rows that are there before anything is typed


@dataclass(frozen=True)
class Source:
    """Rows of one part of a data file: the entries at `steps`, or the one record there.

    `called` sets them apart where a sheet has rows of several parts; `prefilled` are those that the rules of the year
    give.
    """

    file: str
    steps: tuple[str, ...] = ()
    called: str = ""
    prefilled: Prefilled = ""

    @property
    def of_year(self) -> bool:
        """True if the file is one of a fiscal year."""
        return self.file in YEAR_FILES

    @property
    def record(self) -> type[Record]:
        """The record of each of its rows."""
        whole = YEAR_FILES[self.file][1] if self.of_year else CONFIG_RECORDS[self.file]
        path: list[str | int] = []
        for step in self.steps:
            path.append(step if step != EACH else "1" if record_at(whole, [*path, "1"]) else 0)
        return record_at(whole, path) or whole

    @property
    def is_list(self) -> bool:
        """True if its rows are the entries of a list; those of a table have a code each."""
        whole = YEAR_FILES[self.file][1] if self.of_year else CONFIG_RECORDS[self.file]
        path: list[str | int] = []
        for step in self.steps[:-1]:
            path.append(step if step != EACH else "1" if record_at(whole, [*path, "1"]) else 0)
        return bool(self.steps) and self.steps[-1] == EACH and record_at(whole, [*path, 0]) is not None

    def place(self, year: int) -> str:
        """The file as seen from the folder of the site."""
        return f"data/{year}/{self.file}" if self.of_year else f"site_config/{self.file}"

    @property
    def above(self) -> tuple[str, ...]:
        """The steps to the row that these rows belong to; none where they belong to their file."""
        entries = [place for place, step in enumerate(self.steps) if step == EACH]
        return self.steps[: entries[-2] + 1] if len(entries) > 1 else ()


@dataclass(frozen=True)
class Sheet:
    """A sheet; one that `is_form` has a row for each field of its records, the others a column.

    `belongs` is the head of the column that says to which row of another sheet a row belongs. `key` is that of the
    code under which an entry of a table is kept.
    """

    name: str
    sources: tuple[Source, ...]
    about: str
    is_form: bool = False
    belongs: str = ""
    key: str = ""
    grey: tuple[str, ...] = ()
    left_out: frozenset[str] = frozenset()  # of a form: keys that have a sheet of their own or are nobody's to fill in
    is_seldom: bool = False  # of what few documents print: behind the others

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """The columns of its rows; of a form, of its first record."""
        return self.columns_of(self.sources[0])

    def columns_of(self, source: Source) -> tuple[Column, ...]:
        """The columns of one part."""
        return tuple(one for one in columns_of(source.record) if one.path[0] not in self.left_out)


def _parts(files: Sequence[tuple[str, str]], *steps: str) -> tuple[Source, ...]:
    return tuple(Source(file, steps, called) for file, called in files)


_FIGURES = (
    Source("scores.yml", ("total",), "คะแนนรวม", "figures"),
    Source("scores.yml", ("instruments", EACH), "เครื่องมือ", "figures"),
    Source("scores.yml", ("parts", EACH), "ส่วนของเครื่องมือ", "figures"),
    Source("scores.yml", ("indicators", EACH), "ตัวชี้วัด", "figures"),
    Source("scores.yml", ("subindicators", EACH), "ตัวชี้วัดย่อย", "figures"),
)
_AGAIN = tuple(
    Source(one.file, (*one.steps, "also_stated", EACH), one.called, "figures" if EACH in one.steps else "")
    for one in _FIGURES
)
_OF_MEASURES, _OF_REPORTS = "มาตรการ", "รายงาน"
_NOTED = (
    ("scores.yml", "คะแนน"),
    ("analysis.yml", "การวิเคราะห์"),
    ("measures.yml", _OF_MEASURES),
    ("follow-up.yml", _OF_REPORTS),
    ("memo.yml", "บันทึกข้อความ"),
    ("oit.yml", "ทะเบียน OIT"),
)
_FORMS = (
    Source("scores.yml", (), "คะแนน"),
    Source("analysis.yml", (), "การวิเคราะห์ผล"),
    Source("measures.yml", (), "มาตรการ"),
    Source("follow-up.yml", (), "รายงานผล"),
    Source("oit.yml", (), "ทะเบียน OIT"),
    Source("memo.yml", (), "บันทึกข้อความ"),
)
_AGENCY = (Source("agency.yml", (), "หน่วยงาน"), Source("site.yml", (), "เว็บไซต์"))
SHEETS = (
    Sheet("หน่วยงาน", _AGENCY, "ข้อมูลของหน่วยงานและเว็บไซต์ ใช้ทุกปี", is_form=True),
    Sheet(
        "หน่วยงานภายใน",
        (Source("agency.yml", ("units", EACH)),),
        "สำนัก กอง และหน่วยงานภายใน หนึ่งแถวต่อหนึ่งหน่วยงาน",
        key="รหัสหน่วยงาน",
    ),
    Sheet(
        "ช่องทางติดต่อ",
        (
            Source("agency.yml", ("channels", EACH), "ติดต่อทั่วไป"),
            Source("agency.yml", ("complaints", "channels", EACH), "แจ้งเรื่องร้องเรียนการทุจริต"),
        ),
        "ช่องทางที่ประชาชนติดต่อหรือแจ้งเรื่องได้ หนึ่งแถวต่อหนึ่งช่องทาง",
        belongs="ใช้สำหรับ",
    ),
    Sheet(
        "เอกสารต้นทาง",
        (Source("documents.yml", ("documents", EACH)),),
        "เอกสารที่เป็นที่มาของข้อมูล หนึ่งแถวต่อหนึ่งฉบับ",
        key="รหัสเอกสาร",
    ),
    Sheet(
        "ทั่วไป",
        _FORMS,
        "ข้อมูลของทั้งฉบับ เช่น ชื่อเอกสาร คำนำ วันที่",
        is_form=True,
        left_out=frozenset({"fiscal_year", "total"}),
    ),
    Sheet("คะแนน", _FIGURES, "คะแนนตามประกาศ พิมพ์ทศนิยมตามที่ประกาศ", key="รหัส", grey=("ชื่อตามหลักเกณฑ์",)),
    Sheet("ข้อคำถาม", (Source("scores.yml", ("questions", EACH)),), "คะแนนรายข้อคำถามของ IIT และ EIT ที่เอกสารกล่าวถึง"),
    Sheet(
        "ผลรายข้อ OIT",
        (Source("scores.yml", ("items", EACH)),),
        "ผลของข้อ OIT แต่ละข้อ เมื่อทราบ",
        key="ข้อ",
        grey=("ชื่อตามหลักเกณฑ์",),
    ),
    Sheet("สิ่งที่พบ", (Source("analysis.yml", ("findings", EACH)),), "ประโยคที่สรุปผลในภาพรวม"),
    Sheet(
        "จุดแข็งจุดอ่อน",
        (Source("analysis.yml", ("strengths", EACH), "จุดแข็ง"), Source("analysis.yml", ("weaknesses", EACH), "จุดอ่อน")),
        "รายการจุดแข็งและจุดอ่อนตามเอกสาร",
        belongs="เป็น",
    ),
    Sheet("ประเด็นที่ควรพัฒนา", (Source("analysis.yml", ("development_points", EACH)),), "สิ่งที่ควรปรับปรุงของแต่ละตัวชี้วัดหรือข้อ"),
    Sheet("มาตรการ", (Source("measures.yml", ("measures", EACH)),), "หนึ่งแถวต่อหนึ่งมาตรการ"),
    Sheet(
        "ที่มาของมาตรการ",
        (Source("measures.yml", ("measures", EACH, "basis", EACH)),),
        "ตัวชี้วัด ข้อ หรือข้อคำถามที่มาตรการตอบ",
        belongs="ของมาตรการ",
    ),
    Sheet("รายงานผล", (Source("follow-up.yml", ("reports", EACH)),), "หนึ่งแถวต่อหนึ่งมาตรการและหนึ่งรอบ"),
    Sheet(
        "สิ่งที่แสดงผล",
        (Source("follow-up.yml", ("reports", EACH, "results", EACH)),),
        "ที่อยู่เว็บหรือแฟ้มที่แสดงผลของรายงาน",
        belongs="ของรายงาน",
    ),
    Sheet(
        "OIT",
        (Source("oit.yml", ("items", EACH), prefilled="items"),),
        "คำตอบของทุกข้อ ตามลำดับของหลักเกณฑ์",
        key="ข้อ",
        grey=("ชื่อตามหลักเกณฑ์",),
    ),
    Sheet(
        "ลิงก์ OIT",
        (Source("oit.yml", ("items", EACH, "links", EACH), prefilled="items"),),
        "ลิงก์ที่ใช้ตอบ หนึ่งแถวต่อหนึ่งลิงก์ ข้อที่มีหลายลิงก์ให้เพิ่มแถว",
        belongs="ของข้อ",
    ),
    Sheet(
        "องค์ประกอบ OIT",
        (Source("oit.yml", ("items", EACH, "elements", EACH), prefilled="elements"),),
        "สิ่งที่หน้าของแต่ละข้อต้องแสดง และแสดงอยู่ที่ใด",
        belongs="ของข้อ",
        key="รหัสองค์ประกอบ",
        grey=("สิ่งที่ต้องแสดง",),
    ),
    Sheet("ถามตอบ", (Source("questions.yml", ("questions", EACH)),), "คำถามของประชาชน ไม่ใส่ชื่อผู้ถาม"),
    Sheet(
        "หัวข้อ",
        _parts((("measures.yml", _OF_MEASURES), ("follow-up.yml", _OF_REPORTS)), "topics", EACH),
        "หัวข้อที่มาตรการหรือรายงานอยู่ด้วยกัน เมื่อเอกสารแบ่งไว้",
        belongs="ของ",
        is_seldom=True,
    ),
    Sheet(
        "ภาพถ่าย",
        (
            Source("measures.yml", ("measures", EACH, "photos", EACH), _OF_MEASURES),
            Source("follow-up.yml", ("reports", EACH, "photos", EACH), _OF_REPORTS),
        ),
        "ภาพถ่ายใน content/files ทุกภาพต้องมีข้อความแทนภาพ",
        belongs="ของ",
        is_seldom=True,
    ),
    Sheet(
        "เอกสารแนบ",
        (
            Source("measures.yml", ("measures", EACH, "attachments", EACH), _OF_MEASURES),
            Source("follow-up.yml", ("reports", EACH, "attachments", EACH), _OF_REPORTS),
            Source("measures.yml", ("attachments", EACH), "มาตรการทั้งฉบับ"),
            Source("follow-up.yml", ("attachments", EACH), "รายงานทั้งฉบับ"),
        ),
        "คำสั่ง ประกาศ รายงานการประชุม และเอกสารอื่น",
        belongs="ของ",
        is_seldom=True,
    ),
    Sheet("ข้อสังเกต", _parts(_NOTED, "notes", EACH), "ข้อสังเกตของผู้จัดทำข้อมูล", belongs="ของ", is_seldom=True),
    Sheet(
        "คำชี้แจง",
        (Source("explanations.yml", ("explanations", EACH)),),
        "คำชี้แจงของหน่วยงานต่อข้อสังเกตของโปรแกรม",
        is_seldom=True,
    ),
    Sheet(
        "ระบุไว้อีกแห่ง",
        _AGAIN,
        "คะแนนเดียวกันที่เอกสารระบุไว้อีกแห่ง โปรแกรมแสดงทั้งสองค่าเมื่อไม่ตรงกัน",
        belongs="ของคะแนน",
        is_seldom=True,
    ),
    Sheet(
        "ลำดับที่",
        (Source("scores.yml", ("ranks", EACH)),),
        "ลำดับที่ของหน่วยงานในกลุ่มอื่น เช่น จังหวัด อำเภอ",
        is_seldom=True,
    ),
    Sheet(
        "ผู้ตอบแบบวัด",
        (Source("scores.yml", ("respondents", EACH)),),
        "จำนวนผู้ตอบของแต่ละแบบวัด",
        key="รหัสเครื่องมือ",
        is_seldom=True,
    ),
    Sheet(
        "คะแนนถ่วงน้ำหนัก",
        (Source("scores.yml", ("weighted", EACH)),),
        "คะแนนของแต่ละเครื่องมือหลังคูณน้ำหนัก เมื่อเอกสารพิมพ์ไว้",
        key="รหัสเครื่องมือ",
        is_seldom=True,
    ),
    Sheet(
        "คะแนนรายหน่วยงาน",
        (Source("scores.yml", ("unit_scores", EACH)),),
        "คะแนนของสำนักหรือกองที่เอกสารพิมพ์",
        is_seldom=True,
    ),
    Sheet(
        "เกณฑ์ระดับ",
        (Source("scores.yml", ("printed_levels", EACH)),),
        "ช่วงคะแนนของแต่ละระดับตามที่เอกสารพิมพ์",
        is_seldom=True,
    ),
    Sheet("ผู้ลงนาม", (Source("memo.yml", ("signatories", EACH)),), "ตำแหน่งของผู้ลงนามในบันทึกข้อความ", is_seldom=True),
)
FORM_HEADS = ("เรื่อง", "ช่อง", "ค่า", "ความหมาย")
OTHER_SHEET, OTHER_HEADS = "อื่น ๆ", ("แฟ้ม", "ที่", "ค่า")
READ_FIRST, SUMMARY, LISTS, BASE = "อ่านก่อน", "สรุป", "_รายการ", "_ฐาน"
KEY_HEAD = "รหัสแถว"  # of the hidden first column of every sheet


def heads_of(sheet: Sheet) -> tuple[str, ...]:
    """The visible heads of a sheet in their order."""
    if sheet.is_form:
        return FORM_HEADS
    found = [one.head for one in sheet.columns]
    before = [head for head in (sheet.belongs, sheet.key, *sheet.grey) if head]
    return (*before, *found)


def sheet_called(name: str) -> Sheet | None:
    """The sheet of that name."""
    return next((one for one in SHEETS if one.name == name), None)
