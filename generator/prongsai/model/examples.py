"""One right example of each record that people write, as it may be in a file."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import BaseModel, ValidationError

from prongsai.model import (
    agency,
    analysis,
    attached,
    calendar,
    catalogue,
    document_parts,
    edition_facts,
    edition_items,
    edition_surveys,
    evidence,
    follow_up,
    imports,
    lifetimes,
    measures,
    memo,
    oit,
    packs,
    plan_parts,
    questions,
    score_parts,
    scores,
    site,
)
from prongsai.model.record import Record

# The first key takes what was found in the place of the whole record.
EXAMPLES: dict[type[Record], Mapping[str, object]] = {
    agency.Channel: {"value": "0 2123 4567", "kind": "phone"},
    lifetimes.Unit: {"name": "กองคลัง"},
    lifetimes.FormerName: {"name": "กองการศึกษา", "to": "30 กันยายน 2564"},
    lifetimes.AgencyName: {"name": "องค์การบริหารส่วนตำบลตัวอย่าง", "to": "24 สิงหาคม 2564"},
    lifetimes.OtherAgency: {"name": "องค์การบริหารส่วนตำบลข้างเคียง", "to": "30 กันยายน 2564"},
    agency.Survey: {"url": "https://itas.nacc.go.th/go/eit/abc", "fiscal_year": "2568"},
    agency.Complaints: {"text": "แจ้งได้ที่งานนิติการ"},
    catalogue.OpenData: {"maintainer": "งานสารสนเทศ"},
    agency.Document: {"title": "ผลการประเมิน ITA ประจำปี 2568"},
    analysis.Finding: {"text": "คะแนนรวมสูงกว่าปีก่อน"},
    analysis.StatedList: {"text": "ตัวชี้วัดที่ได้คะแนนต่ำสุด"},
    analysis.DevelopmentPoint: {"improve": "เผยแพร่ช่องทางติดต่อ", "indicator": "10"},
    imports.ImportedTable: {"kind": "measures", "heads": ["ที่", "มาตรการ"]},
    packs.PackHead: {"format": "1", "agency": "เทศบาลตำบลตัวอย่าง", "made_on": "29 พฤศจิกายน 2569"},
    evidence.Evidence: {"source": "ประกาศของ ป.ป.ช.", "grade": "P1"},
    edition_facts.Assessment: {"short": "ITA", "name": "การประเมินคุณธรรมและความโปร่งใส", "organiser": "สำนักงาน ป.ป.ช."},
    edition_facts.Target: {"score": "85"},
    edition_facts.Instrument: {"name": "แบบวัดการรับรู้"},
    edition_facts.Part: {"name": "ส่วนที่ 1", "instrument": "EIT"},
    edition_facts.Indicator: {"name": "การปฏิบัติหน้าที่", "instrument": "IIT"},
    edition_facts.Subindicator: {"name": "ข้อมูลพื้นฐาน", "indicator": "9"},
    edition_items.ItemsTotal: {"count": "43"},
    edition_items.ItemScores: {"allowed": ["0", "100"]},
    edition_items.Item: {"title": "โครงสร้าง"},
    edition_items.Element: {"text": "แสดงผังโครงสร้าง", "key": "chart"},
    edition_facts.LevelRule: {"name": "A", "total_from": "85"},
    edition_facts.RoundingPath: {"name": "ปัดตอนท้าย", "key": "end"},
    edition_facts.CalendarStage: {"stage": "ประกาศผล", "date": "กรกฎาคม 2568"},
    edition_surveys.Questionnaire: {"count": "15", "points": ["0", "20", "40", "60", "80", "100"]},
    edition_surveys.AskedQuestion: {"subject": "ใช้จ่ายงบประมาณอย่างคุ้มค่า", "indicator": "2"},
    site.Explanation: {"text": "ตรวจกับประกาศแล้ว", "code": "level-differs-from-scale"},
    measures.Basis: {"item": "O9"},
    measures.Responsible: {"lead": "clerk"},
    measures.Topic: {"title": "การเปิดเผยข้อมูล", "id": "disclosure"},
    measures.Columns: {"title": "มาตรการ"},
    plan_parts.PlanYears: {"from": "2566", "to": "2570"},
    plan_parts.Risk: {"level": "สูง", "likelihood": "3", "impact": "4"},
    measures.Measure: {"title": "ปรับปรุงหน้าถามตอบ", "id": "m01"},
    follow_up.ReportColumns: {"title": "มาตรการ"},
    follow_up.Report: {"measure": "m01", "round": "6", "status": "done"},
    memo.Signatory: {"office": "ปลัดเทศบาล"},
    oit.AnswerLink: {"url": "https://www.example.go.th/plan"},
    oit.ElementPlace: {"place": "ส่วนบนของหน้า"},
    oit.Answer: {"answer": "has"},
    oit.CheckWindow: {"from": "1 มีนาคม 2568", "to": "30 เมษายน 2568"},
    calendar.DayWindow: {"from": "1 มีนาคม 2570", "to": "30 เมษายน 2570"},
    calendar.Deadline: {"title": "ส่งสถิติการให้บริการ", "by": "5 เมษายน 2570"},
    document_parts.Point: {"text": "ประชุมติดตามทุกไตรมาส"},
    document_parts.PrintedTable: {"caption": "ตารางสรุป", "columns": ["ลำดับ", "รายการ"], "rows": [["1", "แผน"]]},
    document_parts.Section: {"title": "หลักการ", "id": "principles"},
    questions.Subject: {"measure": "m01"},
    questions.Question: {"question": "ติดต่อได้ที่ใด", "id": "q01"},
    scores.FigureAgain: {"value": "85.10", "at": "หน้า 2"},
    scores.Figure: {"value": "85.10"},
    scores.LevelAgain: {"value": "A", "at": "หน้า 2"},
    scores.Level: {"value": "A"},
    score_parts.RankAgain: {"value": "12", "at": "หน้า 2"},
    score_parts.Rank: {"value": "12", "scope": "จังหวัด"},
    score_parts.PeerMean: {"among": "province", "value": "86.02"},
    score_parts.Respondents: {"count": "45"},
    score_parts.WeightedPoints: {"value": "26.43"},
    score_parts.UnitScore: {"unit": "finance", "score": "88.20"},
    score_parts.ValidList: {"at": "ตารางที่ 2", "because": "ตรงกับประกาศ"},
    attached.Result: {"url": "https://www.example.go.th/plan"},
    attached.Photo: {"file": "2568/training.jpg", "alt": "บุคลากรในห้องประชุม"},
    attached.Attachment: {"title": "คำสั่งแต่งตั้งคณะทำงาน", "file": "2568/order-12.pdf"},
    document_parts.TextSection: {"title": "หลักการ", "id": "principles"},
    scores.Question: {"code": "i1", "instrument": "IIT"},
    scores.ItemResult: {"score": "100"},
    scores.OtherItems: {"score": "100", "basis": "stated", "because": "เอกสารระบุเฉพาะข้อที่ไม่ได้คะแนน"},
    scores.PrintedLevel: {"level": "A", "lowest": "85", "highest": "94.99"},
    scores.Comparison: {"with_year": "2567"},
    scores.Remark: {"text": "ตรวจกับประกาศแล้ว"},
    document_parts.Approval: {"by": "นายกเทศมนตรี", "on": "30 กันยายน 2567"},
    document_parts.SignedCopy: {"file": "2568/measures-signed.pdf"},
}
_KEYS = {"items": "O9", "units": "finance", "documents": "result", "instruments": "IIT", "elements": "place"}
_KEYS |= {"subindicators": "9.1", "parts": "EIT-1"}


def example_of(record: type[BaseModel], found: object = None) -> dict[str, object]:
    """A right example of a record, with `found` in it where that can be right; empty for the whole of a file."""
    usual = dict(EXAMPLES.get(record, {})) if issubclass(record, Record) else {}
    mended = {**usual, next(iter(usual)): found} if usual and found else usual
    try:
        record.model_validate(mended)
    except ValidationError:
        mended = usual
    order = [field.alias or name for name, field in record.model_fields.items()]
    return dict(sorted(mended.items(), key=lambda one: order.index(one[0])))


def key_in(field: str) -> str:
    """A key that an entry of a table may have."""
    return _KEYS.get(field, "1")


def written(value: object) -> str:
    """A value as it may be on one line of a file, quoted where its text would be read as something else."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {written(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(written, value)) + "]"
    if value is None:
        return ""
    text = str(value)
    if not text.isprintable():  # a line break would end the line
        return f'"{"".join(map(_escaped, text))}"'
    is_plain = text == text.strip() and text[:1] not in "-?*&!|>%@`#'\"{[" and not set(text) & set(',[]{}"')
    is_plain = is_plain and text.lower() not in {"null", "~"} and not text.endswith("?")  # in brackets it ends a key
    if text and is_plain and ":" not in text and " #" not in text:
        return text
    return "'" + text.replace("'", "''") + "'"


def _escaped(letter: str) -> str:
    """A letter between double quotes."""
    if letter in '"\\':
        return f"\\{letter}"
    return letter if letter.isprintable() else f"\\U{ord(letter):08x}"
