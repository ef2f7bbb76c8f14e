"""Common parts of the commands: options, how problems and progress are printed, and the lock of those that write."""

from __future__ import annotations

import datetime as dt
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, cast

import click

from prongsai.cli.commands import Command, Group
from prongsai.cli.output import CALL_WAS_WRONG, WrongCall
from prongsai.cli.saves import word_finished
from prongsai.cli.typed import FIRST_YEAR, LAST_YEAR, check_folder_name, read_networks, read_site_url
from prongsai.wording import Language

if TYPE_CHECKING:
    from prongsai.pipeline.site_lock import Holder, Kind
    from prongsai.problems import Problem

FINE, DATA_HAS_ERRORS = 0, 1
_FINISHING = 60  # seconds that a command waits for one that is saving
HANDED_OUT = "โฟลเดอร์ที่วางแฟ้ม (ค่าเริ่มต้น: ข้างโฟลเดอร์ของเว็บไซต์และนอก git ในชื่อเดียวกันที่ลงท้ายด้วย -handed-out)"
__all__ = ["CALL_WAS_WRONG", "DATA_HAS_ERRORS", "FINE", "FIRST_YEAR", "LAST_YEAR", "Command", "Group", "WrongCall"]

folder_option = click.option(
    "-C",
    "--site",
    "site",
    default=".",
    metavar="DIR",
    is_eager=True,  # what other options say of folders is checked against this one
    callback=check_folder_name,
    help="โฟลเดอร์ของเว็บไซต์ (ค่าเริ่มต้น: ที่นี่)",
)
lang_option = click.option("--lang", type=click.Choice(["th", "en"]), default="th", help="ภาษาของข้อความ (ค่าเริ่มต้น: th)")
url_option = click.option(
    "--site-url",
    metavar="URL",
    callback=read_site_url,
    help="ที่อยู่จริงของเว็บไซต์ แทนค่าใน site_config/site.yml",
)
networks_option = click.option(
    "--allow-private",
    "networks",
    multiple=True,
    metavar="NETWORK",
    callback=read_networks,
    help="ยอมให้เปิดเครือข่ายภายในนี้ เช่น 10.1.0.0/16",
)


def root_of(site: str) -> Path:
    """The folder of a site; raises WrongCall where it is none.

    A save that was broken off is finished first, so that no command ever reads a half of it.
    """
    root = Path(site).resolve()
    if not (root / "data").is_dir() and not (root / "site_config").is_dir():
        raise WrongCall(
            f"{root} ไม่ใช่โฟลเดอร์ของเว็บไซต์ เพราะไม่มีโฟลเดอร์ data และ site_config\n"
            "วิธีแก้: เข้าไปที่โฟลเดอร์ของเว็บไซต์ก่อน หรือระบุด้วย --site หรือสร้างใหม่ด้วย prongsai new ชื่อโฟลเดอร์"
        )
    _finish_saves(root)
    return root


def _finish_saves(root: Path) -> None:
    from prongsai.pipeline.undo.records import has_unfinished

    if has_unfinished(root):
        with in_turn(root, "prongsai", _FINISHING):
            return


def tell_step(step: str) -> None:
    """Progress, a line a step."""
    click.echo(f"{step} …", err=True)


def report(problems: Sequence[Problem], lang: str, *, with_notes: bool = True) -> str:
    """Print the problems; without notes these are only counted."""
    from prongsai.reporting import as_text

    text = as_text(problems, cast("Language", lang), with_notes=with_notes) if problems else ""
    click.echo(text, nl=False)
    offer_help(text, lang)
    return text


def offer_help(report: str, lang: str) -> None:
    """Tell whoever sits before the screen how to read more on the first problem of a report; no file ever has it."""
    code = re.search(r" \[([a-z0-9-]+)\]$", report, re.MULTILINE)
    if code and lang == "th" and sys.stdout and sys.stdout.isatty():  # none where the stream was closed
        click.echo(f"ดูเหตุและตัวอย่างที่ถูกของรหัสใดก็ได้ เช่น prongsai help {code[1]}", err=True)


def stop(problems: Sequence[Problem], lang: str) -> NoReturn:
    """Print the problems and end: the data has errors."""
    report(problems, lang)
    sys.exit(DATA_HAS_ERRORS)


cache_option = click.option("--no-cache", is_flag=True, help="ไม่ใช้สิ่งที่จำไว้จากครั้งก่อน ทำใหม่ทั้งหมด ผลต้องเหมือนกัน ต่างกันที่เวลา")
wait_option = click.option(
    "--wait",
    type=click.IntRange(0, 86_400),
    default=60,
    metavar="SECONDS",
    help="รอคำสั่งอื่นที่ทำงานกับเว็บไซต์นี้อยู่ไม่เกินกี่วินาที (ค่าเริ่มต้น: 60)",
)


@contextmanager
def in_turn(root: Path, command: str, wait: float, kind: Kind = "site") -> Iterator[None]:
    """Hold a lock of the site in `root` for `command`; raises WrongCall when it was not free in time."""
    from prongsai.pipeline.site_lock import SiteBusyError, hold_lock

    try:
        with hold_lock(root, command, kind=kind, wait=wait, tell=_teller(wait)) as finished:
            for one in finished:
                click.echo(word_finished(one), err=True)
            yield
    except SiteBusyError as busy:
        raise WrongCall(
            f"{say_holder(busy.holder)} รอแล้ว {wait:.0f} วินาที จึงเลิกรอ\n"
            f"วิธีแก้: รอให้คำสั่งนั้นเสร็จแล้วสั่งใหม่ หรือรอนานขึ้น เช่น --wait {max(300, int(wait) * 2)}"
        ) from None


def _teller(wait: float) -> Callable[[Holder | None], None]:
    def tell(holder: Holder | None) -> None:
        if wait:
            click.echo(f"{say_holder(holder)} จึงรอไม่เกิน {wait:.0f} วินาที …", err=True)

    return tell


def say_holder(holder: Holder | None) -> str:
    """The command that works on the site, and since when, by the clock of this machine."""
    if holder is None:
        return "มีคำสั่งอื่นของโปรแกรมนี้ทำงานกับเว็บไซต์นี้อยู่"
    since = dt.datetime.fromisoformat(holder.since).strftime("%H:%M:%S")
    return f"{holder.command} ทำงานกับเว็บไซต์นี้อยู่ ตั้งแต่เวลา {since} น. (หมายเลขโปรเซส {holder.process})"
