"""The command edition: the rules of a year begun, handed out and checked."""

from __future__ import annotations

import sys

import click

from prongsai.cli.edition_import import import_rules
from prongsai.cli.edition_packs import add, pack
from prongsai.cli.edition_shared import (
    from_option,
    refusals,
    say,
    target_file,
    to_option,
    write_rules,
    year_argument,
    yes_option,
)
from prongsai.cli.saves import saving
from prongsai.cli.shared import DATA_HAS_ERRORS, Command, Group, WrongCall, folder_option, root_of, wait_option
from prongsai.cli.word_edition import word_checked, word_export, word_packs, word_skeleton


@click.group("edition", cls=Group)
def edition() -> None:
    """หลักเกณฑ์ของปีที่กรอกจากคู่มือ: เริ่ม ส่งออกให้กรอก นำเข้า ตรวจ และส่งต่อให้หน่วยงานอื่น"""


@edition.command("new", cls=Command)
@year_argument
@from_option
@yes_option
@folder_option
@wait_option
def new(year: int, nearest: int | None, site: str, wait: int, *, yes: bool) -> None:
    """เริ่มแฟ้มหลักเกณฑ์ของปี โดยมีโครงของปีใกล้เคียงรอเทียบกับคู่มือ ยังไม่ระบุข้อเท็จจริงใด"""
    from prongsai.pipeline.rulebooks.begin_rules import RulesThereError, propose_skeleton

    root = root_of(site)
    with refusals(), saving():
        try:
            known, proposed = propose_skeleton(root, year, nearest)
        except RulesThereError as there:
            raise WrongCall(
                f"มี {there} อยู่แล้ว จึงไม่ได้เขียนทับ\nวิธีแก้: สั่ง prongsai edition export {year} เพื่อกรอกต่อ"
            ) from None
    say(word_skeleton(known))
    write_rules(root, proposed, f"prongsai edition new {year}", yes=yes, wait=wait)
    click.echo(f"ขั้นต่อไป: สั่ง prongsai edition export {year} แล้วกรอกโดยเปิดคู่มือของปีนั้นข้างกัน")


@edition.command("export", cls=Command)
@year_argument
@from_option
@to_option
@click.option("--yes", is_flag=True, help="เขียนทับแฟ้มที่ระบุด้วย --to ถ้ามีอยู่แล้ว")
@folder_option
def export(year: int, nearest: int | None, target: str | None, site: str, *, yes: bool) -> None:
    """แบบกรอกหลักเกณฑ์เป็นแฟ้ม Excel หนึ่งแถวต่อหนึ่งข้อและหนึ่งองค์ประกอบ พร้อมช่องเลขหน้าของคู่มือ"""
    from prongsai.pipeline.export_form import FileThereError
    from prongsai.pipeline.rulebooks.hand_out_rules import export_rules

    root = root_of(site)
    path = target_file(root, target, ".xlsx") if target else None
    with refusals():
        try:
            known, written = export_rules(root, year, nearest=nearest, path=path, replaces=yes)
        except FileThereError as there:
            raise WrongCall(
                f"{there.path} มีอยู่แล้ว อาจเป็นแบบที่มีผู้กรอกไว้ จึงไม่เขียนทับ\nวิธีแก้: ระบุชื่ออื่นด้วย --to หรือเพิ่ม --yes ถ้าต้องการเขียนทับ"
            ) from None
    click.echo(written)
    say(word_export(known, written))


@edition.command("check", cls=Command)
@year_argument
@folder_option
def check(year: int, site: str) -> None:
    """บอกว่าหลักเกณฑ์ของปียังขาดสิ่งใด และส่วนใดที่โปรแกรมเดา ครบแล้วจบด้วยสถานะ 0 ยังไม่ครบจบด้วยสถานะ 1"""
    from prongsai.loading.load_editions import empty_edition
    from prongsai.pipeline.rulebooks.known import read_known
    from prongsai.rulebooks.check_rules import check_rules, is_complete

    root = root_of(site)
    with refusals():
        known = read_known(root, year)
    found = check_rules(known.edition or empty_edition(year))
    say(word_checked(known, found))
    say(word_packs(known))
    sys.exit(0 if is_complete(found) else DATA_HAS_ERRORS)


edition.add_command(import_rules)
edition.add_command(pack)
edition.add_command(add)
