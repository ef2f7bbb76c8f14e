"""What the disk refuses, in a sentence: which file, why, and how to go on."""

from __future__ import annotations

import os
import shutil

from prongsai.disk.refusals import Refusal, refusal_of, unpack_reasons

_AGAIN = "แล้วสั่งคำสั่งเดิมอีกครั้ง"
_SENTENCES = {
    Refusal.FULL: (
        "ดิสก์เต็ม เขียน{file}ไม่ได้",
        f"ลบแฟ้มที่ไม่ใช้หรือย้ายไปดิสก์อื่นให้มีที่ว่าง {_AGAIN}",
    ),
    Refusal.FORBIDDEN: (
        "ไม่มีสิทธิ์อ่านหรือเขียน{file}",
        f"ปิดโปรแกรมที่เปิดแฟ้มนี้อยู่ ตรวจสิทธิ์ของแฟ้มและของโฟลเดอร์ที่แฟ้มอยู่ หรือใช้โฟลเดอร์ที่เขียนได้ {_AGAIN}",
    ),
    Refusal.READ_ONLY: (
        "{file}อยู่ในดิสก์ที่อ่านได้อย่างเดียว จึงเขียนไม่ได้",
        f"ใช้โฟลเดอร์ในดิสก์ที่เขียนได้ หรือปลดการป้องกันการเขียนของดิสก์ {_AGAIN}",
    ),
    Refusal.IN_USE: (
        "{file}เปิดใช้อยู่ในโปรแกรมอื่น จึงแก้ไม่ได้",
        f"ปิดโปรแกรมที่เปิดแฟ้มหรือโฟลเดอร์นี้อยู่ เช่น Excel Word หรือหน้าต่างโฟลเดอร์ {_AGAIN}",
    ),
    Refusal.TOO_LONG: (
        "ชื่อหรือเส้นทางของ{file}ยาวเกินกว่าที่ระบบรับได้",
        f"ตั้งชื่อให้สั้นลง หรือย้ายโฟลเดอร์ของเว็บไซต์ไปไว้ใกล้ต้นดิสก์ เช่น D:\\ita {_AGAIN}",
    ),
    Refusal.TOO_MANY: (
        "เปิดแฟ้มพร้อมกันเกินกว่าที่ระบบอนุญาต จึงเปิด{file}ไม่ได้",
        f"ปิดโปรแกรมอื่น {_AGAIN}",
    ),
    Refusal.BROKEN: (
        "ดิสก์อ่านหรือเขียน{file}ไม่สำเร็จ",
        f"ตรวจว่าดิสก์หรือการต่อกับดิสก์ในเครือข่ายยังใช้ได้ สำรองข้อมูลไว้ {_AGAIN}",
    ),
}


def word_refusal(failure: OSError) -> str:
    """The sentence for a failure of the disk; the words of the system stand only where we have none of our own."""
    file, further, words = _particulars(failure)
    refusal = refusal_of(failure)
    if refusal is None:
        reason = f" ระบบแจ้งว่า “{words}”" if words else ""
        return (
            f"อ่านหรือเขียน{file}ไม่ได้{further}{reason}\n"
            "วิธีแก้: ตรวจว่าชื่อที่ระบุเป็นแฟ้มหรือโฟลเดอร์ตามที่คำสั่งต้องใช้ และมีสิทธิ์อ่านและเขียน แล้วสั่งใหม่"
        )
    said, fix = _SENTENCES[refusal]
    return f"{said.format(file=file).strip()}{further}\nวิธีแก้: {fix}"


def _particulars(failure: OSError) -> tuple[str, str, str]:
    """The file, how many more there are, and the words of the system."""
    if isinstance(failure, shutil.Error):
        reasons = unpack_reasons(failure)
        further = f" และอีก {len(reasons) - 1:,} แฟ้ม" if len(reasons) > 1 else ""
        return _named(reasons[0][0]), further, reasons[0][1]
    # Of a file that is copied the system names both; where the place to write is the fault, it is the second.
    is_place = refusal_of(failure) in {Refusal.FULL, Refusal.READ_ONLY}
    name = (failure.filename2 if is_place else None) or failure.filename
    file = os.fsdecode(name) if isinstance(name, (str, bytes)) else ""
    return _named(file), "", failure.strerror or str(failure)


def _named(file: str) -> str:
    """The file as it stands in a sentence, with its blanks."""
    return f" {file} " if file else "แฟ้ม"
