"""E-mail addresses that stand beside the name of a person."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.thai.persons import PersonalNumber

_MAIL = re.compile(r"[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.)+[A-Za-z]{2,24}")
_LETTER = "[\u0e01-\u0e3a\u0e40-\u0e4e]"
# Offices that begin like a title: นายกเทศมนตรี, นายช่างโยธา, นายอำเภอ, นายทะเบียน, นายแพทย์, นางรอง is a district.
_OFFICES = "ก(?:เทศ|องค์|อบ|รัฐ|สภา|สมาคม|เมือง|เหล่า|พัทยา|ฯ|[ ็])|ช่าง|อำเภอ|ทะเบียน|แพทย์|ตรวจ|จ้าง|ทหาร|ตำรวจ|ด่าน|สถานี|หน้า"
_TITLE = (
    f"(?:นางสาว|นาย(?!{_OFFICES})|นาง(?!พยาบาล|รอง|แล)|น\\.ส\\.|เด็กชาย|เด็กหญิง|ว่าที่ ?(?:ร้อย|พัน|ร\\.)[ตทอ.รีโ ]{{0,6}}"
    f"|(?:ดร|ผศ|รศ|พ\\.ต|พ\\.ท|ร\\.ต|ร\\.ท|จ\\.ส|ส\\.ต)\\.[ตอท]?\\.?)"
)
_PERSON = re.compile(f"(?<!อำเภอ)(?<!ตำบล)(?<!บ้าน){_TITLE} ?{_LETTER}{{2,}} +{_LETTER}{{2,}}")


def find_named_mails(text: str) -> Iterator[PersonalNumber]:
    """Every e-mail address of a text that also names a person with title, name and surname."""
    if "@" in text and _PERSON.search(text):
        for found in _MAIL.finditer(text):
            name, _, host = found[0].partition("@")
            yield PersonalNumber(found.start(), found[0].casefold(), f"{name[:1]}xxx@{host}")
