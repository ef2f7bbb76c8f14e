"""The commands on a whole site: check, generate, build, new, new-year and schema."""

from __future__ import annotations

import gc
import sys
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, cast

import click

from prongsai.cli.output import escape_json
from prongsai.cli.shared import (
    DATA_HAS_ERRORS,
    FINE,
    Command,
    WrongCall,
    folder_option,
    in_turn,
    lang_option,
    report,
    root_of,
    stop,
    tell_step,
    url_option,
    wait_option,
)
from prongsai.cli.target import Asked, permission_of, target_options, word_foreign, word_refusal
from prongsai.cli.typed import check_place, check_target, read_new_year
from prongsai.cli.word_drafts import word_drafts
from prongsai.wording import Language, sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prongsai.pipeline.begin import NewYear, NotWritten


@click.command(cls=Command)
@folder_option
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "sarif", "github"]), default="text", help="รูปแบบของรายงาน"
)
@lang_option
@url_option
def check(site: str, form: str, lang: str, site_url: str | None) -> None:
    """ตรวจข้อมูลทุกแฟ้ม แล้วรายงานปัญหาทั้งหมดในครั้งเดียว"""
    gc.disable()  # as in a build
    from prongsai.pipeline.check import check_folder
    from prongsai.reporting import FORMATS

    checked = check_folder(root_of(site), site_url)
    text = FORMATS[form](checked.problems, cast("Language", lang))
    click.echo(escape_json(text) if form in {"json", "sarif"} else text, nl=False)
    sys.exit(DATA_HAS_ERRORS if checked.has_errors else FINE)


@click.command(cls=Command)
@folder_option
@wait_option
@lang_option
@url_option
def generate(site: str, wait: int, lang: str, site_url: str | None) -> None:
    """สร้างหน้า Markdown และแฟ้มข้อมูลใน content/ โดยไม่ประกอบเป็นเว็บไซต์"""
    gc.disable()  # as in a build
    from prongsai.pipeline.check import check_folder
    from prongsai.pipeline.generate import generate_folder

    root = root_of(site)
    with in_turn(root, "prongsai generate", wait):
        checked = check_folder(root, site_url)
        if checked.has_errors:
            stop(checked.problems, lang)
        made = generate_folder(root, checked)
    if made.written.has_errors:
        stop(made.written.problems, lang)
    report(made.written.problems, lang)
    changed, removed = len(made.written.changed), len(made.written.removed)
    click.echo(f"สร้าง {len(made.pages)} หน้า เปลี่ยน {changed} แฟ้ม คงเดิม {made.written.same} แฟ้ม ลบ {removed} แฟ้ม")


@click.command(cls=Command)
@folder_option
@click.option(
    "--to", "target", default=None, metavar="DIR", callback=check_target, help="โฟลเดอร์ที่วางเว็บไซต์ (ค่าเริ่มต้น: site)"
)
@target_options
@lang_option
@url_option
def build(site: str, target: str | None, asked: Asked, lang: str, site_url: str | None) -> None:
    """ตรวจ สร้างหน้า และประกอบเว็บไซต์ ถ้าไม่สำเร็จเว็บไซต์เดิมยังอยู่ครบ"""
    from prongsai.pipeline.build import build_folder
    from prongsai.pipeline.target.replace_tree import TargetInUseError

    root = root_of(site)
    place = Path(target).resolve() if target else root / "site"
    permission = permission_of(root, place, asked)
    gc.disable()  # a build makes much and frees little: collecting while it runs only costs time
    try:
        with in_turn(root, "prongsai build", asked.wait):
            built = build_folder(root, place, site_url=site_url, permission=permission, tell=tell_step)
    except TargetInUseError as refused:
        raise word_refusal(refused) from None
    if not built.done:
        stop(built.problems, lang)
    report(built.problems, lang, with_notes=False)
    click.echo(word_drafts(built.problems), nl=False)
    click.echo(word_foreign(built.foreign, place), nl=False)
    if built.unchanged:
        click.echo(f"ไม่มีอะไรเปลี่ยน เว็บไซต์ใน {place} เป็นปัจจุบันแล้ว")
    else:
        click.echo(f"เว็บไซต์พร้อมแล้วใน {place} จำนวน {built.pages} หน้า")
    click.echo("เปิดดู: prongsai serve")


@click.command(cls=Command)
@click.argument("folder", metavar="DIR", callback=check_target)
@click.option("--name", default=None, help="ชื่อหน่วยงาน")
@click.option(
    "--year", default=None, metavar="YEAR", callback=read_new_year, help="ปีงบประมาณ พ.ศ. ของผลการประเมินที่จะกรอก"
)
def new(folder: str, name: str | None, year: int | None) -> None:
    """สร้างโฟลเดอร์เว็บไซต์ใหม่พร้อมแฟ้มให้กรอก"""
    from prongsai.pipeline.begin import FolderInUseError, new_site, newest_edition
    from prongsai.thai.text import clean_text

    chosen = newest_edition() if year is None else year
    agency, _ = clean_text(name or "")
    if name is not None and not agency:
        raise WrongCall("--name ว่างเปล่า\nวิธีแก้: ระบุชื่อหน่วยงาน หรือไม่ต้องใส่ --name แล้วกรอกภายหลัง")
    try:
        made = new_site(Path(folder), agency, chosen)
    except FolderInUseError:
        raise WrongCall(f"โฟลเดอร์ {folder} มีแฟ้มอยู่แล้ว จึงไม่สร้างทับ\nวิธีแก้: ระบุโฟลเดอร์ใหม่ที่ยังไม่มี") from None
    for place in made:
        click.echo(f"  {place}")
    click.echo(f"สร้างแล้วใน {folder}")
    click.echo(
        f"ขั้นต่อไป: เข้าไปที่โฟลเดอร์นั้น แล้วสั่ง prongsai export form --year {chosen + 1} เพื่อกรอกใน Excel "
        "หรือกรอกในแฟ้มข้างต้น แล้วสั่ง prongsai serve"
    )


@click.command(cls=Command)
@folder_option
@click.option(
    "--to",
    default=None,
    metavar="DIR",
    callback=check_place,
    help="โฟลเดอร์ที่วางแฟ้ม (ค่าเริ่มต้น: .prongsai/schema)",
)
def schema(site: str, to: str | None) -> None:
    """JSON Schema ของแฟ้มข้อมูล ให้โปรแกรมแก้ไขข้อความช่วยเติมคีย์ บอกความหมาย และขีดเส้นใต้ที่ผิด"""
    from prongsai.forms.file_head import SCHEMAS
    from prongsai.pipeline.begin import write_schemas

    folder = Path(to).resolve() if to else root_of(site) / SCHEMAS
    if folder.exists() and not folder.is_dir():
        raise WrongCall(f"--to {folder} เป็นแฟ้ม ไม่ใช่โฟลเดอร์\nวิธีแก้: ระบุชื่อโฟลเดอร์ เช่น --to schema")
    for path in write_schemas(folder):
        click.echo(path)


_AGAIN = "แล้วสั่ง prongsai new-year {year} อีกครั้ง"
_WHY = {
    "no-items": "เพราะยังไม่ทราบข้อ OIT ของปี {year} {edition_missing}",
    "faulty-answers": "เพราะ {needs} มีส่วนที่อ่านไม่ได้ สั่ง prongsai check แล้วแก้ตามที่แจ้ง",
    "no-measures": "เพราะยังไม่มีมาตรการใน {needs} กรอกมาตรการก่อน",
    "faulty-measures": "เพราะ {needs} มีส่วนที่อ่านไม่ได้ สั่ง prongsai check แล้วแก้ตามที่แจ้ง",
}


@click.command("new-year", cls=Command)
@click.argument("year", metavar="YEAR", callback=read_new_year)
@folder_option
@wait_option
def new_year(year: int, site: str, wait: int) -> None:
    """เริ่มปีงบประมาณ พ.ศ. ใหม่ สร้างแฟ้มข้อมูลของปีที่ยังไม่มีพร้อมคำอธิบายทุกช่อง แฟ้มที่มีอยู่แล้วไม่แตะต้อง"""
    from prongsai.pipeline import begin as steps

    root = root_of(site)
    with in_turn(root, f"prongsai new-year {year}", wait):
        try:
            made = steps.new_year(root, year)
        except steps.OddFolderError as odd:
            raise WrongCall(
                f"{odd} ไม่ใช่โฟลเดอร์ในเว็บไซต์นี้ จึงไม่ได้เขียนสิ่งใด\nวิธีแก้: ย้าย {odd} ไปไว้ที่อื่น แล้วสั่งคำสั่งเดิมอีกครั้ง"
            ) from None
    click.echo(_word_made(made, year))


def _word_made(made: NewYear, year: int) -> str:
    """The files written, those there already, those that wait for something else, and what is next, a line each."""
    lines = [
        f"เขียนแล้วใน data/{year}: {_named(made.written)}" if made.written else "ไม่มีแฟ้มที่ต้องเขียน",
        *([f"มีอยู่แล้วและคงไว้ตามเดิม: {_named(made.kept)}"] if made.kept else []),
        *(f"ยังไม่เขียน {_named([one.name])} {_word_reason(one, year)}" for one in made.not_written),
        f"ขั้นต่อไป: กรอกแฟ้มใน data/{year} เท่าที่มีเอกสาร แล้วสั่ง prongsai check แฟ้มที่ยังไม่กรอกไม่มีหน้าในเว็บไซต์",
    ]
    return "\n".join(lines)


def _named(names: Sequence[str]) -> str:
    return " ".join(PurePosixPath(name).name for name in names)


def _word_reason(one: NotWritten, year: int) -> str:
    return f"{_WHY[one.reason]} {_AGAIN}".format(
        needs=one.needs, year=year, edition_missing=sentences()["edition-missing"].fix.format(found=year)
    )
