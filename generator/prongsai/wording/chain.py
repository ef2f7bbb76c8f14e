"""Sentences of the rules on years, on the chain from weakness to report, on subjects and on names."""

from prongsai.wording.sentence import Sentence, Severity

_W, _N = Severity.WARNING, Severity.NOTE

SENTENCES = {
    "measures-year-not-stated": Sentence(
        _W,
        "เอกสารไม่ได้ระบุว่าเป็นมาตรการของปีงบประมาณใด จึงจัดไว้ในปีงบประมาณ {of_year}",
        "ตรวจกับหน่วยงานว่าเป็นมาตรการของปีใด แล้วออกคำชี้แจง",
        "the document does not say for which year its measures are; they are kept under {of_year}",
        "ask the agency for which year they are",
    ),
    "fy-chain-broken": Sentence(
        _N,
        "มาตรการที่จัดไว้ในปีงบประมาณ {of_year} กำหนดจากผลการประเมินปีงบประมาณ {found} "
        "ทั้งที่มาตรการของปีใดควรกำหนดจากผลของปีก่อนหน้า คือ ปีงบประมาณ {expected}",
        "ตรวจปีของมาตรการและปีของผลการประเมินกับเอกสาร ถ้าเอกสารระบุไว้เช่นนี้จริงไม่ต้องแก้",
        "the measures of {of_year} answer the result of {found}, but should answer that of {expected}",
        "check both years against the document; if they are printed so, leave them",
    ),
    "fy-chain-missing": Sentence(
        _N,
        "เอกสารไม่ได้ระบุว่ามาตรการของปีงบประมาณ {of_year} กำหนดจากผลการประเมินปีใด ตามลำดับปีควรเป็นปีงบประมาณ {expected}",
        "ถ้าทราบปีของผลการประเมิน ให้กรอกใน from_fiscal_year",
        "it is not stated which result the measures of {of_year} answer; it should be that of {expected}",
        "set from_fiscal_year if the year is known",
    ),
    "fy-chain-in-text": Sentence(
        _W,
        "ข้อความระบุว่านำผลการประเมินปีงบประมาณ {found} มากำหนดมาตรการของปีงบประมาณ {found_for} "
        "แต่มาตรการในเอกสารเดียวกันเป็นของปีงบประมาณ {of_year} ซึ่งกำหนดจากผลของปีงบประมาณ {answered}",
        "ตรวจปีในข้อความและปีของมาตรการกับเอกสาร ถ้าเอกสารพิมพ์ไว้เช่นนี้จริงไม่ต้องแก้",
        "the text says that the result of {found} led to the measures of {found_for}, "
        "but the measures of the same document are for {of_year} and answer the result of {answered}",
        "check the years against the document; if they are printed so, leave them",
    ),
    "period-outside-year": Sentence(
        _W,
        "{what} ของปีงบประมาณ {of_year} ระบุระยะเวลา “{found}” ซึ่งอยู่ในปีงบประมาณ {lies}",
        "ตรวจระยะเวลากับเอกสาร ปีงบประมาณเริ่มวันที่ 1 ตุลาคมและสิ้นสุดวันที่ 30 กันยายน",
        "{what} of {of_year} has the period “{found}”, which lies in the fiscal year {lies}",
        "check the period; a fiscal year runs from 1 October to 30 September",
    ),
    "deadline-outside-year": Sentence(
        _N,
        "{what} ของปีงบประมาณ {of_year} กำหนดให้ติดตามหรือรายงานผลวันที่ {found} ซึ่งอยู่ในปีงบประมาณ {lies}",
        "ตรวจวันที่และปีของมาตรการกับเอกสาร ถ้าเอกสารระบุไว้เช่นนี้จริงไม่ต้องแก้",
        "{what} of {of_year} is to be monitored or reported on {found}, which lies in the fiscal year {lies}",
        "check the date and the year of the measures; if they are printed so, leave them",
    ),
    "report-before-year": Sentence(
        _W,
        "รายงานผลของปีงบประมาณ {of_year} ลงวันที่ {found} ก่อนปีงบประมาณนั้นเริ่มในวันที่ 1 ตุลาคม {begins}",
        "ตรวจวันที่ของรายงาน",
        "the report of {of_year} is dated {found}, before that fiscal year begins on 1 October {begins}",
        "check the date of the report",
    ),
    "item-of-other-year": Sentence(
        _W,
        "อ้างถึงข้อ {item} ในเรื่อง {title} แต่หลักเกณฑ์ปี {edition} เรื่องนี้คือข้อ {here} "
        "ส่วนข้อ {item} เป็นเลขข้อของเรื่องนี้ในหลักเกณฑ์ปี {other_edition}",
        "ตรวจเลขข้อกับหลักเกณฑ์ของปีที่ประเมิน เพราะเลขข้อเปลี่ยนไปในแต่ละปี",
        "item {item} is cited for {title}, which is {here} in the edition of {edition}; "
        "{item} is its number in the edition of {other_edition}",
        "check the number against the edition of the year: numbers move from year to year",
    ),
    "answer-of-other-year": Sentence(
        _W,
        "ข้อมูลที่แสดงในข้อ {item} เป็นของปีงบประมาณ {found} แต่หลักเกณฑ์ปี {edition} ให้แสดงข้อมูลของปีงบประมาณ {expected}",
        "แสดงข้อมูลของปีที่หลักเกณฑ์กำหนด หรือแก้ fiscal_year ของคำตอบให้ตรงกับข้อมูลที่แสดง",
        "item {item} shows data of {found}, but the edition of {edition} asks for that of {expected}",
        "show the data of that year, or correct fiscal_year of the answer",
    ),
    "follow-up-item-alone": Sentence(
        _W,
        "ข้อ {item} ตอบว่ามีผลการดำเนินการ แต่ข้อ {needed} ซึ่งเป็นข้อมาตรการยังไม่มีคำตอบว่ามี ผลการดำเนินการต้องสืบเนื่องจากมาตรการ",
        "ตอบข้อ {needed} ด้วยมาตรการที่ดำเนินการตาม แล้วจึงตอบข้อ {item}",
        "item {item} shows results, but item {needed}, the measures they continue from, has no answer",
        "answer {needed} with the measures, then {item}",
    ),
    "weakness-without-measure": Sentence(
        _W,
        "ผลการประเมินปีงบประมาณ {answered} มีจุดอ่อนคือ {names} แต่ไม่มีมาตรการใดของปีงบประมาณ {of_year} ระบุว่าตอบเรื่องนี้",
        "กำหนดมาตรการที่ตอบจุดอ่อนทุกตัวชี้วัด หรือระบุตัวชี้วัดใน basis ของมาตรการที่ตอบอยู่แล้ว",
        "no measure of {of_year} names these weaknesses of {answered}: {names}",
        "add a measure, or name the indicator in the basis of the measure that answers it",
    ),
    "item-without-measure": Sentence(
        _W,
        "ผลการประเมินปีงบประมาณ {answered} ไม่ได้คะแนนใน{names} แต่ไม่มีมาตรการใดของปีงบประมาณ {of_year} ระบุว่าตอบข้อนี้โดยตรง",
        "กำหนดมาตรการที่ตอบข้อที่ไม่ได้คะแนนทุกข้อ หรือระบุข้อใน basis ของมาตรการที่ตอบอยู่แล้ว",
        "no measure of {of_year} names these items without score of {answered}: {names}",
        "add a measure, or name the item in the basis of the measure that answers it",
    ),
    "measures-lack-column": Sentence(
        _N,
        "มาตรการทั้ง {count} รายการไม่ได้ระบุ{lacking}",
        "ตรวจกับเอกสาร มาตรการควรระบุผู้รับผิดชอบ ขั้นตอน ระยะเวลา และการกำกับติดตามให้ครบ",
        "none of the {count} measures has: {lacking}",
        "check the document: each measure should say who, how, when, and how it is monitored",
    ),
    "measure-incomplete": Sentence(
        _N,
        "{what} ไม่ได้ระบุ{lacking}",
        "ตรวจกับเอกสาร มาตรการควรระบุผู้รับผิดชอบ ขั้นตอน ระยะเวลา และการกำกับติดตามให้ครบ",
        "{what} lacks: {lacking}",
        "check the document: each measure should say who, how, when, and how it is monitored",
    ),
    "measure-without-title": Sentence(
        _W,
        "{what} ไม่มีชื่อ หน้าเว็บจึงแสดงแทนชื่อว่า “{why}”",
        "กรอกชื่อตามเอกสารที่ title เช่น title: เผยแพร่ช่องทางติดต่อผู้บริหาร ถ้าเอกสารไม่ได้ให้ชื่อไว้จริงให้เขียน title: เอกสารไม่ได้ระบุ",
        "{what} has no title, and pages say “{why}” in its place",
        "give the title of the document; where it has none, title: เอกสารไม่ได้ระบุ",
    ),
    "measure-title-not-stated": Sentence(
        _N,
        "{what} ไม่มีชื่อในเอกสาร หน้าเว็บจึงแสดงแทนชื่อว่า “{why}”",
        "ตรวจกับเอกสารอีกครั้ง ถ้าพบชื่อให้กรอกที่ title เช่น title: เผยแพร่ช่องทางติดต่อผู้บริหาร",
        "the document gives {what} no title, and pages say “{why}” in its place",
        "look again, and give the title if there is one",
    ),
    "report-without-measure": Sentence(
        _W,
        "รายงานผล {count} จาก {total} รายการของปีงบประมาณ {of_year} ไม่ได้ระบุว่าเป็นผลของมาตรการใด (ลำดับที่ {numbers})",
        "ถ้ามีเอกสารมาตรการของปีนี้ ให้กรอก measures.yml แล้วใส่รหัสมาตรการใน measure ของรายงาน",
        "{count} of {total} reports of {of_year} name no measure (numbers {numbers})",
        "enter the measures of the year and name one in each report",
    ),
    "measure-without-report": Sentence(
        _W,
        "สิ้นปีงบประมาณ {of_year} แล้ว แต่ไม่มีรายงานผลของ{names}",
        "เพิ่มรายงานผลของมาตรการนี้ ถ้าไม่ได้ดำเนินการให้รายงานสถานะและสาเหตุ",
        "the fiscal year {of_year} is over, but these have no report: {names}",
        "add a report; what was not done is reported with its status and reason",
    ),
    "result-is-advice": Sentence(
        _W,
        "{what} ระบุว่าดำเนินการแล้วเสร็จ แต่ข้อความยังเป็นข้อเสนอแนะ: “{found}”",
        "ระบุผลที่ได้ดำเนินการจริง ถ้าเอกสารพิมพ์ไว้เช่นนี้จริงไม่ต้องแก้",
        "{what} is said to be done, but its text is still advice: “{found}”",
        "say what was done; if the document prints it so, leave it",
    ),
    "ref-topic-clash": Sentence(
        _W,
        "อ้างถึง {cited} ในเรื่อง{subject} ({what}) แต่อีกแห่งหนึ่งอ้างถึง {cited} ในเรื่อง{other_subject} ({other})",
        "ตรวจว่ารหัสใดถูกต้อง รหัสเดียวกันใช้กับสองเรื่องไม่ได้",
        "{cited} is cited for {subject} ({what}) and also for {other_subject} ({other})",
        "find out which is right: one code has one subject",
    ),
    "topic-question-mismatch": Sentence(
        _W,
        "ข้อคำถาม {question} ถามเรื่อง {subject} แต่อยู่ในหัวข้อ “{topic}” ขณะที่มีหัวข้อ “{other}”",
        "ตรวจว่าข้อคำถามอยู่ถูกหัวข้อหรือไม่ ถ้าเอกสารจัดไว้เช่นนี้จริงไม่ต้องแก้",
        "question {question} is about {subject} but stands under “{topic}”, while there is a topic “{other}”",
        "check the topic; if the document has it so, leave it",
    ),
    "cited-twice": Sentence(
        _N,
        "{what} อ้างถึง{found} ซ้ำสองครั้ง",
        "ตรวจกับเอกสารว่าครั้งใดหมายถึงเรื่องอื่นหรือไม่ ถ้าพิมพ์ไว้เช่นนี้จริงไม่ต้องแก้",
        "{what} cites {found} twice",
        "check whether one of them means something else; if it is printed so, leave it",
    ),
    "question-of-other-instrument": Sentence(
        _W,
        "ข้อคำถาม {question} ไม่ใช่ข้อคำถามของ {found} รหัสของ IIT ขึ้นต้นด้วย i และของ EIT ขึ้นต้นด้วย e",
        "แก้รหัสข้อคำถามหรือเครื่องมือให้ตรงกัน",
        "question {question} is none of {found}: codes of IIT begin with i, those of EIT with e",
        "correct the code or the instrument",
    ),
    "question-score-differs": Sentence(
        _W,
        "มาตรการอ้างคะแนนของข้อคำถาม {question} ว่า {found} แต่ผลการประเมินปีงบประมาณ {answered} ระบุ {stated}",
        "ตรวจว่าคะแนนใดถูกต้อง แล้วแก้ให้ตรงกันถ้าเป็นการกรอกผิด",
        "the measure cites {found} for question {question}, but the result of {answered} has {stated}",
        "find out which is right, and correct it if it was mistyped",
    ),
    "agency-not-named": Sentence(
        _W,
        "ไม่มีชื่อหน่วยงานเจ้าของข้อมูล",
        "ถ้าทราบชื่อหน่วยงาน ให้กรอก name ใน site_config/agency.yml",
        "the agency has no name",
        "set name in site_config/agency.yml if it is known",
    ),
    "agency-kind-differs": Sentence(
        _W,
        "ประเภทหน่วยงานคือ {found} แต่ชื่อหน่วยงาน {name} เป็น{named}",
        "แก้ type หรือ name ใน site_config/agency.yml ให้ตรงกัน",
        "the kind of agency is {found}, but {name} is a {named}",
        "correct type or name in site_config/agency.yml",
    ),
    "rank-without-scope": Sentence(
        _N,
        "ลำดับที่ {found} ไม่ได้ระบุว่าเป็นลำดับในกลุ่มหน่วยงานใด",
        "ถ้าทราบ ให้กรอก scope เช่น หน่วยงานประเภทเทศบาลตำบล",
        "the rank {found} does not say among whom it holds",
        "set scope if it is known",
    ),
    "indicator-name-unknown": Sentence(
        _W,
        "{what} พิมพ์ชื่อไว้ว่า “{found}” ไม่ตรงกับชื่อในหลักเกณฑ์ปี {edition} คือ “{name}”",
        "ตรวจกับเอกสาร ถ้าพิมพ์ไว้เช่นนี้จริงไม่ต้องแก้",
        "{what} is printed as “{found}”; in the edition of {edition} it is “{name}”",
        "check it against the document; if it is printed so, leave it",
    ),
    "indicator-name-of-other": Sentence(
        _W,
        "{what} พิมพ์ชื่อไว้ว่า “{found}” ซึ่งเป็นชื่อของ{other} ส่วน{what} ในหลักเกณฑ์ปี {edition} คือ “{name}”",
        "ตรวจว่าคะแนนเป็นของตัวชี้วัดใด",
        "{what} is printed as “{found}”, which is {other}; in the edition of {edition} {what} is “{name}”",
        "find out to which indicator the score belongs",
    ),
    "item-title-differs": Sentence(
        _N,
        "ข้อ {item} พิมพ์ชื่อไว้ว่า “{found}” ไม่ตรงกับชื่อในหลักเกณฑ์ปี {edition} คือ “{title}”",
        "ตรวจกับเอกสาร ถ้าพิมพ์ไว้เช่นนี้จริงไม่ต้องแก้",
        "item {item} is printed as “{found}”; in the edition of {edition} it is “{title}”",
        "check it against the document; if it is printed so, leave it",
    ),
    "item-title-of-other": Sentence(
        _W,
        "ข้อ {item} พิมพ์ชื่อไว้ว่า “{found}” ซึ่งเป็นชื่อของข้อ {other} ในหลักเกณฑ์ปี {other_edition} "
        "ส่วนหลักเกณฑ์ปี {edition} ใช้ชื่อ “{title}”",
        "ตรวจว่าอ้างถึงหลักเกณฑ์ของปีใด ถ้าเอกสารพิมพ์ไว้เช่นนี้จริงไม่ต้องแก้",
        "item {item} is printed as “{found}”, which is item {other} of {other_edition}; "
        "in the edition of {edition} it is “{title}”",
        "check which year's edition is meant; if it is printed so, leave it",
    ),
    "item-code-form": Sentence(
        _W,
        "รหัสข้อ {found} พิมพ์ด้วยเลขศูนย์แทนอักษร O",
        "เอกสารฉบับต่อไปควรพิมพ์รหัสข้อด้วยอักษร O ข้อมูลที่กรอกตามเอกสารไม่ต้องแก้",
        "codes of items are printed with a zero for the letter O: {found}",
        "print the letter O in the next document; what was entered as printed needs no change",
    ),
}
