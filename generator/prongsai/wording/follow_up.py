"""Sentences of the rules on reports and their rounds, on days beside the years, and on years that were copied."""

from prongsai.wording.sentence import Sentence, Severity

_W, _N = Severity.WARNING, Severity.NOTE

SENTENCES = {
    "report-repeated": Sentence(
        _W,
        "รายงานผลของ{what} ซ้ำกับรายงานที่บรรทัด {line} ทุกข้อความ",
        "ลบรายการที่ซ้ำออกหนึ่งรายการ ถ้าตั้งใจรายงานอีกรอบหนึ่งให้แก้ round เช่น round: 12",
        "the report on {what} repeats the one in line {line} word for word",
        "remove one of them; if another round is meant, correct round, for example round: 12",
    ),
    "reports-contradict": Sentence(
        _W,
        "รายงานผลของ{what} ระบุสถานะ “{found}” แต่รายงานรอบเดียวกันที่บรรทัด {line} ระบุสถานะ “{first}”",
        "คงไว้เฉพาะรายงานที่ถูกต้อง ถ้าเป็นคนละรอบให้แก้ round เช่น round: 12",
        "the report on {what} says “{found}”, but that of the same round in line {line} says “{first}”",
        "keep the right one alone; if they are of two rounds, correct round, for example round: 12",
    ),
    "reports-of-one-round": Sentence(
        _N,
        "{what} มีรายงานผลรอบเดียวกันอีกรายการหนึ่งที่บรรทัด {line} ซึ่งข้อความไม่เหมือนกัน",
        "ถ้าเป็นเรื่องเดียวกันให้รวมเป็นรายการเดียว ถ้าเป็นคนละรอบให้แก้ round เช่น round: 12 ถ้าเอกสารแยกไว้เช่นนี้จริงไม่ต้องแก้",
        "{what} has another report of the same round, with other words, in line {line}",
        "join the two, or correct round, for example round: 12; if the document has both, leave them",
    ),
    "status-goes-back": Sentence(
        _W,
        "รายงานผลของ{what} ระบุสถานะ “{found}” ทั้งที่รายงานรอบก่อนหน้าที่บรรทัด {line} ระบุสถานะ “{first}” แล้ว",
        "ตรวจ status และ round ของทั้งสองรายการกับเอกสาร เช่น status: done ถ้าเอกสารระบุไว้เช่นนี้จริงไม่ต้องแก้",
        "the report on {what} says “{found}”, though that of the round before in line {line} already said “{first}”",
        "check status and round of both, for example status: done; if the document has it so, leave it",
    ),
    "round-missing": Sentence(
        _W,
        "ข้อมูลของปีงบประมาณ {of_year} เลยรอบ {round} เดือนแล้ว แต่ไม่มีรายงานรอบ {round} เดือนของ{names}",
        "เพิ่มรายงานรอบ {round} เดือนของมาตรการนี้ เช่น - {measure: m01, round: {round}, status: in_progress} "
        "โดยคงรายงานรอบอื่นไว้",
        "the data of {of_year} goes beyond the round of {round} months, but these have no report of it: {names}",
        "add a report of {round} months, for example - {measure: m01, round: {round}, status: in_progress}, "
        "beside those of other rounds",
    ),
    "done-without-evidence": Sentence(
        _W,
        "{what} รายงานว่าดำเนินการแล้วเสร็จ แต่ไม่มีหลักฐาน",
        "กรอกสิ่งที่ดำเนินการและหลักฐานใน evidence เช่น evidence: คำสั่งมอบหมายงานครบทุกกอง หรือกรอกลิงก์ผลใน result_link",
        "{what} is reported as done, but without evidence",
        "fill in evidence, for example evidence: orders of all divisions, or result_link",
    ),
    "counts-differ-from-reports": Sentence(
        _W,
        "ข้อความนำระบุว่า “{found}” แต่ตามรายงานในแฟ้มนี้มี {shown} มาตรการ",
        "แก้จำนวนในข้อความนำหรือสถานะในรายงานให้ตรงกัน ถ้าเอกสารพิมพ์ไว้เช่นนี้จริงไม่ต้องแก้",
        "the introduction says “{found}”, but by the reports of this file it is {shown}",
        "make the number and the reports agree; if the document has it so, leave it",
    ),
    "measure-number-twice": Sentence(
        _N,
        "มาตรการ {second} ใช้เลขที่ {found} ซ้ำกับมาตรการ {first} ที่บรรทัด {line}",
        "แก้ number ให้ไม่ซ้ำกัน เช่น number: 2 ถ้าเอกสารพิมพ์ไว้เช่นนี้จริงไม่ต้องแก้",
        "measure {second} has the number {found}, which measure {first} in line {line} has too",
        "give each its own number, for example number: 2; if the document has it so, leave it",
    ),
    "measure-title-twice": Sentence(
        _N,
        "มาตรการ {second} ใช้ชื่อ “{found}” ซ้ำกับมาตรการ {first} ที่บรรทัด {line}",
        "แก้ title ให้เป็นชื่อของมาตรการนั้น หรือลบมาตรการที่ซ้ำ ถ้าเอกสารพิมพ์ไว้เช่นนี้จริงไม่ต้องแก้",
        "measure {second} has the title “{found}”, which measure {first} in line {line} has too",
        "correct the title, or remove one of the two; if the document has it so, leave it",
    ),
    "report-before-round-ends": Sentence(
        _W,
        "{what} รอบ {round} เดือน ลงวันที่ {found} ก่อนสิ้นรอบในวันที่ {end}",
        "แก้ reported_on ให้เป็นวันที่ลงในรายงาน เช่น reported_on: {end} หรือแก้ round",
        "{what} of {round} months: dated {found}, before the round ends on {end}",
        "correct reported_on, for example reported_on: {end}, or correct round",
    ),
    "data-before-round-ends": Sentence(
        _W,
        "วันที่ของข้อมูลคือ {found} แต่แฟ้มนี้มีรายงานรอบ {round} เดือน ซึ่งสิ้นรอบในวันที่ {end}",
        "แก้ as_of ให้เป็นวันที่ของข้อมูลรอบล่าสุด เช่น as_of: {end} หรือแก้ round ของรายงาน",
        "the data is of {found}, but there are reports of {round} months, a round that ends on {end}",
        "correct as_of, for example as_of: {end}, or correct round",
    ),
    "day-far-from-data": Sentence(
        _W,
        "วันที่ {found} อยู่หลังปีงบประมาณ {newest} ซึ่งเป็นปีล่าสุดของข้อมูลทั้งเว็บไซต์หลายปี",
        "ตรวจปีของวันที่ ปีอาจสลับตัวเลขกัน เช่น 2568 พิมพ์เป็น 2586",
        "{found} lies years after {newest}, the newest fiscal year of the whole site",
        "check the year: two digits may have changed places, as in 2586 for 2568",
    ),
    "announced-outside-year": Sentence(
        _W,
        "ผลการประเมินปีงบประมาณ {of_year} ลงวันที่ประกาศ {found} ซึ่งไม่อยู่ระหว่าง {first} ถึง {last}",
        "แก้ announced_on ให้เป็นวันที่ประกาศผลของปีนี้ เช่น announced_on: 31 กรกฎาคม {of_year}",
        "the result of {of_year} is said to be announced on {found}, which is not between {first} and {last}",
        "set announced_on to the day of this year's result, for example announced_on: 31 กรกฎาคม {of_year}",
    ),
    "report-in-retrospect": Sentence(
        _N,
        "{what} ลงวันที่ {found} หลังวันที่ {last} จึงแสดงว่าเป็นรายงานย้อนหลัง",
        "ถ้าจัดทำรายงานในวันนั้นจริงไม่ต้องแก้ ถ้าพิมพ์ปีคลาดเคลื่อนให้แก้ reported_on เช่น reported_on: {last}",
        "{what}: dated {found}, after {last}, and so shown as written in retrospect",
        "leave it if it was written on that day; else correct reported_on, for example reported_on: {last}",
    ),
    "scores-copied": Sentence(
        _W,
        "คะแนน {count} จาก {total} ตัวของปีงบประมาณ {of_year} เหมือนคะแนนของปีงบประมาณ {found}",
        "ตรวจว่าคัดลอกแฟ้มของปีอื่นมาแล้วแก้เฉพาะปีหรือไม่ แล้วกรอกคะแนนและวันที่ประกาศของปีงบประมาณ {of_year} "
        "ถ้ายังไม่ประกาศผลให้ลบแฟ้มนี้ออกก่อน",
        "{count} of {total} figures of {of_year} are those of {found}",
        "if the file was copied and only its year changed, fill in the scores and the day of {of_year}; "
        "while there is no result, remove the file",
    ),
    "register-copied": Sentence(
        _W,
        "คำตอบข้อ OIT ของปีงบประมาณ {of_year} ที่มีลิงก์ทั้ง {count} ข้อเหมือนของปีงบประมาณ {found} และหลักฐานของข้อ {items} "
        "เป็นของปี {found}",
        "เปลี่ยนลิงก์ ชื่อ และ fiscal_year ให้เป็นหลักฐานของปีที่ประเมิน ข้อที่ใช้หน้าเดิมต่อเนื่องได้ เช่น ข้อมูลการติดต่อ ไม่ต้องเปลี่ยน",
        "all {count} linked answers of {of_year} are those of {found}, and the evidence of {items} is of {found}",
        "put in links, titles and fiscal_year of this year; a page that goes on, such as how to contact, stays",
    ),
}
