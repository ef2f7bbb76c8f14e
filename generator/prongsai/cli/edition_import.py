"""The command that takes in the rules of a year: a workbook that was filled in, or a printed list of items."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from prongsai.cli.ask import ask, is_answered
from prongsai.cli.edition_shared import read_given, refusals, say, write_rules, yes_option
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
from prongsai.cli.typed import read_new_year
from prongsai.cli.word_rules import word_changes, word_doubted, word_pairs, word_read, word_told, word_unpaired

if TYPE_CHECKING:
    from prongsai.pipeline.rulebooks.known import Known
    from prongsai.pipeline.rulebooks.take_in_rules import Taken
    from prongsai.rulebooks.renumber import Pair

_CERTAIN = "certain"


@click.command("import", cls=Command)
@click.argument("file", metavar="FILE")
@click.option("--year", default=None, metavar="YEAR", callback=read_new_year, help="ปีของหลักเกณฑ์ แบบกรอกบอกปีเองแล้ว")
@click.option("--from", "nearest", default=None, metavar="YEAR", callback=read_new_year, help="ปีที่เทียบเลขข้อด้วย")
@click.option("--manual", default="", metavar="NAME", help="ชื่อเต็มของคู่มือหรือเอกสารที่คัดรายการมา")
@click.option("--page", default="", metavar="PAGE", help="หน้าของคู่มือที่มีรายการทั้งหมด เช่น 34-36")
@click.option(
    "--match",
    "matches",
    multiple=True,
    metavar="MATCH",
    help="ยืนยันว่าข้อของปีนี้ตรงกับข้อของปีก่อน เช่น O7=O5 ระบุซ้ำได้ หรือ certain คือทุกคู่ที่แน่ชัด",
)
@yes_option
@click.option("--dry-run", is_flag=True, help="แสดงสิ่งที่จะเขียน โดยไม่เขียน")
@folder_option
@wait_option
@lang_option
def import_rules(file: str, site: str, **asked: Any) -> None:
    """นำเข้าแบบกรอกหลักเกณฑ์ หรือรายการข้อที่พิมพ์หรือคัดลอกมา (.xlsx .docx .csv .html .txt) แสดงก่อนเขียน"""
    from prongsai.pipeline.rulebooks.known import read_known
    from prongsai.pipeline.rulebooks.take_in_rules import propose_rules, with_meanings

    root = root_of(site)
    data, page = read_given(file), _page(asked["page"])
    with refusals(), saving():
        known = read_known(root, asked["year"] or _year_in(data, file), asked["nearest"])
        taken = _read(known, data, file, page, " ".join(asked["manual"].split()))
        say(word_read(taken))
        say(word_told(taken.read.told))
        confirmed = _confirmed(known, taken, asked["matches"], yes=asked["yes"] or asked["dry_run"])
        proposed, differences = propose_rules(known, with_meanings(known, taken, confirmed))
    say(word_changes(differences))
    if proposed.new_problems:
        click.echo("เมื่อนำเข้า การตรวจจะพบเพิ่มดังนี้")
        report(proposed.new_problems, asked["lang"])
    if proposed.has_new_errors:
        click.echo("ยังไม่ได้เขียนสิ่งใด เพราะมีข้อผิดพลาดเพิ่มขึ้นข้างต้น แก้ในแฟ้มที่นำเข้าแล้วสั่งอีกครั้ง", err=True)
        sys.exit(DATA_HAS_ERRORS)
    if asked["dry_run"]:
        click.echo(f"ทดลองเท่านั้น ยังไม่ได้เขียน {known.name}")
        return
    write_rules(root, proposed, f"prongsai edition import {Path(file).name}", yes=asked["yes"], wait=asked["wait"])
    click.echo(f"ขั้นต่อไป: สั่ง prongsai edition check {known.year} เพื่อดูสิ่งที่ยังขาดและส่วนที่เดา")


def _page(text: str) -> str:
    from prongsai.rulebooks.pages import read_page

    page = read_page(text)
    if page is None:
        raise WrongCall(f"--page {text} ไม่ใช่เลขหน้า\nวิธีแก้: ระบุเลขหน้า เช่น --page 34 หรือ --page 34-36")
    return page


def _year_in(data: bytes, file: str) -> int:
    """The year that one of our workbooks says of itself."""
    from prongsai.pipeline.rulebooks.take_in_rules import year_of_book

    year = year_of_book(data)
    if year is None:
        raise WrongCall(
            f"{Path(file).name} ไม่ใช่แบบกรอกหลักเกณฑ์ของโปรแกรม จึงไม่ทราบว่าเป็นของปีใด\n"
            f"วิธีแก้: ระบุปี เช่น prongsai edition import {Path(file).name} --year 2570"
        )
    return year


def _read(known: Known, data: bytes, file: str, page: str, manual: str) -> Taken:
    from prongsai.cli.word_table import refuse_file
    from prongsai.grids.grid import GridError
    from prongsai.pipeline.rulebooks.take_in_rules import read_rules

    try:
        return read_rules(known, data, Path(file).name, page=page, manual=manual)
    except GridError as failure:
        if failure.reason == "no-items":
            raise WrongCall(
                f"ไม่พบข้อ OIT ใน {Path(file).name} จึงไม่ได้นำเข้าสิ่งใด\n"
                "วิธีแก้: ตรวจว่าแต่ละข้อขึ้นต้นด้วยรหัสข้อ เช่น O1 หรือใช้แบบกรอกจาก prongsai edition export"
            ) from None
        raise refuse_file(file, failure.reason) from None


def _confirmed(known: Known, taken: Taken, matches: tuple[str, ...], *, yes: bool) -> dict[str, str]:
    """The items of this year with those of the old year that a person says they are."""
    from prongsai.loading.load_editions import empty_edition
    from prongsai.pipeline.rulebooks.take_in_rules import confirmed_in_book, without_confirmed

    old = known.loaded.editions.edition(known.nearest) or empty_edition(known.nearest or known.year)
    found, doubted = confirmed_in_book(taken, old)
    found |= _typed_matches(matches, known, taken)
    say(word_doubted(doubted, taken, old, known.nearest))
    say(word_unpaired(taken, known.nearest))
    pairs = [one for one in without_confirmed(taken.renumbering, found).pairs if (one.new, one.old) not in doubted]
    if not pairs:
        return found
    say(word_pairs(pairs, known.nearest))
    if _CERTAIN in matches:
        return found | {one.new: one.old for one in pairs if one.certainty == _CERTAIN}
    if yes or not is_answered(sys.stdin):
        example = f"{pairs[0].new}={pairs[0].old}"
        click.echo(f"ยังไม่ได้ยืนยันการเทียบข้อ ข้อเหล่านี้จึงยังไม่มีรหัสความหมาย ยืนยันด้วย --match {_CERTAIN} หรือ --match {example}")
        return found
    return found | _asked(pairs)


def _asked(pairs: list[Pair]) -> dict[str, str]:
    """The pairs to which somebody says yes: those that are certain together, all others one by one."""
    certain = [one for one in pairs if one.certainty == _CERTAIN]
    agreed = {}
    if certain and ask(f"ยืนยันคู่ที่แน่ชัดข้างต้น {len(certain)} คู่หรือไม่", yes=False):
        agreed = {one.new: one.old for one in certain}
    for one in pairs:
        question = f"ข้อ {one.new} “{one.new_title}” คือข้อ {one.old} “{one.old_title}” ของปีก่อนหรือไม่"
        if one.certainty != _CERTAIN and ask(question, yes=False):
            agreed[one.new] = one.old
    return agreed


def _typed_matches(matches: tuple[str, ...], known: Known, taken: Taken) -> dict[str, str]:
    from prongsai.rulebooks.structure import entries_in
    from prongsai.thai.codes import parse_item_code

    new_items, old_items = entries_in(taken.rules, "items"), entries_in(known.structure.parts, "items")
    found = {}
    for one in matches:
        if one == _CERTAIN:
            continue
        new, _, old = one.partition("=")
        pair = parse_item_code(new) or "", parse_item_code(old) or ""
        if pair[0] not in new_items or pair[1] not in old_items:
            raise WrongCall(
                f"--match {one} ไม่ตรงกับข้อใดของปี {known.year} และปี {known.nearest}\n"
                f"วิธีแก้: ระบุข้อของปี {known.year} ตามด้วย = และข้อของปี {known.nearest} เช่น --match O7=O5"
            )
        found[pair[0]] = pair[1]
    return found
