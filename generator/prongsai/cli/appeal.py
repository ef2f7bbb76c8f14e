"""The command `appeal`: remember provisional zeros, and write the sheet of each item from the records."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from prongsai.cli.shared import HANDED_OUT, Command, WrongCall, folder_option, in_turn, root_of, url_option, wait_option
from prongsai.cli.submitted import item_of, newest_of
from prongsai.cli.typed import check_place, read_year

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prongsai.pipeline.check import Checked
    from prongsai.pipeline.submissions.appeal import Appeal
    from prongsai.submissions.keep import Submissions
    from prongsai.submissions.notes import Zero
    from prongsai.submissions.record import Submission

_NO_TABLE = {
    "no-table": "ไม่พบตารางในแฟ้มนี้",
    "damaged": "แฟ้มเสียหาย",
    "locked": "แฟ้มมีรหัสผ่าน",
    "too-large": "แฟ้มใหญ่เกินไป",
}
_MOST_SHOWN = 10


@click.command(cls=Command)
@click.argument("year", metavar="YEAR", callback=read_year)
@click.option(
    "--zero",
    "zeros",
    multiple=True,
    metavar="ITEM=REASON",
    help='ข้อที่ได้ 0 ในผลเบื้องต้นพร้อมเหตุ เช่น "O17=เปิดลิงก์ไม่ได้" ระบุซ้ำได้',
)
@click.option("--from", "table", default=None, metavar="FILE", help="ตารางผลเบื้องต้น (Excel, Word, CSV) ที่มีช่องข้อและช่องเหตุ")
@click.option("--forget", multiple=True, metavar="ITEM", help="ข้อที่บันทึกไว้ผิดว่าได้ 0 ระบุซ้ำได้")
@click.option("--out", default=None, metavar="DIR", callback=check_place, help=HANDED_OUT)
@folder_option
@url_option
@wait_option
def appeal(
    year: int,
    zeros: tuple[str, ...],
    table: str | None,
    forget: tuple[str, ...],
    out: str | None,
    site: str,
    site_url: str | None,
    wait: int,
) -> None:
    """ใบข้อเท็จจริงประกอบการอุทธรณ์ หนึ่งใบต่อข้อที่ได้ 0 ในผลเบื้องต้น จากสิ่งที่ยื่นไว้และประวัติของลิงก์"""
    from prongsai.pipeline.check import check_folder
    from prongsai.pipeline.handed_out import handed_out_folder
    from prongsai.pipeline.submissions.restore import remember_zeros

    root = root_of(site)
    _, newest = newest_of(root, year)
    given = {**_of_table(newest, table), **dict(_typed(newest, one) for one in zeros)}
    forgotten = [item_of(newest, one).code for one in forget]
    with in_turn(root, "prongsai appeal", wait):
        notes = remember_zeros(root, year, given, forgotten)
    if not notes.zeros:
        raise WrongCall(
            f"ยังไม่ได้ระบุข้อที่ได้ 0 ในผลเบื้องต้นของปี {year}\n"
            f'วิธีแก้: ระบุข้อและเหตุที่แจ้ง เช่น prongsai appeal {year} --zero "O17=เปิดลิงก์ไม่ได้" หรือระบุตารางด้วย --from'
        )
    known, newest = newest_of(root, year)
    folder = Path(out).resolve() if out else handed_out_folder(root)
    done = _write(check_folder(root, site_url), known, newest, folder)
    click.echo("\n".join(_lines(done)))


def _typed(submission: Submission, text: str) -> tuple[str, Zero]:
    """The item and the reason of `O17=เหตุ`."""
    from prongsai.submissions.notes import Zero
    from prongsai.thai.text import clean_text

    code, _, reason = text.partition("=")
    why = " ".join(clean_text(reason)[0].split())
    if not why:
        raise WrongCall(f'--zero {text} ยังไม่มีเหตุที่แจ้ง\nวิธีแก้: ระบุข้อ เครื่องหมาย = และเหตุ เช่น --zero "O17=เปิดลิงก์ไม่ได้"')
    return item_of(submission, code).code, Zero(why)


def _of_table(submission: Submission, table: str | None) -> dict[str, Zero]:
    """The zeros in a table; rows that fit no submitted item are named and left out."""
    if table is None:
        return {}
    from prongsai.disk.read import read_plain
    from prongsai.grids.grid import GridError
    from prongsai.grids.read_grids import read_grids
    from prongsai.submissions.read_zeros import NoZerosError, read_zeros

    place = Path(table)
    if not place.is_file():
        raise WrongCall(f"ไม่พบแฟ้ม {table}\nวิธีแก้: ตรวจชื่อและที่อยู่ของแฟ้มที่ระบุด้วย --from")
    try:
        read = read_zeros(read_grids(read_plain(place), place.stem), [one.code for one in submission.items], place.name)
    except GridError as failure:
        said = _NO_TABLE.get(failure.reason, "อ่านตารางในแฟ้มนี้ไม่ได้")
        raise WrongCall(f"{said} ({table})\nวิธีแก้: ใช้ตารางใน Excel Word หรือ CSV หรือพิมพ์ด้วย --zero") from None
    except NoZerosError:
        raise WrongCall(
            f"ตารางใน {table} ไม่มีแถวหัวตารางที่มีช่องข้อและช่องเหตุ\nวิธีแก้: ตั้งชื่อช่องว่า ข้อ และ เหตุผล หรือพิมพ์ด้วย --zero"
        ) from None
    if read.unknown:
        more = f" และอีก {len(read.unknown) - _MOST_SHOWN} แถว" if len(read.unknown) > _MOST_SHOWN else ""
        click.echo(f"แถวที่ไม่ตรงกับข้อที่ยื่นไว้ จึงไม่ได้ใช้: {', '.join(read.unknown[:_MOST_SHOWN])}{more}", err=True)
    return read.zeros


def _write(checked: Checked, known: Submissions, newest: Submission, folder: Path) -> Appeal:
    from prongsai.pipeline.handed_out import FileLockedError
    from prongsai.pipeline.submissions.appeal import make_sheets, write_appeal

    if folder.exists() and not folder.is_dir():
        raise WrongCall(f"--out {folder} เป็นแฟ้ม ไม่ใช่โฟลเดอร์\nวิธีแก้: ระบุชื่อโฟลเดอร์ เช่น --out อุทธรณ์")
    own = ("content", "data", "site", "site_config", ".prongsai")
    if any(folder.is_relative_to(checked.root / name) for name in own):
        raise WrongCall(f"{folder} อยู่ในเว็บไซต์ ใบอุทธรณ์จะถูกเผยแพร่หรือปนกับข้อมูล\nวิธีแก้: ระบุโฟลเดอร์นอกเว็บไซต์ด้วย --out")
    try:
        return write_appeal(checked, make_sheets(checked, known, newest), folder)
    except FileLockedError as locked:
        raise WrongCall(
            f"เขียนแฟ้ม {locked.path} ไม่ได้ อาจเปิดค้างอยู่ในโปรแกรมอื่น เช่น Word\n"
            "วิธีแก้: ปิดแฟ้มนั้นแล้วสั่งใหม่ หรือระบุโฟลเดอร์อื่นด้วย --out"
        ) from None


def _lines(done: Appeal) -> Iterator[str]:
    for sheet in done.sheets:
        yield f"ข้อ {sheet.item.code} ยื่นไว้ {len(sheet.links)} ลิงก์ เหตุที่แจ้ง: {sheet.zero.reason}"
    yield from map(str, done.paths)
    if done.lacking:
        made = ", ".join(dict.fromkeys(path.suffix.lstrip(".") for path in done.paths))
        yield f"เครื่องนี้ทำเอกสารได้ไม่ครบทุกแบบ ({done.lacking}) จึงเขียนเป็น {made} เท่านั้น"
    yield "ขั้นต่อไป: กรอกคำชี้แจงในใบ แนบสำเนาที่ใบระบุ และตรวจกำหนดเวลาอุทธรณ์จากประกาศในระบบ ITAS"
