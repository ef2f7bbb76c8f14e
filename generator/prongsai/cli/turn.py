"""Commands that write take turns: who waits is told for whom, and who waited in vain ends with a sentence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from prongsai.cli.wrong_call import WrongCall

if TYPE_CHECKING:
    from prongsai.pipeline.site_lock import Holder, Kind

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
        with hold_lock(root, command, kind=kind, wait=wait, tell=_teller(wait)):
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
    """Which command works on the site, and since when, by the clock of this machine."""
    if holder is None:
        return "มีคำสั่งอื่นของโปรแกรมนี้ทำงานกับเว็บไซต์นี้อยู่"
    since = dt.datetime.fromisoformat(holder.since).strftime("%H:%M:%S")
    return f"{holder.command} ทำงานกับเว็บไซต์นี้อยู่ ตั้งแต่เวลา {since} น. (หมายเลขโปรเซส {holder.process})"
