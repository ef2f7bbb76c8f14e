"""The command fmt: data files put into one form."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from prongsai.cli.shared import (
    DATA_HAS_ERRORS,
    Command,
    WrongCall,
    folder_option,
    in_turn,
    lang_option,
    report,
    root_of,
    wait_option,
)


@click.command(cls=Command)
@click.argument("files", nargs=-1, metavar="FILE")
@folder_option
@click.option("--check", "only_look", is_flag=True, help="ตรวจอย่างเดียว ไม่เขียน มีแฟ้มที่ต้องจัดใหม่จะจบด้วยสถานะ 1")
@wait_option
@lang_option
def fmt(files: tuple[str, ...], site: str, *, only_look: bool, wait: int, lang: str) -> None:
    """จัดรูปแบบแฟ้มข้อมูลให้เหมือนกันทั้งเว็บไซต์ ข้อมูล หมายเหตุ และลำดับคงเดิมทุกตัวอักษร ถ้าไม่ระบุแฟ้มจะจัดทุกแฟ้ม"""
    from prongsai.pipeline.tidy_files import find_data_files, tidy_files

    root = root_of(site)
    with in_turn(root, "prongsai fmt", wait):
        known = find_data_files(root)
        names = [_name_of(one, root, known) for one in files] or known
        done = tidy_files(root, list(dict.fromkeys(names)), only_look=only_look)
    if done.problems:
        report(done.problems, lang)
    for name in done.changed:
        click.echo(f"  {name}")
    click.echo(_word_done(len(done.changed), done.same, len(done.problems), only_look=only_look))
    sys.exit(DATA_HAS_ERRORS if done.problems or (only_look and done.changed) else 0)


def _name_of(typed: str, root: Path, known: list[str]) -> str:
    """A file as seen from the folder of the site, typed from there or from here; raises WrongCall where it is none."""
    here = os.path.relpath(Path(typed).resolve(), root).replace(os.sep, "/")
    for name in (here, typed.replace(os.sep, "/").removeprefix("./")):
        if name in known:
            return name
    example = f"\nวิธีแก้: ระบุแฟ้มในโฟลเดอร์ data หรือ site_config เช่น {known[0]}" if known else ""
    raise WrongCall(f"{typed} ไม่ใช่แฟ้มข้อมูลของเว็บไซต์นี้{example}")


def _word_done(changed: int, same: int, faulty: int, *, only_look: bool) -> str:
    """One line on what came of it."""
    what = "ต้องจัดใหม่" if only_look else "จัดใหม่แล้ว"
    left = f" ไม่แตะต้อง {faulty} แฟ้มที่ต้องแก้ก่อน" if faulty else ""
    return f"{what} {changed} แฟ้ม อยู่ในรูปแบบแล้ว {same} แฟ้ม{left}"
