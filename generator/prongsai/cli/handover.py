"""The command `handover`: what the next officer needs to know, on two sheets of A4."""

from __future__ import annotations

from pathlib import Path

import click

from prongsai.cli.folders import check_place
from prongsai.cli.shared import Command, WrongCall, folder_option, root_of
from prongsai.cli.typed import day_of, read_day


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
    from prongsai.pipeline.handover import read_handover
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
