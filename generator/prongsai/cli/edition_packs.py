"""The commands that hand on the rules of a year as one plain file, and add those of another agency."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from prongsai.cli.edition_shared import (
    read_given,
    refusals,
    say,
    target_file,
    to_option,
    write_rules,
    year_argument,
    yes_option,
)
from prongsai.cli.saves import saving
from prongsai.cli.shared import (
    DATA_HAS_ERRORS,
    Command,
    WrongCall,
    folder_option,
    lang_option,
    report,
    root_of,
    wait_option,
)
from prongsai.cli.typed import day_of, read_day
from prongsai.cli.word_packs import word_added, word_compared, word_own_agency


@click.command("pack", cls=Command)
@year_argument
@click.option(
    "--by", "agency", default="", metavar="NAME", help="ชื่อหน่วยงานที่กรอก (ค่าเริ่มต้น: ชื่อใน site_config/agency.yml)"
)
@click.option("--on", "date", default=None, metavar="DATE", callback=read_day, help="วันที่จัดทำ พ.ศ. (ค่าเริ่มต้น: วันนี้)")
@to_option
@folder_option
def pack(year: int, agency: str, date: str | None, target: str | None, site: str) -> None:
    """รวมหลักเกณฑ์ที่หน่วยงานกรอกเป็นแฟ้มเดียว ให้หน่วยงานอื่นใช้ด้วย prongsai edition add"""
    from prongsai.pipeline.rulebooks.packs import NoAgencyError, NothingEnteredError, UnreadPackError, export_pack
    from prongsai.thai.dates import parse_date
    from prongsai.thai.text import clean_text

    root = root_of(site)
    path = target_file(root, target, ".yml") if target else None
    with refusals():
        try:
            known, written = export_pack(root, year, str(parse_date(day_of(date))), clean_text(agency)[0], path)
        except NothingEnteredError as nothing:
            raise WrongCall(
                f"หน่วยงานยังไม่ได้กรอกหลักเกณฑ์ของปี {year} ใน {nothing} จึงไม่มีสิ่งใดให้ส่งต่อ\n"
                f"วิธีแก้: สั่ง prongsai edition export {year} กรอก แล้วนำเข้าก่อน"
            ) from None
        except NoAgencyError:
            raise WrongCall(word_own_agency(year)) from None
        except UnreadPackError:
            raise WrongCall(
                f"หลักเกณฑ์ของปี {year} ที่กรอกไว้มีส่วนที่ไม่ถูกต้อง หน่วยงานอื่นจะเพิ่มไม่ได้ จึงไม่ได้เขียนชุดหลักเกณฑ์\n"
                f"วิธีแก้: สั่ง prongsai check แล้วแก้ site_config/editions/{year}.yml ตามที่แจ้งก่อน"
            ) from None
    click.echo(written)
    click.echo(f"ชุดหลักเกณฑ์ปี {year} ของ {agency or known.maker.agency} ไม่มีข้อมูลอื่นของเว็บไซต์ ตรวจแล้วส่งแฟ้มนี้ต่อได้")


@click.command("add", cls=Command)
@click.argument("file", metavar="FILE")
@yes_option
@click.option("--dry-run", is_flag=True, help="แสดงสิ่งที่ต่างกัน โดยไม่เขียน")
@folder_option
@wait_option
@lang_option
def add(file: str, site: str, wait: int, lang: str, *, yes: bool, dry_run: bool) -> None:
    """เพิ่มชุดหลักเกณฑ์ที่หน่วยงานอื่นกรอก แสดงสิ่งที่ต่างกันก่อน ใช้เป็นข้อสังเกตจนกว่าหน่วยงานอื่นกรอกตรงกัน"""
    from prongsai.pipeline.rulebooks.packs import UnreadPackError, prepare_pack

    root = root_of(site)
    data = read_given(file)
    with refusals(), saving():
        try:
            added = prepare_pack(root, data, Path(file).name)
        except UnreadPackError as unread:
            report(unread.problems, lang)
            raise WrongCall(
                f"{file} ไม่ใช่ชุดหลักเกณฑ์ที่ครบถ้วน จึงไม่ได้เพิ่มสิ่งใด\nวิธีแก้: ขอแฟ้มใหม่ที่ทำด้วย prongsai edition pack"
            ) from None
    say(word_compared(added))
    if not added.proposed.after:
        click.echo(f"มีชุดนี้อยู่แล้วใน {added.name} ไม่มีสิ่งใดต้องเขียน")
        return
    if new := added.proposed.new_problems:
        click.echo("ถ้าเพิ่ม การตรวจจะพบเพิ่มดังนี้")
        report(new, lang)
    if added.proposed.has_new_errors:
        click.echo("ยังไม่ได้เขียนสิ่งใด เพราะมีข้อผิดพลาดเพิ่มขึ้นข้างต้น", err=True)
        sys.exit(DATA_HAS_ERRORS)
    if dry_run:
        click.echo(f"ทดลองเท่านั้น ยังไม่ได้เขียน {added.name}")
        return
    write_rules(root, added.proposed, f"prongsai edition add {Path(file).name}", yes=yes, wait=wait)
    say(word_added(added))
