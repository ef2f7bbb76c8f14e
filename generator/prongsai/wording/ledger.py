"""Sentences of problems of the ledger of published addresses."""

from __future__ import annotations

from prongsai.wording.sentence import Sentence, Severity

_E, _W, _N = Severity.ERROR, Severity.WARNING, Severity.NOTE

SENTENCES: dict[str, Sentence] = {
    "ledger-encoding": Sentence(
        _E,
        "แฟ้มไม่ได้บันทึกด้วยการเข้ารหัส UTF-8 (พบ {found}) มักเกิดเมื่อบันทึกจาก Excel เป็น CSV แบบธรรมดา",
        "ใน Excel เลือก บันทึกเป็น แล้วเลือกชนิด CSV UTF-8 (คั่นด้วยจุลภาค)",
        "the file is not UTF-8 (found {found}), as when Excel saves plain CSV",
        "in Excel choose Save As, then the type CSV UTF-8 (comma delimited)",
    ),
    "ledger-resaved": Sentence(
        _E,
        "ทะเบียนลิงก์ถูกเปิดแล้วบันทึกทับด้วย Excel หรือโปรแกรมตาราง ทำให้รูปแบบทั้งแฟ้มเปลี่ยนไป เช่น “{found}”",
        "นำแฟ้มฉบับก่อนบันทึกทับกลับมา เช่น จาก git: git checkout -- site_config/urls.csv หรือจากสำเนาสำรอง "
        "ถ้าไม่มี ให้เปิดในโปรแกรมตาราง จัดช่อง first_seen และ since เป็นชนิดข้อความแบบ 2569-11-21 "
        "แล้วบันทึกเป็นชนิด CSV UTF-8 (คั่นด้วยจุลภาค) ครั้งต่อไปให้ดูด้วย prongsai urls --all แทนการเปิดแฟ้ม",
        "the ledger was saved again by Excel or another spreadsheet program, which changed its form, as “{found}”",
        "bring back the file from before, as from git: git checkout -- site_config/urls.csv, or from a backup; without "
        "one set first_seen and since to text as 2569-11-21 in the program and save as CSV UTF-8 (comma delimited); "
        "next time look at it with prongsai urls --all",
    ),
    "ledger-header": Sentence(
        _E,
        "บรรทัดแรกของทะเบียนลิงก์ต้องเป็นหัวตาราง แต่พบ “{found}”",
        "เขียนบรรทัดแรกว่า {header} และคั่นด้วยจุลภาค",
        "the first line of the ledger must be its header, found “{found}”",
        "write the first line as {header}, with commas",
    ),
    "ledger-row-width": Sentence(
        _E,
        "แถวนี้มี {found} ช่อง แต่ต้องมี {wanted} ช่อง",
        'คั่นแต่ละช่องด้วยจุลภาค ช่องที่มีจุลภาคในข้อความให้ครอบด้วยเครื่องหมาย " เช่น "ซ้ำกับ O5, O6"',
        "this row has {found} fields, it must have {wanted}",
        'part the fields with commas, and quote a field that holds one: "as O5, O6"',
    ),
    "ledger-path-form": Sentence(
        _E,
        "“{found}” ไม่ใช่ลิงก์ในเว็บไซต์นี้",
        "เขียนลิงก์ที่ขึ้นต้นด้วย / เช่น /2565/measures/m04/ หรือ /2565/measures/#m04 หรือ /files/2565/แผน.pdf",
        "“{found}” is no address of this site",
        "write an address that begins with /, as /2565/measures/m04/ or /2565/measures/#m04",
    ),
    "ledger-path-twice": Sentence(
        _E,
        "ลิงก์ {found} มีอยู่แล้วในบรรทัด {line}",
        "เหลือไว้แถวเดียว",
        "the address {found} stands in line {line} already",
        "keep one of the rows",
    ),
    "ledger-fate-unknown": Sentence(
        _E,
        "ช่อง fate เขียนว่า “{found}” ซึ่งไม่มีความหมาย",
        "เขียนอย่างใดอย่างหนึ่ง: {choices} (คงอยู่ ย้าย หรือถอน)",
        "the fate “{found}” means nothing",
        "write one of {choices}",
    ),
    "ledger-redirect-without-target": Sentence(
        _E,
        "ลิงก์ {found} ย้ายแล้ว แต่ช่อง to ไม่ได้บอกว่าย้ายไปที่ใด",
        "สั่ง prongsai urls redirect ลิงก์เดิม ลิงก์ใหม่ หรือเขียนลิงก์ใหม่ในช่อง to",
        "{found} is redirected, but the field to says no target",
        "run prongsai urls redirect OLD NEW, or write the new address into the field to",
    ),
    "ledger-redirect-circle": Sentence(
        _E,
        "การย้ายลิงก์วนกลับมาที่เดิม: {found}",
        "แก้ช่อง to ของแถวหนึ่งให้ชี้ไปยังลิงก์ที่ยังมีอยู่",
        "redirects lead in a circle: {found}",
        "let the field to of one of them name an address that exists",
    ),
    "ledger-target-missing": Sentence(
        _E,
        "ลิงก์ {path} ย้ายไปที่ {found} แต่ที่นั่นไม่มีหน้า แฟ้ม หรือจุดใดในเว็บไซต์",
        "แก้ช่อง to ให้เป็นลิงก์ที่มีจริง ดูทั้งหมดด้วย prongsai urls --all",
        "{path} is redirected to {found}, but nothing stands there",
        "let the field to name an address that exists; prongsai urls --all lists them",
    ),
    "ledger-withdrawn-without-reason": Sentence(
        _E,
        "ลิงก์ {found} ถอนแล้ว แต่ไม่ได้บอกเหตุผล",
        "เขียนเหตุผลในช่อง reason เช่น ประกาศฉบับใหม่ใช้แทน",
        "{found} is withdrawn, but no reason is given",
        "write the reason into the field reason",
    ),
    "ledger-date-form": Sentence(
        _E,
        "“{found}” ไม่ใช่วันที่แบบที่ทะเบียนใช้",
        "เขียนวันที่เป็น ปี พ.ศ.-เดือน-วัน เช่น 2569-11-21",
        "“{found}” is no day as the ledger writes it",
        "write year of the Buddhist Era, month and day: 2569-11-21",
    ),
    "ledger-lost-rows": Sentence(
        _E,
        "ทะเบียนลิงก์มี {rows} แถว แต่การเผยแพร่ครั้งล่าสุด ({snapshot}) นับได้ {known} ลิงก์ จึงมีแถวหายไป",
        "นำแฟ้มฉบับเดิมกลับมา เช่น จาก git: git checkout -- site_config/urls.csv",
        "the ledger has {rows} rows, but the last publication ({snapshot}) counted {known} addresses: rows were lost",
        "bring the file back, as from git: git checkout -- site_config/urls.csv",
    ),
    "url-lost": Sentence(
        _E,
        "[[ลิงก์ {page}]][[ลิงก์ย่อยของ {above}]] เผยแพร่ไปแล้ว แต่จะเปิดไม่ได้อีก (รวม {count} ลิงก์[[ เช่น {some}]])",
        "เลือกทางใดทางหนึ่ง"
        "\n1) คงไว้: นำสิ่งเดิมกลับมาใน {keep}"
        "[[\n2) ย้าย: สั่ง prongsai urls redirect {typed} {to}]]"
        '\n{last}) ถอน: สั่ง prongsai urls withdraw {typed} --reason "เหตุผล"',
        "[[{page} was]][[what stands below {above} was]] published, but would be lost"
        " ({count} addresses in all[[, as {some}]])",
        "choose one:\n1) keep it: bring it back in {keep}[[\n2) redirect it: prongsai urls redirect {typed} {to}]]"
        '\n{last}) withdraw it: prongsai urls withdraw {typed} --reason "reason"',
    ),
    "site-moved": Sentence(
        _W,
        "ที่อยู่ของเว็บไซต์เปลี่ยนจาก {old} ซึ่งใช้ในการเผยแพร่ครั้งล่าสุด เป็น {new} ลิงก์เดิมทั้งหมด {count} ลิงก์"
        "[[ รวมหน้าของข้อ OIT {items} หน้า]] จะเปิดไม่ได้ถ้าเครื่องแม่ข่ายเดิมไม่ส่งต่อ เช่น {some}"
        " ลิงก์ที่กรอกในระบบ ITAS แล้วเป็นที่อยู่เต็ม จึงยังชี้ไปที่เดิม",
        "ถ้าไม่ได้ตั้งใจย้าย ให้แก้ site_url กลับเป็น {old}"
        "\nถ้าย้ายจริง ให้เครื่องแม่ข่ายเดิมส่งต่อทุกลิงก์ และเปิดไว้จนพ้นการประเมินและการอุทธรณ์ ใช้กฎเดียวตามเครื่องแม่ข่ายเดิม"
        "\n1) Apache ใส่ใน .htaccess ของโฟลเดอร์เดิม:"
        "\n{apache}"
        "\n2) nginx ใส่ใน server ของชื่อเดิม:"
        "\n{nginx}"
        "\n3) IIS ที่มี URL Rewrite ใส่ใน web.config ของโฟลเดอร์เดิม:"
        "\n{iis}"
        "\n4) เครื่องที่วางได้แต่แฟ้ม: คงเว็บไซต์ชุดเดิมไว้ที่เดิมทั้งหมด อย่าลบ"
        "\nจุดในหน้า (ส่วนหลัง #) ไปถึงที่อยู่ใหม่เองเมื่อส่งต่อด้วยกฎเหล่านี้"
        "\nเมื่อเผยแพร่ที่ใหม่และตั้งกฎแล้ว ตรวจทุกลิงก์เดิมด้วย prongsai urls probe {old}",
        "the address of the site changed from {old}, where it was last published, to {new}:"
        " {count} published addresses[[, of them {items} pages of OIT items,]]"
        " die unless the old host redirects them, as {some};"
        " what was entered into ITAS are whole addresses, which still lead to the old host",
        "if no move is meant, set site_url back to {old}"
        "\nelse let the old host redirect every address, until assessment and appeal are over; one rule suffices"
        "\n1) Apache, in .htaccess of the old folder:\n{apache}"
        "\n2) nginx, in the server of the old name:\n{nginx}"
        "\n3) IIS with URL Rewrite, in web.config of the old folder:\n{iis}"
        "\n4) a host that can only serve files: leave all old pages where they are"
        "\nfragments (behind #) survive these redirects"
        "\nafter publishing at the new place check every old address with prongsai urls probe {old}",
    ),
    "ledger-alive-again": Sentence(
        _N,
        "ลิงก์ {path} เคยย้ายหรือถอน แต่มีหน้าหรือแฟ้มอยู่อีกครั้ง",
        "ไม่ต้องแก้ เมื่อเผยแพร่ครั้งต่อไปทะเบียนจะระบุว่าคงอยู่",
        "{path} was redirected or withdrawn, but exists again",
        "nothing to mend: the next publication records it as live",
    ),
}
