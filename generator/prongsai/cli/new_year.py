"""The command `new-year`: the data files of a fiscal year, ready to be filled in."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import click

from prongsai.cli.shared import Command, WrongCall, folder_option, root_of
from prongsai.cli.turn import in_turn, wait_option
from prongsai.cli.typed import read_new_year
from prongsai.wording import sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prongsai.pipeline.starting.new_year import NewYear, NotWritten

_AGAIN = "แล้วสั่ง prongsai new-year {year} อีกครั้ง"
_WHY = {
    "no-items": "เพราะยังไม่ทราบข้อ OIT ของปี {year} {edition_missing}",
    "faulty-answers": "เพราะ {needs} มีส่วนที่อ่านไม่ได้ สั่ง prongsai check แล้วแก้ตามที่แจ้ง",
    "no-measures": "เพราะยังไม่มีมาตรการใน {needs} กรอกมาตรการก่อน",
    "faulty-measures": "เพราะ {needs} มีส่วนที่อ่านไม่ได้ สั่ง prongsai check แล้วแก้ตามที่แจ้ง",
}


@click.command("new-year", cls=Command)
@click.argument("year", metavar="YEAR", callback=read_new_year)
@folder_option
@wait_option
def new_year(year: int, site: str, wait: int) -> None:
    """เริ่มปีงบประมาณ พ.ศ. ใหม่ สร้างแฟ้มข้อมูลของปีที่ยังไม่มีพร้อมคำอธิบายทุกช่อง แฟ้มที่มีอยู่แล้วไม่แตะต้อง"""
    from prongsai.pipeline.starting import new_year as steps

    root = root_of(site)
    with in_turn(root, f"prongsai new-year {year}", wait):
        try:
            made = steps.new_year(root, year)
        except steps.OddFolderError as odd:
            raise WrongCall(
                f"{odd} ไม่ใช่โฟลเดอร์ในเว็บไซต์นี้ จึงไม่ได้เขียนสิ่งใด\nวิธีแก้: ย้าย {odd} ไปไว้ที่อื่น แล้วสั่งคำสั่งเดิมอีกครั้ง"
            ) from None
    click.echo(_word_made(made, year))


def _word_made(made: NewYear, year: int) -> str:
    """What was written, what was there already, what waits for something else, and what is next, a line each."""
    lines = [
        f"เขียนแล้วใน data/{year}: {_named(made.written)}" if made.written else "ไม่มีแฟ้มที่ต้องเขียน",
        *([f"มีอยู่แล้วและคงไว้ตามเดิม: {_named(made.kept)}"] if made.kept else []),
        *(f"ยังไม่เขียน {_named([one.name])} {_word_reason(one, year)}" for one in made.not_written),
        f"ขั้นต่อไป: กรอกแฟ้มใน data/{year} เท่าที่มีเอกสาร แล้วสั่ง prongsai check แฟ้มที่ยังไม่กรอกไม่มีหน้าในเว็บไซต์",
    ]
    return "\n".join(lines)


def _named(names: Sequence[str]) -> str:
    return " ".join(PurePosixPath(name).name for name in names)


def _word_reason(one: NotWritten, year: int) -> str:
    return f"{_WHY[one.reason]} {_AGAIN}".format(
        needs=one.needs, year=year, edition_missing=sentences()["edition-missing"].fix.format(found=year)
    )
