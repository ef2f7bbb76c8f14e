"""Sentences of problems met while writing, building and checking the finished site."""

from prongsai.wording.sentence import Sentence, Severity

_E, _W = Severity.ERROR, Severity.WARNING

SENTENCES = {
    "exception-without-reason": Sentence(
        _W,
        "ข้อยกเว้น {found} ไม่ได้บอกเหตุผล จึงไม่มีผล",
        "เขียนเหตุผลต่อท้าย เช่น # ยกเว้น {found}: ตรวจกับต้นฉบับแล้วถูกต้อง",
        "the exception {found} gives no reason and has no effect",
        "write the reason behind it: # ยกเว้น {found}: reason",
    ),
    "exception-unused": Sentence(
        Severity.NOTE,
        "ข้อยกเว้น {found} ไม่ตรงกับปัญหาใดในบรรทัดนี้",
        "ลบข้อยกเว้นที่ไม่ใช้แล้ว หรือตรวจว่าสะกดรหัสถูกต้อง",
        "the exception {found} fits no problem of this line",
        "remove it, or check the code",
    ),
    "explanation-unused": Sentence(
        Severity.NOTE,
        "คำชี้แจงเรื่อง {found} ไม่ตรงกับข้อสังเกตใดของปีนี้",
        "ลบคำชี้แจงที่ไม่ใช้แล้ว หรือตรวจรหัสและคำใน about",
        "the explanation of {found} fits no note of this year",
        "remove it, or check code and about",
    ),
    "more-alike": Sentence(
        _W,
        "แฟ้มนี้มีปัญหา [{kind}] อีก {count} รายการ ซึ่งนับไว้แต่ไม่ได้แสดง",
        "แก้รายการที่แสดงก่อน ปัญหาแบบเดียวกันแก้ได้ด้วยวิธีเดียวกัน แล้วสั่ง prongsai check อีกครั้ง",
        "this file has {count} more problems [{kind}], which are counted and not shown",
        "mend those that are shown first, the others are mended in the same way; then run prongsai check again",
    ),
    "nothing-to-publish": Sentence(
        _E,
        "เว็บไซต์นี้ยังไม่มีข้อเท็จจริงแม้แต่เรื่องเดียว จึงยังไม่มีสิ่งที่จะเผยแพร่",
        "กรอกอย่างน้อยหนึ่งเรื่องก่อน เช่น คะแนนรวม (total) ใน {file} แล้วสั่ง prongsai publish อีกครั้ง ระหว่างนี้ดูตัวอย่างได้ด้วย prongsai serve",
        "not a single fact of this site is known yet: there is nothing to publish",
        "enter one first, such as the total in {file}, then publish again; prongsai serve shows a preview meanwhile",
    ),
    "figure-unexplained": Sentence(
        _E,
        "ก่อนเผยแพร่ครั้งแรกต้องแก้ไขหรือชี้แจงเรื่องนี้: {finding}",
        "ถ้ากรอกไม่ตรงกับประกาศผล ให้แก้ที่บรรทัดนี้ ถ้าตรงแล้ว ให้เขียนคำชี้แจงใน data/{of_year}/explanations.yml ดังนี้ "
        "ข้อความของ text จะแสดงคู่กับตัวเลขนี้ในเว็บไซต์"
        '\nfiscal_year: {of_year}\nexplanations:\n- {code: {kind}, text: "ข้อความชี้แจงของหน่วยงาน"}',
        "before the first publication this must be mended or explained: {finding}",
        "if it is not as announced, mend this line; if it is, explain it in data/{of_year}/explanations.yml, "
        "and the text will stand beside the figure on the site"
        '\nfiscal_year: {of_year}\nexplanations:\n- {code: {kind}, text: "the agency\'s explanation"}',
    ),
    "generated-page-edited": Sentence(
        _E,
        "แฟ้มนี้โปรแกรมเป็นผู้สร้าง แต่มีผู้แก้ไขภายหลัง จึงไม่เขียนทับ",
        "ย้ายข้อความที่แก้ไปไว้ในแฟ้มข้อมูล แล้วลบแฟ้มนี้เพื่อให้สร้างใหม่",
        "this file was generated and has been edited since: it is not overwritten",
        "move your text to the data files, then delete this file",
    ),
    "page-not-ours": Sentence(
        _E,
        "มีแฟ้มที่โปรแกรมไม่ได้สร้างอยู่ในที่ที่โปรแกรมต้องสร้าง จึงไม่เขียนทับ",
        "ถ้าเป็นแฟ้มที่ทำเองให้เปลี่ยนชื่อหรือย้ายไปที่อื่น ถ้าไม่ใช่ให้ลบออก แล้วสั่งใหม่ โปรแกรมจะสร้างแฟ้มนี้ให้เอง",
        "a file that was not generated stands where one must be: it is not overwritten",
        "move your own file to another name; if it is not yours, delete it, and it is made anew",
    ),
    "pages-set-aside": Sentence(
        _W,
        "มี {count} แฟ้มที่โปรแกรมเคยสร้าง แต่บอกไม่ได้ว่ามีผู้แก้ไขภายหลังหรือไม่ จึงเก็บสำเนาเดิมไว้ในโฟลเดอร์นี้ก่อนสร้างใหม่",
        "ถ้าเคยแก้หน้าเหล่านั้นเอง ให้ย้ายข้อความจากสำเนาไปไว้ในแฟ้มข้อมูล แล้วลบโฟลเดอร์นี้ได้",
        "{count} files were generated once, and nothing tells whether they were edited since: copies are kept here",
        "if somebody edited them, move the text from the copies to the data files; then this folder can be deleted",
    ),
    "stale-page-kept": Sentence(
        _W,
        "หน้านี้ไม่ต้องใช้แล้ว แต่มีผู้แก้ไขภายหลัง จึงไม่ลบ",
        "ลบหน้านี้เองเมื่อไม่ต้องการแล้ว",
        "this page is no longer needed, but was edited since: it is not removed",
        "delete it yourself when you no longer need it",
    ),
    "engine-message": Sentence(
        _E,
        "MkDocs รายงานปัญหา: {text}",
        "แก้หน้าที่เขียนเองตามที่ระบุ แล้วสร้างใหม่",
        "MkDocs reports: {text}",
        "mend the page written by hand, then build again",
    ),
    "broken-link": Sentence(
        _E,
        "ลิงก์ในเว็บไซต์ “{found}” ไม่มีปลายทาง",
        "แก้ลิงก์ในหน้าที่เขียนเอง ถ้าเป็นหน้าที่โปรแกรมสร้าง โปรดแจ้งผู้พัฒนา",
        "the link “{found}” leads nowhere inside the site",
        "mend it in the page written by hand",
    ),
    "foreign-host": Sentence(
        _E,
        "แฟ้มที่ประกอบเสร็จแล้วมีชื่อเว็บไซต์ “{host}” ซึ่งไม่ใช่เว็บไซต์นี้{own} และไม่มีในข้อมูลหรือหน้าที่เขียนเอง",
        "ตรวจ site_url ใน site_config/site.yml ปิดคำสั่ง prongsai serve ที่เปิดอยู่กับเว็บไซต์นี้ แล้วสั่ง prongsai build อีกครั้ง "
        "ถ้ายังพบ โปรดแจ้งผู้พัฒนา",
        "the finished file names the website “{host}”, which is neither this site{own} nor in the data or in own pages",
        "look at site_url in site_config/site.yml, end any prongsai serve of this site and build again; "
        "if it stays, tell the developers",
    ),
    "page-too-heavy": Sentence(
        _W,
        "หน้านี้มีขนาด {size} กิโลไบต์ เกินเป้าหมาย {limit} กิโลไบต์",
        "แบ่งข้อมูลหรือย่อข้อความให้สั้นลง",
        "this page has {size} KB, over the aim of {limit} KB",
        "split it, or shorten its texts",
    ),
    "documents-not-installed": Sentence(
        _E,
        "เว็บไซต์นี้เปิดการทำเอกสาร PDF และ Word ไว้ แต่เครื่องนี้ยังไม่ได้ติดตั้ง {found}",
        'สั่ง pip install "prongsai[documents]" หรือใส่ documents: off ใน site_config/site.yml',
        "this site makes PDF and Word documents, but {found} is not installed here",
        'run pip install "prongsai[documents]", or set documents: off in site_config/site.yml',
    ),
    "documents-not-made": Sentence(
        _E,
        "ทำเอกสาร PDF ไม่ได้ เพราะเครื่องนี้ขาดส่วนประกอบของระบบ: {found}",
        "บน Debian หรือ Ubuntu ให้ติดตั้ง libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 libthai0 "
        "หรือใส่ documents: off ใน site_config/site.yml",
        "PDF documents cannot be made, since a library of the system is missing: {found}",
        "on Debian or Ubuntu install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 libthai0, "
        "or set documents: off in site_config/site.yml",
    ),
    "pictures-not-drawn": Sentence(
        _W,
        "ทำภาพประกอบลิงก์ไม่ได้ เพราะ Pillow ในเครื่องนี้ไม่มี Raqm ที่วางสระและวรรณยุกต์ เว็บไซต์จึงไม่มีภาพเมื่อแชร์ลิงก์",
        "ติดตั้ง Pillow จากแพ็กเกจสำเร็จรูปของ pip ซึ่งมี Raqm อยู่แล้ว",
        "the pictures of shared links are not drawn, since this machine's Pillow lacks Raqm, which places Thai marks",
        "install Pillow from its wheel, which has Raqm inside",
    ),
    "url-lost-heading": Sentence(
        _E,
        "ลิงก์ {path} เผยแพร่ไปแล้ว แต่ {file} ไม่มีหัวข้อนี้อีก",
        "เลือกทางใดทางหนึ่ง"
        "\n1) คงไว้: เขียน {mark} ต่อท้ายหัวข้อเดิมที่เปลี่ยนชื่อ"
        "\n2) ย้าย: เขียน {mark} ต่อท้ายหัวข้ออื่นที่มีเนื้อหานั้นแล้ว"
        '\n3) ถอน: สั่ง prongsai urls withdraw {typed} --reason "เหตุผล"',
        "{path} was published, but {file} has no such heading any more",
        "choose one:\n1) keep it: write {mark} behind the renamed heading"
        "\n2) move it: write {mark} behind the heading that says it now"
        '\n3) withdraw it: prongsai urls withdraw {typed} --reason "reason"',
    ),
}
