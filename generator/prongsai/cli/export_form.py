"""The command that hands out the workbook of a year to be filled in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from prongsai.cli.shared import Command, WrongCall, folder_option, lang_option, root_of, stop, tell_step
from prongsai.cli.typed import read_year

if TYPE_CHECKING:
    from prongsai.pipeline.export_form import AskedForm, ExportedForm

_MOST_NAMED = 20  # names of units in a sentence
WITHIN = ("content", "data", "site", "site_config", ".prongsai")


@click.command("form", cls=Command)
@click.option("--year", required=True, metavar="YEAR", callback=read_year, help="ปีงบประมาณ พ.ศ. เช่น 2567")
@click.option(
    "--to",
    "target",
    default=None,
    metavar="FILE",
    help="ชื่อแฟ้ม .xlsx (ค่าเริ่มต้น: ข้างโฟลเดอร์ของเว็บไซต์ ในโฟลเดอร์ที่ลงท้ายด้วย -handed-out ชื่อ แบบกรอก-ปี.xlsx)",
)
@click.option("--unit", default="", metavar="UNIT", help="เฉพาะส่วนของหน่วยงานภายในนี้ ระบุชื่อหรือรหัส")
@click.option("--blank", is_flag=True, help="แบบเปล่า ไม่มีข้อมูลที่กรอกแล้ว มีเฉพาะข้อและรหัสของปีนั้น")
@click.option("--yes", is_flag=True, help="เขียนทับแฟ้มที่ระบุด้วย --to ถ้ามีอยู่แล้ว")
@folder_option
@lang_option
def export_form(year: int, target: str | None, unit: str, blank: bool, yes: bool, site: str, lang: str) -> None:
    """แบบกรอกข้อมูลของปีเป็นแฟ้ม Excel กรอกแล้วนำเข้าด้วย prongsai import"""
    from prongsai.pipeline.export_form import AskedForm

    root = root_of(site)
    path = _checked(root, target) if target is not None else None
    tell_step("กำลังอ่านข้อมูลและตรวจ")
    exported = _export(root, AskedForm(year, unit.strip(), blank, path, yes), lang)
    click.echo(exported.path)
    click.echo(_word_exported(exported, blank=blank))


def _checked(root: Path, target: str) -> Path:
    """The file to write: a workbook outside the folders of the site."""
    path = Path(target).resolve()
    if path.is_dir():
        raise WrongCall(f"--to {target} เป็นโฟลเดอร์\nวิธีแก้: ระบุชื่อแฟ้ม เช่น --to {path / 'แบบกรอก.xlsx'}")
    if path.suffix.lower() != ".xlsx":
        raise WrongCall(f"--to {target} ไม่ใช่ชื่อแฟ้ม .xlsx\nวิธีแก้: ระบุชื่อแฟ้มที่ลงท้ายด้วย .xlsx เช่น --to แบบกรอก.xlsx")
    if any(path.is_relative_to(root / name) for name in WITHIN):
        raise WrongCall(
            f"{path} อยู่ในโฟลเดอร์ข้อมูลของเว็บไซต์ แบบกรอกจะปนกับข้อมูลหรือถูกเผยแพร่\n"
            "วิธีแก้: ระบุที่อื่น เช่น --to ../แบบกรอก.xlsx หรือไม่ต้องระบุ --to"
        )
    return path


def _export(root: Path, asked: AskedForm, lang: str) -> ExportedForm:
    """Write the workbook; what keeps it from being written is said in a sentence."""
    from prongsai.pipeline.export_form import FileThereError, UnitUnknownError, export_form
    from prongsai.pipeline.handed_out import FileLockedError
    from prongsai.pipeline.kept_files import UnreadFilesError
    from prongsai.spreadsheet import LONGEST_CELL
    from prongsai.workbook.write_sheet import TextTooLongError

    try:
        return export_form(root, asked)
    except UnreadFilesError as unread:
        click.echo("อ่านแฟ้มข้อมูลได้ไม่ครบ จึงไม่ทำแบบกรอก เพื่อไม่ให้ข้อมูลส่วนที่อ่านไม่ได้หายไปเมื่อนำเข้า แก้ตามรายการนี้ก่อน", err=True)
        stop(unread.problems, lang)
    except UnitUnknownError as unknown:
        raise WrongCall(word_unknown_unit(asked.unit, unknown.names)) from None
    except FileThereError as there:
        raise WrongCall(
            f"{there.path} มีอยู่แล้ว อาจเป็นแบบที่มีผู้กรอกไว้ จึงไม่เขียนทับ\nวิธีแก้: ระบุชื่ออื่นด้วย --to หรือเพิ่ม --yes ถ้าต้องการเขียนทับ"
        ) from None
    except FileLockedError as locked:
        raise WrongCall(
            f"เขียนแฟ้ม {locked.path} ไม่ได้ อาจเปิดค้างอยู่ในโปรแกรมอื่น เช่น Excel หรือไม่มีสิทธิ์เขียน\n"
            "วิธีแก้: ปิดแฟ้มนั้นแล้วสั่งใหม่ หรือระบุชื่ออื่นด้วย --to"
        ) from None
    except TextTooLongError as long:
        raise WrongCall(
            f"แผ่น {long.sheet} ช่อง {long.head} ({long.key}) ยาว {long.length:,} ตัวอักษร แต่ช่องของแฟ้ม Excel รับได้ไม่เกิน "
            f"{LONGEST_CELL:,} ตัวอักษร จึงไม่ทำแบบกรอก เพื่อไม่ให้ข้อความขาดหาย\nวิธีแก้: ย่อข้อความนั้นในแฟ้มข้อมูล"
        ) from None


def word_unknown_unit(unit: str, names: tuple[str, ...]) -> str:
    """The refusal of a unit that the agency has not; `names` are those that it has."""
    if not names:
        fix = "กรอก units ใน site_config/agency.yml หรือไม่ต้องระบุ --unit"
        return f"ไม่พบหน่วยงานภายใน {unit} เพราะยังไม่ได้กรอกหน่วยงานภายใน\nวิธีแก้: {fix}"
    more = f" และอีก {len(names) - _MOST_NAMED} แห่ง" if len(names) > _MOST_NAMED else ""
    return f"ไม่พบหน่วยงานภายในชื่อ {unit}\nวิธีแก้: ระบุชื่อใดชื่อหนึ่ง คือ {', '.join(names[:_MOST_NAMED])}{more}"


def _word_exported(exported: ExportedForm, *, blank: bool) -> str:
    """The number of sheets and rows, what the checker has to say, and what comes next, a line each."""
    form = exported.form
    rows = sum(row.is_there for one in form.sheets for row in one.rows if not one.sheet.is_form)
    lines = [f"แบบกรอกปีงบประมาณ พ.ศ. {form.kept.year} มี {len(form.sheets)} แผ่น {0 if blank else rows:,} แถวที่มีข้อมูลแล้ว"]
    if form.others and not blank:
        lines.append(f"ส่วนที่ไม่มีช่อง {len(form.others):,} รายการ อยู่ในแผ่น อื่น ๆ แก้ใน YAML หรือแบบฟอร์ม")
    if exported.findings:
        lines.append(f"โปรแกรมตรวจพบ {exported.findings:,} รายการ ดูในแผ่น สรุป")
    return "\n".join([*lines, "ขั้นต่อไป: กรอกแล้วสั่ง prongsai import ตามด้วยชื่อแฟ้ม"])
