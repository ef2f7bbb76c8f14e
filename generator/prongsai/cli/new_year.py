"""The command `new-year`: a fiscal year is begun, with what is carried from the one before; a second run goes on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import click

from prongsai.cli.saves import saving
from prongsai.cli.shared import Command, WrongCall, folder_option, in_turn, root_of, wait_option
from prongsai.cli.typed import read_new_year
from prongsai.wording import sentences

if TYPE_CHECKING:
    from prongsai.pipeline.new_year.told import NewYear, NotWritten

_AGAIN = "แล้วสั่ง prongsai new-year {year} อีกครั้ง"
_WHY = {
    "no-items": "ยังไม่เขียน {name} เพราะยังไม่ทราบข้อ OIT ของปี {year} {edition_missing}",
    "faulty-answers": "ยังไม่ยกคำตอบมาใน {name} เพราะ {needs} มีส่วนที่อ่านไม่ได้ สั่ง prongsai check แล้วแก้ตามที่แจ้ง",
    "no-measures": "ยังไม่เขียน {name} เพราะยังไม่มีชื่อมาตรการใน {needs} กรอกมาตรการก่อน",
    "faulty-measures": "ยังไม่เขียนแถวของมาตรการใน {name} เพราะ {needs} มีส่วนที่อ่านไม่ได้ สั่ง prongsai check แล้วแก้ตามที่แจ้ง",
    "faulty": "ไม่ได้แตะต้อง {name} เพราะมีส่วนที่อ่านไม่ได้ สั่ง prongsai check แล้วแก้ตามที่แจ้ง",
    "refused": ("ไม่ได้แตะต้อง {name} เพราะแฟ้มเขียนในรูปแบบที่โปรแกรมเติมให้โดยไม่แตะส่วนอื่นไม่ได้ สั่ง prongsai fmt {needs}"),
}
_LONGEST = 12  # weak points and codes that a line names; the files have all of them


@click.command("new-year", cls=Command)
@click.argument("year", metavar="YEAR", callback=read_new_year)
@folder_option
@wait_option
def new_year(year: int, site: str, wait: int) -> None:
    """เริ่มปีงบประมาณ พ.ศ. ใหม่ สร้างแฟ้มของปีที่ยังไม่มี ยกคำตอบ OIT ของปีก่อนมารอทบทวน และเติมสิ่งที่ยังขาดเมื่อสั่งซ้ำ"""
    from prongsai.pipeline.new_year.begin_year import begin_year
    from prongsai.pipeline.new_year.told import OddFolderError

    root, what = root_of(site), f"prongsai new-year {year}"
    with in_turn(root, what, wait):
        try:
            with saving():
                made = begin_year(root, year, what)
        except OddFolderError as odd:
            raise WrongCall(
                f"{odd} ไม่ใช่โฟลเดอร์ในเว็บไซต์นี้ จึงไม่ได้เขียนสิ่งใด\nวิธีแก้: ย้าย {odd} ไปไว้ที่อื่น แล้วสั่งคำสั่งเดิมอีกครั้ง"
            ) from None
    click.echo("\n".join(_word_made(made, year)))


def _word_made(made: NewYear, year: int) -> Iterator[str]:
    """The files written, what was added to others, what waits and why, and what is next, a line each."""
    if made.written:
        yield f"เขียนแล้วใน data/{year}: {_named(made.written)}"
    yield from _word_added(made)
    if not made.number:
        yield "ไม่มีแฟ้มที่ต้องเขียน"
    if made.kept:
        yield f"มีอยู่แล้วและคงสิ่งที่กรอกไว้ตามเดิม: {_named(made.kept)}"
    yield from _word_waiting(made, year)
    yield from (_word_reason(one, year) for one in made.not_written)
    if made.number:
        yield "ถ้าต้องการให้กลับเป็นอย่างเดิม สั่ง prongsai undo"
    yield (
        f"ขั้นต่อไป: สั่ง prongsai export form --year {year} เพื่อกรอกใน Excel หรือกรอกแฟ้มใน data/{year} "
        "เท่าที่มีเอกสาร แล้วสั่ง prongsai check แฟ้มที่ยังไม่กรอกไม่มีหน้าในเว็บไซต์"
    )


def _word_added(made: NewYear) -> Iterator[str]:
    if made.documents:
        yield f"เพิ่มใน site_config/documents.yml: {' '.join(made.documents)}"
    if made.answers.carried:
        yield f"ยกคำตอบจากทะเบียนปี {made.before} มาใน oit.yml: {len(made.answers.carried)} ข้อ"
    if made.answers.moved:
        moved = [f"{was} เป็น {now}" for was, now in made.answers.moved]
        yield f"เปลี่ยนเลขข้อของคำตอบที่รอทบทวนตามหลักเกณฑ์ของปีแล้ว {len(moved)} ข้อ: {_some(moved)}"
    if made.rounds:
        yield f"เพิ่มใน follow-up.yml: แถวที่รอรายงาน {made.rounds} แถว"


def _word_waiting(made: NewYear, year: int) -> Iterator[str]:
    """The answers that wait to be renewed, what could not be placed, and the weak points that wait for a measure."""
    if made.waiting:
        yield (
            f"คำตอบที่ยกมา {made.waiting} ข้อรอทบทวน ยังไม่แสดงในหน้าใดและยังไม่นับเป็นคำตอบของปี {year} "
            "ทบทวนข้อใดแล้วให้ลบ renew ของข้อนั้น หรือลบช่อง ยกมาจากปี ในแบบกรอก"
        )
    if made.borrowed and (made.waiting or f"data/{year}/oit.yml" in made.written):
        yield (
            f"ยังไม่ทราบข้อ OIT ของปี {year} จึงใช้เลขข้อและชื่อข้อของปี {made.borrowed} ไปก่อน ตรวจกับคู่มือของปี {year} "
            f"เมื่อเพิ่มหลักเกณฑ์ของปี {year} {_AGAIN.format(year=year)} คำตอบที่รอทบทวนจะได้เลขข้อของปี {year}"
        )
    if made.answers.stuck:
        yield (
            f"ไม่ได้เปลี่ยนเลขข้อของ {_some(made.answers.stuck)} เพราะมีหมายเหตุของผู้กรอกในข้อนั้น "
            f"หรือเลขข้อใหม่มีคำตอบแล้ว ย้ายเองใน data/{year}/oit.yml"
        )
    for before in dict.fromkeys(one for one, _ in made.lost):
        codes = [code for one, code in made.lost if one == before]
        yield (
            f"ไม่ทราบว่าข้อ {_some(codes)} ของปี {before} ตรงกับข้อใดของปี {year} จึงยังไม่ได้ยกมา "
            f"คำตอบเดิมอยู่ใน data/{before}/oit.yml ดูเลขข้อจากคู่มือแล้วกรอกเอง"
        )
    if made.weak_points:
        count, named = len(made.weak_points), _some(made.weak_points)
        yield f"มาตรการของปี {year} ต้องตอบผลของปี {year - 1} จำนวน {count} เรื่อง: {named}"
        yield f"ร่างมาตรการจากผลได้ด้วย prongsai draft measures {year}"


def _some(names: Iterable[str]) -> str:
    """Names in a row, of many the first."""
    found = [*names]
    more = f" และอีก {len(found) - _LONGEST}" if len(found) > _LONGEST else ""
    return f"{', '.join(found[:_LONGEST])}{more}"


def _named(names: Iterable[str]) -> str:
    return " ".join(PurePosixPath(name).name for name in names)


def _word_reason(one: NotWritten, year: int) -> str:
    missing = sentences()["edition-missing"].fix.format(found=year)
    return f"{_WHY[one.reason]} {_AGAIN}".format(
        name=PurePosixPath(one.name).name, needs=one.needs, year=year, edition_missing=missing
    )
