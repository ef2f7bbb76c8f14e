"""What a publication leaves beside the site: a backup, and where the site went."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from prongsai.cli.shared import WrongCall

if TYPE_CHECKING:
    from prongsai.pipeline.backup import Backup
    from prongsai.pipeline.build import Built

_MOST_SHOWN = 5


def backup_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Where the backup goes (`backup`, None for the usual place), or that none is wanted (an empty text)."""
    none = click.option("--no-backup", "backup", flag_value="", help="ไม่เก็บสำเนาสำรองเป็นแฟ้ม ZIP")
    place = click.option(
        "--backup", "backup", default=None, metavar="DIR", help="โฟลเดอร์ที่เก็บสำเนาสำรอง (ค่าเริ่มต้น: ข้างโฟลเดอร์ของเว็บไซต์)"
    )
    return place(none(command))


def backup_folder(root: Path, place: Path, backup: str | None) -> Path | None:
    """The folder for the backup of what is published in `place`; raises WrongCall where that cannot be."""
    from prongsai.pipeline.backup import BackupInsideError, refuse_inside
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
    from prongsai.pipeline.backup import BackupInsideError, name_target, write_backup
    from prongsai.pipeline.last_target import LastTarget, is_remembered, remember_target

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
