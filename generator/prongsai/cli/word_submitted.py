"""Sentences of the command `submitted`: what was recorded, what should be looked at, and why nothing was recorded."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from prongsai.cli.typed import day_of

if TYPE_CHECKING:
    from prongsai.pipeline.submissions.submit import SubmitRefusedError, Submitted

_MOST_SHOWN = 10
NO_LONGER_GUARDED = "กรอกผลของปี {year} แล้ว โปรแกรมจึงไม่เตือนเมื่อสิ่งที่ยื่นไว้เปลี่ยนไป"


def word_refusal(refused: SubmitRefusedError, year: int, day: str) -> str:
    """The refusal to record the answers of a year as submitted on a day, with its remedy."""
    from prongsai.submissions.check import word_day

    found = " ".join(refused.found[:_MOST_SHOWN])
    file = f"data/{year}/oit.yml"
    with_register = f"หรือระบุปีที่มีทะเบียน คือ {found}" if found else "แล้วสั่งใหม่"
    sentences = {
        "register": (
            f"ปีงบประมาณ พ.ศ. {year} ไม่มีทะเบียนคำตอบ OIT ({file})",
            f"สั่ง prongsai new-year {year} แล้วกรอกคำตอบ {with_register}",
        ),
        "empty": (f"ทะเบียนคำตอบ OIT ของปี {year} ยังไม่มีคำตอบ จึงไม่มีสิ่งที่ยื่น", f"กรอกคำตอบใน {file} ก่อน"),
        "address": (
            f"ข้อ {found} มีลิงก์ที่เป็นหน้าหรือแฟ้มของเว็บไซต์นี้ แต่ยังไม่ได้ระบุว่าเว็บไซต์นี้อยู่ที่ใด จึงไม่ทราบ URL เต็มที่ยื่น",
            "กรอก site_url ใน site_config/site.yml เช่น site_url: https://www.example.go.th/ita/ หรือระบุด้วย --site-url",
        ),
        "absent": (f"ลิงก์ของเว็บไซต์นี้ที่อยู่ในคำตอบยังไม่มี คือ {found}", f"แก้ลิงก์ใน {file} หรือกรอกข้อมูลของหน้านั้น แล้วสั่งใหม่"),
        "before": (
            f"บันทึกไว้แล้วว่ายื่นเมื่อ {word_day(found)} ซึ่งหลังวันที่ {word_day(day)}",
            f"ระบุวันที่ยื่นครั้งใหม่ ซึ่งไม่ก่อนวันที่ {word_day(found)}",
        ),
        "year": (
            f"วันที่ {word_day(day)} ไม่อยู่ในช่วงการประเมินของปีงบประมาณ พ.ศ. {year}",
            f"ระบุวันที่ตั้งแต่ 1 ตุลาคม {year - 1} ถึง 30 กันยายน {year + 1} หรือแก้ปีที่ระบุหลัง submitted",
        ),
        "later": (
            f"ข้อ {found} ลงวันที่เผยแพร่หลังวันที่ยื่น {word_day(day)} คำตอบชุดนี้จึงไม่ใช่ชุดที่ยื่นในวันนั้น",
            f"ตรวจวันที่ยื่น หรือแก้วันที่เผยแพร่ใน {file}",
        ),
    }
    said, remedy = sentences[refused.reason]
    return f"{said}\nวิธีแก้: {remedy}"


def word_recorded(done: Submitted, day: str, *, is_over: bool) -> Iterator[str]:
    """Sentences on what was recorded, and what follows from it; `is_over` if the result of the year is entered."""
    from prongsai.submissions.check import word_day

    one = done.submission
    if not done.is_new:
        yield f"บันทึกคำตอบที่ยื่นของปี {one.year} เมื่อ {word_day(one.day)} ไว้แล้วและเหมือนเดิม จึงไม่เขียนสิ่งใด"
    else:
        answered = sum(bool(item.answer) for item in one.items)
        yield f"บันทึกคำตอบที่ยื่นของปี {one.year} เมื่อ {word_day(day)} แล้ว {answered} ข้อ {len(one.links)} ลิงก์"
        yield f"แฟ้มบันทึก {one.file}"
    if done.supersedes:
        yield f"ใช้แทนคำตอบที่ยื่นเมื่อ {word_day(done.supersedes)} ซึ่งยังเก็บไว้"
    yield from _cautions(done, day)
    if is_over:
        yield NO_LONGER_GUARDED.format(year=one.year)
    else:
        yield (
            f"จนกว่าจะกรอกผลของปี {one.year} ใน data/{one.year}/scores.yml คำสั่ง check build และ publish "
            "จะหยุดเมื่อลิงก์ที่ยื่นไว้หายหรือย้าย และบอกเมื่อเนื้อหาเปลี่ยน"
        )
    yield "ขั้นต่อไป: เก็บเนื้อหาของลิงก์เว็บไซต์อื่นเป็นหลักฐานด้วย prongsai urls freeze และเก็บ site_config/submitted เข้า git"


def _cautions(done: Submitted, day: str) -> Iterator[str]:
    """Sentences on what should be looked at: nothing of it keeps the record from being written."""
    from prongsai.submissions.check import word_day

    today = word_day(day_of(None))
    if day > day_of(None):
        yield f"ข้อควรตรวจ: วันที่ {word_day(day)} ยังมาไม่ถึง (วันนี้ {today}) ตรวจว่าพิมพ์วันที่ถูกต้อง"
    elif done.is_new and day < day_of(None):
        yield f"ข้อควรทราบ: บันทึกหลังวันที่ยื่น สำเนาที่เก็บจึงเป็นของวันที่ {today} ถ้าแก้สิ่งใดหลังวันที่ยื่น สำเนาจะไม่ตรงกับที่ยื่น"
    if done.unpublished:
        count = len(done.unpublished)
        yield f"ข้อควรตรวจ: ลิงก์ของเว็บไซต์นี้ที่ยังไม่เคยเผยแพร่ {count} ลิงก์ สั่ง prongsai publish เพื่อให้ผู้ตรวจเปิดได้"
        yield from (f"  {href}" for href in done.unpublished[:_MOST_SHOWN])
    if done.without_copy:
        yield f"ข้อควรตรวจ: แฟ้มใหญ่เกินกว่าที่เก็บสำเนา {len(done.without_copy)} แฟ้ม เก็บเฉพาะค่าแฮช ให้เก็บแฟ้มเดิมไว้เอง"
        yield from (f"  {href}" for href in done.without_copy[:_MOST_SHOWN])
