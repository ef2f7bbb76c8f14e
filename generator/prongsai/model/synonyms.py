"""Words that people write for keys and values of the data files, in Thai and English, and what they mean."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from prongsai.model.status import REPORTED
from prongsai.thai.numerals import to_arabic

# A word for the key that it means; of several the first that the record has.
KEYS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("remark", "remarks", "comment", "comments", "notes", "หมายเหตุ", "ข้อสังเกต"), ("note", "notes")),
    **dict.fromkeys(("note",), ("notes",)),
    **dict.fromkeys(("name", "ชื่อ", "ชื่อมาตรการ", "มาตรการ", "เรื่อง", "หัวข้อ"), ("title", "name", "subject")),
    **dict.fromkeys(("code", "รหัส", "measure_id", "รหัสมาตรการ"), ("id", "measure", "code")),
    **dict.fromkeys(("no", "ลำดับ", "ลำดับที่", "ที่", "ข้อที่"), ("number",)),
    **dict.fromkeys(("result", "results", "ผลการดำเนินงาน", "ผลการดำเนินการ", "ผล"), ("summary", "score")),
    **dict.fromkeys(("output", "ผลลัพธ์", "ผลที่ได้", "ผลผลิต"), ("outcome",)),
    **dict.fromkeys(("proof", "หลักฐาน", "เอกสารหลักฐาน"), ("evidence",)),
    **dict.fromkeys(("state", "สถานะ"), ("status",)),
    **dict.fromkeys(("รอบ", "รอบที่", "รอบการรายงาน"), ("round",)),
    **dict.fromkeys(("owner", "unit", "units", "ผู้รับผิดชอบ", "หน่วยงานที่รับผิดชอบ"), ("responsible", "unit", "lead")),
    **dict.fromkeys(("หน่วยงาน", "กอง", "สำนัก"), ("unit", "lead", "responsible", "name")),
    **dict.fromkeys(("time", "duration", "timeline", "ระยะเวลา", "ระยะเวลาดำเนินการ", "ช่วงเวลา"), ("period",)),
    **dict.fromkeys(("step", "method", "methods", "activities", "ขั้นตอน", "วิธีดำเนินการ", "วิธีการ"), ("steps",)),
    **dict.fromkeys(("monitor", "การกำกับติดตาม", "กำกับติดตาม", "การติดตาม"), ("monitoring",)),
    **dict.fromkeys(("report", "การรายงาน", "การรายงานผล"), ("reporting", "reports")),
    **dict.fromkeys(("ข้อจำกัด", "เงื่อนไข"), ("constraint",)),
    **dict.fromkeys(("position", "rank", "ลำดับที่ได้"), ("value",)),
    **dict.fromkeys(("of", "among", "จาก", "ในกลุ่ม"), ("scope",)),
    **dict.fromkeys(
        ("mean", "average", "averages", "peers", "peer_means", "เฉลี่ย", "ค่าเฉลี่ย", "คะแนนเฉลี่ย"), ("means", "value")
    ),
    **dict.fromkeys(("ระดับของค่าเฉลี่ย", "กลุ่ม", "กลุ่มของค่าเฉลี่ย"), ("among", "scope")),
    **dict.fromkeys(("คะแนน", "points"), ("score", "value")),
    **dict.fromkeys(("คะแนนรวม", "total_score"), ("total",)),
    **dict.fromkeys(("grade", "ระดับ"), ("level", "among")),
    **dict.fromkeys(("link", "href", "ลิงก์", "ลิงค์", "เว็บไซต์"), ("url", "links", "result_link", "link", "website")),
    **dict.fromkeys(("url", "website"), ("links", "result_link", "main_website", "link", "website")),
    **dict.fromkeys(("photo", "picture", "pictures", "image", "images", "ภาพ", "รูป", "รูปภาพ"), ("photos",)),
    **dict.fromkeys(("attachment", "files", "ไฟล์แนบ", "แฟ้มแนบ", "สิ่งที่ส่งมาด้วย"), ("attachments", "file")),
    **dict.fromkeys(("result_links", "result_url", "ลิงก์ผล", "สิ่งที่แสดงผล"), ("results",)),
    **dict.fromkeys(("alternative", "alt_text", "description", "คำอธิบายภาพ"), ("alt", "caption")),
    **dict.fromkeys(("type", "ประเภท", "ชนิด"), ("kind",)),
    **dict.fromkeys(("respondent", "answered", "ผู้ตอบ", "จำนวนผู้ตอบ"), ("respondents", "count")),
    **dict.fromkeys(("weighted_points", "weighted_score", "ถ่วงน้ำหนัก", "คะแนนถ่วงน้ำหนัก"), ("weighted",)),
    **dict.fromkeys(("section", "part", "ส่วน"), ("sections",)),
    **dict.fromkeys(("tables", "table", "ตาราง"), ("table", "tables", "sections")),
    **dict.fromkeys(("คำตอบ",), ("answer",)),
    **dict.fromkeys(("คำถาม",), ("question",)),
    **dict.fromkeys(("date", "วันที่", "วันที่รายงาน"), ("reported_on", "published_on", "issued_on", "asked_on", "date")),
    **dict.fromkeys(("ปีงบประมาณ", "year", "ปี"), ("fiscal_year",)),
    **dict.fromkeys(("tel", "phone", "โทรศัพท์", "เบอร์โทร"), ("value", "phone", "channels")),
    **dict.fromkeys(("indicator", "ตัวชี้วัด"), ("indicators", "indicator", "target")),
    **dict.fromkeys(("item", "ข้อ"), ("items", "item")),
    **dict.fromkeys(("since", "start", "begins", "ตั้งแต่", "ตั้งแต่วันที่", "เริ่ม", "จัดตั้งเมื่อ"), ("from",)),
    **dict.fromkeys(("until", "till", "end", "ends", "ถึง", "ถึงวันที่", "จนถึง", "สิ้นสุด", "ยุบเมื่อ"), ("to",)),
    **dict.fromkeys(("former_names", "former_name", "old_name", "ชื่อเดิม", "ชื่อเก่า", "เดิมชื่อ"), ("names", "name")),
    **dict.fromkeys(("successors", "followed_by", "ผู้รับงานต่อ", "รับงานต่อโดย", "หน่วยงานที่รับช่วง"), ("successor",)),
    **dict.fromkeys(("predecessor", "merged_from", "รวมจาก", "หน่วยงานเดิม"), ("predecessors",)),
    **dict.fromkeys(("members", "หน่วยงานในกลุ่ม", "หมายถึง"), ("units",)),
    **dict.fromkeys(("approval", "approver", "approved_by", "การอนุมัติ", "อนุมัติ", "ผู้อนุมัติ", "ผู้ลงนาม"), ("approved", "by")),
    **dict.fromkeys(("วันที่อนุมัติ", "วันที่ลงนาม", "approved_on"), ("on", "signed_on")),
    **dict.fromkeys(("เลขที่หนังสือ", "หนังสือ", "letter_number"), ("letter", "number")),
    **dict.fromkeys(("checksum", "รหัสข้อเท็จจริง", "รหัสของข้อเท็จจริง"), ("hash",)),
    **dict.fromkeys(("seal", "icon", "ตรา", "โลโก้", "ตราสัญลักษณ์", "ตราหน่วยงาน"), ("logo",)),
    **dict.fromkeys(("garuda", "ครุฑ", "ตราครุฑ"), ("emblem",)),
    **dict.fromkeys(("color", "theme_color", "สี", "สีประจำหน่วยงาน", "สีหลัก"), ("colour",)),
    **dict.fromkeys(("archive", "old_website", "เว็บไซต์เดิม"), ("website",)),
}
# The same for what few documents print, as words for each key.
_SELDOM = {
    "budget": "cost งบประมาณ งบ วงเงิน จำนวนเงิน งบประมาณที่ได้รับ งบประมาณที่ตั้งไว้ งบประมาณที่ได้รับจัดสรร",
    "spent": "expense expenses expenditure ใช้จ่าย ใช้ไป ใช้จริง เบิกจ่าย ผลการเบิกจ่าย ผลการใช้จ่าย งบประมาณที่ใช้ งบประมาณที่ใช้ไป",
    "remaining": "rest balance left คงเหลือ เหลือ เหลือจ่าย เงินคงเหลือ งบประมาณคงเหลือ",
    "budgets": "budget_by_year งบประมาณแต่ละปี งบประมาณรายปี",
    "target": "kpi kpis targets goal goals ตัวชี้วัดความสำเร็จ เป้าหมาย ค่าเป้าหมาย ตัวชี้วัด/ค่าเป้าหมาย",
    "achieved": "actual ผลเทียบเป้าหมาย ผลตามเป้าหมาย ผลตามตัวชี้วัด",
    "progress": "percent percentage ร้อยละ เปอร์เซ็นต์ ความก้าวหน้า ความคืบหน้า ร้อยละความก้าวหน้า ร้อยละความสำเร็จ",
    "place": "venue location สถานที่ สถานที่ดำเนินการ พื้นที่ พื้นที่ดำเนินการ",
    "target_group": "participants attendees audience กลุ่มเป้าหมาย ผู้เข้าร่วม ผู้เข้าอบรม",
    "persons": "people headcount จำนวนคน จำนวนผู้เข้าร่วม จำนวนผู้เข้าอบรม จำนวนกลุ่มเป้าหมาย",
    "problems": "problem issue issues obstacle obstacles ปัญหา อุปสรรค ปัญหาอุปสรรค ปัญหาและอุปสรรค ปัญหา/อุปสรรค ปัญหา_อุปสรรค",
    "solutions": "solution แนวทางแก้ไข แนวทางการแก้ไข วิธีแก้ไข การแก้ไข แนวทางแก้ไขปัญหา",
    "suggestions": "suggestion recommendation ข้อเสนอแนะ ข้อเสนอ ข้อเสนอการปรับปรุง ข้อเสนอการปรับปรุงพัฒนา",
    "risk": "risks ความเสี่ยง การประเมินความเสี่ยง",
    "likelihood": "chance โอกาส โอกาสเกิด",
    "impact": "severity ผลกระทบ ความรุนแรง",
    "level": "risk_level ระดับความเสี่ยง",
    "plan_years": "plan แผนปี ปีของแผน",
    "more": "other others อื่นๆ ช่องอื่น",
}
_PARTS_OF_RISK = [word for key in ("likelihood", "impact", "level") for word in _SELDOM[key].split()]
KEYS |= {word: (key, *KEYS.get(word, ())) for key, words in _SELDOM.items() for word in words.split()}
KEYS |= dict.fromkeys(("รหัสความเสี่ยง", "รหัสโครงการ", "risk_id", "project_code"), ("code",))
# The parts of a risk are typed below it, so next to it they mean the whole.
KEYS |= {word: (*KEYS.get(word, ()), "risk") for word in ("likelihood", "impact", *_PARTS_OF_RISK)}
# Words for information that may have no key of its own in a record.
_TARGETS = frozenset(("target", *_SELDOM["target"].split()))
_WITHOUT_KEY = frozenset(
    word
    for words in (*_SELDOM, *_SELDOM.values(), "remark remarks comment comments note notes หมายเหตุ ข้อสังเกต")
    for word in words.split()
)
# Where such information can be in words; of these the first that the record has.
_FOR_WORDS = ("note", "summary")
# The first Thai word of each is the one that forms show.
VALUES: dict[str, tuple[str, ...]] = {
    status.key: (*dict.fromkeys(("".join(status.word.split()), *sorted(status.also))),) for status in REPORTED
} | {
    value: tuple(words.split())
    for value, words in {
        "phone": "โทรศัพท์ โทร เบอร์โทร เบอร์โทรศัพท์ tel telephone mobile สายด่วน",
        "email": "อีเมล อีเมล์ mail e-mail ไปรษณีย์อิเล็กทรอนิกส์",
        "line": "ไลน์ lineoa",
        "facebook": "เฟซบุ๊ก เฟสบุ๊ค เฟสบุ๊ก เพจ fb",
        "web": "เว็บ เว็บไซต์ เว็บไซด์ website url",
        "post": "ไปรษณีย์ จดหมาย ที่อยู่ address letter",
        "thai": "ไทย เลขไทย th",
        "arabic": "อารบิก อาราบิก เลขอารบิก",
        "public": "สาธารณะ เผยแพร่ เปิดเผย",
        "internal": "ภายใน ไม่เผยแพร่ private",
        "on": "เปิด ใช้ ใช่ true yes",
        "off": "ปิด ไม่ใช้ ไม่ใช่ false no",
        "has": "มี มีข้อมูล มีแล้ว ใช่ yes true",
        "has_not": "ไม่มี ไม่มีข้อมูล ยังไม่มี ยังไม่มีข้อมูล ไม่ใช่ no false",
        "province": "จังหวัด ระดับจังหวัด ในจังหวัด ทั้งจังหวัด ของจังหวัด provincial",
        "country": "ประเทศ ระดับประเทศ ทั้งประเทศ ทั่วประเทศ ของประเทศ national nation",
        "same_kind": "ประเภทเดียวกัน หน่วยงานประเภทเดียวกัน ตามประเภท ประเภทหน่วยงาน same-kind kind peers",
        "district": "อำเภอ ระดับอำเภอ ในอำเภอ ทั้งอำเภอ ของอำเภอ",
        "stated": "ระบุ ระบุไว้ เอกสารระบุ",
        "inferred": "อนุมาน ผู้จัดทำอนุมาน",
        "analysis": "วิเคราะห์ การวิเคราะห์ หน้าวิเคราะห์",
        "methodology": "วิธีคำนวณ เกณฑ์ วิธีคำนวณและเกณฑ์",
        "measure": "ชื่อมาตรการ มาตรการ",
        "problem": "ปัญหาหรือประเด็น ปัญหา ประเด็น",
        "before": "ก่อนตาราง",
        "after": "หลังตาราง",
        "true": "ใช่ จริง yes y 1 มี on",
        "false": "ไม่ใช่ ไม่จริง no n 0 ไม่มี ไม่ off",
    }.items()
}
_BOOLEANS = frozenset(("true", "false", "yes", "no", "on", "off"))


def keys_meant(key: str, known_keys: Collection[str]) -> Iterator[str]:
    """The keys of a record that a word for a key may mean, the likeliest first."""
    yield from (one for one in KEYS.get(plain_key(key), ()) if one in known_keys)


def has_no_key(key: str) -> bool:
    """True if a word names information for which there may be no key of its own."""
    return plain_key(key) in _WITHOUT_KEY | _TARGETS


def places_for_words(key: str, known_keys: Collection[str]) -> Iterator[str]:
    """The keys of a record that hold such information in words, the best first."""
    places = ("monitoring", *_FOR_WORDS) if plain_key(key) in _TARGETS else _FOR_WORDS
    yield from (one for one in places if one in known_keys)


def is_thai(key: str) -> bool:
    """True if a key is in Thai, as heads of documents are."""
    return any("ก" <= letter <= "๛" for letter in key)


def value_meant(value: str, choices: Collection[str]) -> str:
    """The value that a word means, among those that may be there; empty where it means none."""
    plain = to_arabic("".join(value.split()).casefold())
    return next((one for one, words in VALUES.items() if one in choices and plain in {one, *words}), "")


def words_for(choices: Iterable[str]) -> Iterator[str]:
    """The Thai words by which people mean some values, for editors to offer."""
    words = (word for choice in choices for word in sorted(VALUES.get(choice, ())))
    yield from (word for word in words if not word.isascii())


def word_of(value: str) -> str:
    """The Thai word by which forms show a value; the value itself where there is none."""
    return next((word for word in VALUES.get(value, ()) if not word.isascii()), value)


def may_be_boolean(choices: Iterable[str]) -> bool:
    """True if one of some values, or a word for one, is a boolean to an editor that reads YAML by its older rules."""
    return any(not _BOOLEANS.isdisjoint((choice, *VALUES.get(choice, ()))) for choice in choices)


def plain_key(key: str) -> str:
    """A key as it is compared: small letters, and one sign for what parts its words."""
    return key.strip().casefold().replace(" ", "_").replace("-", "_")
