"""The command `urls`: list and verify what was published, redirect it, withdraw it, bring it back."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from prongsai.cli.folders import check_folder_name
from prongsai.cli.output import escape_json
from prongsai.cli.shared import DATA_HAS_ERRORS, Group, WrongCall, folder_option, lang_option, report, root_of, stop
from prongsai.cli.turn import in_turn, wait_option
from prongsai.cli.typed import day_of

if TYPE_CHECKING:
    from prongsai.ledger.change_addresses import Amendment
    from prongsai.ledger.follow_redirects import Addresses
    from prongsai.ledger.rows import Ledger

_MOST_SHOWN = 20
_REFUSALS = {
    "alive": ("{path} ยังมีอยู่ในเว็บไซต์ หน้าจริงจึงแสดงแทนเสมอ", "นำสิ่งนั้นออกจากข้อมูลก่อน แล้วสั่งใหม่"),
    "own-heading": (
        "{path} เป็นหัวข้อของหน้าที่เขียนเอง โปรแกรมไม่แก้แฟ้มของหน้านั้น",
        "เขียน {mark} ต่อท้ายหัวข้อที่มีเนื้อหานั้นแล้ว",
    ),
    "not-published": ("ไม่พบ {path} ในทะเบียนลิงก์", "ตรวจตัวสะกด ดูทั้งหมดด้วย prongsai urls --all"),
    "target-missing": ("ไม่มี {path} ในเว็บไซต์ จึงย้ายไปที่นั่นไม่ได้", "ตรวจตัวสะกดของลิงก์ใหม่"),
    "unmapped": (
        "บางลิงก์ไม่มีคู่ใน {path}",
        "ย้ายทีละลิงก์ หรือเติม --all เพื่อให้ลิงก์ที่ไม่มีคู่ไปที่ {path} ทั้งหมด",
    ),
    "circle": ("ย้าย {path} เช่นนี้แล้วจะวนกลับมาที่เดิม", "ระบุลิงก์ใหม่ที่ยังมีอยู่ในเว็บไซต์"),
    "nothing-to-restore": ("{path} ยังคงอยู่ ไม่ได้ย้ายหรือถอน", "ไม่ต้องทำอะไร"),
}


@click.group(cls=Group, invoke_without_command=True)
@folder_option
@click.option("--format", "form", type=click.Choice(["text", "csv", "json"]), default="text", help="รูปแบบของรายการ")
@click.option("--all", "every", is_flag=True, help="แสดงทุกลิงก์ ไม่สรุป")
@lang_option
@click.pass_context
def urls(context: click.Context, site: str, form: str, every: bool, lang: str) -> None:
    """แสดงและตรวจลิงก์ที่เผยแพร่แล้ว ย้ายหรือถอนลิงก์ที่หายไป"""
    context.obj = site
    if context.invoked_subcommand is not None:
        return
    from prongsai.cli.list_urls import list_as_json, list_as_text, list_lost
    from prongsai.ledger.load_ledger import LEDGER
    from prongsai.ledger.write_ledger import write_ledger
    from prongsai.pipeline.check import check_folder

    checked = check_folder(root_of(site))
    found = [one for one in checked.problems if one.where.file == LEDGER]
    if form == "csv":
        click.echo(write_ledger(checked.ledger), nl=False)
    elif form == "json":
        click.echo(escape_json(list_as_json(checked.ledger, found)))
    else:
        click.echo(list_as_text(checked.ledger, every=every))
        click.echo(list_lost(found), nl=False)
        report(found, lang)
    if checked.has_errors and len(found) < len(checked.problems):
        click.echo("ข้อมูลมีปัญหา ดูด้วย prongsai check", err=True)
    sys.exit(DATA_HAS_ERRORS if checked.has_errors else 0)


@urls.command()
@click.argument("old")
@click.argument("new")
@click.option("--all", "rest_to_new", is_flag=True, help="ลิงก์ที่ไม่มีคู่ ให้ไปที่ NEW ทั้งหมด")
@click.option("-C", "--site", "site", default=None, metavar="DIR", callback=check_folder_name, help="โฟลเดอร์ของเว็บไซต์")
@wait_option
@click.pass_context
def redirect(context: click.Context, old: str, new: str, rest_to_new: bool, site: str | None, wait: int) -> None:
    """ย้ายลิงก์ OLD ไปที่ NEW รวมลิงก์ย่อยและจุดที่กล่าวถึง"""
    from prongsai.ledger.address_form import plain_address
    from prongsai.ledger.change_addresses import redirect_addresses

    source, target = plain_address(old), plain_address(new)
    with in_turn(root := _root(context, site), "prongsai urls redirect", wait):
        _change(
            root,
            lambda ledger, now: redirect_addresses(ledger, source, target, now, day_of(None), rest_to_new=rest_to_new),
        )


@urls.command()
@click.argument("paths", metavar="PATH", nargs=-1, required=True)
@click.option("--reason", required=True, help="เหตุผลที่ถอน แสดงต่อผู้ที่เปิดลิงก์เดิม")
@click.option("-C", "--site", "site", default=None, metavar="DIR", callback=check_folder_name, help="โฟลเดอร์ของเว็บไซต์")
@wait_option
@click.pass_context
def withdraw(context: click.Context, paths: tuple[str, ...], reason: str, site: str | None, wait: int) -> None:
    """ถอนลิงก์ PATH ทุกลิงก์ใต้ PATH และที่หายไปด้วยเหตุเดียวกัน โดยคงหน้าที่บอกวันและเหตุผลไว้"""
    from prongsai.ledger.address_form import plain_address
    from prongsai.ledger.change_addresses import withdraw_all
    from prongsai.thai.text import clean_text

    why = " ".join(clean_text(reason)[0].split())
    if not why:
        raise WrongCall('--reason ว่างเปล่า\nวิธีแก้: บอกเหตุผลที่ถอน เช่น --reason "ประกาศฉบับใหม่ใช้แทน"')
    plain = [plain_address(path) for path in paths]
    with in_turn(root := _root(context, site), "prongsai urls withdraw", wait):
        _change(root, lambda ledger, now: withdraw_all(ledger, plain, why, now, day_of(None)))


@urls.command()
@click.argument("path")
@click.option("-C", "--site", "site", default=None, metavar="DIR", callback=check_folder_name, help="โฟลเดอร์ของเว็บไซต์")
@wait_option
@click.pass_context
def restore(context: click.Context, path: str, site: str | None, wait: int) -> None:
    """ยกเลิกการย้ายหรือถอน PATH และลิงก์ใต้ PATH การสร้างครั้งต่อไปต้องมีลิงก์นั้น"""
    from prongsai.ledger.address_form import plain_address
    from prongsai.ledger.change_addresses import restore_addresses

    with in_turn(root := _root(context, site), "prongsai urls restore", wait):
        _change(root, lambda ledger, _: restore_addresses(ledger, plain_address(path)))


def _root(context: click.Context, site: str | None) -> Path:
    """The folder named behind the subcommand, or else before it."""
    return root_of(site or context.obj)


def _change(root: Path, make: Callable[[Ledger, Addresses], Amendment]) -> None:
    """Change the ledger, write it, and say what changed."""
    from prongsai.ledger.change_addresses import ChangeRefusedError
    from prongsai.ledger.load_ledger import LEDGER, load_ledger
    from prongsai.ledger.write_ledger import write_ledger
    from prongsai.pipeline.content.write_files import write_file

    read = load_ledger(root)
    if read.problems:
        stop(read.problems, "th")
    try:
        change = make(read.ledger, _existing(root))
    except ChangeRefusedError as refused:
        said, fix = _REFUSALS[refused.refusal]
        mark = f"{{ #{refused.path.partition('#')[2]} }}"
        near = "".join(f"\n  {one}" for one in refused.near[:_MOST_SHOWN])
        hint = fix.format(path=refused.path, mark=mark)
        raise WrongCall(f"{said.format(path=refused.path)}\nวิธีแก้: {hint}{near}") from None
    write_file(root / LEDGER, write_ledger(change.ledger).encode())
    for row in change.rows[:_MOST_SHOWN]:
        click.echo(f"  {row.path}{f' > {row.to}' if row.to else ''}")
    if len(change.rows) > _MOST_SHOWN:
        click.echo(f"  และอีก {len(change.rows) - _MOST_SHOWN} ลิงก์")
    click.echo(
        f"แก้ {LEDGER} แล้ว {len(change.rows)} แถว\n"
        "ขั้นต่อไป: ดูผลด้วย prongsai build แล้วเผยแพร่ด้วย prongsai publish --to โฟลเดอร์ที่เผยแพร่ "
        "ลิงก์ในเว็บไซต์ที่เผยแพร่แล้วจะเปลี่ยนเมื่อเผยแพร่เท่านั้น"
    )


def _existing(root: Path) -> Addresses:
    """What would exist now; ends when the data has errors of its own."""
    from prongsai.ledger.load_ledger import LEDGER
    from prongsai.pipeline.check import check_folder
    from prongsai.pipeline.planning.plan_files import plan_files
    from prongsai.wording import Severity, severity_of

    checked = check_folder(root)
    errors = [one for one in checked.problems if severity_of(one.code) is Severity.ERROR and one.where.file != LEDGER]
    if errors:
        stop(errors, "th")
    known = (checked.results, checked.problems, checked.links, checked.frozen)
    planned = checked.pages_alone or plan_files(root, *known, published=checked.ledger.live)
    if planned.problems:
        stop(planned.problems, "th")
    return planned.addresses
