"""The sheets of the workbook of a year, in their order."""

from __future__ import annotations

from collections.abc import Sequence

from prongsai.workbook.layout import EACH, Sheet, Source


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
    Source("calendar.yml", (), "ปฏิทินงาน"),
)
_AGENCY = (Source("agency.yml", (), "หน่วยงาน"), Source("site.yml", (), "เว็บไซต์"))
SHEETS = (
    Sheet("หน่วยงาน", _AGENCY, "ข้อมูลของหน่วยงานและเว็บไซต์ ใช้ทุกปี", is_form=True),
    Sheet(
        "หน่วยงานภายใน",
        (Source("agency.yml", ("units", EACH)),),
        "สำนัก กอง และหน่วยงานภายใน หนึ่งแถวต่อหนึ่งหน่วยงาน",
        key="รหัสหน่วยงาน",
        key_is_ours=True,
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
        key_is_ours=True,
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
    Sheet("รายงานผล", (Source("follow-up.yml", ("reports", EACH), prefilled="rounds"),), "หนึ่งแถวต่อหนึ่งมาตรการและหนึ่งรอบ"),
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
        key_is_ours=True,
        grey=("สิ่งที่ต้องแสดง",),
    ),
    Sheet("ถามตอบ", (Source("questions.yml", ("questions", EACH)),), "คำถามของประชาชน ไม่ใส่ชื่อผู้ถาม"),
    Sheet(
        "กำหนดของหน่วยงาน",
        (Source("calendar.yml", ("deadlines", EACH)),),
        "วันที่หน่วยงานกำหนดเอง ใช้เตือนเจ้าหน้าที่เท่านั้น ไม่แสดงในเว็บไซต์",
        is_seldom=True,
    ),
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
        "ค่าเฉลี่ยของหน่วยงานอื่น",
        (Source("scores.yml", ("means", EACH)),),
        "ค่าเฉลี่ยของจังหวัด ของประเทศ หรือของหน่วยงานประเภทเดียวกัน เมื่อเอกสารพิมพ์ไว้",
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


def sheet_called(name: str) -> Sheet | None:
    """The sheet of that name."""
    return next((one for one in SHEETS if one.name == name), None)


def title_of(file: str) -> str:
    """The Thai name of a data file."""
    found = [one.called or sheet.name for sheet in SHEETS for one in sheet.sources if file.endswith(f"/{one.file}")]
    return found[0] if found else file
