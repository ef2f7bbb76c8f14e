"""The command that publishes: the site into its place, its addresses into the ledger, its facts into a snapshot."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import TYPE_CHECKING

import click

from prongsai.cli.folders import check_target
from prongsai.cli.keep_backup import backup_folder, backup_options, keep_backup
from prongsai.cli.shared import (
    Command,
    WrongCall,
    folder_option,
    lang_option,
    report,
    root_of,
    stop,
    tell_step,
    url_option,
)
from prongsai.cli.target import Asked, claim_of, target_options, word_foreign, word_refusal
from prongsai.cli.turn import in_turn
from prongsai.cli.typed import day_of, read_day

if TYPE_CHECKING:
    from prongsai.pipeline.publish import NotRecordedError, Published

_COMMIT = "git add site_config/urls.csv site_config/published"


@click.command(cls=Command)
@folder_option
@click.option("--to", "target", required=True, metavar="DIR", callback=check_target, help="โฟลเดอร์ที่เผยแพร่เว็บไซต์")
@click.option(
    "--date",
    "date",
    default=None,
    metavar="DATE",
    callback=read_day,
    help="วันที่เผยแพร่ พ.ศ. เช่น 2569-11-21 (ค่าเริ่มต้น: วันนี้)",
)
@target_options
@backup_options
@lang_option
@url_option
def publish(
    site: str,
    target: str,
    date: str | None,
    asked: Asked,
    backup: str | None,
    lang: str,
    site_url: str | None,
) -> None:
    """ประกอบเว็บไซต์ วางในที่เผยแพร่ แล้วบันทึกทะเบียนลิงก์และข้อเท็จจริงที่เผยแพร่"""
    from prongsai.pipeline.publish import DayBeforeLastError, NotRecordedError, publish_folder
    from prongsai.pipeline.replace_tree import TargetInUseError

    root, place, day = root_of(site), Path(target).resolve(), day_of(date)
    claim = claim_of(root, place, asked)
    folder = backup_folder(root, place, backup)
    gc.disable()  # as in a build: collecting while it runs only costs time
    try:
        with in_turn(root, "prongsai publish", asked.wait):
            published = publish_folder(root, place, day, site_url=site_url, claim=claim, tell=tell_step)
            if not published.built.done:
                stop(published.built.problems, lang)
            report(published.built.problems, lang, with_notes=False)
            click.echo(word_foreign(published.built.foreign, place), nl=False)
            click.echo(_word_published(published, place))
            keep_backup(root, place, day, folder, published.built, site_url)
    except TargetInUseError as refused:
        raise word_refusal(refused) from None
    except DayBeforeLastError as last:
        raise WrongCall(
            f"วันที่เผยแพร่ {day} อยู่ก่อนการเผยแพร่ครั้งล่าสุดเมื่อ {last}\nวิธีแก้: ระบุ --date ตั้งแต่ {last} เป็นต้นไป หรือไม่ต้องระบุเพื่อใช้วันนี้"
        ) from None
    except NotRecordedError as failure:
        report(failure.built.problems, lang, with_notes=False)
        raise WrongCall(_word_not_recorded(failure, place)) from None


def _word_published(published: Published, place: Path) -> str:
    """What was published and recorded, and what remains to be done."""
    snapshot = f"site_config/published/{published.snapshot}"
    if published.built.unchanged:
        first = f"ไม่มีอะไรเปลี่ยน เว็บไซต์ใน {place} เป็นปัจจุบันแล้ว"
    else:
        first = f"เผยแพร่แล้วใน {place} จำนวน {published.built.pages} หน้า"
    counted = f"ทะเบียนลิงก์มี {published.known} รายการ เป็นรายการใหม่ {published.new} รายการ"
    if published.is_new:
        return (
            f"{first}\n{counted}\nบันทึกข้อเท็จจริงที่เผยแพร่ไว้ใน {snapshot}\nขั้นต่อไป: เก็บทะเบียนลิงก์และบันทึกเข้า git ด้วย {_COMMIT}"
        )
    same = f"ข้อเท็จจริงเหมือนครั้งล่าสุด ({snapshot}) จึงไม่เขียนบันทึกใหม่"
    todo = f"\nขั้นต่อไป: เก็บทะเบียนลิงก์เข้า git ด้วย {_COMMIT}" if published.new else ""
    return f"{first}\n{counted}\n{same}{todo}"


def _word_not_recorded(failure: NotRecordedError, place: Path) -> str:
    """The site stands; what kept the record from being written, and that the next publication mends it."""
    from prongsai.cli import disk_refusals

    why = f"เขียน {failure.file} ไม่ได้ ({failure.reason})"
    mend = "ตรวจสิทธิ์ของโฟลเดอร์ site_config และพื้นที่ว่างของดิสก์ แล้วสั่ง prongsai publish ด้วยคำสั่งเดิมอีกครั้ง"
    if isinstance(failure.__cause__, OSError):
        why, mend = disk_refusals.word_refusal(failure.__cause__).split("\nวิธีแก้: ")
    return (
        f"เว็บไซต์วางใน {place} เรียบร้อยแล้ว แต่บันทึกการเผยแพร่ไม่สำเร็จ เพราะ{why}\n"
        f"วิธีแก้: {mend} เว็บไซต์ที่วางแล้วใช้ได้ตามปกติ และครั้งถัดไปจะบันทึกให้ครบ"
    )
