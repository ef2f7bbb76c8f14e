"""The command that publishes: the site into its place, its addresses into the ledger, its facts into a snapshot."""

from __future__ import annotations

import gc
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from prongsai.cli.output import word_disk_refusal
from prongsai.cli.shared import (
    Command,
    WrongCall,
    folder_option,
    in_turn,
    lang_option,
    report,
    root_of,
    stop,
    tell_step,
    url_option,
)
from prongsai.cli.target import Asked, permission_of, target_options, word_foreign, word_refusal
from prongsai.cli.typed import check_target, day_of, read_day
from prongsai.cli.word_drafts import word_drafts

if TYPE_CHECKING:
    from prongsai.pipeline.backup.make_backup import Backup
    from prongsai.pipeline.build import Built

_MOST_SHOWN = 5
R = TypeVar("R")


def backup_options(command: Callable[..., R]) -> Callable[..., R]:
    """The place of the backup (`backup`, None for the usual place), or that none is wanted (an empty text)."""
    none = click.option("--no-backup", "backup", flag_value="", help="ไม่เก็บสำเนาสำรองเป็นแฟ้ม ZIP")
    place = click.option(
        "--backup", "backup", default=None, metavar="DIR", help="โฟลเดอร์ที่เก็บสำเนาสำรอง (ค่าเริ่มต้น: ข้างโฟลเดอร์ของเว็บไซต์)"
    )
    return place(none(command))


def backup_folder(root: Path, place: Path, backup: str | None) -> Path | None:
    """The folder for the backup of what is published in `place`; raises WrongCall where that cannot be."""
    from prongsai.pipeline.backup.make_backup import BackupInsideError, refuse_inside
    from prongsai.pipeline.handed_out import handed_out_folder

    if backup == "":
        return None
    if backup is None:
        return handed_out_folder(root)
    folder = Path(backup).resolve()
    try:
        refuse_inside(root, folder, place)
    except BackupInsideError:
        raise WrongCall(
            f"--backup {folder} อยู่ในเว็บไซต์ที่เผยแพร่หรือในโฟลเดอร์ข้อมูล สำเนาสำรองจะถูกเผยแพร่หรือปนกับข้อมูล\n"
            "วิธีแก้: ระบุโฟลเดอร์ที่อยู่นอกเว็บไซต์ เช่น --backup ../สำเนาสำรอง"
        ) from None
    if folder.exists() and not folder.is_dir():
        raise WrongCall(f"--backup {folder} เป็นแฟ้ม ไม่ใช่โฟลเดอร์\nวิธีแก้: ระบุชื่อโฟลเดอร์ เช่น --backup ../สำเนาสำรอง")
    return folder


def keep_backup(root: Path, place: Path, day: str, folder: Path | None, built: Built, site_url: str | None) -> None:
    """Write the backup, remember where the site went, and say both; the publication is good also without them."""
    from prongsai import __version__
    from prongsai.pipeline.backup.make_backup import BackupInsideError, name_target, write_backup
    from prongsai.pipeline.handed_out import LastTarget, is_remembered, remember_target

    kept = None
    site = built.checked.results.site if built.checked else None
    try:
        if folder is not None:
            kept = write_backup(root, folder, day, published=place, site=site, site_url=site_url)
        last = LastTarget(name_target(place), day, __version__, name_target(kept.path) if kept else "")
        if not (built.unchanged and is_remembered(root, last)):
            remember_target(root, last)
    except BackupInsideError:
        click.echo(_word_failed(f"โฟลเดอร์ {folder} อยู่ในเว็บไซต์ที่เผยแพร่"), err=True)
    except OSError as failure:
        click.echo(_word_failed(f"เขียน {failure.filename or folder} ไม่ได้ ({failure.strerror or failure})"), err=True)
    if kept is not None:
        click.echo(_word_kept(kept))


def _word_failed(reason: str) -> str:
    return (
        f"คำเตือน: เผยแพร่และบันทึกเรียบร้อยแล้ว แต่เก็บสำเนาสำรองไม่สำเร็จ เพราะ{reason}\n"
        "วิธีแก้: ตรวจพื้นที่ว่างและสิทธิ์ของโฟลเดอร์ แล้วสั่งเดิมอีกครั้ง หรือระบุโฟลเดอร์อื่นด้วย --backup"
    )


def _word_kept(kept: Backup) -> str:
    first = f"เก็บสำเนาสำรองไว้ใน {kept.path}" if kept.is_new else f"สำเนาสำรองล่าสุดยังตรงกับที่เผยแพร่ ({kept.path})"
    lines = [first, "โปรแกรมไม่ลบสำเนาสำรองเดิม ควรคัดลอกไว้อีกแห่ง กู้คืนด้วย prongsai restore"]
    if kept.left_out:
        rest = f" และอีก {len(kept.left_out) - _MOST_SHOWN} ชื่อ" if len(kept.left_out) > _MOST_SHOWN else ""
        lines.append(
            f"ไม่ได้เก็บ {' '.join(kept.left_out[:_MOST_SHOWN])}{rest} "
            "เพราะเป็นทางลัดไปนอกโฟลเดอร์ของเว็บไซต์ หรือมีชื่อที่ใช้ไม่ได้ในบางระบบ ให้เก็บสำรองเอง"
        )
    return "\n".join(lines)


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
    from prongsai.pipeline.target.replace_tree import TargetInUseError

    root, place, day = root_of(site), Path(target).resolve(), day_of(date)
    permission = permission_of(root, place, asked)
    folder = backup_folder(root, place, backup)
    gc.disable()  # as in a build: collecting while it runs only costs time
    try:
        with in_turn(root, "prongsai publish", asked.wait):
            published = publish_folder(root, place, day, site_url=site_url, permission=permission, tell=tell_step)
            if not published.built.done:
                stop(published.built.problems, lang)
            report(published.built.problems, lang, with_notes=False)
            click.echo(word_drafts(published.built.problems), nl=False)
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
    """The result of publishing and recording, and what remains to be done."""
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
    """The site is in place; what kept the record from being written, and that the next publication fixes it."""
    why = f"เขียน {failure.file} ไม่ได้ ({failure.reason})"
    fix = "ตรวจสิทธิ์ของโฟลเดอร์ site_config และพื้นที่ว่างของดิสก์ แล้วสั่ง prongsai publish ด้วยคำสั่งเดิมอีกครั้ง"
    if isinstance(failure.__cause__, OSError):
        why, fix = word_disk_refusal(failure.__cause__).split("\nวิธีแก้: ")
    return (
        f"เว็บไซต์วางใน {place} เรียบร้อยแล้ว แต่บันทึกการเผยแพร่ไม่สำเร็จ เพราะ{why}\n"
        f"วิธีแก้: {fix} เว็บไซต์ที่วางแล้วใช้ได้ตามปกติ และครั้งถัดไปจะบันทึกให้ครบ"
    )
