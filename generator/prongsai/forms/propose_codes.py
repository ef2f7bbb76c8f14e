"""Codes proposed for units and measures, so that nobody has to think of a Latin name."""

from __future__ import annotations

import re
from collections.abc import Collection

# Stems of the names that local governments and offices give to their units, the longer before the shorter ones that
# they contain: a name has the code of the first stem that it begins with, without the words for its kind.
_STEMS = (
    ("ปลัด", "clerk"),
    ("คลังและพัสดุ", "finance"),
    ("คลัง", "finance"),
    ("การคลัง", "finance"),
    ("การเงินและบัญชี", "finance"),
    ("การเงิน", "finance"),
    ("ช่างสุขาภิบาล", "sanitation"),
    ("ช่าง", "public-works"),
    ("โยธา", "public-works"),
    ("ควบคุมอาคาร", "building-control"),
    ("การศึกษา", "education"),
    ("สาธารณสุข", "public-health"),
    ("สวัสดิการ", "social-welfare"),
    ("พัฒนาชุมชน", "community"),
    ("ยุทธศาสตร์", "strategy"),
    ("วิชาการและแผน", "planning"),
    ("แผนและงบประมาณ", "planning"),
    ("นโยบายและแผน", "planning"),
    ("วิเคราะห์นโยบาย", "planning"),
    ("งบประมาณ", "budget"),
    ("การประปา", "waterworks"),
    ("ประปา", "waterworks"),
    ("การแพทย์", "medical"),
    ("ตรวจสอบภายใน", "internal-audit"),
    ("การเจ้าหน้าที่", "personnel"),
    ("ทรัพยากรบุคคล", "personnel"),
    ("บริหารงานบุคคล", "personnel"),
    ("การท่องเที่ยว", "tourism"),
    ("ส่งเสริมการเกษตร", "agriculture"),
    ("การเกษตร", "agriculture"),
    ("เกษตร", "agriculture"),
    ("ป้องกันและบรรเทา", "disaster-relief"),
    ("เทศกิจ", "city-law"),
    ("นิติการ", "legal"),
    ("กฎหมาย", "legal"),
    ("พัสดุ", "supplies"),
    ("กิจการสภา", "council"),
    ("เลขานุการ", "secretary"),
    ("อำนวยการ", "administration"),
    ("บริหารทั่วไป", "administration"),
    ("บริหารงานทั่วไป", "administration"),
    ("ธุรการ", "administration"),
    ("ทะเบียนราษฎร", "civil-registry"),
    ("ทะเบียน", "civil-registry"),
    ("ประชาสัมพันธ์", "public-relations"),
    ("สารสนเทศ", "information"),
    ("เทคโนโลยี", "information"),
    ("ดิจิทัล", "information"),
    ("สิ่งแวดล้อม", "environment"),
    ("ทรัพยากรธรรมชาติ", "environment"),
    ("ผังเมือง", "town-planning"),
    ("พัฒนารายได้", "revenue"),
    ("จัดเก็บรายได้", "revenue"),
    ("รายได้", "revenue"),
)
_KIND = re.compile(r"^(?:สำนักงาน|สำนัก|กอง|ส่วนราชการ|ส่วนงาน|ส่วน|ฝ่าย|กลุ่มงาน|กลุ่ม|หน่วยงาน|หน่วย|งาน|แผนก|ศูนย์)*(?:ของ)?")
_EVERY = re.compile(r"ทุก|ทั้งหมด")
_MEASURE = re.compile(r"m([0-9]{2,})")


def propose_unit_code(name: str, taken: Collection[str]) -> str:
    """A code for a unit by its Thai name that is not one of those `taken`: กองคลัง is finance, one not known unit-1."""
    plain = "".join(name.split())
    if _EVERY.match(plain):
        return _free("all-units", taken)
    bare = _KIND.sub("", plain, count=1)
    stem = next((code for stem, code in _STEMS if bare.startswith(stem)), "")
    if stem:
        return _free(stem, taken)
    return next(code for number in range(1, len(taken) + 2) if (code := f"unit-{number}") not in taken)


def propose_measure_code(taken: Collection[str]) -> str:
    """The code of the next measure: m01, m02, or the one after the highest of those `taken`."""
    numbers = [int(found[1]) for code in taken if (found := _MEASURE.fullmatch(code))]
    return f"m{max(numbers, default=0) + 1:02}"


def _free(code: str, taken: Collection[str]) -> str:
    if code not in taken:
        return code
    return next(one for number in range(2, len(taken) + 3) if (one := f"{code}-{number}") not in taken)
