"""Sentences of the rules on the register of answers to the OIT items."""

from __future__ import annotations

from prongsai.wording.sentence import Sentence, Severity

_W, _N = Severity.WARNING, Severity.NOTE

# What may cost an item its score: each of these names its item in the value `item`.
REASONS = frozenset(
    {
        "answer-of-other-year",
        "attachment-empty",
        "follow-up-item-alone",
        "oit-element-missing",
        "oit-link-does-not-open",
        "oit-link-elsewhere",
        "oit-link-names-other-year",
        "oit-link-not-public",
        "oit-measures-item-lacking",
        "oit-same-address",
        "oit-without-content",
        "oit-without-link",
    }
)

SENTENCES: dict[str, Sentence] = {
    "oit-without-link": Sentence(
        _W,
        "ข้อ {item} ตอบว่ามี แต่ยังไม่มีลิงก์ไปยังข้อมูล ข้อนี้อาจไม่ได้คะแนน",
        'เพิ่มลิงก์ เช่น links: [{url: "https://www.example.go.th/structure", title: โครงสร้าง}] '
        "หรือถ้าปีนี้ไม่มีเรื่องที่ต้องรายงาน ให้กรอก nothing_happened เช่น ปีงบประมาณ {of_year} ไม่มีเรื่องร้องเรียน (0 เรื่อง)",
        "item {item} is answered with has, but no link leads to its data; it may get no score",
        'add a link, as links: [{url: "https://www.example.go.th/structure", title: โครงสร้าง}], '
        "or state in nothing_happened that there was nothing to report in {of_year}",
    ),
    "oit-without-content": Sentence(
        _W,
        "ข้อ {item} ตอบว่ามี แต่หน้า {found} ยังไม่มีเนื้อหา ข้อนี้อาจไม่ได้คะแนน",
        "กรอกข้อมูลของหน้านั้นในโฟลเดอร์ data เช่น data/2565/measures.yml สำหรับหน้า /2565/measures/ หรือเปลี่ยนลิงก์ไปยังหน้าที่มีข้อมูล",
        "item {item} is answered with has, but {found} has no content yet; it may get no score",
        "enter the data of that page, as data/2565/measures.yml for /2565/measures/, or link a page that has content",
    ),
    "oit-link-not-public": Sentence(
        _W,
        "ลิงก์ {found} ของข้อ {item} ชี้ไปที่ {host} ซึ่งประชาชนและผู้ตรวจประเมินเปิดจากภายนอกไม่ได้ ข้อนี้อาจไม่ได้คะแนน",
        "ใช้ที่อยู่บนเว็บไซต์ของหน่วยงาน เช่น https://www.example.go.th/executives",
        "link {found} of item {item} leads to {host}, which nobody outside can open; it may get no score",
        "use an address on the agency's website, as https://www.example.go.th/executives",
    ),
    "oit-link-does-not-open": Sentence(
        _W,
        "ลิงก์ “{link}” ของข้อ {item} ใช้ไม่ได้ สิ่งที่พบคือ {found} (วันที่ตรวจ: {day}) ข้อนี้อาจไม่ได้คะแนน",
        "แก้ให้เปิดดูข้อมูลได้แล้วลองเปิดอีกครั้ง ถ้าทะเบียนมีบรรทัด does_not_open ให้ลบออกและกรอก checked_on "
        "เช่น checked_on: 15 มีนาคม 2567 ถ้าเป็นผลตรวจของโปรแกรม ให้สั่ง prongsai links อีกครั้ง",
        "link “{link}” of item {item} cannot be used: {found} (checked: {day}); it may get no score",
        "mend it and open it again; where the register has does_not_open, remove that and set checked_on, "
        "as 15 มีนาคม 2567; where the program found it, run prongsai links again",
    ),
    "oit-link-elsewhere": Sentence(
        _W,
        "ทุกลิงก์ของข้อ {item} อยู่บนเว็บไซต์อื่น คือ {found} ไม่ใช่เว็บไซต์ของหน่วยงาน ({own}) ข้อนี้อาจไม่ได้คะแนน",
        "เพิ่มลิงก์ไปยังหน้าบนเว็บไซต์ของหน่วยงานที่แสดงข้อมูลหรือเชื่อมต่อไปยังบริการนั้น เช่น https://www.example.go.th/e-service "
        "ถ้าเป็นเว็บไซต์ของหน่วยงานเอง ให้เพิ่มใน other_websites ของ site_config/agency.yml",
        "all links of item {item} lead to {found}, not to the agency's website ({own}); it may get no score",
        "add a link to a page on the agency's website, as https://www.example.go.th/e-service; "
        "if that website is the agency's own, add it to other_websites in site_config/agency.yml",
    ),
    "oit-link-names-other-year": Sentence(
        _W,
        "ลิงก์ “{link}” ของข้อ {item} ระบุปี {found} แต่หลักเกณฑ์ให้แสดงข้อมูลของปีงบประมาณ {expected} ข้อนี้อาจไม่ได้คะแนน",
        "เปลี่ยนเป็นข้อมูลของปีงบประมาณ {expected} หรือถ้าข้อมูลถูกปีแล้ว ให้แก้ชื่อลิงก์หรือชื่อแฟ้มให้ตรง เช่น แผนการใช้จ่ายงบประมาณ {expected}",
        "link “{link}” of item {item} names {found}, but data of {expected} is asked for; it may get no score",
        "link the data of {expected}, or correct the title or file name if the data is of that year",
    ),
    "oit-element-missing": Sentence(
        _W,
        "ข้อ {item} ยังขาดข้อมูลที่ต้องแสดง คือ {names} ข้อนี้อาจไม่ได้คะแนน",
        "เพิ่มข้อมูลที่ขาดในหน้าที่ตอบข้อนี้ แล้วบอกตำแหน่งใน elements ของทะเบียน เช่น "
        '{key}: {place: ตารางที่ 1, at: "https://www.example.go.th/page#part"}',
        "item {item} lacks what it must show: {names}; it may get no score",
        "add it to the page, then say in elements of the register where it stands, as "
        '{key}: {place: ตารางที่ 1, at: "https://www.example.go.th/page#part"}',
    ),
    "oit-measures-item-lacking": Sentence(
        _W,
        "ข้อ {item} ต้องสืบเนื่องจากข้อ {needed} แต่ข้อ {needed} ยังแสดงข้อมูลไม่ครบ ข้อ {item} จึงอาจไม่ได้คะแนนด้วย",
        "เพิ่มข้อมูลที่ข้อ {needed} ยังขาดให้ครบก่อน",
        "item {item} continues from item {needed}, which lacks something that it must show; both may get no score",
        "add what item {needed} lacks first",
    ),
    "oit-same-address": Sentence(
        _W,
        "ข้อ {item} ใช้ลิงก์ {found} เดียวกับข้อ {other} ผู้ตรวจประเมินอาจเห็นว่าเป็นคนละเรื่องกัน ข้อ {item} อาจไม่ได้คะแนน",
        "ให้ข้อ {item} มีหน้าของตัวเอง เช่น https://www.example.go.th/e-service ไม่ใช้แบบแจ้งเรื่องร้องเรียนแทนบริการออนไลน์",
        "item {item} gives {found}, the same address as item {other}, which is another thing; {item} may get no score",
        "give {item} a page of its own, as https://www.example.go.th/e-service; a form for complaints is no E-Service",
    ),
    "oit-element-not-stated": Sentence(
        _N,
        "ทะเบียนยังไม่ได้บอกว่าข้อมูลต่อไปนี้ของข้อ {item} อยู่ที่ใดหรือยังขาด คือ {names}",
        "กรอกใน elements เช่น {key}: ส่วนบนของหน้า หรือ {key}: {missing: true} ถ้ายังไม่มี",
        "the register does not say where this stands for item {item}, or that it is missing: {names}",
        "state it in elements, as {key}: ส่วนบนของหน้า, or {key}: {missing: true}",
    ),
    "oit-contact-is-general": Sentence(
        _N,
        "ช่องทางติดต่อ {found} ในข้อ {item} เป็นช่องทางกลางของหน่วยงาน",
        "ควรแสดงช่องทางของผู้บริหารแต่ละคน เช่น โทรศัพท์สายตรงของตำแหน่งนั้น",
        "contact {found} of item {item} is a general channel of the agency",
        "each executive should have a channel of their own, as a direct line",
    ),
    "oit-not-in-register": Sentence(
        _N,
        "ทะเบียนคำตอบปีงบประมาณ {of_year} ยังไม่มี {count} ข้อ คือ {items}",
        "เพิ่มข้อที่ขาดใน items เช่น O1: {answer: has_not} แม้ยังไม่มีข้อมูล เพื่อให้เห็นว่าเหลือข้อใด",
        "{count} items are not in the register of {of_year}: {items}",
        "add them to items, as O1: {answer: has_not}, so that it shows what is left",
    ),
}
