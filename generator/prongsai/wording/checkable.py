"""What the checks of a year are called and what each of them needs; the sentences on what cannot be checked."""

from __future__ import annotations

from prongsai.wording.sentence import Sentence, Severity

_W, _N = Severity.WARNING, Severity.NOTE

# What a check is about, and which verified facts of the year it needs.
CHECKS = {
    "total": ("คะแนนรวม", "น้ำหนักของแต่ละเครื่องมือและรายการตัวชี้วัด"),
    "level": ("ระดับผลการประเมิน", "เกณฑ์ระดับผลการประเมิน"),
    "instruments": ("ชื่อเครื่องมือ", "รายชื่อเครื่องมือ"),
    "indicators": ("ชื่อตัวชี้วัด", "รายชื่อตัวชี้วัด"),
    "items": ("ชื่อข้อ OIT", "ชื่อของแต่ละข้อ"),
    "list-of-items": ("ความครบถ้วนของข้อ OIT", "จำนวนข้อและรายการข้อทั้งหมด"),
    "years-of-data": ("ปีของข้อมูลที่ใช้ตอบแต่ละข้อ", "ปีของข้อมูลที่แต่ละข้อต้องแสดง"),
}
# Where such a fact is written in a file of editions.
KEYS = {
    "total": ("instruments (weight)", "indicators"),
    "level": ("levels",),
    "instruments": ("instruments (name)",),
    "indicators": ("indicators",),
    "items": ("items (title)",),
    "list-of-items": ("items_total", "items"),
    "years-of-data": ("items (year_offset)",),
}
ALWAYS = "รูปแบบและความสอดคล้องกันของข้อมูลที่กรอก"

SENTENCES: dict[str, Sentence] = {
    "year-half-known": Sentence(
        _N,
        "หลักเกณฑ์ของปีงบประมาณ {of_year} ที่ยืนยันได้ยังไม่ครบ สิ่งที่ยังตรวจไม่ได้ คือ {unchecked} "
        "[[สิ่งที่ตรวจได้บางส่วน คือ {partly} ]]สิ่งที่ตรวจได้ คือ {checked}",
        "ตรวจสิ่งที่ยังตรวจไม่ได้กับประกาศหรือคู่มือของปีนั้นด้วยตนเองก่อนเผยแพร่ เมื่อมีเอกสารยืนยันแล้ว ให้ปรับโปรแกรมเป็นรุ่นล่าสุด "
        "หรือกรอกเองใน site_config/editions/{of_year}.yml ที่ {keys} พร้อมแหล่งที่มาใน evidence "
        "[[ถ้าประกาศให้ใช้หลักเกณฑ์ของปีก่อน ให้เขียนบรรทัด based_on: ตามด้วยปีนั้น เช่น based_on: {base}]]",
        "the verified rules of {of_year} are not complete; not checked: {unchecked}[[; checked in part: {partly}]]; "
        "checked: {checked}",
        "hold what is not checked against the announcement or the manual of the year; once a document verifies it, "
        "upgrade, or enter it in site_config/editions/{of_year}.yml ({keys}) with its evidence; "
        "[[where the rules of an earlier year are announced to hold, write based_on: with that year, as {base}]]",
    ),
    "total-beyond-figures": Sentence(
        _W,
        "คะแนนรวม {published} อยู่นอกช่วงของคะแนน{what}ซึ่งต่ำสุด {lowest} และสูงสุด {highest} "
        "ไม่ว่าจะถ่วงน้ำหนักอย่างไร คะแนนรวมต้องอยู่ในช่วงนี้"
        "[[ ตัวเลขของ{weighted}รวมกันได้เท่ากับคะแนนรวมพอดี จึงอาจเป็นคะแนนที่ถ่วงน้ำหนักแล้ว]]",
        "ตรวจคะแนนรวมและคะแนน{what}กับประกาศผล เช่น ตัวเลขสลับหลักหรือสลับช่อง "
        "และกรอกคะแนนจากคะแนนเต็มร้อย เช่น 84.55 ไม่ใช่คะแนนที่ถ่วงน้ำหนักแล้ว",
        "a total of {published} lies outside of the {what}, {lowest} to {highest}: no weighting gives it"
        "[[; the {weighted} add up to just the total, so they may be weighted points]]",
        "check the total and the figures against the announcement; enter points of 100, not weighted points",
    ),
    "main-website-not-entered": Sentence(
        _N,
        "ยังไม่ได้กรอกเว็บไซต์หลักของหน่วยงาน จึงยังไม่ได้ตรวจว่าลิงก์ในทะเบียนคำตอบ OIT อยู่บนเว็บไซต์ของหน่วยงานหรือไม่",
        "กรอก main_website ใน site_config/agency.yml เช่น main_website: https://www.example.go.th/",
        "the agency's main website is not entered, so it is not checked whether the links of the register lead to it",
        "enter main_website in site_config/agency.yml, as main_website: https://www.example.go.th/",
    ),
    "answer-year-unverified": Sentence(
        _N,
        "ข้อ {item} ระบุว่าเป็นข้อมูลของปีงบประมาณ {found} แต่แหล่งข้อมูลที่มีให้แสดงข้อมูลของปีงบประมาณ {expected} "
        "ซึ่งยังไม่มีเอกสารทางการยืนยัน",
        "ตรวจกับคู่มือของปีนั้น ถ้าต้องเป็นปี {expected} ให้เปลี่ยนข้อมูลและแก้เป็น fiscal_year: {expected}",
        "item {item} shows data of {found}; the sources at hand ask for that of {expected}, not officially verified",
        "check the manual of the year; if it asks for {expected}, replace the data and write fiscal_year: {expected}",
    ),
    "answer-year-far": Sentence(
        _N,
        "ข้อ {item} ของทะเบียนปีงบประมาณ {of_year} ระบุว่าเป็นข้อมูลของปีงบประมาณ {found} "
        "ซึ่งไม่ใช่ปีเดียวกันหรือปีก่อนหน้า และยังไม่มีหลักเกณฑ์ที่ยืนยันได้ว่าข้อนี้ต้องแสดงข้อมูลของปีใด",
        "ตรวจกับคู่มือของปีนั้น ถ้าพิมพ์ปีผิด ให้แก้ fiscal_year ของข้อนี้ เช่น fiscal_year: {of_year}",
        "item {item} of the register of {of_year} shows data of {found}, neither of that year nor of the one before; "
        "which year it asks for is not verified",
        "check the manual of the year; where the year is mistyped, correct fiscal_year, as fiscal_year: {of_year}",
    ),
    "link-year-differs": Sentence(
        _N,
        "ลิงก์ “{link}” ของข้อ {item} ระบุปี {found} แต่คำตอบระบุว่าเป็นข้อมูลของปีงบประมาณ {expected}",
        "ถ้าลิงก์เป็นของปีอื่น ให้เปลี่ยนเป็นข้อมูลของปีงบประมาณ {expected} ถ้าข้อมูลถูกปีแล้ว ให้แก้ชื่อลิงก์ ชื่อแฟ้ม หรือ fiscal_year ให้ตรงกัน",
        "link “{link}” of item {item} names {found}, but the answer says that the data is of {expected}",
        "link the data of {expected}, or correct the title, the file name or fiscal_year",
    ),
    "link-year-unverified": Sentence(
        _N,
        "ลิงก์ “{link}” ของข้อ {item} ระบุปี {found} แต่แหล่งข้อมูลที่มีให้แสดงข้อมูลของปีงบประมาณ {expected} ซึ่งยังไม่มีเอกสารทางการยืนยัน",
        "ตรวจกับคู่มือของปีนั้น ถ้าต้องเป็นปี {expected} ให้เปลี่ยนลิงก์ ถ้าข้อมูลถูกปีแล้ว ให้กรอกปีของข้อมูล เช่น fiscal_year: {expected}",
        "link “{link}” of item {item} names {found}; the sources at hand ask for data of {expected}, "
        "which is not officially verified",
        "check the manual of the year; replace the link, or state the year of the data, as fiscal_year: {expected}",
    ),
    "link-address-of-other-year": Sentence(
        _N,
        "ที่อยู่ {link} ของข้อ {item} มีปี {found} อยู่ในเส้นทาง แต่ข้อนี้แสดงข้อมูลของปีงบประมาณ {expected}",
        "เปิดลิงก์ดูว่าเป็นข้อมูลของปีงบประมาณ {expected} หรือไม่ ถ้าไม่ใช่ ให้เปลี่ยนลิงก์ "
        "ถ้าใช่ ให้กรอกปีไว้ในชื่อลิงก์ เช่น title: รายงานผล ปีงบประมาณ {expected}",
        "address {link} of item {item} has {found} in its path, but the item shows data of {expected}",
        "open it; if it is not of {expected}, replace it, else name the year in the title of the link",
    ),
}
