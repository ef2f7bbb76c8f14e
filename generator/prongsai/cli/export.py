"""The commands that hand something out besides the site: the submission sheet and the handover."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from prongsai.cli.shared import (
    HANDED_OUT,
    Command,
    Group,
    WrongCall,
    folder_option,
    lang_option,
    root_of,
    stop,
    url_option,
)
from prongsai.cli.typed import check_place, day_of, read_day, read_year

if TYPE_CHECKING:
    from prongsai.exports.oit_sheet import OitRows
    from prongsai.pipeline.check import Checked
    from prongsai.pipeline.handed_out import Exported

_MOST_SHOWN = 10  # codes named in a sentence


@click.group(cls=Group)
def export() -> None:
    """ส่งออกข้อมูลไปใช้ที่อื่น เช่น ตารางสำหรับกรอกในระบบ ITAS"""


@export.command()
@click.option("--year", required=True, metavar="YEAR", callback=read_year, help="ปีงบประมาณ พ.ศ. เช่น 2565")
@click.option("--out", default=None, metavar="DIR", callback=check_place, help=HANDED_OUT)
@folder_option
@lang_option
@url_option
def oit(year: int, out: str | None, site: str, lang: str, site_url: str | None) -> None:
    """ตารางคำตอบแบบตรวจ OIT เป็นแฟ้ม XLSX และ CSV สำหรับคัดลอกไปกรอกในระบบ ITAS"""
    from prongsai.pipeline.check import check_folder
    from prongsai.pipeline.handed_out import handed_out_folder

    root = root_of(site)
    folder = Path(out).resolve() if out else handed_out_folder(root)
    if folder.exists() and not folder.is_dir():
        raise WrongCall(f"--out {folder} เป็นแฟ้ม ไม่ใช่โฟลเดอร์\nวิธีแก้: ระบุชื่อโฟลเดอร์ เช่น --out ส่งงาน")
    checked = check_folder(root, site_url, for_officer=True)
    if checked.has_errors_of_data:  # a corrected answer goes into ITAS before it is recorded as submitted
        stop(checked.problems, lang)
    exported = _export(checked, year, folder)
    for path in exported.paths:
        click.echo(path)
    click.echo(_word_rows(exported.rows), nl=False)


def _export(checked: Checked, year: int, folder: Path) -> Exported:
    """Write the files; what keeps them from being written is said in a sentence."""
    from prongsai.exports.oit_sheet import CellTooLongError
    from prongsai.pipeline.handed_out import (
        AddressUnknownError,
        FileLockedError,
        RegisterMissingError,
        export_oit_folder,
    )
    from prongsai.spreadsheet import LONGEST_CELL

    try:
        return export_oit_folder(checked, year, folder)
    except RegisterMissingError as missing:
        raise WrongCall(_word_missing(year, missing.years)) from None
    except AddressUnknownError as unknown:
        raise WrongCall(
            f"{_listed(unknown.codes)} มีลิงก์ที่เป็นหน้าหรือแฟ้มของเว็บไซต์นี้ แต่ยังไม่ได้ระบุว่าเว็บไซต์นี้อยู่ที่ใด จึงยังไม่มี URL เต็ม\n"
            "วิธีแก้: กรอก site_url ใน site_config/site.yml เช่น site_url: https://www.example.go.th/ita/ "
            "หรือระบุด้วย --site-url"
        ) from None
    except FileLockedError as locked:
        raise WrongCall(
            f"เขียนแฟ้ม {locked.path} ไม่ได้ อาจเปิดค้างอยู่ในโปรแกรมอื่น เช่น Excel หรือไม่มีสิทธิ์เขียน\n"
            "วิธีแก้: ปิดแฟ้มนั้นแล้วสั่งใหม่ หรือระบุโฟลเดอร์อื่นด้วย --out"
        ) from None
    except CellTooLongError as long:
        raise WrongCall(
            f"ข้อ {long.code} ช่อง{long.column}ยาว {long.length:,} ตัวอักษร แต่ตารางรับได้ช่องละไม่เกิน {LONGEST_CELL:,} ตัวอักษร "
            "จึงไม่เขียนแฟ้ม เพื่อไม่ให้ข้อความขาดหาย\n"
            f"วิธีแก้: ย่อข้อความของข้อ {long.code} ใน data/{year}/oit.yml"
        ) from None


def _word_missing(year: int, years: tuple[int, ...]) -> str:
    said = f"ปีงบประมาณ พ.ศ. {year} ไม่มีทะเบียนคำตอบแบบตรวจ OIT (data/{year}/oit.yml)"
    if not years:
        return f"{said}\nวิธีแก้: กรอกทะเบียนของปีนั้นก่อน ยังไม่มีปีใดที่มีทะเบียน"
    return f"{said}\nวิธีแก้: กรอกทะเบียนของปีนั้นก่อน หรือระบุปีที่มีทะเบียนแล้ว คือ {' '.join(map(str, years))}"


def _listed(codes: tuple[str, ...]) -> str:
    rest = f" และอีก {len(codes) - _MOST_SHOWN} ข้อ" if len(codes) > _MOST_SHOWN else ""
    return f"ข้อ {' '.join(codes[:_MOST_SHOWN])}{rest}"


def _word_rows(rows: OitRows) -> str:
    """The number of items with each answer, then what each lacks first; those without an answer together."""
    from prongsai.wording.lacks import SAID

    counts = " ".join(f"{word} {rows.count(answer)} ข้อ" for answer, word in SAID.items())
    not_ready = [row for row in rows.rows if row.item.state != "ready"]
    head = [f"ยังไม่พร้อม {len(not_ready)} ข้อ"] if not_ready else []
    lines = [f"  {_named(row.item.code, row.lacking[0])}" for row in not_ready if row.item.state != "open"]
    empty = [row.item.code for row in not_ready if row.item.state == "open"]
    rest = [f"  {SAID['']}: {' '.join(empty)}"] if empty else []
    return "\n".join([counts, *head, *lines, *rest]) + "\n"


def _named(code: str, sentence: str) -> str:
    """The sentence, with the item before it where it does not name it."""
    return sentence if f"ข้อ {code} " in sentence else f"ข้อ {code}: {sentence}"


@click.command(cls=Command)
@folder_option
@click.option(
    "--out", default=None, metavar="FILE", callback=check_place, help="เขียนเป็นแฟ้ม .html หรือ .txt แทนการแสดงบนจอ"
)
@click.option("--date", "date", default=None, metavar="DATE", callback=read_day, help="วันที่ส่งมอบ พ.ศ. (ค่าเริ่มต้น: วันนี้)")
def handover(site: str, out: str | None, date: str | None) -> None:
    """บันทึกส่งมอบสองหน้า A4 สำหรับเจ้าหน้าที่คนต่อไป ไม่มีรหัสผ่านและชื่อบุคคล"""
    from prongsai.exports.handover import export_handover_html, export_handover_text
    from prongsai.pipeline.content.write_files import write_file
    from prongsai.pipeline.handed_out import read_handover
    from prongsai.reporting import summary_line
    from prongsai.thai.dates import parse_date

    root, target = root_of(site), Path(out).resolve() if out else None
    _refuse(root, target)
    day = parse_date(day_of(date))
    assert day is not None  # noqa: S101  `day_of` gives what is a day, or ends
    facts = read_handover(root, day, summary_line)
    if target is None:
        click.echo(export_handover_text(facts), nl=False)
        return
    text = export_handover_html(facts) if target.suffix in {".html", ".htm"} else export_handover_text(facts)
    write_file(target, text.encode())
    click.echo(f"เขียนบันทึกส่งมอบไว้ใน {target} เปิดแล้วสั่งพิมพ์ได้ไม่เกินสองหน้า A4")


def _refuse(root: Path, target: Path | None) -> None:
    """A sheet for the office is never published, and takes the place of nothing that is no sheet."""
    from prongsai.views.handover import HEADING

    if target is None:
        return
    if target.suffix not in {".html", ".htm", ".txt"}:
        raise WrongCall(f"--out {target.name} ไม่ใช่แฟ้ม .html หรือ .txt\nวิธีแก้: ระบุเช่น --out ส่งมอบ.html")
    if any(target.is_relative_to(root / name) for name in ("content", "data", "site", "site_config")):
        raise WrongCall(
            f"{target} อยู่ในเว็บไซต์ บันทึกส่งมอบจะถูกเผยแพร่หรือปนกับข้อมูล\nวิธีแก้: ระบุที่นอกโฟลเดอร์ของเว็บไซต์ เช่น --out ../ส่งมอบ.html"
        )
    if target.is_file() and HEADING not in target.read_text(encoding="utf-8", errors="replace"):
        raise WrongCall(f"{target} มีอยู่แล้วและไม่ใช่บันทึกส่งมอบ จึงไม่เขียนทับ\nวิธีแก้: ระบุชื่อแฟ้มอื่นด้วย --out")
    if target.is_dir():
        raise WrongCall(f"--out {target} เป็นโฟลเดอร์\nวิธีแก้: ระบุชื่อแฟ้ม เช่น --out {target / 'ส่งมอบ.html'}")
