"""The command `urls`: list and verify what was published, redirect it, withdraw it, bring it back."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from prongsai.cli.output import escape_json
from prongsai.cli.shared import (
    DATA_HAS_ERRORS,
    Group,
    WrongCall,
    folder_option,
    in_turn,
    lang_option,
    report,
    root_of,
    stop,
    wait_option,
)
from prongsai.cli.typed import check_folder_name, day_of

if TYPE_CHECKING:
    from prongsai.ledger.change_addresses import Amendment
    from prongsai.ledger.follow_redirects import Addresses
    from prongsai.ledger.rows import Ledger, Row
    from prongsai.problems import Problem

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
    from prongsai.ledger.load_ledger import LEDGER
    from prongsai.ledger.rows import write_ledger
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
    from prongsai.ledger.change_addresses import redirect_addresses
    from prongsai.ledger.rows import plain_address

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
    from prongsai.ledger.change_addresses import withdraw_all
    from prongsai.ledger.rows import plain_address
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
    from prongsai.ledger.change_addresses import restore_addresses
    from prongsai.ledger.rows import plain_address

    with in_turn(root := _root(context, site), "prongsai urls restore", wait):
        _change(root, lambda ledger, _: restore_addresses(ledger, plain_address(path)))


def _root(context: click.Context, site: str | None) -> Path:
    """The folder named behind the subcommand, or else before it."""
    return root_of(site or context.obj)


def _change(root: Path, make: Callable[[Ledger, Addresses], Amendment]) -> None:
    """Change the ledger, write it, and say what changed."""
    from prongsai.ledger.change_addresses import ChangeRefusedError
    from prongsai.ledger.load_ledger import LEDGER, load_ledger
    from prongsai.ledger.rows import write_ledger
    from prongsai.pipeline.content.write_files import write_file

    read = load_ledger(root)
    if read.problems:
        stop(read.problems, "th")
    existing, held = _existing(root)
    try:
        change = make(read.ledger, existing)
    except ChangeRefusedError as refused:
        said, fix = _REFUSALS[refused.refusal]
        mark = f"{{ #{refused.path.partition('#')[2]} }}"
        near = "".join(f"\n  {one}" for one in refused.near[:_MOST_SHOWN])
        hint = fix.format(path=refused.path, mark=mark)
        raise WrongCall(f"{said.format(path=refused.path)}\nวิธีแก้: {hint}{near}") from None
    _refuse_submitted(change, held)
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


def _refuse_submitted(change: Amendment, held: Mapping[str, tuple[int, str]]) -> None:
    """Refuse to move or withdraw what was submitted into ITAS and is not given up."""
    found = [(row.path, *held[row.path]) for row in change.rows if row.state != "live" and row.path in held]
    if found:
        path, year, code = found[0]
        more = f" และอีก {len(found) - 1} ลิงก์" if len(found) > 1 else ""
        raise WrongCall(
            f"{path} เป็นลิงก์ที่ยื่นใน ITAS ของปี {year} ข้อ {code}{more} จึงไม่ย้ายหรือถอนก่อนทราบผล "
            "การอุทธรณ์ดูข้อมูลที่ลิงก์ที่ยื่นไว้เท่านั้น\n"
            "วิธีแก้: คืนสิ่งที่ลิงก์นี้แสดงไว้ที่เดิม ถ้าจำเป็นต้องนำออก บันทึกเหตุก่อนด้วย "
            f'prongsai submitted {year} --release {code} --reason "เหตุผล"'
        )


def _existing(root: Path) -> tuple[Addresses, Mapping[str, tuple[int, str]]]:
    """The addresses that would exist now, and those that were submitted; ends when the data has errors of its own."""
    from prongsai.ledger.load_ledger import LEDGER
    from prongsai.pipeline.check import check_folder
    from prongsai.pipeline.planning.plan_files import plan_files
    from prongsai.pipeline.submissions.guard import held_addresses
    from prongsai.submissions.check import is_of_submissions
    from prongsai.wording import Severity, severity_of

    checked = check_folder(root)
    own = (one for one in checked.problems if one.where.file != LEDGER and not is_of_submissions(one))
    errors = [one for one in own if severity_of(one.code) is Severity.ERROR]
    if errors:
        stop(errors, "th")
    known = (checked.results, checked.problems, checked.links, checked.frozen)
    planned = checked.pages_alone or plan_files(root, *known, published=checked.ledger.live)
    if planned.problems:
        stop(planned.problems, "th")
    return planned.addresses, held_addresses(root, checked.results)


_SHORT = 40  # rows that are listed one by one without being asked for
_STATES = {"live": "คงอยู่", "redirect": "ย้าย", "withdrawn": "ถอน"}


def list_as_text(ledger: Ledger, *, every: bool) -> str:
    """The ledger for people: every page with its fragments, or a line for each section of each year."""
    rows = ledger.rows
    if not rows:
        return "ยังไม่มีลิงก์ในทะเบียน ลิงก์จะเข้าทะเบียนเมื่อสั่ง prongsai publish"
    counts = Counter(str(row.state) for row in rows)
    states = " ".join(f"{name} {counts[state]}" for state, name in _STATES.items() if counts[state])
    lines = _pages(rows) if every or len(rows) <= _SHORT else _sections(rows)
    hint = () if every or len(rows) <= _SHORT else ("ดูทุกลิงก์ด้วย prongsai urls --all",)
    return "\n".join((f"ลิงก์ที่เผยแพร่แล้ว {len(rows)} ลิงก์ ({states})", *lines, *hint))


def list_as_json(ledger: Ledger, found: Iterable[Problem]) -> str:
    """The ledger for machines, with the addresses that would be lost."""
    from prongsai.ledger.explain_losses import lost_paths
    from prongsai.ledger.rows import HEADER

    listed = [dict(zip(HEADER, row.fields, strict=True)) for row in ledger.rows]
    lost = sorted(path for one in found for path in lost_paths(one))
    return json.dumps({"addresses": listed, "lost": lost}, ensure_ascii=False, indent=1)


def list_lost(found: Iterable[Problem]) -> str:
    """Every address that would be lost, a line each; empty when none would."""
    from prongsai.ledger.explain_losses import lost_paths

    lost = sorted(path for one in found for path in lost_paths(one))
    return "\n".join((f"ลิงก์ที่จะเปิดไม่ได้อีก {len(lost)} ลิงก์", *(f"  {path}" for path in lost), "")) if lost else ""


def _sections(rows: tuple[Row, ...]) -> Iterator[str]:
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(_section_of(row.page), []).append(row)
    year = ""
    for section, members in groups.items():
        if section[:5] != year and (section[1:5].isdecimal() or year[1:5].isdecimal()):
            yield ""
        year = section[:5]
        yield _section_line(section, members)
    yield ""


def _section_of(page: str) -> str:
    """`/2565/measures/` and `/files/2565/`; everywhere else the first step is enough."""
    steps = page.strip("/").split("/")
    folders = steps if page.endswith("/") else steps[:-1]
    is_deep = steps[0].isdecimal() or steps[0] in {"data", "files"}
    kept = folders[: 2 if is_deep else 1]
    return f"/{'/'.join(kept)}/" if kept and kept[0] else "/"


def _section_line(section: str, members: list[Row]) -> str:
    states = Counter(row.state for row in members)
    pages = sum(not row.fragment and row.path.endswith("/") for row in members)
    files = sum(not row.path.endswith("/") and not row.fragment for row in members)
    counts = ((pages, "หน้า"), (files, "แฟ้ม"), (len(members) - pages - files, "จุดในหน้า"))
    said = [f"{count} {name}" for count, name in counts if count]
    said += [f"{_STATES[state]} {states[state]}" for state in ("redirect", "withdrawn") if states[state]]
    return f"  {section:<28} {'  '.join(said)}  ตั้งแต่ {min(row.first_seen for row in members)}"


def _pages(rows: tuple[Row, ...]) -> Iterator[str]:
    inside = Counter(row.page for row in rows if row.fragment and row.state == "live")
    for row in rows:
        if not row.fragment or row.state != "live":
            yield _page_line(row, 0 if row.fragment else inside[row.page])


def _page_line(row: Row, fragments: int) -> str:
    count = f"  {fragments} จุดในหน้า" if fragments else ""
    became = (
        f"  ย้ายไป {row.to}" if row.state == "redirect" else f"  ถอน: {row.reason}" if row.state == "withdrawn" else ""
    )
    return f"  {row.path}  {row.since or row.first_seen}  {_STATES[row.state]}{count}{became}"
