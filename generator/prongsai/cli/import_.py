"""The command import: what an agency has already, taken into its data files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from prongsai.cli.import_table import AskedTable, import_tables, read_table_files
from prongsai.cli.shared import Command, WrongCall, folder_option, lang_option, root_of, wait_option
from prongsai.cli.typed import read_new_year

if TYPE_CHECKING:
    from prongsai.tables.kinds import KindName

_KINDS = ("measures", "follow-up", "scores", "oit")


@click.command("import", cls=Command)
@click.argument("files", metavar="FILE", nargs=-1, required=True)
@folder_option
@click.option("--year", metavar="YEAR", callback=read_new_year, help="ปีงบประมาณ พ.ศ. ที่ข้อมูลในตารางเป็นของปีนั้น")
@click.option(
    "--as",
    "kind",
    type=click.Choice(_KINDS),
    help="สิ่งที่ตารางเป็น: measures มาตรการ, follow-up รายงานผล, scores ผลคะแนน, oit คำตอบ OIT",
)
@click.option("--answers", metavar="FILE", help="แฟ้มคำตอบของเรื่องที่ต้องถาม ถ้ายังไม่มีโปรแกรมเขียนแบบให้ตอบ")
@click.option("--replace", is_flag=True, help="ใช้ค่าจากตารางแทนค่าที่ต่างกันในแฟ้มข้อมูล")
@click.option("--yes", is_flag=True, help="เขียนโดยไม่ถามอีก")
@click.option("--dry-run", is_flag=True, help="แสดงสิ่งที่จะเขียน โดยไม่เขียน")
@wait_option
@lang_option
def import_(
    files: tuple[str, ...],
    site: str,
    year: int | None,
    kind: str | None,
    answers: str | None,
    wait: int,
    lang: str,
    **flags: bool,
) -> None:
    """นำเข้าตารางจาก Excel Word LibreOffice CSV หน้าเว็บ หรือข้อความ ถามเฉพาะสิ่งที่ไม่ทราบ และแสดงก่อนเขียน"""
    root = root_of(site)
    if year is None or kind is None:
        raise WrongCall(
            "ต้องระบุว่าตารางเป็นของปีใดและเป็นข้อมูลใด\n"
            "วิธีแก้: เติม --year และ --as เช่น prongsai import ตาราง.docx --year 2568 --as measures"
        )
    place = Path(answers) if answers else None
    asked = AskedTable(
        year, cast("KindName", kind), place, flags["yes"], flags["dry_run"], flags["replace"], lang, wait
    )
    import_tables(root, read_table_files(files), asked)
