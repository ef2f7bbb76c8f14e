"""The command draft: a first text of an analysis or of measures, shown before it is written into the data files."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from prongsai.cli.ask import ask
from prongsai.cli.saves import saving
from prongsai.cli.shared import (
    DATA_HAS_ERRORS,
    Command,
    Group,
    WrongCall,
    folder_option,
    in_turn,
    lang_option,
    report,
    root_of,
    wait_option,
)
from prongsai.cli.typed import read_new_year

if TYPE_CHECKING:
    from prongsai.pipeline.draft import NoDraftError, Prepared
    from prongsai.pipeline.save import Proposed
    from prongsai.problems import Problem

_LEAST, _MOST = 1, 3  # proposals for one finding
_YES = click.option("--yes", is_flag=True, help="เขียนโดยไม่ถามอีก")
_TRIAL = click.option("--dry-run", is_flag=True, help="แสดงร่าง โดยไม่เขียน")
_WHY = {
    "no-scores": (
        "ยังไม่มีผลคะแนนใน {file} จึงร่างไม่ได้ เพราะร่างเขียนจากตัวเลขเท่านั้น",
        "กรอกคะแนนใน {file} หรือนำเข้าด้วย prongsai import ตาราง --year {year} --as scores แล้วสั่งคำสั่งเดิมอีกครั้ง",
    ),
    "faulty": (
        "{file} มีส่วนที่อ่านไม่ได้ จึงร่างไม่ได้",
        "สั่ง prongsai check แล้วแก้ {file} ตามที่แจ้ง แล้วสั่งคำสั่งเดิมอีกครั้ง",
    ),
    "other-year": (
        "มาตรการใน {file} ตอบผลของปี {found} จึงร่างต่อจากผลของปี {year} ในแฟ้มเดียวกันไม่ได้",
        "ตรวจ from_fiscal_year ใน {file} ถ้าถูกต้องแล้ว ให้ร่างมาตรการของปีถัดไป",
    ),
}


@click.group("draft", cls=Group)
def draft() -> None:
    """ร่างการวิเคราะห์ผลจากตัวเลข หรือมาตรการจากจุดอ่อน ให้หน่วยงานแก้ไขก่อนใช้ ร่างไม่เผยแพร่จนกว่าจะแก้และลบ draft"""


@draft.command("analysis", cls=Command)
@click.argument("year", metavar="YEAR", callback=read_new_year)
@folder_option
@_YES
@_TRIAL
@wait_option
@lang_option
def draft_analysis(year: int, site: str, **asked: object) -> None:
    """ร่างการวิเคราะห์ผลของปีงบประมาณนั้น: สิ่งที่พบ จุดแข็ง จุดอ่อน และประเด็นที่ควรพัฒนา ข้อความที่มีแล้วไม่เปลี่ยน"""
    from prongsai.pipeline.draft import prepare_analysis

    root = root_of(site)
    _offer(root, lambda: prepare_analysis(root, year), f"prongsai draft analysis {year}", asked)


@draft.command("measures", cls=Command)
@click.argument("year", metavar="YEAR", callback=read_new_year)
@folder_option
@click.option(
    "--proposals",
    type=click.IntRange(_LEAST, _MOST),
    default=_MOST,
    metavar="COUNT",
    help="ข้อเสนอไม่เกินกี่มาตรการต่อจุดอ่อนหนึ่งเรื่อง (ค่าเริ่มต้น: 3)",
)
@_YES
@_TRIAL
@wait_option
@lang_option
def draft_measures(year: int, site: str, proposals: int, **asked: object) -> None:
    """ร่างมาตรการของปีงบประมาณนั้นจากผลของปีก่อน: มาตรการเดิมที่ตอบเรื่องเดียวกันพร้อมผล แล้วข้อเสนอให้เลือก"""
    from prongsai.pipeline.draft import prepare_measures

    root = root_of(site)
    _offer(root, lambda: prepare_measures(root, year, proposals), f"prongsai draft measures {year}", asked)


def _offer(root: Path, prepare: Callable[[], Prepared], what: str, asked: dict[str, object]) -> None:
    """Show a draft, ask, and write it as a whole."""
    prepared = _prepare(prepare)
    for line in _word_draft(prepared):
        click.echo(line)
    proposed = prepared.proposed
    if proposed is None:
        click.echo("ไม่มีสิ่งใดต้องเขียน สิ่งที่ร่างได้มีในแฟ้มข้อมูลแล้ว")
        return
    if errors := _errors_of(proposed):
        report(errors, str(asked["lang"]))
        click.echo("ร่างทำให้ข้อมูลมีข้อผิดพลาดข้างต้น จึงไม่ได้เขียนสิ่งใด", err=True)
        sys.exit(DATA_HAS_ERRORS)
    names = " ".join(proposed.after)
    if asked["dry_run"]:
        click.echo(f"ทดลองเท่านั้น ยังไม่ได้เขียน {names}")
        return
    if not ask(f"เขียนร่างลง {names} หรือไม่", yes=bool(asked["yes"])):
        click.echo("ไม่ได้เขียนสิ่งใด")
        return
    _write(root, prepared, what, asked)


def _errors_of(proposed: Proposed) -> list[Problem]:
    """The errors that the draft brings into its own file; others were there, and a draft is in nothing published."""
    from prongsai.wording import Severity, severity_of

    new = (one for one in proposed.new_problems if severity_of(one.code) is Severity.ERROR)
    return [one for one in new if one.where.file in proposed.after]


def _prepare(prepare: Callable[[], Prepared]) -> Prepared:
    from prongsai.pipeline.draft import NoDraftError

    try:
        with saving():
            return prepare()
    except NoDraftError as refused:
        raise _refuse(refused) from None


def _refuse(refused: NoDraftError) -> WrongCall:
    said, fix = _WHY[refused.reason]
    values = {"file": refused.file, "year": refused.year, "found": refused.found}
    return WrongCall(f"{said.format(**values)}\nวิธีแก้: {fix.format(**values)}")


def _write(root: Path, prepared: Prepared, what: str, asked: dict[str, object]) -> None:
    from prongsai.pipeline.save import save

    if prepared.proposed is None:
        return
    wait = asked["wait"]
    with saving(), in_turn(root, what, wait if isinstance(wait, int) else 0):
        saved = save(root, prepared.proposed, what)
    click.echo(f"เขียนแล้ว {len(saved.names)} แฟ้ม ทุกรายการมี draft: true จึงยังไม่เผยแพร่ ถ้าไม่ต้องการ สั่ง prongsai undo")
    click.echo("ขั้นต่อไป: แก้ข้อความ กรอกส่วนที่อยู่ระหว่าง ___ ลบรายการที่ไม่ใช้ แล้วลบ draft ของรายการที่ใช้ ดูทั้งหมดด้วย prongsai check")


def _word_draft(prepared: Prepared) -> Iterator[str]:
    """The texts of a draft below their heads, and what was left out."""
    for head, lines in prepared.drafted.texts:
        if lines:
            yield head
            yield from (f"  {line}" for line in lines)
            yield ""
    for one in prepared.drafted.left_out:
        yield f"ไม่ได้ร่าง {one}"
