"""The command `prongsai`: what it is called with, what it prints and with which status it ends."""

from __future__ import annotations

import errno
import gc
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, cast

import click

from prongsai import __version__
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


_folder = click.option("-C", "--site", "site", default=".", metavar="DIR", help="โฟลเดอร์ของเว็บไซต์ (ค่าเริ่มต้น: ที่นี่)")
_lang = click.option("--lang", type=click.Choice(["th", "en"]), default="th", help="ภาษาของข้อความ")
_url = click.option("--site-url", metavar="URL", help="ที่อยู่จริงของเว็บไซต์ แทนค่าใน site_config/site.yml")


class _Commands(click.Group):
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


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="prongsai")
def main() -> None:
    """โปร่งใส: จากข้อมูล ITA ของหน่วยงาน เป็นเว็บไซต์ที่ประชาชนและผู้ตรวจประเมินเปิดดูได้"""


def _root(site: str) -> Path:
    root = Path(site).resolve()
    if not (root / "data").is_dir() and not (root / "site_config").is_dir():
        raise WrongCall(
            f"{root} ไม่ใช่โฟลเดอร์ของเว็บไซต์ เพราะไม่มีโฟลเดอร์ data และ site_config\n"
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


@main.command()
@_folder
@_lang
@_url
def generate(site: str, lang: str, site_url: str | None) -> None:
    """สร้างหน้า Markdown และแฟ้มข้อมูลใน content/ โดยไม่ประกอบเป็นเว็บไซต์"""
    from prongsai.pipeline.check import check_folder
    from prongsai.pipeline.generate import generate_folder

    root = _root(site)
    checked = check_folder(root, site_url)
    if checked.has_errors:
        _stop(checked.problems, lang)
    made = generate_folder(root, checked)
    if any(found.code != "stale-page-kept" for found in made.written.problems):
        _stop(made.written.problems, lang)
    _report(made.written.problems, lang)
    changed, removed = len(made.written.changed), len(made.written.removed)
    click.echo(f"สร้าง {len(made.pages)} หน้า เปลี่ยน {changed} แฟ้ม คงเดิม {made.written.same} แฟ้ม ลบ {removed} แฟ้ม")


@main.command()
@_folder
@click.option("--to", "target", default=None, metavar="DIR", help="โฟลเดอร์ที่วางเว็บไซต์ (ค่าเริ่มต้น: site)")
@_lang
@_url
def build(site: str, target: str | None, lang: str, site_url: str | None) -> None:
    """ตรวจ สร้างหน้า และประกอบเว็บไซต์ ถ้าไม่สำเร็จเว็บไซต์เดิมยังอยู่ครบ"""
    from prongsai.pipeline.build import TargetInUseError, build_folder

    root = _root(site)
    place = Path(target).resolve() if target else root / "site"
    gc.disable()  # a build makes much and frees little: collecting while it runs only costs time
    try:
        built = build_folder(root, place, site_url=site_url, tell=_tell)
    except TargetInUseError:
        raise WrongCall(
            f"โฟลเดอร์ {place} มีแฟ้มอื่นที่ไม่ใช่เว็บไซต์ที่โปรแกรมสร้าง จึงไม่วางทับ\nวิธีแก้: ระบุโฟลเดอร์ใหม่หรือโฟลเดอร์ว่างด้วย --to"
        ) from None
    if not built.done:
        _stop(built.problems, lang)
    _report(built.problems, lang, with_notes=False)
    if built.unchanged:
        click.echo(f"ไม่มีอะไรเปลี่ยน เว็บไซต์ใน {place} เป็นปัจจุบันแล้ว")
    else:
        click.echo(f"เว็บไซต์พร้อมแล้วใน {place} จำนวน {built.pages} หน้า")
    click.echo(f"เปิดดู: prongsai serve หรือเปิดแฟ้ม {place / 'index.html'}")


def _tell(step: str) -> None:
    """Progress, a line a step."""
    click.echo(f"{step} …", err=True)


def _report(problems: Sequence[Problem], lang: str, *, with_notes: bool = True) -> str:
    """Print the problems; without notes these are only counted."""
    from prongsai.reporting import as_text

    text = as_text(problems, cast("Language", lang), with_notes=with_notes) if problems else ""
    click.echo(text, nl=False)
    return text


def _stop(problems: Sequence[Problem], lang: str) -> NoReturn:
    _report(problems, lang)
    sys.exit(DATA_HAS_ERRORS)


@main.command()
@_folder
@click.option("--host", default="127.0.0.1", help="ที่อยู่ที่เปิดดูได้ (ค่าเริ่มต้น: เฉพาะเครื่องนี้)")
@click.option("--port", default=8000, type=click.IntRange(1, 65535), help="หมายเลขพอร์ต")
@_lang
def serve(site: str, host: str, port: int, lang: str) -> None:
    """เปิดดูเว็บไซต์ระหว่างแก้ข้อมูล บันทึกแฟ้มแล้วหน้าเว็บเปลี่ยนตามในไม่กี่วินาที"""
    from prongsai.pipeline.serve import serve_folder

    def tell(problems: Sequence[Problem], done: bool) -> str:
        text = _report(problems, lang, with_notes=False)
        click.echo(f"เปิดดูที่ http://{host}:{port}/ (กด Ctrl+C เพื่อหยุด)" if done else "แก้ข้อมูลแล้วบันทึก จะสร้างใหม่ให้เอง")
        return text

    root = _root(site)
    try:
        serve_folder(root, host, port, tell)
    except OSError as failure:
        raise WrongCall(f"เปิดที่ {host}:{port} ไม่ได้ ({failure.strerror})\nวิธีแก้: ระบุพอร์ตอื่น เช่น --port 8001") from None


@main.command()
@click.argument("folder", metavar="DIR")
@click.option("--name", default=None, help="ชื่อหน่วยงาน")
@click.option("--year", type=int, default=None, help="ปีงบประมาณ พ.ศ. ของผลการประเมินที่จะกรอก")
def new(folder: str, name: str | None, year: int | None) -> None:
    """สร้างโฟลเดอร์เว็บไซต์ใหม่พร้อมแฟ้มให้กรอก"""
    from prongsai.pipeline.new_site import FolderInUseError, new_site, newest_edition
    from prongsai.thai.text import clean_text

    chosen = newest_edition() if year is None else year
    if not FIRST_YEAR <= chosen <= LAST_YEAR:
        raise WrongCall(f"--year {chosen} ไม่ใช่ปี พ.ศ. ที่ใช้ได้\nวิธีแก้: ระบุปี พ.ศ. สี่หลัก เช่น --year 2568")
    agency, _ = clean_text(name or "")
    if name is not None and not agency:
        raise WrongCall("--name ว่างเปล่า\nวิธีแก้: ระบุชื่อหน่วยงาน หรือไม่ต้องใส่ --name แล้วกรอกภายหลัง")
    try:
        made = new_site(Path(folder), agency, chosen)
    except FolderInUseError:
        raise WrongCall(f"โฟลเดอร์ {folder} มีแฟ้มอยู่แล้ว จึงไม่สร้างทับ\nวิธีแก้: ระบุโฟลเดอร์ใหม่ที่ยังไม่มี") from None
    for place in made:
        click.echo(f"  {place}")
    click.echo(f"สร้างแล้วใน {folder} ขั้นต่อไป: เข้าไปที่โฟลเดอร์นั้น กรอกข้อมูล แล้วสั่ง prongsai serve")
