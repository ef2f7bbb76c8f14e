"""The command `undo`: the last save is taken back, or made again, after it was shown."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from prongsai.cli.ask import ask
from prongsai.cli.saves import saving, word_time
from prongsai.cli.shared import Command, WrongCall, folder_option, in_turn, root_of, wait_option

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prongsai.pipeline.undo.records import Record, Records
    from prongsai.pipeline.undo.take_back import Reversal, Undone

_NOTHING = {
    False: (
        "ไม่มีการเขียนแฟ้มที่คืนได้ หรือคืนครบทุกครั้งแล้ว\nวิธีแก้: ดูรายการด้วย prongsai undo --list คืนได้เฉพาะแฟ้มที่คำสั่งของโปรแกรมนี้เขียน"
    ),
    True: ("ไม่มีการคืนแฟ้มที่ทำซ้ำได้\nวิธีแก้: ดูรายการด้วย prongsai undo --list เมื่อมีคำสั่งอื่นเขียนแฟ้มหลังจากคืนแล้ว จะทำซ้ำไม่ได้อีก"),
}
_OTHER = "มีคำสั่งอื่นเขียนหรือคืนแฟ้มหลังจากที่แสดงรายการ จึงไม่คืนแฟ้มใด\nวิธีแก้: สั่ง prongsai undo อีกครั้ง แล้วตรวจรายการใหม่"
_EDITED = (
    "{names} มีผู้แก้ไขหลังจาก {what} เขียนเมื่อ {time} จึงไม่คืนแฟ้มใด เพื่อไม่ให้งานที่แก้ไว้หาย\n"
    "วิธีแก้: เนื้อหาก่อนเขียนอยู่ใน {folder}/before เปิดเทียบแล้วคัดลอกเฉพาะส่วนที่ต้องการ"
)
_DAMAGED = (
    "สำเนาใน {folder} ไม่ตรงกับที่เก็บไว้ จึงไม่คืนแฟ้มใด\n"
    "วิธีแก้: คัดลอกเนื้อหาเดิมจากสำเนาสำรองของ prongsai publish หรือจาก git แล้วสั่ง prongsai check"
)


@click.command(cls=Command)
@click.option("--list", "is_list", is_flag=True, help="แสดงการเขียนแฟ้มที่เก็บไว้ โดยไม่คืนแฟ้มใด")
@click.option("--redo", is_flag=True, help="ทำซ้ำสิ่งที่เพิ่งคืน ให้แฟ้มกลับเป็นเหมือนก่อนสั่ง undo")
@click.option("--yes", is_flag=True, help="ไม่ต้องถามก่อน")
@folder_option
@wait_option
def undo(is_list: bool, redo: bool, yes: bool, site: str, wait: int) -> None:
    """คืนแฟ้มข้อมูลให้เป็นอย่างก่อนคำสั่งล่าสุดที่เขียน เช่น import หรือ fmt"""
    from prongsai.pipeline.undo import records

    root = root_of(site)
    known = records.list_saves(root)
    for folder in known.damaged:
        click.echo(f"ข้าม {folder} เพราะอ่านบันทึกไม่ได้ อาจเสียหายหรือถูกแก้ไข", err=True)
    if is_list:
        click.echo("\n".join(_word_list(known)) if known.sound else "ยังไม่มีการเขียนแฟ้มที่เก็บไว้")
        return
    shown = _plan(root, redo=redo)
    click.echo("\n".join(_word_plan(shown)))
    if not ask("ทำตามนี้หรือไม่", yes=yes):
        click.echo("ไม่ได้เปลี่ยนแฟ้มใด")
        return
    with in_turn(root, "prongsai undo", wait):
        _carry_out(root, shown)
    click.echo(_word_done(shown))


def _plan(root: Path, *, redo: bool) -> Undone:
    """The save that would be taken back; what hinders it is said in a sentence."""
    from prongsai.pipeline.undo import take_back

    with _taking_back(redo=redo):
        return take_back.plan_undo(root, again=redo)


def _carry_out(root: Path, shown: Undone) -> None:
    from prongsai.pipeline.undo import take_back

    with _taking_back(redo=shown.is_again):
        take_back.undo(root, again=shown.is_again, number=shown.record.number)


@contextmanager
def _taking_back(*, redo: bool) -> Iterator[None]:
    from prongsai.pipeline.undo.records import DamagedRecordError
    from prongsai.pipeline.undo.take_back import EditedSinceError, NothingToUndoError, OtherSaveError

    try:
        with saving():
            yield
    except NothingToUndoError:
        said = _NOTHING[redo]
    except OtherSaveError:
        said = _OTHER
    except EditedSinceError as edited:
        record = edited.record
        names, time = " ".join(edited.names), word_time(record.since)
        said = _EDITED.format(names=names, what=record.what, time=time, folder=record.folder)
    except DamagedRecordError as damaged:
        said = _DAMAGED.format(folder=damaged)
    else:
        return
    raise WrongCall(said)


def _word_plan(shown: Undone) -> Iterator[str]:
    """The save, and what becomes of each of its files."""
    what = "ทำซ้ำสิ่งที่คืนไปเมื่อ" if shown.is_again else f"คืนแฟ้มให้เป็นอย่างก่อน {shown.record.what} เมื่อ"
    yield f"{what} {word_time(shown.record.since)}"
    yield from (f"  {one.name}  {_word_file(one)}" for one in shown.files)


def _word_file(file: Reversal) -> str:
    added, removed = file.lines
    if file.then is None:
        return f"ลบทั้งแฟ้ม {removed:,} บรรทัด"
    if file.now is None:
        return f"นำกลับมาทั้งแฟ้ม {added:,} บรรทัด"
    return f"เพิ่ม {added:,} บรรทัด ลบ {removed:,} บรรทัด"


def _word_done(shown: Undone) -> str:
    rest = "prongsai undo" if shown.is_again else "prongsai undo --redo"
    return f"เขียนแล้ว {len(shown.files)} แฟ้ม ถ้าต้องการให้กลับเป็นอย่างเมื่อครู่ สั่ง {rest}"


def _word_list(records: Records) -> Iterator[str]:
    """Every save, the newest first, with its files and whether it was taken back."""
    from prongsai.pipeline.undo.take_back import is_taken_back

    for record in reversed([one for one in records.sound if not one.takes_back]):
        taken = "  คืนแล้ว" if is_taken_back(record, records) else ""
        yield f"{word_time(record.since)}  {record.what}{taken}"
        yield from (f"  {name}" for name in _names(record))


def _names(record: Record) -> Iterator[str]:
    for file in record.files:
        added = "  แฟ้มใหม่" if not file.before else "  ลบแฟ้ม" if not file.after else ""
        yield f"{file.name}{added}"
