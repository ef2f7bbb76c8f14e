"""Sentences of the rules on attachments and on numbers that point at a person."""

from __future__ import annotations

from prongsai.wording.sentence import Sentence, Severity

_E, _W, _N = Severity.ERROR, Severity.WARNING, Severity.NOTE

SENTENCES: dict[str, Sentence] = {
    "attachment-missing": Sentence(
        _E,
        "ทะเบียนข้อ {item} อ้างถึงแฟ้มแนบ {found} แต่ไม่มีแฟ้มนี้ใน content/files",
        "วางแฟ้มไว้ที่ content/files/{found} หรือแก้ชื่อให้ตรงกับแฟ้มที่มีอยู่ โดยตัวพิมพ์เล็กใหญ่ต้องตรงกันด้วย",
        "item {item} names the attachment {found}, which is not in content/files",
        "put it at content/files/{found}, or correct the name; capital and small letters count",
    ),
    "signed-copy-missing": Sentence(
        _E,
        "ไม่พบแฟ้มฉบับลงนาม {found} ใน content/files",
        "วางแฟ้มไว้ที่ content/files/{found} หรือแก้ชื่อให้ตรงกับแฟ้มที่มีอยู่ โดยตัวพิมพ์เล็กใหญ่ต้องตรงกันด้วย",
        "the signed copy {found} does not stand in content/files",
        "put it at content/files/{found}, or correct the name; capital and small letters count",
    ),
    "attachment-empty": Sentence(
        _W,
        "แฟ้มแนบ {found} ว่างเปล่า เปิดแล้วไม่พบข้อมูลใด",
        "วางแฟ้มที่มีข้อมูลแทนแฟ้มนี้ แล้วลองเปิดดูก่อนเผยแพร่",
        "the attachment {found} is empty",
        "replace it by the file that holds the data, and open it once before publishing",
    ),
    "attachment-not-as-named": Sentence(
        _W,
        "แฟ้มแนบ {found} ลงท้ายด้วย .{extension} แต่เนื้อแฟ้มเป็นชนิด {kind} จึงอาจเปิดไม่ได้",
        "เปิดแฟ้มต้นฉบับแล้วบันทึกหรือดาวน์โหลดใหม่ให้เป็น .{extension} จริง การเปลี่ยนเฉพาะชื่อแฟ้มไม่ทำให้ชนิดของแฟ้มเปลี่ยน",
        "the attachment {found} is named .{extension}, but is of the kind {kind} and may not open",
        "save or download the original as .{extension} again; renaming a file does not change its kind",
    ),
    "attachment-unreadable": Sentence(
        _W,
        "เปิดอ่านแฟ้มแนบ {found} ไม่ได้ แฟ้มอาจเสียหายหรือดาวน์โหลดมาไม่ครบ",
        "ลองเปิดแฟ้มนี้ในเครื่อง ถ้าเปิดไม่ได้ให้บันทึกจากต้นฉบับใหม่แล้ววางแทน",
        "the attachment {found} cannot be read; it may be damaged or cut short",
        "open it yourself; if it does not open, save it again from the original",
    ),
    "attachment-locked": Sentence(
        _W,
        "แฟ้มแนบ {found} ต้องใช้รหัสผ่าน ประชาชนและผู้ตรวจประเมินจึงเปิดไม่ได้",
        "บันทึกแฟ้มใหม่โดยไม่ใส่รหัสผ่านแล้ววางแทน",
        "the attachment {found} asks for a password, so that nobody outside can open it",
        "save it again without a password",
    ),
    "attachment-scan": Sentence(
        _N,
        "แฟ้มแนบ {found} มีแต่ภาพ ไม่มีข้อความ จึงค้นหาคำไม่พบ และโปรแกรมอ่านหน้าจอสำหรับผู้พิการทางการเห็นอ่านไม่ได้",
        "ถ้ามีต้นฉบับ ให้บันทึกเป็น PDF จากโปรแกรมที่ใช้พิมพ์ หรือแปลงภาพเป็นข้อความ (OCR) ก่อนเผยแพร่",
        "the attachment {found} holds images and no text: searching and screen readers find nothing in it",
        "save the original as PDF from the program it was typed in, or recognise its text (OCR)",
    ),
    "attachment-not-viewable": Sentence(
        _N,
        "แฟ้มแนบ {found} เป็นชนิดที่เบราว์เซอร์ไม่แสดง ผู้อ่านต้องดาวน์โหลดและมีโปรแกรมสำหรับเปิด",
        "วางแฟ้ม PDF ชื่อ {beside} ไว้ในโฟลเดอร์เดียวกัน แล้วเพิ่มลิงก์ไปยังแฟ้มนั้น ส่วนแฟ้มเดิมยังให้ดาวน์โหลดต่อไปได้",
        "browsers do not show the attachment {found}: readers must download it and have a program for it",
        "put a PDF named {beside} beside it and link that too; this file may stay for download",
    ),
    "attachment-too-large": Sentence(
        _N,
        "แฟ้มแนบ {found} มีขนาด {size} ล้านไบต์ เกิน {limit} ล้านไบต์ เปิดบนโทรศัพท์ได้ช้า",
        "ลดความละเอียดของภาพในแฟ้ม หรือแบ่งเป็นหลายแฟ้ม",
        "the attachment {found} has {size} MB, over {limit} MB, and opens slowly on a phone",
        "lower the resolution of its images, or split it",
    ),
    "attachment-not-read": Sentence(
        _N,
        "โปรแกรมอ่านเนื้อหาของแฟ้ม {found} ได้ไม่ครบ เพราะแฟ้มใหญ่ ยาว หรือเข้ารหัสไว้ จึงยังไม่ได้ตรวจส่วนที่เหลือ",
        "ตรวจแฟ้มนี้เองว่าเปิดได้และไม่มีข้อมูลส่วนบุคคล หรือแบ่งเป็นแฟ้มที่เล็กลง",
        "the file {found} was not read as a whole, since it is large, long or enciphered; the rest was not checked",
        "check yourself that it opens and holds no personal data, or split it",
    ),
    "identity-number": Sentence(
        _W,
        "พบเลขประจำตัวประชาชน {found}{at} ซึ่งเป็นข้อมูลส่วนบุคคล",
        "ลบออกหรือปิดทับให้อ่านไม่ได้ เช่น {found} ถ้าอยู่ในแฟ้มแนบให้วางแฟ้มใหม่แทน เพราะการเปิดเผยโดยไม่มีฐานตามกฎหมาย"
        "อาจขัดต่อ พ.ร.บ. คุ้มครองข้อมูลส่วนบุคคล พ.ศ. 2562",
        "the identity number of a person, {found}{at}, is personal data",
        "remove or mask it, as {found}, and replace an attachment; publishing it without a ground in law may be "
        "against the Personal Data Protection Act, B.E. 2562",
    ),
    "own-link-dead": Sentence(
        _E,
        "ลิงก์ “{found}” ในหน้านี้ไม่มีปลายทางในเว็บไซต์",
        "แก้ที่อยู่ของลิงก์ ถ้าเป็นหน้าที่เขียนเองใช้ชื่อแฟ้ม เช่น [ประกาศ](notice.md) "
        "ถ้าเป็นหน้าที่โปรแกรมสร้างใช้ชื่อแฟ้มของหน้านั้น เช่น [มาตรการ](2565/measures/index.md) ถ้าไม่มีหน้านั้นแล้วให้ลบลิงก์ออก",
        "the link “{found}” of this page leads nowhere inside the site",
        "mend its address; name the file of a page written by hand, e.g. (notice.md), or of a generated one, e.g. "
        "(2565/measures/index.md); remove the link where the page is gone",
    ),
    "person-with-mail": Sentence(
        _N,
        "พบชื่อบุคคลพร้อมอีเมล {found} ซึ่งไม่อยู่ในช่องทางติดต่อของหน่วยงาน จึงอาจเป็นข้อมูลส่วนบุคคล",
        "ใช้ชื่อตำแหน่งหรือหน่วยงานกับอีเมลกลางแทน เช่น สำนักปลัดเทศบาล saraban@example.go.th "
        "ถ้าเป็นอีเมลที่หน่วยงานให้ประชาชนติดต่อให้เพิ่มใน channels ของ site_config/agency.yml",
        "a person is named with the e-mail {found}, which is not among the agency's channels and may be personal data",
        "name the office and its common address instead, e.g. saraban@example.go.th; if the public shall use it, "
        "add it to channels in site_config/agency.yml",
    ),
    "sara-am-lost": Sentence(
        _N,
        "สระอำหายไป {count} แห่งในแฟ้มนี้ ซึ่งมักเกิดเมื่อคัดลอกจาก PDF คือ {words}",
        "แก้คำที่พบ แล้วตรวจคำอื่นที่มีสระอำในข้อความเดียวกัน เช่น ทำ นำ คำ ถ้ามีแฟ้ม Word ของเอกสารให้คัดลอกจากแฟ้มนั้นแทน",
        "sara am is lost in {count} places of this file, as happens when text is copied out of a PDF: {words}",
        "mend the words, and look at others with sara am in the same text; copy from the Word file if there is one",
    ),
    "letters-of-a-font": Sentence(
        _W,
        "มีตัวอักษรเฉพาะของฟอนต์ {count} แห่งในแฟ้มนี้ ({found}) ซึ่งผู้อ่านจะเห็นเป็นช่องว่างหรือสี่เหลี่ยม",
        "พิมพ์คำที่มีตัวอักษรนี้ใหม่ เช่น สระและวรรณยุกต์ของ ที่ นี้ ได้ ข้อความเช่นนี้มักมาจากการคัดลอกจาก PDF",
        "letters of a font's own stand in {count} places of this file ({found}), which readers see as blanks or boxes",
        "type the words anew; they come from copying out of a PDF",
    ),
    "mobile-number": Sentence(
        _W,
        "พบหมายเลขโทรศัพท์เคลื่อนที่ {found}{at} ซึ่งไม่อยู่ในช่องทางติดต่อของหน่วยงาน จึงอาจเป็นข้อมูลส่วนบุคคล",
        "ถ้าเป็นหมายเลขของบุคคลให้ลบออกหรือปิดทับ เช่น {found} ถ้าอยู่ในแฟ้มแนบให้วางแฟ้มใหม่แทน "
        "(พ.ร.บ. คุ้มครองข้อมูลส่วนบุคคล พ.ศ. 2562) ถ้าเป็นหมายเลขที่หน่วยงานให้ประชาชนติดต่อ "
        "ให้เพิ่มใน channels ของ site_config/agency.yml",
        "the mobile number {found}{at} is not among the agency's channels and may be personal data",
        "remove or mask it, as {found}, if it is a person's, and replace an attachment (Personal Data Protection Act, "
        "B.E. 2562); if the public shall use it, add it to channels in site_config/agency.yml",
    ),
    "foreign-request": Sentence(
        _E,
        "หน้าเว็บเรียกข้อมูลจากภายนอก “{found}”",
        "คัดลอกแฟ้มนั้นมาไว้ใน content/ แล้วอ้างถึงแฟ้มในเว็บไซต์แทน หรือลบส่วนนี้ออกแล้วใส่เป็นลิงก์ธรรมดา",
        "the page would load “{found}” from another host",
        "copy that file into content/ and name it there, or put a plain link in its place",
    ),
    "foreign-target": Sentence(
        _E,
        "หน้าเว็บพาผู้อ่าน หรือส่งข้อมูลที่ผู้อ่านกรอก ไปยังเว็บไซต์อื่นเอง “{found}”",
        "ลบส่วนนี้ออก แล้วใส่เป็นลิงก์ธรรมดาให้ผู้อ่านกดเอง เช่น [แบบคำขอออนไลน์](https://www.example.go.th/form)",
        "the page takes the reader, or what the reader fills in, to another website, “{found}”, by itself",
        "put a plain link in its place, e.g. [Online form](https://www.example.go.th/form)",
    ),
    "own-script": Sentence(
        _E,
        "หน้าหรือแฟ้มนี้มีสคริปต์ “{found}” แต่เว็บไซต์นี้ยังไม่ได้เปิดให้ใช้สคริปต์ของหน่วยงาน",
        "ลบสคริปต์ออก ถ้าจำเป็นต้องใช้ ให้ใส่ own_scripts: true ใน site_config/site.yml",
        "this page or file has a script, “{found}”, but this site has not allowed scripts of its own",
        "remove it; if it is needed, set own_scripts: true in site_config/site.yml",
    ),
    "foreign-in-script": Sentence(
        _E,
        "สคริปต์ของหน่วยงานมีที่อยู่ของเว็บไซต์อื่น “{found}” ซึ่งอาจทำให้หน้าเว็บเรียกข้อมูลจากภายนอก",
        'คัดลอกแฟ้มหรือข้อมูลนั้นมาไว้ใน content/ แล้วให้สคริปต์อ้างถึงแฟ้มในเว็บไซต์แทน เช่น fetch("../files/data.json") '
        "ส่วนลิงก์ให้เขียนไว้ในหน้า ไม่ต้องเขียนในสคริปต์",
        "the script names another website, “{found}”, from which the page could load",
        'copy that file into content/ and name it there, e.g. fetch("../files/data.json"); links belong on the page',
    ),
}
