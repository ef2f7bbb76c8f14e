"""Sentences of the rules on questions and answers and on the survey."""

from __future__ import annotations

from prongsai.wording.sentence import Sentence, Severity

_E, _W = Severity.ERROR, Severity.WARNING

SENTENCES: dict[str, Sentence] = {
    "question-unknown-measure": Sentence(
        _E,
        "คำถามนี้ระบุว่าถามเรื่องมาตรการ “{found}” แต่ไม่พบรหัสนี้ในมาตรการของปี {folder}",
        "แก้รหัสให้ตรงกับ id ใน data/{folder}/measures.yml ถ้าถามถึงมาตรการของปีอื่น ให้ย้ายคำถามไปไว้ใน questions.yml ของปีนั้น",
        "the question is about the measure “{found}”, which is not among the measures of {folder}",
        "use an id of data/{folder}/measures.yml, or move the question to the year of the measure",
    ),
    "question-answered-before-asked": Sentence(
        _E,
        "วันที่ตอบ {found} มาก่อนวันที่ถาม {asked}",
        "ตรวจวันที่ทั้งสองกับหลักฐานการรับเรื่อง เช่น asked_on: 5 มกราคม 2567 และ answered_on: 9 มกราคม 2567",
        "answered on {found}, before it was asked on {asked}",
        "check both dates, e.g. asked_on: 5 มกราคม 2567 and answered_on: 9 มกราคม 2567",
    ),
    "question-date-without-answer": Sentence(
        _W,
        "คำถาม {key} ระบุวันที่ตอบ {found} แต่ยังไม่มีคำตอบ หน้าเว็บจึงแสดงว่ายังไม่ได้ตอบ",
        "กรอกคำตอบใน answer หรือลบ answered_on ออกจนกว่าจะตอบ",
        "the question {key} was answered on {found}, but there is no answer; the page says that there is none yet",
        "enter the answer, or remove answered_on until there is one",
    ),
    "survey-dates-wrong": Sentence(
        _E,
        "แบบวัด EIT เปิดให้ตอบ {first} แต่ปิด {last} ซึ่งมาก่อนวันเปิด",
        "ตรวจวันเปิดและวันปิด เช่น opens: 1 มกราคม 2567 และ closes: 30 มิถุนายน 2567",
        "the EIT survey opens on {first} and closes on {last}, which is earlier",
        "check both days, e.g. opens: 1 มกราคม 2567 and closes: 30 มิถุนายน 2567",
    ),
    "survey-not-https": Sentence(
        _W,
        "ที่อยู่ของแบบวัด EIT คือ {found} ไม่ได้ขึ้นต้นด้วย https:// คำตอบของประชาชนจึงอาจถูกอ่านหรือแก้ระหว่างทาง",
        "ใช้ที่อยู่ที่ขึ้นต้นด้วย https:// ตามที่ระบบ ITAS ให้ไว้",
        "the address of the EIT survey, {found}, does not begin with https://, so that answers can be read on the way",
        "use the https:// address that the ITAS system gives",
    ),
}
