"""The lines of the handover that are the same for every site."""

from __future__ import annotations

CYCLE = (
    "เริ่มปีงบประมาณ (ตุลาคม) กรอกมาตรการของปีใหม่จากผลประเมินปีก่อน ใน data/ปี/measures.yml",
    "หลัง 31 มีนาคม กรอกรายงานรอบ 6 เดือน และหลัง 30 กันยายน กรอกรอบ 12 เดือน ใน follow-up.yml",
    "ก่อนและระหว่างช่วงตรวจ OIT ตามปฏิทินของปีนั้น กรอก oit.yml ให้ครบ และสั่ง prongsai links ทุกวัน",
    "วันส่งคำตอบ สั่ง prongsai export oit แล้วเก็บหลักฐานด้วย prongsai urls freeze",
    "เมื่อประกาศผล กรอก scores.yml และ analysis.yml ของปีที่ประเมิน แล้วเผยแพร่",
)
PLACES = (
    "data/ปี/ คือข้อเท็จจริงของแต่ละปี เจ้าหน้าที่ผู้รับผิดชอบ ITA แก้ตามข้อมูลของแต่ละหน่วยงาน",
    "(scores ผลคะแนน, analysis การวิเคราะห์, measures มาตรการ, follow-up รายงาน, oit คำตอบแบบตรวจ)",
    "site_config/ คือหน่วยงาน เอกสารที่มา และทะเบียนที่โปรแกรมเขียนเอง (urls.csv links.csv published frozen)",
    "content/files/ คือแฟ้มแนบ และ content/ คือหน้าที่เขียนเอง หน้าอื่นในนั้นโปรแกรมสร้างและสร้างใหม่ได้",
    "site/ และ .prongsai/ สร้างใหม่ได้เสมอ",
)
COMMANDS = (
    "prongsai check : ตรวจข้อมูลทุกแฟ้ม",
    "prongsai serve : เปิดดูระหว่างแก้ข้อมูล",
    "prongsai publish --to โฟลเดอร์ : เผยแพร่ บันทึกทะเบียนลิงก์ และเก็บสำเนาสำรอง",
    "prongsai links : ตรวจลิงก์ของคำตอบทุกลิงก์",
    "prongsai urls redirect เดิม ใหม่ : ย้ายลิงก์ที่เผยแพร่แล้ว (urls withdraw คือถอน)",
    "prongsai export oit --year ปี : ตารางสำหรับกรอกในระบบ ITAS",
    "prongsai urls freeze --year ปี : เก็บหลักฐานว่าลิงก์แสดงอะไร",
    "prongsai restore แฟ้ม.zip โฟลเดอร์ : กู้คืนจากสำเนาสำรอง",
)
NEVER = (
    "ห้ามลบหรือแก้ site_config/urls.csv และ site_config/published/ เอง",
    "ห้ามเปลี่ยนรหัส (id) ของมาตรการ หน่วยงาน หรือเอกสารที่เผยแพร่แล้ว เพราะลิงก์เดิมจะเสีย",
    "ห้ามเปลี่ยน site_url โดยไม่ทำให้ที่อยู่เดิมพาไปที่อยู่ใหม่",
    "ห้ามแก้หน้าที่โปรแกรมสร้าง ให้แก้ข้อมูลใน data/ แล้วเผยแพร่ใหม่",
    "ห้ามใส่รหัสผ่าน เลขประจำตัวประชาชน หรือเบอร์ส่วนตัวในแฟ้มใดของเว็บไซต์",
)
