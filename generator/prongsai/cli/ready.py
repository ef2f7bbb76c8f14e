"""The command that says of each OIT item what may cost it its score, as far as a program can tell."""

from __future__ import annotations

import json

import click

from prongsai.cli.export_form import word_unknown_unit
from prongsai.cli.output import escape_json
from prongsai.cli.shared import Command, WrongCall, folder_option, root_of
from prongsai.cli.typed import read_year


@click.command(cls=Command)
@click.option("--year", required=True, metavar="YEAR", callback=read_year, help="ปีงบประมาณ พ.ศ. ที่ประเมิน เช่น 2570")
@click.option("--unit", default="", metavar="UNIT", help="เฉพาะข้อของหน่วยงานภายในนี้ ระบุชื่อหรือรหัส")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="รูปแบบของรายงาน")
@folder_option
def ready(year: int, unit: str, form: str, site: str) -> None:
    """ตรวจความพร้อมของข้อ OIT ทีละข้อ ว่าพบเหตุที่อาจไม่ได้คะแนน ต้องให้คนเปิดดู หรือไม่พบเหตุที่โปรแกรมตรวจได้"""
    from prongsai.pipeline.export_form import UnitUnknownError
    from prongsai.pipeline.reminders.ready import YearMissingError, ready_folder
    from prongsai.readiness.words import as_data, write_report

    try:
        found = ready_folder(root_of(site), year, unit.strip())
    except YearMissingError as missing:
        raise WrongCall(_word_years(year, missing.years)) from None
    except UnitUnknownError as unknown:
        raise WrongCall(word_unknown_unit(unit, unknown.names)) from None
    if form == "json":
        click.echo(escape_json(json.dumps(as_data(found.ready), ensure_ascii=False, indent=2)))
    else:
        click.echo(write_report(found.ready, found.agency, found.unit), nl=False)


def _word_years(year: int, years: tuple[int, ...]) -> str:
    there = f"ระบุปีที่มีข้อมูล คือ {', '.join(map(str, years))} หรือ" if years else ""
    return f"ยังไม่มีข้อมูลของปีงบประมาณ {year}\nวิธีแก้: {there}เริ่มปีนี้ด้วย prongsai new-year {year}"
