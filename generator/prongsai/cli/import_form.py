"""Workbooks that come back filled in: shown, asked about, and taken in whole or not at all."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from prongsai.cli.ask import ask, is_answered, read_answer
from prongsai.cli.saves import saving
from prongsai.cli.shared import WrongCall, report
from prongsai.cli.word_import import (
    counted,
    word_comparison,
    word_conflict,
    word_hindrances,
    word_marks,
    word_not_taken,
    word_problem,
    word_proposed,
)
from prongsai.cli.write_import import write_import

if TYPE_CHECKING:
    from prongsai.pipeline.import_form import Comparison, Prepared
    from prongsai.workbook.compare import CellChange, LostRow
    from prongsai.workbook.join_books import Conflict
    from prongsai.workbook.read_book import NoWorkbookError, ReadBook

DATA_HAS_ERRORS = 1
_REASONS = {
    "encrypted": ("มีรหัสผ่าน", "เปิดแฟ้ม เอารหัสผ่านออก แล้วบันทึกใหม่"),
    "too-large": (
        "มีข้อความอยู่ไกลเกินแถวที่ 20,000 หรือคอลัมน์ที่ 400 หรือใหญ่เกินกว่าที่นำเข้าได้",
        "ลบข้อความหรือแผ่นงานที่ไม่ได้ใช้ แล้วบันทึกใหม่",
    ),
    "damaged": ("อ่านไม่ได้ อาจเสียหายหรือไม่ใช่แฟ้ม Excel หรือ LibreOffice", "เปิดแฟ้มในโปรแกรมตาราง แล้วบันทึกเป็น .xlsx"),
}
_A_THIRD = 3


@dataclass(frozen=True)
class AskedImport:
    """The options of an import: whether to ask, which side wins where both changed, from which sheets rows may go."""

    year: int | None
    yes: bool
    dry_run: bool
    report: str | None
    prefer: str | None
    remove: tuple[str, ...]
    lang: str
    wait: int


def forms_among(names: Sequence[str]) -> list[ReadBook]:
    """Our workbooks that a call names; none where no file is one.

    Raises WrongCall where ours and others are named together, and for a workbook that cannot be read.
    """
    from prongsai.workbook.read_book import NoWorkbookError, read_book

    found: list[ReadBook] = []
    others: list[str] = []
    last = [Path(name).name for name in names]
    for name in names:
        path = Path(name)
        try:
            book = read_book(_data_of(path), path.name if last.count(path.name) == 1 else name)
        except NoWorkbookError as failure:
            if failure.reason != "other":
                raise WrongCall(_word_unread(name, failure)) from None
            others.append(name)
            continue
        if book.meta or book.sheets:
            found.append(book)
        else:
            others.append(name)
    if found and others:
        raise WrongCall(
            f"{' '.join(others)} ไม่ใช่แบบกรอกของโปรแกรม จึงไม่ได้นำเข้าสิ่งใด\nวิธีแก้: นำเข้าแบบกรอกกับตารางของหน่วยงานแยกกัน"
        )
    return found


def _word_unread(name: str, failure: NoWorkbookError) -> str:
    said, fix = _REASONS[failure.reason]
    place = f" ที่ {failure.found}" if failure.found else ""
    return f"{name}{place} {said} จึงไม่ได้นำเข้าสิ่งใด\nวิธีแก้: {fix}"


def _data_of(path: Path) -> bytes:
    """The bytes of a file; one that is no workbook of a sensible size is none of ours."""
    from prongsai.disk.read import TooLargeError, read_plain
    from prongsai.grids.open_parts import LARGEST_FILE
    from prongsai.workbook.read_book import NoWorkbookError

    try:
        return read_plain(path, LARGEST_FILE)
    except FileNotFoundError:
        raise WrongCall(f"ไม่มีแฟ้ม {path}\nวิธีแก้: ตรวจชื่อแฟ้มและโฟลเดอร์") from None
    except TooLargeError:
        raise NoWorkbookError("too-large") from None
    except OSError:
        raise NoWorkbookError("damaged") from None


def import_books(root: Path, books: Sequence[ReadBook], asked: AskedImport) -> None:
    """Show what workbooks bring to the site kept in `root`, ask, and write it."""
    found = _compare(root, books, asked)
    removed = _removals(found, asked)
    click.echo(f"{' '.join(book.name for book in books)} ปีงบประมาณ พ.ศ. {found.year}")
    _say([*word_not_taken(found)])
    if found.joined.is_empty:
        click.echo("ข้อมูลในแบบกรอกตรงกับแฟ้มข้อมูลแล้ว ไม่มีสิ่งใดต้องเขียน")
        return
    _say([*word_comparison(found, removed)])
    chosen = {number: _choose(one, number, asked) for number, one in enumerate(found.joined.conflicts, 1)}
    prepared = _prepare(root, found, chosen, removed)
    _stop_where_hindered(prepared, asked, books)
    _say([*word_proposed(prepared)])
    _say([line for one in prepared.problems for line in word_problem(one)])
    _write(root, prepared, asked, books)


def _compare(root: Path, books: Sequence[ReadBook], asked: AskedImport) -> Comparison:
    from prongsai.pipeline.import_form import OtherAgencyError, OtherYearError, compare_books
    from prongsai.pipeline.kept_files import UnreadFilesError

    try:
        return compare_books(root, books, asked.year)
    except OtherYearError as other:
        if not other.years:
            raise WrongCall(
                "แบบกรอกไม่ได้บอกว่าเป็นของปีใด เพราะแผ่นงานซ่อนถูกลบไปแล้ว\n"
                "วิธีแก้: ระบุปี เช่น prongsai import แบบกรอก.xlsx --year 2567"
            ) from None
        raise WrongCall(
            f"แบบกรอกเป็นของปีต่างกัน คือ {' '.join(map(str, other.years))} จึงไม่ได้นำเข้าสิ่งใด\n"
            "วิธีแก้: นำเข้าทีละปี และระบุ --year ให้ตรงกับแบบกรอก"
        ) from None
    except OtherAgencyError as other:
        raise WrongCall(
            f"{other.book} ทำไว้ให้ {other.agency} ซึ่งไม่ใช่หน่วยงานของเว็บไซต์นี้ จึงไม่ได้นำเข้าสิ่งใด\n"
            "วิธีแก้: ตรวจว่าเลือกแฟ้มและโฟลเดอร์ถูกต้อง ถ้าหน่วยงานเปลี่ยนชื่อ ให้กรอกชื่อเดิมใน names ของ site_config/agency.yml"
        ) from None
    except UnreadFilesError as unread:
        report(unread.problems, asked.lang)
        raise WrongCall(
            "แฟ้มข้อมูลข้างต้นมีส่วนที่อ่านไม่ได้ จึงยังไม่นำเข้า เพื่อไม่ให้ข้อมูลหาย\nวิธีแก้: แก้ตามที่แจ้ง แล้วสั่งคำสั่งเดิมอีกครั้ง"
        ) from None


def _removals(found: Comparison, asked: AskedImport) -> list[LostRow]:
    """The rows to be taken out: each sheet is asked about, and one that loses more than a third by its name."""
    from prongsai.pipeline.import_form import removals

    taken: list[LostRow] = []
    for sheet, (rows, count) in removals(found).items():
        is_much = len(rows) * _A_THIRD > count
        if sheet in asked.remove or (not asked.dry_run and _may_remove(sheet, rows, count, is_much=is_much)):
            taken += rows
        else:
            click.echo(f'ไม่ลบแถวของแผ่นงาน {sheet} ที่หายไป {len(rows):,} แถว ถ้าต้องการลบ สั่งใหม่โดยเติม --remove "{sheet}"')
    return taken


def _may_remove(sheet: str, rows: Sequence[LostRow], count: int, *, is_much: bool) -> bool:
    from prongsai.cli.word_import import word_row

    if not is_answered(sys.stdin):
        return False
    click.echo(f"แผ่นงาน {sheet} มีแถวหายไป {len(rows):,} แถว จาก {count:,} แถว", err=True)
    for row in rows[:10]:
        click.echo(f"  {word_row(row)}", err=True)
    if is_much:
        click.echo(f"หายไปเกินหนึ่งในสาม ถ้าต้องการลบจริงให้พิมพ์ว่า ลบ {sheet}", nl=False, err=True)
        click.echo(" ถ้าไม่ต้องการกด Enter อย่างเดียว: ", nl=False, err=True)
        return "".join(read_answer(sys.stdin).split()) == f"ลบ{''.join(sheet.split())}".casefold()
    return ask("ลบแถวเหล่านี้จากแฟ้มข้อมูลหรือไม่", yes=False)


def _choose(one: Conflict, number: int, asked: AskedImport) -> CellChange | None:
    """The change that is taken where two sides say different things; None leaves the data files as they are."""
    _say([*word_conflict(one, number)])
    if one.lost is not None or asked.prefer == "site":
        return None
    if asked.prefer == "book" and len(one.changes) == 1:
        return one.changes[0]
    if not is_answered(sys.stdin):
        if asked.dry_run:
            return None
        both = "--prefer book (ใช้ตามแบบกรอก) หรือ --prefer site (คงแฟ้มข้อมูลไว้)"
        way = both if len(one.changes) == 1 else "--prefer site (คงแฟ้มข้อมูลไว้) หรือแก้แบบกรอกให้ตรงกันก่อน"
        raise WrongCall(
            "มีช่องที่ทั้งแบบกรอกและแฟ้มข้อมูลเปลี่ยน หรือแบบกรอกหลายแฟ้มกรอกไม่ตรงกัน จึงต้องเลือก แต่ไม่มีผู้ตอบที่หน้าจอ จึงไม่ได้เขียนสิ่งใด\n"
            f"วิธีแก้: สั่งที่หน้าจอ หรือเติม {way}"
        )
    click.echo("เลือกหมายเลข (กด Enter อย่างเดียวคือ 0 คงไว้ตามแฟ้มข้อมูล): ", nl=False, err=True)
    answer = read_answer(sys.stdin)
    return one.changes[int(answer) - 1] if answer.isdecimal() and 0 < int(answer) <= len(one.changes) else None


def _prepare(
    root: Path, found: Comparison, chosen: dict[int, CellChange | None], removed: Sequence[LostRow]
) -> Prepared:
    from prongsai.pipeline.import_form import prepare

    with saving():
        return prepare(root, found, chosen, removed)


def _stop_where_hindered(prepared: Prepared, asked: AskedImport, books: Sequence[ReadBook]) -> None:
    if not prepared.is_hindered:
        return
    _say([*word_hindrances(prepared)])
    count = prepared.hindrances
    if asked.report:
        _write_reports(Path(asked.report), prepared, books)
    click.echo(f"ยังไม่ได้เขียนสิ่งใด แก้ {count:,} เรื่องข้างต้นในแบบกรอก บันทึก แล้วสั่งคำสั่งเดิมอีกครั้ง", err=True)
    sys.exit(DATA_HAS_ERRORS)


def _write_reports(place: Path, prepared: Prepared, books: Sequence[ReadBook]) -> None:
    """The workbooks as they were filled in, with what is wrong marked in them, to be put right and taken in."""
    from prongsai.pipeline.content.write_files import write_file
    from prongsai.workbook.report_book import write_report

    for book in books:
        marks = [(at, lines) for at, lines in word_marks(prepared) if at.book == book.name]
        path = place if len(books) == 1 else place.with_name(f"{place.stem}-{Path(book.name).stem}.xlsx")
        if marks:
            write_file(path, write_report(book, marks))
            click.echo(f"แบบกรอกที่ทำเครื่องหมายช่องที่ต้องแก้: {path}")


def _write(root: Path, prepared: Prepared, asked: AskedImport, books: Sequence[ReadBook]) -> None:
    if prepared.proposed is None or not prepared.proposed.after:
        click.echo("ไม่มีสิ่งใดต้องเขียน")
        return
    names = [book.name for book in books]
    write_import(root, prepared.proposed, names, dry_run=asked.dry_run, yes=asked.yes, wait=asked.wait)


def _say(lines: Sequence[str]) -> None:
    for line in counted(lines) if lines and lines[0].startswith("ไม่ได้นำเข้า") else lines:
        click.echo(line)
