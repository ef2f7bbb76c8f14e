"""The command `submitted`: record what went into ITAS, show it, bring it back, or note that it is given up."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from prongsai.cli.shared import Command, WrongCall, folder_option, in_turn, root_of, stop, url_option, wait_option
from prongsai.cli.typed import day_of, read_day, read_year
from prongsai.cli.word_submitted import NO_LONGER_GUARDED, word_recorded, word_refusal
from prongsai.wording.lacks import SAID

if TYPE_CHECKING:
    from prongsai.pipeline.check import Checked
    from prongsai.submissions.keep import Submissions
    from prongsai.submissions.record import Submission, SubmittedItem, SubmittedLink

_KINDS = {"page": "หน้าในเว็บไซต์นี้", "file": "แฟ้มแนบ", "generated": "แฟ้มข้อมูลของเว็บไซต์นี้", "web": "เว็บไซต์อื่น"}


@click.command(cls=Command)
@click.argument("year", metavar="YEAR", callback=read_year)
@click.option("--on", "day", default=None, metavar="DATE", callback=read_day, help="วันที่ยื่นคำตอบในระบบ ITAS เป็นปี พ.ศ.")
@click.option("--list", "listed", is_flag=True, help="แสดงทุกครั้งที่บันทึกไว้ และสิ่งที่ต่างจากปัจจุบัน")
@click.option("--show", "shown", default=None, metavar="ITEM", help="แสดงสิ่งที่ยื่นของข้อหนึ่ง เช่น O17 พร้อมข้อความของหน้า")
@click.option("--restore", default=None, metavar="ITEM", help="คืนแฟ้มแนบของข้อหนึ่งที่เดิม แฟ้มที่อยู่ตรงนั้นเก็บไว้ใน set-aside")
@click.option("--release", default=None, metavar="ITEM", help="บันทึกว่าลิงก์ของข้อหนึ่งไม่คงอยู่ตามที่ยื่น ใช้คู่กับ --reason")
@click.option("--reason", default=None, help="เหตุที่ลิงก์ไม่คงอยู่ตามที่ยื่น")
@click.option("--hold", default=None, metavar="ITEM", help="ยกเลิก --release ของข้อหนึ่ง")
@folder_option
@url_option
@wait_option
def submitted(  # noqa: PLR0913, PLR0917  click gives each option as an argument
    year: int,
    day: str | None,
    listed: bool,
    shown: str | None,
    restore: str | None,
    release: str | None,
    reason: str | None,
    hold: str | None,
    site: str,
    site_url: str | None,
    wait: int,
) -> None:
    """บันทึกคำตอบที่ยื่นในระบบ ITAS และรักษาลิงก์ที่ยื่นไว้จนทราบผลของปีนั้น"""
    root = root_of(site)
    asked = [name for name, one in (("--on", day), ("--list", listed), ("--show", shown)) if one]
    asked += [name for name, one in (("--restore", restore), ("--release", release), ("--hold", hold)) if one]
    if len(asked) != 1:
        said = f"ระบุ {' และ '.join(asked)} พร้อมกันไม่ได้" if asked else "ยังไม่ได้ระบุว่าให้ทำอะไร"
        raise WrongCall(f"{said}\nวิธีแก้: ระบุอย่างเดียว เช่น prongsai submitted {year} --on {day_of(None)} หรือ --list")
    if (release is None) != (reason is None):
        raise WrongCall(
            f'--release ใช้คู่กับ --reason\nวิธีแก้: เช่น prongsai submitted {year} --release O17 --reason "มีข้อมูลส่วนบุคคล"'
        )
    if listed or shown:
        lines = _list(root, year, site_url) if listed else _show(root, year, shown or "")
        click.echo("\n".join(lines))
        return
    with in_turn(root, "prongsai submitted", wait):
        if day:
            _record(root, year, day, site_url)
        elif restore:
            _restore(root, year, restore)
        else:
            _note(root, year, release, reason or "", hold)


def newest_of(root: Path, year: int) -> tuple[Submissions, Submission]:
    """Everything submitted, and the submission of a year that counts; a refusal where there is none."""
    from prongsai.submissions.keep import load_submissions

    known = load_submissions(root)
    broken = [one for one in known.problems if one.values.get("of") == str(year)]
    if broken:
        stop(broken, "th")
    newest = known.newest(year)
    if newest is None:
        years = " ".join(map(str, known.years))
        other = f" ปีที่บันทึกไว้แล้วคือ {years}" if years else ""
        raise WrongCall(
            f"ยังไม่ได้บันทึกว่ายื่นคำตอบของปี {year} เมื่อใด{other}\n"
            f"วิธีแก้: บันทึกก่อน เช่น prongsai submitted {year} --on {day_of(None)}"
        )
    return known, newest


def item_of(submission: Submission, typed: str) -> SubmittedItem:
    """The submitted item of a code as it was typed; a refusal where there is none."""
    from prongsai.submissions.read_zeros import find_code

    item = submission.item(find_code(typed, [one.code for one in submission.items]))
    if item is None:
        codes = " ".join(one.code for one in submission.items)
        raise WrongCall(f"ไม่พบข้อ {typed} ในคำตอบที่ยื่นของปี {submission.year}\nวิธีแก้: ระบุรหัสข้อที่ยื่นไว้ คือ {codes}")
    return item


def _record(root: Path, year: int, day: str, site_url: str | None) -> None:
    from prongsai.pipeline.check import check_folder
    from prongsai.pipeline.submissions.current import is_decided
    from prongsai.pipeline.submissions.submit import SubmitRefusedError, submit_year

    checked = check_folder(root, site_url)
    try:
        done = submit_year(checked, year, day, day_of(None))
    except SubmitRefusedError as refused:
        if refused.reason == "errors":
            _stop_at_errors(checked)
        raise WrongCall(word_refusal(refused, year, day)) from None
    click.echo("\n".join(word_recorded(done, day, is_over=is_decided(checked.results, year))))


def _stop_at_errors(checked: Checked) -> None:
    """Print what keeps the answers from being published, and end."""
    from prongsai.submissions.check import is_of_submissions

    stop([one for one in checked.problems if not is_of_submissions(one)], "th")


def _list(root: Path, year: int, site_url: str | None) -> Iterator[str]:
    from prongsai.pipeline.check import check_folder
    from prongsai.pipeline.submissions.current import is_decided
    from prongsai.reporting import as_text
    from prongsai.submissions.check import is_of_submissions, word_day

    known, newest = newest_of(root, year)
    for one in known.years[year]:
        mark = "" if one is newest else " (มีครั้งใหม่กว่าแล้ว)"
        answered = sum(bool(item.answer) for item in one.items)
        yield f"ยื่นเมื่อ {word_day(one.day)} {answered} ข้อ {len(one.links)} ลิงก์ {one.file}{mark}"
    for code, release in known.notes_of(year).released.items():
        yield f"ข้อ {code} ลิงก์ไม่คงอยู่ตามที่ยื่น บันทึกเมื่อ {word_day(release.day)} เหตุผล {release.reason}"
    for code, zero in known.notes_of(year).zeros.items():
        yield f"ข้อ {code} ได้ 0 ในผลเบื้องต้น เหตุที่แจ้ง {zero.reason}"
    checked = check_folder(root, site_url)
    found = [one for one in checked.problems if is_of_submissions(one) and one.values["of"] == str(year)]
    if is_decided(checked.results, year):
        yield NO_LONGER_GUARDED.format(year=year)
    if found:
        yield as_text(found).rstrip("\n")
    elif not is_decided(checked.results, year):
        yield "ไม่พบสิ่งที่ต่างจากที่ยื่นไว้"


def _show(root: Path, year: int, typed: str) -> Iterator[str]:
    from prongsai.submissions.check import word_day

    _, newest = newest_of(root, year)
    item = item_of(newest, typed)
    yield f"ข้อ {item.code} {item.title}"
    yield f"ยื่นเมื่อ {word_day(newest.day)} คำตอบ {SAID.get(item.answer, item.answer)} {item.unit}".rstrip()
    yield from (f"  {line}" for line in item.explanation.splitlines())
    for link in item.links:
        yield from _show_link(root, link)


def _show_link(root: Path, link: SubmittedLink) -> Iterator[str]:
    from prongsai.submissions.keep import KEPT, read_kept

    yield ""
    yield f"{link.url} ({_KINDS[link.kind]})"
    if link.sha256 and link.kind == "file":
        yield f"  ขนาด {link.size:,} ไบต์ SHA-256 {link.sha256}"
    if link.evidence.pack:
        yield f"  สำเนาในแฟ้มหลักฐาน {link.evidence.pack} {link.evidence.copy}"
    if not link.kept:
        return
    data = read_kept(root, link.kept)
    if data is None:
        yield f"  สำเนา {KEPT}/{link.kept} หายหรือเสียหาย"
        return
    yield f"  สำเนา {KEPT}/{link.kept}"
    if link.kind == "page":
        yield from (f"  | {line}" for line in data.decode(errors="replace").splitlines())


def _restore(root: Path, year: int, typed: str) -> None:
    from prongsai.pipeline.submissions.restore import restore_item

    _, newest = newest_of(root, year)
    item = item_of(newest, typed)
    done = restore_item(root, newest, item.code)
    if not any(link.kind == "file" for link in item.links):
        raise WrongCall(
            f"ข้อ {item.code} ที่ยื่นไว้ไม่มีแฟ้มแนบ จึงไม่มีสิ่งที่คืนได้\n"
            f"วิธีแก้: ดูข้อความของหน้าที่ยื่นไว้ด้วย prongsai submitted {year} --show {item.code}"
        )
    lines = [f"คืนแฟ้มที่ยื่นไว้แล้ว content/{name}" for name in done.back]
    lines += [f"แฟ้มที่อยู่ตรงนั้นเก็บไว้ที่ {name}" for name in done.aside]
    lines += [f"เหมือนที่ยื่นไว้แล้ว content/{name}" for name in done.same]
    click.echo("\n".join(lines))
    if done.back:
        click.echo("ขั้นต่อไป: สั่ง prongsai publish เพื่อให้ลิงก์ที่ยื่นไว้แสดงแฟ้มเดิม")
    if done.lacking:
        raise WrongCall(
            f"ไม่มีสำเนาของ {' '.join(done.lacking)} จึงคืนไม่ได้\n"
            "วิธีแก้: คืนโฟลเดอร์ site_config/submitted/kept ด้วย git หรือจากสำเนาสำรอง"
        )


def _note(root: Path, year: int, release: str | None, reason: str, hold: str | None) -> None:
    from prongsai.pipeline.submissions.restore import keep_item, release_item
    from prongsai.submissions.notes import Release
    from prongsai.thai.text import clean_text

    _, newest = newest_of(root, year)
    code = item_of(newest, release or hold or "").code
    if hold is not None:
        said = "ยกเลิกแล้ว" if keep_item(root, year, code) else "ไม่มีบันทึกให้ยกเลิก"
        click.echo(f"ข้อ {code} {said} โปรแกรมรักษาลิงก์ที่ยื่นไว้")
        return
    why = " ".join(clean_text(reason)[0].split())
    if not why:
        raise WrongCall('--reason ว่างเปล่า\nวิธีแก้: บอกเหตุผล เช่น --reason "มีข้อมูลส่วนบุคคลที่ต้องนำออก"')
    release_item(root, year, code, Release(day_of(None), why))
    click.echo(
        f"บันทึกแล้วว่าลิงก์ของข้อ {code} ไม่คงอยู่ตามที่ยื่น เหตุผล {why}\n"
        "การอุทธรณ์ดูข้อมูลที่ลิงก์ที่ยื่นไว้เท่านั้น ถ้าคืนลิงก์ได้ ให้คืนไว้ที่เดิมแล้วยกเลิกด้วย --hold"
    )
