"""The command `prongsai`: what it is called with, what it prints and with which status it ends."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import cast

import click

from prongsai import __version__
from prongsai.wording.language import Language

FINE, DATA_HAS_ERRORS, CALL_WAS_WRONG = 0, 1, 2


class WrongCall(click.ClickException):
    """The call was wrong or something could not be read."""

    exit_code = CALL_WAS_WRONG

    def show(self, file: object = None) -> None:  # noqa: ARG002  click passes the stream it would print to
        """Print the sentence as it is."""
        click.echo(self.message, err=True)


_folder = click.option("-C", "--site", "site", default=".", metavar="DIR", help="โฟลเดอร์ของเว็บไซต์ (ค่าเริ่มต้น: ที่นี่)")
_lang = click.option("--lang", type=click.Choice(["th", "en"]), default="th", help="ภาษาของข้อความ")
_url = click.option("--site-url", metavar="URL", help="ที่อยู่จริงของเว็บไซต์ แทนค่าใน site_config/site.yml")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="prongsai")
def main() -> None:
    """โปร่งใส: จากข้อมูล ITA ของหน่วยงาน เป็นเว็บไซต์ที่ประชาชนและผู้ตรวจประเมินเปิดดูได้"""


def _root(site: str) -> Path:
    root = Path(site)
    if not (root / "data").is_dir() and not (root / "site_config").is_dir():
        raise WrongCall(
            f"{root.resolve()} ไม่ใช่โฟลเดอร์ของเว็บไซต์ เพราะไม่มีโฟลเดอร์ data และ site_config\n"
            "วิธีแก้: เข้าไปที่โฟลเดอร์ของเว็บไซต์ก่อน หรือระบุด้วย --site หรือสร้างใหม่ด้วย prongsai new ชื่อโฟลเดอร์"
        )
    return root


@main.command()
@_folder
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "sarif", "github"]), default="text", help="รูปแบบของรายงาน"
)
@_lang
@_url
def check(site: str, form: str, lang: str, site_url: str | None) -> None:
    """ตรวจข้อมูลทุกแฟ้ม แล้วรายงานปัญหาทั้งหมดในครั้งเดียว"""
    from prongsai.pipeline.check import check_folder
    from prongsai.reporting import FORMATS

    checked = check_folder(_root(site), site_url)
    click.echo(FORMATS[form](checked.problems, cast("Language", lang)), nl=False)
    sys.exit(DATA_HAS_ERRORS if checked.has_errors else FINE)
