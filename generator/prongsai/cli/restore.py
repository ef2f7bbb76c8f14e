"""The command `restore`: a site from its backup, on a machine that has nothing of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from prongsai.cli.shared import Command, WrongCall

if TYPE_CHECKING:
    from prongsai.pipeline.backup.files import BackupNote

_MEGABYTE = 1_000_000
_OTHER_COPY = "วิธีแก้: ใช้สำเนาสำรองอีกแห่งหนึ่ง หรือคัดลอกแฟ้มนี้มาใหม่ให้ครบ"
_NOT_EMPTY = "{target} มีอยู่แล้วและไม่ใช่โฟลเดอร์ว่าง จึงไม่เขียนทับ\nวิธีแก้: ระบุโฟลเดอร์ใหม่ที่ยังไม่มี หรือโฟลเดอร์ว่าง"
_NOT_A_BACKUP = (
    "{name} ไม่ใช่สำเนาสำรองที่โปรแกรมนี้เก็บไว้ หรือคัดลอกมาไม่ครบ จึงไม่ได้เขียนสิ่งใด\n"
    "วิธีแก้: ใช้แฟ้ม prongsai-….zip ที่ prongsai publish เก็บไว้"
)
_NEWER = (
    "{name} เก็บไว้ด้วยโปรแกรมรุ่นใหม่กว่า ({version}) รุ่นนี้อ่านไม่ได้ จึงไม่ได้เขียนสิ่งใด\nวิธีแก้: ติดตั้ง prongsai รุ่นนั้นหรือใหม่กว่า แล้วสั่งใหม่"
)
_UNSAFE = "{name} มี {found} ซึ่งไม่มีในสำเนาสำรองที่โปรแกรมนี้เก็บ อาจมีผู้ดัดแปลง จึงไม่ได้เขียนสิ่งใด\n" + _OTHER_COPY
_DAMAGED = "{what}เสียหาย ขาดหาย หรือถูกแก้ไข จึงไม่ได้เขียนสิ่งใด\n" + _OTHER_COPY
_NO_ROOM = (
    "สำเนาสำรองต้องใช้พื้นที่ {needed:,.0f} เมกะไบต์ แต่ดิสก์เหลือ {free:,.0f} เมกะไบต์ จึงไม่ได้เขียนสิ่งใด\n"
    "วิธีแก้: ลบแฟ้มที่ไม่ใช้ หรือระบุโฟลเดอร์ในดิสก์อื่น"
)
_MOST_SHOWN = 5


@click.command(cls=Command)
@click.argument("backup", metavar="ZIP")
@click.argument("folder", metavar="DIR")
def restore(backup: str, folder: str) -> None:
    """กู้คืนเว็บไซต์จากสำเนาสำรอง ZIP ลงในโฟลเดอร์ใหม่ DIR"""
    from prongsai.pipeline.backup.make_backup import name_target
    from prongsai.pipeline.handed_out import LastTarget, remember_target

    path, target = Path(backup).resolve(), Path(folder).resolve()
    if not path.is_file():
        raise WrongCall(f"ไม่พบแฟ้ม {path}\nวิธีแก้: ระบุแฟ้ม ZIP ที่ prongsai publish เก็บไว้")
    note = _restore(path, target)
    remember_target(target, LastTarget(note.target, note.day, note.version, name_target(path)))
    click.echo(_word_restored(note, target))


def _restore(path: Path, target: Path) -> BackupNote:
    """Restore it; what keeps it from being restored is said in a sentence."""
    from prongsai.pipeline.backup.files import NewerBackupError, NotABackupError
    from prongsai.pipeline.backup.restore import (
        DamagedBackupError,
        FolderNotEmptyError,
        NoRoomError,
        UnsafeBackupError,
        restore_backup,
    )

    try:
        return restore_backup(path, target)
    except FolderNotEmptyError:
        said = _NOT_EMPTY.format(target=target)
    except NotABackupError:
        said = _NOT_A_BACKUP.format(name=path.name)
    except NewerBackupError as newer:
        said = _NEWER.format(name=path.name, version=_printable(newer))
    except UnsafeBackupError as unsafe:
        said = _UNSAFE.format(name=path.name, found=_printable(unsafe))
    except DamagedBackupError as damaged:
        said = _DAMAGED.format(what=f"แฟ้ม {_printable(damaged)} ในสำเนาสำรอง" if str(damaged) else "สำเนาสำรอง")
    except NoRoomError as room:
        said = _NO_ROOM.format(needed=room.needed / _MEGABYTE, free=room.free / _MEGABYTE)
    raise WrongCall(said)


def _printable(name: object) -> str:
    """A name from a file that somebody may have made to move the cursor."""
    return "".join(character if character.isprintable() else "?" for character in str(name))


def _word_restored(note: BackupNote, target: Path) -> str:
    """The restored parts, whether the site will look the same, and what to do next."""
    from prongsai import __version__

    lines = [
        f"กู้คืน {note.agency} ฉบับที่เผยแพร่เมื่อ {note.day} ไว้ใน {target} แล้ว {len(note.files)} แฟ้ม",
        _word_version(note, __version__),
    ]
    code = [name for name in note.files if name.endswith(".py")]
    if code:
        rest = f" และอีก {len(code) - _MOST_SHOWN} แฟ้ม" if len(code) > _MOST_SHOWN else ""
        lines.append(
            f"มีโปรแกรมที่จะทำงานขณะสร้างเว็บไซต์ ({' '.join(code[:_MOST_SHOWN])}{rest}) ตรวจก่อนถ้าไม่ทราบที่มาของสำเนานี้"
        )
    here = f" --site-url {note.site_url}" if note.site_url and not _names(target, note.site_url) else ""
    lines += [
        "ขั้นต่อไป:",
        f"  cd {target}",
        f"  prongsai check{here}",
        f"  prongsai publish{here} --to โฟลเดอร์ที่เผยแพร่" + (f"   (เดิมคือ {note.target})" if note.target else ""),
    ]
    return "\n".join(lines)


def _word_version(note: BackupNote, own: str) -> str:
    from prongsai.pipeline.backup.make_backup import other_packages

    others = other_packages(note)
    if note.version == own and not others:
        return f"สำเนานี้เก็บด้วย prongsai รุ่น {own} เหมือนเครื่องนี้ เว็บไซต์ที่สร้างจะตรงกับที่เผยแพร่"
    if note.version == own:
        return f"สำเนานี้เก็บด้วย prongsai รุ่น {own} เหมือนเครื่องนี้ แต่ {' '.join(others)} เป็นคนละรุ่น บางแฟ้มอาจต่างไปเล็กน้อย"
    return f"สำเนานี้เก็บด้วย prongsai รุ่น {note.version} เครื่องนี้ใช้รุ่น {own} หน้าเว็บอาจต่างไป แต่ข้อมูลและที่อยู่ครบเหมือนเดิม"


def _names(target: Path, site_url: str) -> bool:
    """True if the site names that address itself, so that nobody has to type it."""
    from prongsai.loading.load_site import load_site
    from prongsai.web import without_login

    return without_login(load_site(target).site.options.site_url or "") == site_url
