"""Sentences on saves: those that were broken off, those that are refused, and when each was."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from prongsai.cli.output import WrongCall
from prongsai.thai.dates import BUDDHIST_ERA, BuddhistDate

if TYPE_CHECKING:
    from prongsai.pipeline.undo.finish_saves import Finished
    from prongsai.writing.change import RefusedError

# Why a change cannot be made in the text of a file; other reasons are those of the reader, which check says in full.
_REFUSED = {
    "no-such-key": "ไม่มีช่องนี้ในแฟ้มแล้ว",
    "no-such-entry": "ไม่มีรายการนี้ในแฟ้มแล้ว",
    "not-a-list": "ในแฟ้มมีค่าเดียวหรือกลุ่มของช่อง ตรงที่ต้องเป็นรายการ",
    "not-a-group": "ในแฟ้มมีค่าเดียวหรือรายการ ตรงที่ต้องเป็นกลุ่มของช่อง",
    "file-is-there": "มีแฟ้มนี้อยู่แล้ว",
    "text-not-in-one-form": "ข้อความมีอักขระที่มองไม่เห็น",
    "key-too-long": "ชื่อช่องยาวเกินไป",
    "unusual-form": "ส่วนนั้นของแฟ้มเขียนในรูปแบบที่โปรแกรมแก้ให้โดยไม่แตะส่วนอื่นไม่ได้",
    "not-as-wanted": "อ่านซ้ำแล้วไม่ได้ข้อมูลตามที่ต้องการ",
    "comment-lost": "หมายเหตุในแฟ้มจะหายไป",
    "exception-moved": "ข้อยกเว้น (# ยกเว้น) จะย้ายไปอยู่กับบรรทัดอื่น",
    "not-utf8": "แฟ้มไม่ได้บันทึกเป็น UTF-8",
}

_ENDS = {
    "gone-on": "{what} หยุดกลางคันขณะเขียนแฟ้ม จึงเขียนต่อจนครบแล้ว {count} แฟ้ม ถ้าไม่ต้องการ สั่ง prongsai undo",
    "taken-back": ("{what} หยุดกลางคันขณะเขียนแฟ้ม และเขียนต่อไม่ได้ จึงคืนแฟ้มที่เขียนแล้วเป็นอย่างเดิม\nวิธีแก้: สั่งคำสั่งนั้นอีกครั้ง"),
    "stuck": (
        "{what} หยุดกลางคันขณะเขียนแฟ้ม และสำเนาที่เก็บไว้ไม่ครบ จึงเขียนต่อหรือคืนไม่ได้\nวิธีแก้: สั่ง prongsai check แล้วสั่งคำสั่งนั้นอีกครั้ง"
    ),
    "damaged": (
        "บันทึกการเขียนแฟ้มใน {folder} อ่านไม่ได้ จึงไม่ทราบว่าคำสั่งที่หยุดกลางคันเขียนครบหรือไม่\n"
        "วิธีแก้: สั่ง prongsai check แล้วเทียบข้อมูลกับเนื้อหาเดิมใน {folder}/before"
    ),
}
_LEFT = "แฟ้มที่ไม่ได้แตะต้อง: {names} เนื้อหาก่อนเขียนอยู่ใน {folder}/before"


def word_time(since: str) -> str:
    """The day and the time of a save, by the clock of the machine that made it: 29 พฤศจิกายน 2569 เวลา 16:40 น."""
    try:
        at = dt.datetime.fromisoformat(since)
    except ValueError:
        return since
    return f"{BuddhistDate(at.year + BUDDHIST_ERA, at.month, at.day)} เวลา {at:%H:%M} น."


def word_finished(finished: Finished) -> str:
    """The end of a save that was broken off, and what is left to do."""
    record, folder = finished.record, finished.folder
    what, count = (record.what, len(record.files)) if record else ("", 0)
    said = _ENDS[finished.outcome].format(what=what, count=count, folder=folder)
    left = _LEFT.format(names=" ".join(finished.left), folder=folder)
    return f"{said}\n{left}" if finished.left else said


def word_refused(refused: RefusedError) -> str:
    """A change that cannot be made without touching something else, and what to do instead."""
    change = refused.change
    place = f"{change.file} บรรทัด {refused.line}" if refused.line else change.file
    why = _REFUSED.get(refused.reason, "แฟ้มมีที่ผิดรูปแบบ")
    return (
        f"เขียน {'/'.join(map(str, change.path))} ใน {place} ไม่ได้ เพราะ{why} จึงไม่ได้เขียนสิ่งใด\n"
        f"วิธีแก้: สั่ง prongsai check แก้ส่วนนั้นใน {change.file} เอง หรือสั่ง prongsai fmt {change.file} แล้วสั่งคำสั่งเดิมอีกครั้ง"
    )


@contextmanager
def saving() -> Iterator[None]:
    """Say in a sentence why files cannot be proposed or saved; nothing was written then."""
    from prongsai.pipeline.undo.places import ChangedMeanwhileError, NotAFileError
    from prongsai.pipeline.undo.write_all import HalfSavedError
    from prongsai.writing.change import RefusedError

    try:
        yield
    except RefusedError as refused:
        raise WrongCall(word_refused(refused)) from None
    except ChangedMeanwhileError as changed:
        raise WrongCall(
            f"{changed} มีผู้แก้ไข สร้าง หรือลบระหว่างที่คำสั่งนี้ทำงาน จึงไม่ได้เขียนสิ่งใด\n"
            "วิธีแก้: บันทึกและปิดแฟ้มนี้ในโปรแกรมอื่นก่อน แล้วสั่งคำสั่งเดิมอีกครั้ง"
        ) from None
    except NotAFileError as odd:
        raise WrongCall(
            f"{odd} เขียนไม่ได้ เพราะเป็นโฟลเดอร์ เป็นลิงก์ที่ชี้ออกนอกเว็บไซต์ หรือเป็นแฟ้มเดียวกับแฟ้มอื่น จึงไม่ได้เขียนสิ่งใด\n"
            f"วิธีแก้: ย้าย {odd} ไปไว้ที่อื่น แล้ววางแฟ้มธรรมดาชื่อนี้แทน"
        ) from None
    except HalfSavedError:
        raise WrongCall(
            "ดิสก์ไม่ยอมให้เขียนบางแฟ้ม และไม่ยอมให้คืนแฟ้มที่เขียนแล้ว การเขียนจึงค้างอยู่ ไม่มีสิ่งใดหาย\n"
            "วิธีแก้: ปิดโปรแกรมที่เปิดแฟ้มข้อมูลอยู่ และตรวจว่าดิสก์มีที่ว่างและเขียนได้ แล้วสั่ง prongsai check ซึ่งจะเขียนต่อจนครบ"
        ) from None
