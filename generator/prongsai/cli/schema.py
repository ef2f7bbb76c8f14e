"""The command `schema`: what an editor needs to complete, explain and mark the keys of the data files."""

from __future__ import annotations

from pathlib import Path

import click

from prongsai.cli.folders import check_place
from prongsai.cli.shared import Command, WrongCall, folder_option, root_of


@click.command(cls=Command)
@folder_option
@click.option(
    "--to",
    default=None,
    metavar="DIR",
    callback=check_place,
    help="โฟลเดอร์ที่วางแฟ้ม (ค่าเริ่มต้น: .prongsai/schema)",
)
def schema(site: str, to: str | None) -> None:
    """JSON Schema ของแฟ้มข้อมูล ให้โปรแกรมแก้ไขข้อความช่วยเติมคีย์ บอกความหมาย และขีดเส้นใต้ที่ผิด"""
    from prongsai.pipeline.starting.schemas import SCHEMAS, write_schemas

    folder = Path(to).resolve() if to else root_of(site) / SCHEMAS
    if folder.exists() and not folder.is_dir():
        raise WrongCall(f"--to {folder} เป็นแฟ้ม ไม่ใช่โฟลเดอร์\nวิธีแก้: ระบุชื่อโฟลเดอร์ เช่น --to schema")
    for path in write_schemas(folder):
        click.echo(path)
