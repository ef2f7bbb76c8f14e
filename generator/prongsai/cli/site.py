"""The commands on a whole site: check, generate, build and schema."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from prongsai.cli.output import escape_json
from prongsai.cli.shared import (
    DATA_HAS_ERRORS,
    FINE,
    Command,
    WrongCall,
    cache_option,
    folder_option,
    in_turn,
    lang_option,
    offer_help,
    report,
    root_of,
    stop,
    tell_step,
    url_option,
    wait_option,
)
from prongsai.cli.target import Asked, permission_of, target_options, word_foreign, word_refusal
from prongsai.cli.typed import check_place, check_target
from prongsai.cli.word_drafts import word_drafts
from prongsai.wording import Language

if TYPE_CHECKING:
    from prongsai.engines.engine import Engine
    from prongsai.pipeline.build import Built
    from prongsai.pipeline.last_check import LastCheck, Report
    from prongsai.pipeline.target.replace_tree import Permission
    from prongsai.problems import Problem


@click.command(cls=Command)
@folder_option
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "sarif", "github"]), default="text", help="รูปแบบของรายงาน"
)
@lang_option
@cache_option
@url_option
def check(site: str, form: str, lang: str, *, no_cache: bool, site_url: str | None) -> None:
    """ตรวจข้อมูลทุกแฟ้ม แล้วรายงานปัญหาทั้งหมดในครั้งเดียว"""
    gc.disable()  # as in a build
    from prongsai.pipeline.last_check import LastCheck

    last = LastCheck(root_of(site), site_url, fresh=no_cache)
    report = last.recall(form, lang) or _check_anew(last, form, lang)
    click.echo(escape_json(report.text) if form in {"json", "sarif"} else report.text, nl=False)
    if form == "text":
        offer_help(report.text, lang)
    sys.exit(DATA_HAS_ERRORS if report.has_errors else FINE)


def _check_anew(last: LastCheck, form: str, lang: str) -> Report:
    """Check the site and remember the report, unless what this machine lacks may be there the next time."""
    from prongsai.pipeline.start_check import start_check

    started = start_check(last.root, last.site_url, can_draw=last.can_draw)
    from prongsai.pipeline.check import check_folder
    from prongsai.pipeline.judge import CLAIMS
    from prongsai.pipeline.last_check import Report
    from prongsai.pipeline.read_content import keep_readings
    from prongsai.reporting import FORMATS

    checked = check_folder(last.root, last.site_url, can_draw=last.can_draw, started=started)
    report = Report(FORMATS[form](checked.problems, cast("Language", lang)), checked.has_errors)
    site = checked.results.site
    if not site.forms_lacking and last.remember(form, lang, report, documents=site.options.documents == "on"):
        keep_readings(checked.store)
        checked.store.keep_kind(CLAIMS)
    return report


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
        checked = check_folder(root, site_url, ahead=True)
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
@cache_option
@click.option(
    "--engine",
    type=click.Choice(["zensical"]),
    default=None,
    help="ประกอบด้วยโปรแกรมนี้แทน สำหรับทดลอง (ต้องติดตั้ง prongsai[zensical])",
)
@lang_option
@url_option
def build(
    site: str, target: str | None, asked: Asked, no_cache: bool, engine: str | None, lang: str, site_url: str | None
) -> None:
    """ตรวจ สร้างหน้า และประกอบเว็บไซต์ ถ้าไม่สำเร็จเว็บไซต์เดิมยังอยู่ครบ"""
    from prongsai.pipeline.target.replace_tree import TargetInUseError

    root = root_of(site)
    place = Path(target).resolve() if target else root / "site"
    permission = permission_of(root, place, asked)
    chosen = _chosen(engine) if engine else None
    gc.disable()  # a build makes much and frees little: collecting while it runs only costs time
    try:
        with in_turn(root, "prongsai build", asked.wait):
            _build(root, place, permission, lang, site_url, cached=not no_cache, engine=chosen)
    except TargetInUseError as refused:
        raise word_refusal(refused) from None
    click.echo("เปิดดู: prongsai serve")


def _build(
    root: Path,
    place: Path,
    permission: Permission,
    lang: str,
    site_url: str | None,
    *,
    cached: bool,
    engine: Engine | None,
) -> None:
    """Build and say what became of it; what builds is imported only where there is anything to do."""
    from prongsai.pipeline.begin_build import begin_build

    other = engine.name if engine else ""
    begun = begin_build(root, place, site_url, "", permission, cached=cached, other_engine=other)
    if begun.unchanged is not None:
        _tell_problems(begun.unchanged, lang)
        click.echo(f"ไม่มีอะไรเปลี่ยน เว็บไซต์ใน {place} เป็นปัจจุบันแล้ว")
        return
    from prongsai.pipeline.start_check import start_check

    started = start_check(root, site_url, cached=cached)  # its rules run while the rest of the program is imported
    from prongsai.engines.shipped import ENGINE
    from prongsai.pipeline.build import build_folder

    built = build_folder(
        root,
        place,
        site_url=site_url,
        permission=permission,
        tell=tell_step,
        cached=cached,
        engine=engine or ENGINE,
        begun=begun,
        started=started,
    )
    _tell_end(built, place, lang)


def _tell_end(built: Built, place: Path, lang: str) -> None:
    if not built.done:
        stop(built.problems, lang)
    _tell_problems(built.problems, lang)
    click.echo(word_foreign(built.foreign, place), nl=False)
    click.echo(f"เว็บไซต์พร้อมแล้วใน {place} จำนวน {built.pages} หน้า")


def _tell_problems(problems: Sequence[Problem], lang: str) -> None:
    report(problems, lang, with_notes=False)
    click.echo(word_drafts(problems), nl=False)


def _chosen(name: str) -> Engine:
    """The engine that was asked for; raises WrongCall where its program is not installed."""
    from prongsai.engines.shipped import EngineAbsentError, engine_named

    try:
        return engine_named(name)
    except EngineAbsentError as absent:
        raise WrongCall(
            f"เครื่องนี้ยังไม่ได้ติดตั้ง {absent.name}\n"
            f'วิธีแก้: สั่ง pip install "prongsai[{absent.name}]" หรือสั่ง prongsai build โดยไม่ใส่ --engine'
        ) from None


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
