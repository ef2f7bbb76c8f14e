"""Folders that people type: what can never be meant is refused before anything is read or written."""

from __future__ import annotations

from pathlib import Path

import click

from prongsai.cli.help_page import name_of
from prongsai.cli.wrong_call import WrongCall

_LONGEST_NAME = 255  # bytes of one name, on every file system of today


def check_folder_name(_: click.Context, param: click.Parameter, text: str | None) -> str | None:
    """A folder to read or to put files into: not an empty name, and not one that no disk takes."""
    if text is not None:
        _refuse_odd(text, param)
    return text


def check_place(_: click.Context, param: click.Parameter, text: str | None) -> str | None:
    """A folder to put files into: no whole disk either."""
    if text is not None:
        _refuse_odd(text, param)
        _refuse_disk(text, param)
    return text


def check_target(context: click.Context, param: click.Parameter, text: str | None) -> str | None:
    """A folder that a whole site is put into: no disk, no home, nothing that holds this site's own data."""
    if text is None:
        return None
    _refuse_odd(text, param)
    _refuse_disk(text, param)
    _refuse_around(text, param, _home(), "โฟลเดอร์ส่วนตัวของผู้ใช้")
    if "site" in context.params:
        _refuse_around(text, param, Path(context.params["site"] or ".").resolve(), "โฟลเดอร์ข้อมูลของเว็บไซต์นี้")
    return text


def _refuse_odd(text: str, param: click.Parameter) -> None:
    name = name_of(param)
    if not text.strip():
        raise WrongCall(f"{name} ว่างเปล่า\nวิธีแก้: ระบุชื่อโฟลเดอร์ เช่น {_example(param, 'www')}")
    long = next((part for part in Path(text).parts if len(part.encode(errors="replace")) > _LONGEST_NAME), None)
    if long is not None:
        raise WrongCall(
            f"{name} มีชื่อโฟลเดอร์ยาวเกินกว่าที่ระบบรับได้ คือ {long[:40]}…\nวิธีแก้: ตั้งชื่อให้สั้นลง เช่น {_example(param, 'www')}"
        )


def _refuse_disk(text: str, param: click.Parameter) -> None:
    place = Path(text).resolve()
    if place == place.parent:
        raise WrongCall(
            f"{name_of(param)} {text} คือทั้งดิสก์ ไม่ใช่โฟลเดอร์\nวิธีแก้: ระบุโฟลเดอร์ในดิสก์ เช่น {_example(param, place / 'www')}"
        )


def _refuse_around(text: str, param: click.Parameter, kept: Path | None, what: str) -> None:
    """Refuse a folder that is `kept`, or that holds it."""
    place = Path(text).resolve()
    if kept is not None and place in {kept, *kept.parents}:
        is_it = "คือ" if place == kept else "มี"
        tail = "" if place == kept else "อยู่ข้างใน"
        raise WrongCall(
            f"{name_of(param)} {text} {is_it}{what}{tail} จึงไม่วางเว็บไซต์ทับ\n"
            f"วิธีแก้: ระบุโฟลเดอร์ใหม่หรือโฟลเดอร์ว่าง เช่น {_example(param, place / 'www')}"
        )


def _example(param: click.Parameter, value: object) -> str:
    return str(value) if isinstance(param, click.Argument) else f"{name_of(param)} {value}"


def _home() -> Path | None:
    """The home of whoever calls; a machine may know none."""
    try:
        return Path.home().resolve()
    except (RuntimeError, OSError):
        return None
