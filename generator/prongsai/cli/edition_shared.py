"""Common parts of the commands on the rules of a year: options, files, refusals and the last question."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from prongsai.cli.ask import ask
from prongsai.cli.saves import saving
from prongsai.cli.shared import WrongCall, in_turn, stop
from prongsai.cli.typed import read_new_year

if TYPE_CHECKING:
    from prongsai.pipeline.save import Proposed

from_option = click.option(
    "--from",
    "nearest",
    default=None,
    metavar="YEAR",
    callback=read_new_year,
    help="ปีที่ใช้เป็นโครง (ค่าเริ่มต้น: ปีก่อนหน้าที่ใกล้ที่สุดซึ่งทราบข้อ OIT)",
)
year_argument = click.argument("year", metavar="YEAR", callback=read_new_year)
yes_option = click.option("--yes", is_flag=True, help="เขียนโดยไม่ถาม")
to_option = click.option("--to", "target", default=None, metavar="FILE", help="แฟ้มที่เขียน (ค่าเริ่มต้น: ข้างโฟลเดอร์ของเว็บไซต์)")
_WITHIN = ("content", "data", "site", "site_config", ".prongsai")


def say(lines: Iterable[str]) -> None:
    """Lines of a report."""
    for line in lines:
        click.echo(line)


@contextmanager
def refusals() -> Iterator[None]:
    """Say in a sentence why the rules of a year cannot be read or written."""
    from prongsai.pipeline.handed_out import FileLockedError
    from prongsai.pipeline.rulebooks.known import NoSuchYearError, UnreadRulesError

    try:
        yield
    except UnreadRulesError as unread:
        click.echo("แฟ้มหลักเกณฑ์ของปีมีส่วนที่อ่านไม่ได้ จึงยังไม่ทำต่อ เพื่อไม่ให้ข้อมูลหาย แก้ตามรายการนี้ก่อน", err=True)
        stop(unread.problems, "th")
    except NoSuchYearError as none:
        known = " ".join(map(str, none.years))
        raise WrongCall(f"ไม่ทราบหลักเกณฑ์ของปี {none.year} จึงใช้เป็นโครงไม่ได้\nวิธีแก้: ระบุปีที่ทราบ คือ {known}") from None
    except FileLockedError as locked:
        raise WrongCall(
            f"เขียนแฟ้ม {locked.path} ไม่ได้ อาจเปิดค้างอยู่ในโปรแกรมอื่น หรือไม่มีสิทธิ์เขียน\nวิธีแก้: ปิดแฟ้มนั้นแล้วสั่งใหม่ หรือระบุชื่ออื่นด้วย --to"
        ) from None


def target_file(root: Path, typed: str, ending: str) -> Path:
    """The file to write, outside the folders of the site; raises WrongCall."""
    path = Path(typed).resolve()
    if path.is_dir() or path.suffix.lower() != ending:
        raise WrongCall(f"--to {typed} ไม่ใช่ชื่อแฟ้ม {ending}\nวิธีแก้: ระบุชื่อแฟ้มที่ลงท้ายด้วย {ending}")
    if any(path.is_relative_to(root / name) for name in _WITHIN):
        raise WrongCall(f"{path} อยู่ในโฟลเดอร์ข้อมูลของเว็บไซต์ แฟ้มจะปนกับข้อมูลหรือถูกเผยแพร่\nวิธีแก้: ระบุที่อื่น หรือไม่ต้องระบุ --to")
    return path


def read_given(name: str) -> bytes:
    """The bytes of a file that a call names; raises WrongCall where it cannot be read."""
    from prongsai.disk.read import TooLargeError, read_plain
    from prongsai.grids.open_parts import LARGEST_FILE

    try:
        return read_plain(Path(name), LARGEST_FILE)
    except TooLargeError:
        raise WrongCall(f"{name} ใหญ่เกินไปสำหรับหลักเกณฑ์\nวิธีแก้: ตรวจว่าเลือกแฟ้มถูกต้อง") from None


def write_rules(root: Path, proposed: Proposed, what: str, *, yes: bool, wait: int) -> None:
    """Ask and write what was proposed; ends the command where the answer is no."""
    from prongsai.pipeline.save import save

    names = " ".join(proposed.after)
    if not proposed.after:
        click.echo("ไม่มีสิ่งใดต้องเขียน")
        return
    if not ask(f"เขียนลง {names} หรือไม่", yes=yes):
        click.echo("ไม่ได้เขียนสิ่งใด")
        sys.exit(0)
    with saving(), in_turn(root, what, wait):
        save(root, proposed, what)
    click.echo(f"เขียนแล้ว {names} ถ้าต้องการให้กลับเป็นอย่างเดิม สั่ง prongsai undo")
