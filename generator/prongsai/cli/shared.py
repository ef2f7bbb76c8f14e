"""What the commands share: options, how a call is refused, how problems and progress are printed."""

from __future__ import annotations

import errno
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, cast

import click

from prongsai.wording.language import Language

if TYPE_CHECKING:
    from prongsai.problems import Problem

FINE, DATA_HAS_ERRORS, CALL_WAS_WRONG = 0, 1, 2
FIRST_YEAR, LAST_YEAR = 2556, 2656  # Buddhist Era: ITA began in 2556


class WrongCall(click.ClickException):
    """The call was wrong or something could not be read."""

    exit_code = CALL_WAS_WRONG

    def show(self, file: object = None) -> None:  # noqa: ARG002  click passes the stream it would print to
        """Print the sentence as it is."""
        click.echo(self.message, err=True)


folder_option = click.option("-C", "--site", "site", default=".", metavar="DIR", help="โฟลเดอร์ของเว็บไซต์ (ค่าเริ่มต้น: ที่นี่)")
lang_option = click.option("--lang", type=click.Choice(["th", "en"]), default="th", help="ภาษาของข้อความ")
url_option = click.option("--site-url", metavar="URL", help="ที่อยู่จริงของเว็บไซต์ แทนค่าใน site_config/site.yml")


class Commands(click.Group):
    """The commands; what the disk refuses is said in a sentence."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except OSError as failure:
            if failure.errno == errno.EPIPE:  # whoever read the output has gone away: nothing to say to them
                raise
            raise WrongCall(
                f"อ่านหรือเขียน {failure.filename or 'แฟ้ม'} ไม่ได้ ({failure.strerror or failure})\n"
                "วิธีแก้: ตรวจสิทธิ์ของโฟลเดอร์และพื้นที่ว่างของดิสก์ แล้วสั่งใหม่"
            ) from None


def root_of(site: str) -> Path:
    """The folder of a site; raises WrongCall where it is none."""
    root = Path(site).resolve()
    if not (root / "data").is_dir() and not (root / "site_config").is_dir():
        raise WrongCall(
            f"{root} ไม่ใช่โฟลเดอร์ของเว็บไซต์ เพราะไม่มีโฟลเดอร์ data และ site_config\n"
            "วิธีแก้: เข้าไปที่โฟลเดอร์ของเว็บไซต์ก่อน หรือระบุด้วย --site หรือสร้างใหม่ด้วย prongsai new ชื่อโฟลเดอร์"
        )
    return root


def tell_step(step: str) -> None:
    """Progress, a line a step."""
    click.echo(f"{step} …", err=True)


def report(problems: Sequence[Problem], lang: str, *, with_notes: bool = True) -> str:
    """Print the problems; without notes these are only counted."""
    from prongsai.reporting import as_text

    text = as_text(problems, cast("Language", lang), with_notes=with_notes) if problems else ""
    click.echo(text, nl=False)
    return text


def stop(problems: Sequence[Problem], lang: str) -> NoReturn:
    """Print the problems and end: the data has errors."""
    report(problems, lang)
    sys.exit(DATA_HAS_ERRORS)
