"""The command `serve`: a preview that ends when asked to, by the keyboard, by the system or by a script."""

from __future__ import annotations

import datetime as dt
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, cast

import click

from prongsai.cli.shared import Command, WrongCall, folder_option, lang_option, report, root_of
from prongsai.cli.typed import read_host
from prongsai.thai.dates import BUDDHIST_ERA, BuddhistDate
from prongsai.wording import Language, Severity, severity_of

if TYPE_CHECKING:
    from prongsai.pipeline.build import Built
    from prongsai.pipeline.preview.ends import Failed
    from prongsai.pipeline.preview.serve import AddressTakenError
    from prongsai.pipeline.site_lock import Holder
    from prongsai.problems import Problem

_ENDING = ("SIGINT", "SIGTERM", "SIGBREAK")  # the last is Windows' own


@click.command(cls=Command)
@folder_option
@click.option(
    "--host", default="127.0.0.1", callback=read_host, help="ชื่อหรือหมายเลขของเครื่องที่เปิดดูได้ (ค่าเริ่มต้น: เฉพาะเครื่องนี้)"
)
@click.option("--port", default=8000, type=click.IntRange(1, 65535), help="หมายเลขพอร์ต (ค่าเริ่มต้น: 8000)")
@lang_option
def serve(site: str, host: str, port: int, lang: str) -> None:
    """เปิดดูเว็บไซต์ระหว่างแก้ข้อมูล บันทึกแฟ้มแล้วหน้าเว็บเปลี่ยนตามในไม่กี่วินาที"""
    with _until_told() as is_over:
        from prongsai.pipeline.preview.ends import Failed
        from prongsai.pipeline.preview.serve import AddressTakenError, serve_folder
        from prongsai.pipeline.preview.server import name_address
        from prongsai.pipeline.site_lock import SiteBusyError

        host = host.strip() or "127.0.0.1"  # no name would mean every network
        address = name_address(host, port)

        said: tuple[Problem, ...] | None = None

        def tell(outcome: Built | Failed) -> str:
            nonlocal said
            if isinstance(outcome, Failed):
                said, text = None, _word_failure(outcome)
                click.echo(text)
                return text
            if outcome.problems != said or not outcome.done:  # the window says each thing once
                report(outcome.problems, lang, with_notes=False)
                click.echo(f"เปิดดูที่ {address} (กด Ctrl+C เพื่อหยุด)" if outcome.done else _again(address))
            said = outcome.problems if outcome.done else None
            return "" if outcome.done else _errors_first(outcome, lang)

        try:
            serve_folder(root_of(site), host, port, tell, is_over)
        except SiteBusyError as busy:
            raise WrongCall(_say_open(busy.holder)) from None
        except AddressTakenError as taken:
            raise WrongCall(_say_taken(taken, host, port)) from None


@contextmanager
def _until_told() -> Iterator[Callable[[], bool]]:
    """Until a signal asks to end, which is no failure; also where a script started this with the keyboard switched off.

    Whoever closes the window ends it too, unless `nohup` said that it shall stay.
    """
    told = False

    def end(_number: int, _frame: object) -> None:
        nonlocal told
        if not told:  # the second time the end is under way
            told = True
            raise KeyboardInterrupt

    numbers = [getattr(signal, name) for name in _ENDING if hasattr(signal, name)]
    if hasattr(signal, "SIGHUP") and signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:
        numbers.append(signal.SIGHUP)
    before = {number: signal.signal(number, end) for number in numbers}
    try:
        yield lambda: told
    except KeyboardInterrupt:
        pass
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _errors_first(built: Built, lang: str) -> str:
    """The report for the top of a page, where little of it is seen at a time."""
    from prongsai.reporting import as_text

    ordered = sorted(built.problems, key=lambda found: severity_of(found.code) is not Severity.ERROR)
    return as_text(ordered, cast("Language", lang), with_notes=False)


def _again(address: str) -> str:
    return f"แก้ข้อมูลแล้วบันทึก จะสร้างใหม่ให้เอง รายงานนี้แสดงที่ {address} ด้วย (กด Ctrl+C เพื่อหยุด)"


def _word_failure(failed: Failed) -> str:
    if failed.trace:
        return f"โปรแกรมขัดข้องขณะสร้างหน้า ({failed.reason})\nวิธีแก้: โปรดส่งข้อความนี้ให้ผู้พัฒนา\n\n{failed.trace}"
    return (
        f"อ่านหรือเขียน {failed.file or 'แฟ้ม'} ไม่ได้ ({failed.reason})\n"
        "วิธีแก้: ตรวจสิทธิ์ของโฟลเดอร์และพื้นที่ว่างของดิสก์ แล้วจะสร้างใหม่ให้เอง"
    )


def _say_taken(taken: AddressTakenError, host: str, port: int) -> str:
    other = f"ระบุพอร์ตอื่น เช่น --port {port + 1 if port < 65_535 else 8000}"
    fix = "ตรวจชื่อหรือหมายเลขใน --host หรือไม่ต้องระบุ --host เพื่อเปิดเฉพาะเครื่องนี้" if taken.at_host else other
    return f"เปิดที่ {host}:{port} ไม่ได้ ({taken.reason})\nวิธีแก้: {fix}"


def _say_open(holder: Holder | None) -> str:
    """The address of the preview that is open already, and since when, by the clock of this machine."""
    fix = "วิธีแก้: เปิดดูที่ที่อยู่นั้น หรือหยุดคำสั่งนั้นด้วย Ctrl+C แล้วสั่งใหม่"
    if holder is None:
        return f"prongsai serve เปิดเว็บไซต์นี้อยู่แล้วในหน้าต่างอื่น\n{fix}"
    since = dt.datetime.fromisoformat(holder.since)
    day = BuddhistDate(since.year + BUDDHIST_ERA, since.month, since.day)
    return (
        f"{holder.command} เปิดเว็บไซต์นี้อยู่แล้วที่ {holder.address} ตั้งแต่วันที่ {day} เวลา {since:%H:%M:%S} น. "
        f"(หมายเลขโปรเซส {holder.process})\n{fix}"
    )
