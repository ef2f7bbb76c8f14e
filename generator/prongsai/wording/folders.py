"""Sentences of problems of what lies in a site's folders: special files, links, names, and what is not read."""

from __future__ import annotations

from collections.abc import Iterable

from prongsai.wording.language import Language
from prongsai.wording.sentence import Sentence, Severity

_E, _W = Severity.ERROR, Severity.WARNING
_DIFFERENCES = {
    "unseen": ("อักขระที่มองไม่เห็น", "a sign that nobody sees"),
    "blanks": ("ช่องว่าง (จำนวนหรือชนิดของช่องว่างไม่เท่ากัน)", "blanks (their number or their kind)"),
    "sara-am": ("สระอำพิมพ์คนละแบบ", "sara am, typed in two ways"),
    "sara-ae": ("สระแอพิมพ์เป็นสระเอสองตัว", "sara ae, typed as sara e twice"),
    "unicode": ("รหัสอักขระ (Unicode) คนละแบบ", "the normal form of its letters"),
    "capitals": ("ตัวพิมพ์เล็กใหญ่", "capital and small letters"),
    "dashes": ("ขีดคนละชนิด", "the kind of a dash"),
    "digits": ("เลขไทยกับเลขอารบิก", "Thai and Arabic digits"),
    "escapes": ("รหัส % แทนอักขระ เช่น %20 แทนช่องว่าง", "a letter written as % and its number"),
}


def word_differences(keys: Iterable[str], language: Language = "th") -> str:
    """What two names differ in, in words."""
    words = [_DIFFERENCES[key][0 if language == "th" else 1] for key in keys]
    *first, last = words
    joint = " และ" if language == "th" else " and "
    return f"{', '.join(first)}{joint}{last}" if first else last


SENTENCES: dict[str, Sentence] = {
    "special-file": Sentence(
        _E,
        "สิ่งนี้ไม่ใช่แฟ้มธรรมดา แต่เป็นแฟ้มพิเศษของระบบ ({kind}) จึงไม่อ่านและไม่นำไปเผยแพร่",
        "ลบออกหรือย้ายออกจากโฟลเดอร์ของเว็บไซต์ แล้ววางแฟ้มจริงแทนถ้าต้องใช้ เช่น content/files/2568/plan.pdf",
        "this is no plain file, but a special one of the system ({kind}): it is neither read nor published",
        "remove it or move it out of the site's folder, and put a real file in its place if one is needed",
    ),
    "link-outside": Sentence(
        _E,
        "เป็นลิงก์ (symbolic link) ที่ชี้ไปยัง “{found}” ซึ่งอยู่นอกโฟลเดอร์ของเว็บไซต์หรือในโฟลเดอร์ที่ซ่อนไว้ จึงไม่อ่านและไม่นำไปเผยแพร่",
        "ลบลิงก์นี้ แล้วคัดลอกแฟ้มหรือโฟลเดอร์จริงมาวางแทน ถ้าต้องการเผยแพร่",
        "this is a link to “{found}”, outside the site's folder or hidden there: it is neither read nor published",
        "remove the link, and copy the file or folder itself to its place if it shall be published",
    ),
    "link-dead": Sentence(
        _E,
        "เป็นลิงก์ (symbolic link) ที่ชี้ไปยัง “{found}” ซึ่งไม่มีอยู่หรือเปิดไม่ได้",
        "ลบลิงก์นี้ แล้ววางแฟ้มจริงแทนถ้าต้องใช้",
        "this is a link to “{found}”, which is not there or cannot be opened",
        "remove the link, and put the file itself in its place if it is needed",
    ),
    "link-circle": Sentence(
        _E,
        "เป็นลิงก์ (symbolic link) ที่ชี้ไปยัง “{found}” ซึ่งวนกลับมาที่เดิม จึงมีโฟลเดอร์ซ้อนกันไม่รู้จบ",
        "ลบลิงก์นี้ แล้วคัดลอกแฟ้มที่ต้องใช้มาวางแทน",
        "this is a link to “{found}”, which leads back to where it stands, without end",
        "remove the link, and copy the files that are needed to its place",
    ),
    "folder-too-deep": Sentence(
        _E,
        "โฟลเดอร์นี้ซ้อนกันเกิน {limit} ชั้น จึงไม่อ่านสิ่งที่อยู่ข้างใน",
        "ตรวจว่าคัดลอกโฟลเดอร์ซ้อนกันโดยไม่ตั้งใจหรือไม่ แล้วย้ายแฟ้มขึ้นมา เช่น content/files/2568/plan.pdf",
        "this folder lies below more than {limit} others: what is in it is not read",
        "were folders copied into each other? move the files up, e.g. content/files/2568/plan.pdf",
    ),
    "too-many-files": Sentence(
        _E,
        "โฟลเดอร์ของเว็บไซต์มีแฟ้มและโฟลเดอร์มากกว่า {limit} รายการ จึงไม่ได้อ่านทั้งหมด",
        "ย้ายสิ่งที่ไม่เกี่ยวกับเว็บไซต์ออกจากโฟลเดอร์นี้ เช่น โฟลเดอร์สำรองข้อมูลหรือโฟลเดอร์ของโปรแกรมอื่น",
        "the site's folders hold more than {limit} files and folders, and not all were read",
        "move out of this folder what does not belong to the site, such as backups or another program's folder",
    ),
    "not-a-folder": Sentence(
        _E,
        "ที่นี่ต้องเป็นโฟลเดอร์ แต่พบแฟ้ม",
        "เปลี่ยนชื่อแฟ้มนี้หรือย้ายไปที่อื่น แล้วสร้างโฟลเดอร์ชื่อนี้ถ้าต้องใช้",
        "a folder must stand here, but this is a file",
        "rename the file or move it away, and make a folder of this name if it is needed",
    ),
    "name-not-utf8": Sentence(
        _E,
        "ชื่อ “{found}” มีอักขระที่ไม่ใช่รหัส UTF-8 มักเกิดจากการแตก ZIP ที่ทำใน Windows ภาษาไทย จึงอ่านและเผยแพร่ไม่ได้",
        "เปลี่ยนชื่อแฟ้มหรือโฟลเดอร์นี้ใหม่ หรือแตก ZIP อีกครั้งด้วยโปรแกรมที่รู้จักชื่อไทย เช่น unzip -O cp874",
        "the name “{found}” is not in UTF-8, as when a ZIP made by a Thai Windows was unpacked: it cannot be published",
        "rename this file or folder, or unpack the ZIP again with a program that knows Thai names, as unzip -O cp874",
    ),
    "name-with-control": Sentence(
        _E,
        "ชื่อ “{found}” มีอักขระควบคุม ({signs}) เช่น การขึ้นบรรทัดใหม่ จึงใช้เป็นที่อยู่เว็บไม่ได้",
        "เปลี่ยนชื่อแฟ้มหรือโฟลเดอร์นี้ โดยพิมพ์ชื่อใหม่ทั้งหมด เช่น plan-2568.pdf",
        "the name “{found}” holds control characters ({signs}), such as a new line: it cannot be a web address",
        "rename this file or folder, typing the whole name anew, e.g. plan-2568.pdf",
    ),
    "name-not-for-windows": Sentence(
        _W,
        "ชื่อ “{found}” มีอักขระ {signs} ซึ่ง Windows ใช้ในชื่อแฟ้มไม่ได้ แฟ้มนี้จะหายไปเมื่อคัดลอกหรือ git clone ไปยัง Windows",
        "เปลี่ยนชื่อโดยใช้ตัวอักษร ตัวเลข และขีดกลาง เช่น plan-2568.pdf แล้วแก้ชื่อในแฟ้มข้อมูลที่อ้างถึงด้วย",
        "the name “{found}” holds {signs}, which Windows does not allow: the file gets lost when it is copied there",
        "rename it with letters, digits and dashes, e.g. plan-2568.pdf, also in the data that names it",
    ),
    "name-reserved": Sentence(
        _W,
        "ชื่อ “{found}” ใช้ใน Windows ไม่ได้ เพราะ {reserved} เป็นชื่อที่ Windows สงวนไว้",
        "เปลี่ยนชื่อ เช่น plan-2568.pdf แล้วแก้ชื่อในแฟ้มข้อมูลที่อ้างถึงด้วย",
        "the name “{found}” cannot stand on Windows, which reserves {reserved}",
        "rename it, e.g. plan-2568.pdf, also in the data that names it",
    ),
    "name-ends-in-blank": Sentence(
        _W,
        "ชื่อ “{found}” ขึ้นต้นหรือลงท้ายด้วยช่องว่าง หรือลงท้ายด้วยจุด ซึ่ง Windows ตัดออกและทะเบียนลิงก์บันทึกไม่ได้",
        "เปลี่ยนชื่อโดยลบช่องว่างหรือจุดนั้นออก แล้วแก้ชื่อในแฟ้มข้อมูลที่อ้างถึงด้วย",
        "the name “{found}” begins or ends with a blank, or ends with a dot, which Windows drops and the ledger cannot "
        "hold",
        "rename it without that blank or dot, also in the data that names it",
    ),
    "shortcut-file": Sentence(
        _W,
        "“{found}” เป็นทางลัดของโปรแกรม ไม่ใช่ตัวแฟ้ม ผู้อ่านที่เปิดจากเว็บไซต์จะไม่พบเอกสาร",
        "วางแฟ้มจริงแทน เช่น แฟ้ม PDF ที่ดาวน์โหลดมา แล้วลบทางลัดนี้",
        "“{found}” is a shortcut and not the file itself: readers of the site find no document behind it",
        "put the file itself in its place, as a PDF that was downloaded, and delete the shortcut",
    ),
    "names-alike": Sentence(
        _W,
        "ชื่อ “{found}” กับ “{other}” ในโฟลเดอร์เดียวกันต่างกันเพียง{differs} ระบบอื่น เช่น Windows และ macOS "
        "อาจเก็บไว้เพียงแฟ้มเดียว และผู้อ่านแยกไม่ออก",
        "เปลี่ยนชื่อหนึ่งให้ต่างกันชัดเจน เช่น plan-1.pdf และ plan-2.pdf หรือลบแฟ้มที่ไม่ใช้",
        "the names “{found}” and “{other}” in one folder differ in nothing but {differs}: other systems, as Windows "
        "and macOS, may keep only one of them",
        "rename one of them clearly, as plan-1.pdf and plan-2.pdf, or delete the one that is not used",
    ),
    "attachment-name-differs": Sentence(
        _E,
        "ไม่มีแฟ้มแนบชื่อ “{found}” แต่มีแฟ้มชื่อ “{other}” ซึ่งต่างกันที่{differs}",
        'เปลี่ยนชื่อแฟ้มใน content/files ให้ตรงกับที่กรอก หรือคัดลอกชื่อแฟ้มมากรอกในเครื่องหมายคำพูด เช่น file: "{other}"',
        "there is no attachment “{found}”, but there is “{other}”, which differs in {differs}",
        'rename the file in content/files, or copy its name between quotes, as file: "{other}"',
    ),
    "file-name-backslash": Sentence(
        _E,
        "ชื่อแฟ้ม “{found}” คั่นโฟลเดอร์ด้วย \\",
        "ใช้ / แทน \\ คือ {suggestion}",
        "the name “{found}” parts its folders with \\",
        "use / in place of \\: {suggestion}",
    ),
    "data-not-yaml": Sentence(
        _W,
        "แฟ้ม {kind} นี้ไม่ได้ถูกอ่าน เพราะโปรแกรมอ่านข้อมูลจากแฟ้ม .yml เท่านั้น ตัวเลขและข้อความในแฟ้มนี้จึงไม่อยู่ในเว็บไซต์",
        "คัดลอกตัวเลขและข้อความไปกรอกในแฟ้ม .yml เช่น {example} แล้วย้ายแฟ้มนี้ออก ถ้าเป็นเอกสารที่จะเผยแพร่ให้วางใน content/files",
        "this {kind} file is not read, since data comes from .yml files only: nothing of it is on the site",
        "copy its figures and texts into a .yml file, e.g. {example}, and move it away; a document to be published "
        "belongs in content/files",
    ),
    "file-of-other-kind": Sentence(
        _E,
        "เนื้อแฟ้มนี้เป็นแฟ้ม {kind} ไม่ใช่แฟ้มข้อมูล YAML จึงอ่านไม่ได้ การเปลี่ยนเฉพาะชื่อแฟ้มไม่ทำให้ชนิดของแฟ้มเปลี่ยน",
        "เปิดแฟ้มต้นฉบับด้วยโปรแกรมของแฟ้มนั้น แล้วคัดลอกตัวเลขและข้อความมากรอกในแฟ้มข้อความ (เช่น ด้วย Notepad) ที่บันทึกเป็น UTF-8",
        "this is a {kind} file and no YAML, whatever its name says: renaming a file does not change its kind",
        "open the original in its own program, and copy its figures and texts into a text file saved as UTF-8",
    ),
    "year-folder-name": Sentence(
        _E,
        "โฟลเดอร์ “{found}” ไม่ใช่ชื่อโฟลเดอร์ของปีที่โปรแกรมอ่าน ข้อมูลทั้งปีจึงไม่อยู่ในเว็บไซต์",
        "เปลี่ยนชื่อโฟลเดอร์เป็น {suggestion} คือปี พ.ศ. สี่หลักด้วยเลขอารบิก ไม่มีคำหรือช่องว่างอื่น",
        "the folder “{found}” is not named as a year, so that the whole year is missing from the site",
        "rename it to {suggestion}: the year of the Buddhist Era in four Arabic digits, without any word or blank",
    ),
    "built-site-in-content": Sentence(
        _E,
        "โฟลเดอร์นี้มีเว็บไซต์ที่โปรแกรมสร้างเสร็จแล้ว ถ้าเผยแพร่จะมีทุกหน้าซ้ำอีกชุด",
        "ลบสิ่งที่คัดลอกมาออกจาก content (เช่น index.html, 404.html, assets) content เก็บเฉพาะหน้าที่เขียนเองและแฟ้มแนบ",
        "this folder holds a site that was built already: every page would be published twice",
        "take what was copied (index.html, 404.html, assets, …) out of content, which is for pages written by hand and "
        "attachments",
    ),
    "site-in-content": Sentence(
        _E,
        "มีโฟลเดอร์ทั้งเว็บไซต์ (มี site_config อยู่ข้างใน) ถูกคัดลอกมาไว้ใน content ข้อมูลภายในจะถูกเผยแพร่ทั้งหมด",
        "ย้ายโฟลเดอร์นี้ออกจาก content ถ้าเป็นสำเนาสำรองให้เก็บไว้นอกโฟลเดอร์ของเว็บไซต์",
        "the whole folder of a site, with its site_config, was copied into content: all of it would be published",
        "move it out of content; keep a backup outside the site's folder",
    ),
    "engine-file-missing": Sentence(
        _E,
        "ไม่พบแฟ้ม mkdocs.yml ซึ่งบอกวิธีประกอบเว็บไซต์",
        "สร้างแฟ้ม mkdocs.yml ในโฟลเดอร์ของเว็บไซต์ แล้ววางข้อความนี้\n{text}",
        "the file mkdocs.yml, which says how the site is put together, is missing",
        "make a file mkdocs.yml in the site's folder with this text\n{text}",
    ),
    "engine-file-without-base": Sentence(
        _E,
        "แฟ้ม mkdocs.yml ไม่ได้ใช้การตั้งค่าที่โปรแกรมสร้าง เพราะว่าง หรือไม่มีบรรทัด INHERIT ที่ถูกต้อง",
        "ให้แฟ้ม mkdocs.yml มีข้อความนี้ ส่วนการตั้งค่าอื่นที่เพิ่มเองให้อยู่ต่อจากนี้\n{text}",
        "mkdocs.yml does not rest on the generated settings: it is empty, or its line INHERIT is missing or wrong",
        "let mkdocs.yml hold this text; settings of your own stand below it\n{text}",
    ),
}
