"""The command that says what is due and late, by unit and day; it is for the officer, and no page shows it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from prongsai.cli.export_form import WITHIN, word_unknown_unit
from prongsai.cli.output import escape_json
from prongsai.cli.shared import Command, WrongCall, folder_option, root_of
from prongsai.cli.typed import day_of, read_day

if TYPE_CHECKING:
    from prongsai.pipeline.reminders.due import Due


@click.command(cls=Command)
@click.option("--on", "on", default=None, metavar="DATE", callback=read_day, help="ณ วันที่ พ.ศ. นี้ (ค่าเริ่มต้น: วันนี้)")
@click.option("--unit", default="", metavar="UNIT", help="เฉพาะงานของหน่วยงานภายในนี้ ระบุชื่อหรือรหัส")
@click.option("--format", "form", type=click.Choice(["text", "json", "ics"]), default="text", help="รูปแบบของรายการ")
@click.option("--to", "target", default=None, metavar="FILE", help="เขียนลงแฟ้มนี้แทนการแสดง แฟ้มที่มีอยู่แล้วถูกแทน")
@folder_option
def due(on: str | None, unit: str, form: str, target: str | None, site: str) -> None:
    """งาน ITA ที่ถึงกำหนด เลยกำหนด และมีกำหนดข้างหน้า แยกรายหน่วยงานภายใน เป็นข้อความพร้อมวางในอีเมล"""
    from prongsai.pipeline.export_form import UnitUnknownError
    from prongsai.pipeline.reminders.due import due_folder, write_due
    from prongsai.thai.dates import parse_date

    root = root_of(site)
    path = _checked(root, target) if target is not None else None
    today = parse_date(day_of(on))
    if today is None:  # read_day lets only days of the calendar pass
        raise WrongCall(f"--on {on} ไม่ใช่วันที่ที่มีอยู่จริง\nวิธีแก้: ระบุวันที่แบบ ปี พ.ศ.-เดือน-วัน เช่น --on 2570-04-01")
    try:
        found = due_folder(root, today, unit.strip())
    except UnitUnknownError as unknown:
        raise WrongCall(word_unknown_unit(unit, unknown.names)) from None
    data = _written(found, form)
    if path is not None:
        write_due(path, data)
        click.echo(path)
    else:
        text = data.decode()
        click.echo(escape_json(text) if form == "json" else text, nl=False)


def _written(found: Due, form: str) -> bytes:
    """The agenda in a format, in UTF-8."""
    from prongsai.agenda.words import as_data, write_letters

    if form == "ics":
        from prongsai.agenda.calendar_file import write_calendar

        return write_calendar(found.agenda, found.home, found.unit)
    if form == "json":
        return (json.dumps(as_data(found.agenda, found.unit), ensure_ascii=False, indent=2) + "\n").encode()
    return write_letters(found.agenda, found.unit).encode()


def _checked(root: Path, target: str) -> Path:
    """The file to write, outside the folders of the site: nothing of it is ever published."""
    path = Path(target).resolve()
    if path.is_dir():
        raise WrongCall(f"--to {target} เป็นโฟลเดอร์\nวิธีแก้: ระบุชื่อแฟ้ม เช่น --to {path / 'due.txt'}")
    if any(path.is_relative_to(root / name) for name in WITHIN):
        raise WrongCall(
            f"{path} อยู่ในโฟลเดอร์ของเว็บไซต์ รายการเตือนจะปนกับข้อมูลหรือถูกเผยแพร่\nวิธีแก้: ระบุที่อื่น เช่น --to ../due.txt"
        )
    return path
