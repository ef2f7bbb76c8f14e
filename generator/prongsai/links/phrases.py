"""The phrases by which error pages, login pages and robot checks give themselves away."""

from __future__ import annotations

import re

# A whole title, a part of one (titles are cut at | and dashes) or a whole heading.
NOT_FOUND_TITLE = re.compile(
    r"(?:error|ข้อผิดพลาด|รหัส)?\s*:?\s*\(?404\)?(?:\W+.{0,40})?"
    r"|(?:sorry\W+)?(?:the\s+)?(?:page|file|document|content|requested url|resource)?\s*(?:was\s+)?not\s+found\W*"
    r"|(?:oops\W+)?(?:that|this|the) (?:page|file) (?:can.?t|cannot|could not) be found\W*"
    r"|(?:page|file|document|content) (?:not available|does not exist|unavailable)\W*"
    r"|(?:ขออภัย|ขออภัยค่ะ|ขออภัยครับ)?\W*ไม่พบ(?:หน้า|เว็บเพจ|เพจ|ไฟล์|แฟ้ม|เอกสาร|เนื้อหา|บทความ|ที่อยู่|url)"
    r"\S{0,30}(?: ?ที่\S{0,30})?\W*|(?:ขออภัย)?\W*ไม่พบข้อมูลที่(?:คุณ|ท่าน|ค้น|ต้อง|ร้อง|เรียก)\S{0,30}\W*",
    re.IGNORECASE,
)
# Anywhere in a main text that says little else.
NOT_FOUND_TEXT = re.compile(
    r"\b404\b.{0,40}not\s+found|not\s+found.{0,40}\b404\b|(?:page|file|document|url)[^.]{0,60}\s(?:was\s+|could\s+)?not\s+(?:be\s+)?found"
    r"|page you (?:are looking for|requested)[^.]{0,60}(?:n.t|not|no longer)"
    r"|(?:page|file|document|article|content) (?:has been|was) (?:removed|deleted)"
    r"|ไม่พบหน้า(?:เว็บ|เพจ|ที่|นี้)|ไม่พบ(?:เว็บเพจ|เพจ|ไฟล์|แฟ้ม|เอกสาร|เนื้อหา|บทความ|ข้อมูล|url)\s*(?:นี้|ที่(?:คุณ|ท่าน|ค้น|ต้อง|ร้อง|เรียก))"
    r"|(?:หน้า|เพจ|ไฟล์|เอกสาร|บทความ)\S{0,20}\s?(?:ถูกลบ|ถูกย้าย|ไม่มีอยู่)",
    re.IGNORECASE,
)
LOGIN_TITLE = re.compile(
    r"(?:เข้าสู่ระบบ|ลงชื่อเข้าใช้(?:งาน)?|ลงชื่อเข้าสู่ระบบ|ล็อกอิน|ล็อคอิน|(?:please\s+)?(?:log|sign)[\s-]?in|member login|user login"
    r"|กรุณา(?:เข้าสู่ระบบ|ลงชื่อเข้าใช้|ล็อกอิน)\S{0,30}|(?:หน้า)?เข้าสู่ระบบ(?:สมาชิก|ผู้ใช้งาน|ผู้ใช้|เจ้าหน้าที่|สำหรับ\S{0,20})?"
    r"|authentication required|account login)\W*",
    re.IGNORECASE,
)
LOGIN_TEXT = re.compile(
    r"(?:กรุณา|โปรด|ต้อง|จำเป็นต้อง)\s*(?:เข้าสู่ระบบ|ลงชื่อเข้าใช้|ล็อกอิน|ล็อคอิน|login|log in|sign in)"
    r"|(?:please|must|need to|have to) (?:log|sign)[\s-]?in|เข้าสู่ระบบ|ลงชื่อเข้าใช้|\b(?:log|sign)[\s-]?in\b",
    re.IGNORECASE,
)
LOGIN_PATH = re.compile(
    r"(?:^|[/_.-])(?:wp-login|log-?in|sign-?in|servicelogin|logon|auth/realms|oauth2?/authorize)(?:$|[/_.-])"
)
LOGIN_HOSTS = ("accounts.google.com", "login.microsoftonline.com", "login.live.com", "login.yahoo.com")
SHARE_HOSTS = (
    "drive.google.com",
    "docs.google.com",
    "sites.google.com",
    "sharepoint.com",
    "onedrive.live.com",
    "1drv.ms",
    "dropbox.com",
    "box.com",
    "icloud.com",
)
PERMISSION_TEXT = re.compile(
    r"ขอสิทธิ์(?:การ)?เข้าถึง|คุณต้องมีสิทธิ์(?:การ)?เข้าถึง|คุณไม่มีสิทธิ์(?:การ)?เข้าถึง|ท่านไม่มีสิทธิ์(?:การ)?เข้าถึง"
    r"|\byou need (?:access|permission)|\brequest access\b|you (?:do not|don.t) have (?:access|permission)"
    r"|สมาชิกเท่านั้น|เฉพาะ(?:สมาชิก|เจ้าหน้าที่)เท่านั้น",
    re.IGNORECASE,
)
# Found in the source of pages that ask whether a person is there.
CHALLENGE_TEXT = re.compile(
    r"just a moment\.\.\.|attention required! \| cloudflare|checking (?:your browser|if the site connection)"
    r"|verify(?:ing)? (?:that )?you are (?:a )?human|enable javascript and cookies to continue|are you a robot"
    r"|request unsuccessful\. incapsula|the requested url was rejected\. please consult|ddos protection by"
    r"|ยืนยันว่าคุณ(?:ไม่ใช่|เป็นมนุษย์|ไม่ใช่หุ่นยนต์|ไม่ใช่โปรแกรม)|ตรวจสอบว่าคุณไม่ใช่(?:หุ่นยนต์|บอท|บอต|โปรแกรม)|กำลังตรวจสอบเบราว์เซอร์"
    r"|\bcaptcha\b|complete the security check|pardon our interruption|access denied.{0,200}reference #",
    re.IGNORECASE,
)
ROBOTS_REFUSED = 999  # no status of HTTP: LinkedIn and others answer robots so, and people with the page
CHALLENGE_HEADERS = {"cf-mitigated": "challenge", "x-datadome": "", "x-sucuri-block": "", "x-amzn-waf-action": ""}
# Paths that are only another way to write the front page.
HOME_PATH = re.compile(
    r"/(?:(?:th|en|home|main|intro|welcome|index|default)(?:\.(?:php|html?|aspx?|jsp))?/?)?", re.IGNORECASE
)
TITLE_CUT = re.compile(r"\s*(?:[|»«:\u2013\u2014]|\s-\s)\s*")
