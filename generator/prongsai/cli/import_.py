"""The command import: workbooks that were filled in, and tables that an agency has already."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from prongsai.cli.import_form import AskedImport, forms_among, import_books
from prongsai.cli.import_table import AskedTable, import_tables, read_table_files
from prongsai.cli.shared import Command, WrongCall, folder_option, lang_option, root_of, wait_option
from prongsai.cli.typed import read_new_year

_KINDS = ("measures", "follow-up", "scores", "oit")
_OF_TABLES = {"kind": "--as", "answers": "--answers", "replace": "--replace"}
_OF_FORMS = {"report": "--report", "prefer": "--prefer", "remove": "--remove"}


@click.command("import", cls=Command)
@click.argument("files", metavar="FILE", nargs=-1, required=True)
@folder_option
@click.option("--year", metavar="YEAR", callback=read_new_year, help="ปีงบประมาณ พ.ศ. ของตาราง แบบกรอกบอกปีเองแล้ว")
@click.option(
    "--as",
    "kind",
    type=click.Choice(_KINDS),
    help="ตารางของหน่วยงานเป็นข้อมูลใด: measures มาตรการ, follow-up รายงานผล, scores ผลคะแนน, oit คำตอบ OIT",
)
@click.option("--answers", metavar="FILE", help="แฟ้มคำตอบของเรื่องที่ต้องถามในตาราง ถ้ายังไม่มีโปรแกรมเขียนแบบให้ตอบ")
@click.option("--replace", is_flag=True, help="ใช้ค่าจากตารางแทนค่าที่ต่างกันในแฟ้มข้อมูล")
@click.option("--report", metavar="FILE", help="แฟ้ม .xlsx ที่เขียนแบบกรอกซึ่งทำเครื่องหมายช่องที่ต้องแก้")
@click.option(
    "--prefer",
    type=click.Choice(("book", "site")),
    help="เมื่อแก้ไว้ทั้งสองฝั่ง: book ใช้ตามแบบกรอก, site คงแฟ้มข้อมูลไว้",
)
@click.option("--remove", metavar="SHEET", multiple=True, help="ชื่อแผ่นงานที่ให้ลบแถวซึ่งหายไปจากแบบกรอก ระบุซ้ำได้")
@click.option("--yes", is_flag=True, help="เขียนโดยไม่ถามอีก การลบแถวยังต้องระบุด้วย --remove")
@click.option("--dry-run", is_flag=True, help="แสดงสิ่งที่จะเขียน โดยไม่เขียน")
@wait_option
@lang_option
def import_(files: tuple[str, ...], site: str, **asked: Any) -> None:
    """นำเข้าแบบกรอก Excel ของโปรแกรม หรือตารางจาก Excel Word LibreOffice CSV หน้าเว็บ หรือข้อความ แสดงก่อนเขียน"""
    root = root_of(site)
    if asked["kind"] is None and (books := forms_among(files)):
        _refuse(asked, _OF_TABLES, "แบบกรอกของโปรแกรม", "ตารางของหน่วยงาน")
        import_books(root, books, _asked_of_form(asked))
        return
    if asked["year"] is None or asked["kind"] is None:
        raise WrongCall(
            "ไม่ใช่แบบกรอกของโปรแกรม จึงต้องระบุว่าตารางเป็นของปีใดและเป็นข้อมูลใด\n"
            "วิธีแก้: เติม --year และ --as เช่น prongsai import ตาราง.docx --year 2568 --as measures"
        )
    _refuse(asked, _OF_FORMS, "ตารางของหน่วยงาน", "แบบกรอกของโปรแกรม")
    import_tables(root, read_table_files(files), _asked_of_table(asked))


def _refuse(asked: dict[str, Any], names: dict[str, str], what: str, other: str) -> None:
    """Refuse an option that means nothing for what is taken in."""
    for name, option in names.items():
        if asked[name]:
            raise WrongCall(f"{option} ใช้กับ{other} แต่แฟ้มที่ระบุเป็น{what}\nวิธีแก้: ตัด {option} ออก แล้วสั่งใหม่")


def _asked_of_form(asked: dict[str, Any]) -> AskedImport:
    names: Sequence[str] = ("year", "yes", "dry_run", "report", "prefer", "remove", "lang", "wait")
    return AskedImport(**{name: asked[name] for name in names})


def _asked_of_table(asked: dict[str, Any]) -> AskedTable:
    place = Path(asked["answers"]) if asked["answers"] else None
    flags = (asked["yes"], asked["dry_run"], asked["replace"])
    return AskedTable(asked["year"], asked["kind"], place, *flags, asked["lang"], asked["wait"])
