"""Common parts of the commands that put a site into a folder: what they may take there, and how they refuse."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from prongsai.cli.shared import WrongCall, wait_option

if TYPE_CHECKING:
    from prongsai.pipeline.target.replace_tree import Permission, TargetInUseError

_MOST_SHOWN = 20
R = TypeVar("R")
_ADOPT = click.option(
    "--adopt",
    is_flag=True,
    help="รับโฟลเดอร์ปลายทางที่มีแฟ้มอยู่แล้ว เช่น เว็บไซต์ที่โปรแกรมรุ่นเดิมวางไว้ แฟ้มของผู้อื่นยังอยู่ครบ",
)
_REPLACE = click.option(
    "--replace",
    "replaced",
    multiple=True,
    metavar="PATH",
    help="วางทับแฟ้มของผู้อื่นแฟ้มนี้ในโฟลเดอร์ปลายทาง เช่น index.html ที่ผู้ให้บริการวางไว้ (ระบุซ้ำได้)",
)
_REFUSALS = {
    "sources": (
        "โฟลเดอร์ {place} เป็นที่เก็บข้อมูลของเว็บไซต์ หรืออยู่เหนือขึ้นไป จึงไม่วางทับ",
        "ระบุโฟลเดอร์อื่นด้วย --to เช่น --to ../public",
    ),
    "not-a-folder": ("{place} เป็นแฟ้ม ไม่ใช่โฟลเดอร์ จึงไม่วางทับ", "ระบุโฟลเดอร์ด้วย --to เช่น --to ../public"),
    "unknown": (
        "โฟลเดอร์ {place} มีแฟ้มอยู่แล้ว และไม่มีบันทึกว่าโปรแกรมนี้เป็นผู้วาง จึงไม่วางทับและไม่ลบสิ่งใด",
        (
            "ระบุโฟลเดอร์ใหม่หรือโฟลเดอร์ว่างด้วย --to ถ้าเป็นเว็บไซต์ที่โปรแกรมนี้เคยวางไว้ "
            "หรือต้องการวางร่วมกับแฟ้มอื่นในโฟลเดอร์นี้ ให้เติม --adopt ซึ่งเก็บแฟ้มของผู้อื่นไว้ครบ"
        ),
    ),
    "other-site": (
        "โฟลเดอร์ {place} เป็นเว็บไซต์ของ {first} จึงไม่วางทับและไม่ลบสิ่งใด",
        "ระบุโฟลเดอร์ของหน่วยงานนี้ด้วย --to ถ้าเป็นหน่วยงานเดียวกันที่เปลี่ยนชื่อ ให้เติม --adopt",
    ),
    "foreign": (
        (
            "ใน {place} มี {count} แฟ้มอยู่ในที่ของหน้าเว็บ แต่โปรแกรมไม่ได้วางไว้ หรือมีผู้แก้หลังจากวาง "
            "จึงไม่วางทับ และยังไม่ได้เขียนสิ่งใดในโฟลเดอร์นั้น{listed}"
        ),
        "ย้ายหรือลบแฟ้มเหล่านี้ก่อน ถ้าวางทับได้ให้สั่งใหม่โดยเติม --replace {quoted}",
    ),
}


@dataclass(frozen=True)
class Asked:
    """The request for the site's folder: to take it, to replace these files of others, how long to wait."""

    adopt: bool
    replaced: tuple[str, ...]
    wait: int


def target_options(command: Callable[..., R]) -> Callable[..., R]:
    """Add the options by which a folder with files of others is taken; the command gets them as `asked`."""

    @wraps(command)
    def gathered(*, adopt: bool, replaced: tuple[str, ...], wait: int, **words: object) -> R:
        return command(asked=Asked(adopt, replaced, wait), **words)

    return _ADOPT(_REPLACE(wait_option(gathered)))


def permission_of(root: Path, place: Path, asked: Asked) -> Permission:
    """The permission for `place`; raises WrongCall for the folder of the facts, and for names of no file there."""
    from prongsai.pipeline.begin_build import refuse_sources
    from prongsai.pipeline.target.manifest import is_below
    from prongsai.pipeline.target.replace_tree import Permission, TargetInUseError

    try:
        refuse_sources(root, place)
    except TargetInUseError as refused:
        raise word_refusal(refused) from None
    names = []
    for typed in asked.replaced:
        name = typed.replace("\\", "/").removeprefix(f"{place.as_posix()}/").removeprefix("./")
        if not is_below(name) or not (place / name).is_file():
            raise WrongCall(
                f"--replace {typed} ไม่ใช่แฟ้มในโฟลเดอร์ {place}\n"
                "วิธีแก้: ระบุชื่อแฟ้มนับจากโฟลเดอร์ปลายทาง เช่น --replace index.html"
            )
        names.append(name)
    return Permission(adopt=asked.adopt, replace=frozenset(names))


def word_refusal(refused: TargetInUseError) -> WrongCall:
    """The reason why nothing was put into the folder, and how to go on."""
    what, fix = _REFUSALS[refused.reason]
    values = {
        "place": str(refused.target),
        "count": str(len(refused.names)),
        "listed": _listed(refused.names),
        "quoted": _quoted(refused.names),
        "first": "".join(refused.names[:1]),
    }
    return WrongCall(f"{what.format(**values)}\nวิธีแก้: {fix.format(**values)}")


def word_foreign(names: tuple[str, ...], place: Path) -> str:
    """The files that others keep in the folder, said once; empty where there is nothing new to say."""
    if not names:
        return ""
    return f"ใน {place} มีแฟ้มของผู้อื่น {len(names)} รายการ ซึ่งยังอยู่ครบ{_listed(names)}\n"


def _listed(names: tuple[str, ...]) -> str:
    shown = "".join(f"\n  {_shown(name)}" for name in names[:_MOST_SHOWN])
    rest = len(names) - _MOST_SHOWN
    return shown + (f"\n  และอีก {rest} รายการ" if rest > 0 else "")


def _quoted(names: tuple[str, ...]) -> str:
    shown = [f'"{name}"' if " " in name else name for name in map(_shown, names[:3])]
    return " --replace ".join(shown) + (" และแฟ้มอื่นในทำนองเดียวกัน" if len(names) > 3 else "")


def _shown(name: str) -> str:
    """A name that can be printed, also where its bytes are no UTF-8."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
