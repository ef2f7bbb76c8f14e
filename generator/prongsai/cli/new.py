"""The command that makes a site: of a few files to fill in, or as a copy of the model agency."""

from __future__ import annotations

from pathlib import Path

import click

from prongsai.cli.shared import Command, WrongCall
from prongsai.cli.typed import check_target, read_new_year


@click.command(cls=Command)
@click.argument("folder", metavar="DIR", callback=check_target)
@click.option("--name", default=None, help="ชื่อหน่วยงาน")
@click.option(
    "--year", default=None, metavar="YEAR", callback=read_new_year, help="ปีงบประมาณ พ.ศ. ของผลการประเมินที่จะกรอก"
)
@click.option(
    "--example",
    "is_example",
    is_flag=True,
    help="คัดลอกหน่วยงานสมมติที่กรอกครบทุกแฟ้มมาให้ดูและทดลองแก้ ใช้กับ --name และ --year ไม่ได้",
)
def new(folder: str, name: str | None, year: int | None, *, is_example: bool) -> None:
    """สร้างโฟลเดอร์เว็บไซต์ใหม่พร้อมแฟ้มให้กรอก"""
    from prongsai.pipeline.begin import FolderInUseError

    if is_example and (name is not None or year is not None):
        raise WrongCall(
            "--example เป็นหน่วยงานสมมติที่มีชื่อและปีของตนแล้ว จึงใช้กับ --name และ --year ไม่ได้\n"
            f"วิธีแก้: สั่ง prongsai new {folder} --example หรือไม่ต้องใส่ --example ถ้าจะสร้างของหน่วยงานเอง"
        )
    try:
        lines = _make_example(folder) if is_example else _make_site(folder, name, year)
    except FolderInUseError:
        raise WrongCall(f"โฟลเดอร์ {folder} มีแฟ้มอยู่แล้ว จึงไม่สร้างทับ\nวิธีแก้: ระบุโฟลเดอร์ใหม่ที่ยังไม่มี") from None
    for line in lines:
        click.echo(line)


def _make_site(folder: str, name: str | None, year: int | None) -> list[str]:
    from prongsai.pipeline.begin import new_site, newest_edition
    from prongsai.thai.text import clean_text

    chosen = newest_edition() if year is None else year
    agency, _ = clean_text(name or "")
    if name is not None and not agency:
        raise WrongCall("--name ว่างเปล่า\nวิธีแก้: ระบุชื่อหน่วยงาน หรือไม่ต้องใส่ --name แล้วกรอกภายหลัง")
    made = new_site(Path(folder), agency, chosen)
    after = (
        f"ขั้นต่อไป: เข้าไปที่โฟลเดอร์นั้น แล้วสั่ง prongsai export form --year {chosen + 1} เพื่อกรอกใน Excel "
        "หรือกรอกในแฟ้มข้างต้น แล้วสั่ง prongsai serve ดูคู่มือทั้งหมดด้วย prongsai help"
    )
    return [*(f"  {place}" for place in made), f"สร้างแล้วใน {folder}", after]


def _make_example(folder: str) -> list[str]:
    from prongsai.pipeline.begin_example import new_example

    made = new_example(Path(folder))
    said = f"สร้างตัวอย่างแล้วใน {folder} หน่วยงาน คะแนน และเอกสารทุกอย่างในนี้สมมติขึ้นเพื่อการเรียนรู้"
    after = (
        "ขั้นต่อไป: เข้าไปที่โฟลเดอร์นั้น แล้วสั่ง prongsai serve เพื่อเปิดดู แก้ค่าใดก็ได้แล้วสั่ง prongsai check "
        "ลองทำทีละเดือนตาม prongsai help year เมื่อพร้อมทำของหน่วยงานเอง สั่ง prongsai new ตามด้วยชื่อโฟลเดอร์ใหม่"
    )
    return [*(f"  {place}" for place in made), said, after]
