"""The commands on links to other websites: `links` checks them, `urls freeze` keeps what they show as evidence."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from prongsai.cli.shared import (
    DATA_HAS_ERRORS,
    HANDED_OUT,
    Command,
    WrongCall,
    folder_option,
    in_turn,
    lang_option,
    networks_option,
    root_of,
    stop,
    url_option,
    wait_option,
)
from prongsai.cli.submitted_links import word_broken
from prongsai.cli.typed import THAI_TIME, check_folder_name, check_place, read_day, read_year
from prongsai.wording import Language

if TYPE_CHECKING:
    from prongsai.links.memory import LinkHistory
    from prongsai.links.network import Access
    from prongsai.links.save import Asking
    from prongsai.links.seen import Verdict
    from prongsai.pipeline.check import Checked
    from prongsai.pipeline.evidence.check_links import Linked, LinksChecked
    from prongsai.pipeline.evidence.freeze import FrozenPack
    from prongsai.pipeline.evidence.save import Freezing
    from prongsai.web import Network

Entry = tuple["Linked", "LinkHistory"]
_ENGLISH_GRADES = {
    "broken": "broken",
    "by_hand": "to be opened by hand",
    "attention": "working with a remark",
    "good": "fine",
}


@click.command(cls=Command)
@folder_option
@click.option(
    "--year", default=None, metavar="YEAR", callback=read_year, help="เฉพาะทะเบียนของปีงบประมาณ พ.ศ. นี้ เช่น 2568"
)
@click.option(
    "--fail-on", type=click.Choice(["broken"]), default=None, help="จบด้วยสถานะ 1 เมื่อมีลิงก์ที่ใช้ไม่ได้ สำหรับงานตั้งเวลา"
)
@click.option("--again", is_flag=True, help="ตรวจใหม่ทุกลิงก์ แม้ลิงก์ที่ตรวจวันนี้แล้วว่าใช้งานได้")
@networks_option
@lang_option
@wait_option
def links(
    site: str, year: int | None, fail_on: str | None, again: bool, networks: tuple[Network, ...], lang: str, wait: int
) -> None:
    """ตรวจลิงก์ภายนอกในทะเบียนคำตอบ OIT รายงานผล และเอกสารแนบ และจำผลไว้ใน site_config/links.csv"""
    from prongsai.links.network import Access
    from prongsai.links.run import Settings
    from prongsai.loading.load_site import load_site
    from prongsai.model.stated import known
    from prongsai.pipeline.evidence.check_links import check_links
    from prongsai.pipeline.submissions.links import broken_links, guarded_submissions, submitted_links
    from prongsai.thai.dates import format_day

    root = root_of(site)
    access = Access(networks)
    facts = load_site(root).site
    website = facts.options.site_url or known(facts.agency.main_website) or ""
    hold = partial(in_turn, root, "prongsai links", wait)
    settings = Settings(website, access=access, again=again, hold=hold)
    today = format_day(dt.datetime.now(THAI_TIME).date())
    submitted = guarded_submissions(root, facts, year)
    with in_turn(root, "prongsai links", wait, "links"):  # a journal is of one run
        checked = check_links(root, facts, today, settings, _tell, year, submitted_links(submitted))
    _report(checked, cast("Language", lang))
    if not checked.outcome.problems:
        for line in word_broken(broken_links(root, submitted, checked.outcome.memory), cast("Language", lang)):
            click.echo(line)
    sys.exit(DATA_HAS_ERRORS if checked.outcome.problems or (fail_on and checked.broken) else 0)


def _tell(done: int, total: int, verdict: Verdict) -> None:
    """Progress, a line a link."""
    from prongsai.wording.links import word_label

    click.echo(f"{done}/{total} {word_label(verdict.state)} {verdict.url}", err=True)


def _report(checked: LinksChecked, lang: Language) -> None:
    from prongsai.reporting import as_text

    if checked.outcome.problems:
        click.echo(as_text(checked.outcome.problems, lang), nl=False)
        click.echo(
            "ยังไม่ได้ตรวจลิงก์ เพราะอ่านผลเดิมไม่ได้" if lang == "th" else "no link was checked: the memory cannot be read"
        )
        return
    if checked.outcome.offline:
        click.echo(
            "ถามชื่อเว็บไซต์ไม่ได้เลย เครื่องนี้อาจไม่ได้ต่ออินเทอร์เน็ต จึงไม่บันทึกผล"
            if lang == "th"
            else "no name could be resolved: this machine may be offline, so nothing was recorded"
        )
    click.echo("\n".join(_lines(checked, lang)))


def _lines(checked: LinksChecked, lang: Language) -> Iterator[str]:
    from prongsai.links.seen import Grade, State, grade_of
    from prongsai.wording.terms import LINK_GRADES

    entries = [(link, row) for link, row in checked.rows() if row is not None]
    order = [Grade.BROKEN, Grade.BY_HAND, Grade.ATTENTION]
    for state in sorted(State, key=lambda one: order.index(grade_of(one)) if grade_of(one) in order else 9):
        found = [(link, row) for link, row in entries if row.state is state]
        if found and grade_of(state) is not Grade.GOOD:
            yield from _group(found, lang)
    counts = {grade: sum(grade_of(row.state) is grade for _, row in entries) for grade in (*order, Grade.GOOD)}
    unknown = len(checked.links) - len(entries)
    words = LINK_GRADES if lang == "th" else _ENGLISH_GRADES
    counted = " ".join(f"{words[grade]} {count}" for grade, count in counts.items())
    total = f"ลิงก์ทั้งหมด {len(checked.links)}" if lang == "th" else f"{len(checked.links)} links:"
    rest = "" if not unknown else f" ยังไม่ได้ตรวจ {unknown}" if lang == "th" else f" not checked {unknown}"
    yield f"{total} {counted}{rest}"


def _group(found: list[Entry], lang: Language) -> Iterator[str]:
    """The links of one state; what it means and what to do is said once where it is the same for all."""
    from prongsai.wording.links import word_label, word_state

    state = found[0][1].state
    label = word_label(state, lang)
    yield f"{label} ({len(found)})"
    worded = [word_state(state, row.detail, lang) for _, row in found]
    shared = len({(means, do) for _, means, do in worded}) == 1
    for (link, row), (seen, means, do) in zip(found, worded, strict=True):
        yield f"  {link.url}"
        yield from (f"    {line}" for line in _uses(link, row, lang))
        yield f"    {seen}"
        yield from () if shared else (f"    {line}" for line in _advice(means, do, lang))
    yield from (f"  {line}" for line in _advice(*worded[0][1:], lang)) if shared else ()
    yield ""


def _advice(means: str, do: str, lang: Language) -> Iterator[str]:
    if means:
        yield f"ผล: {means}" if lang == "th" else f"Means: {means}"
    if do:
        yield f"วิธีแก้: {do}" if lang == "th" else f"To fix: {do}"


def _uses(link: Linked, row: LinkHistory, lang: Language) -> Iterator[str]:
    """The items and units of a link, and since when it is as it is."""
    from prongsai.links.memory import broken_since
    from prongsai.thai.dates import parse_date

    for use in link.uses:
        in_thai = f"ปี {use.year} {'ข้อ ' if use.is_of_item else ''}{use.item}"
        item = in_thai if lang == "th" else f"{use.year} {'item ' if use.is_of_item else ''}{use.item}"
        yield f"{item} {use.unit}".strip()
    day = parse_date(row.since)
    if lang == "th":
        yield f"{'ใช้ไม่ได้ตั้งแต่' if broken_since(row) else 'เป็นเช่นนี้ตั้งแต่'} {day}"
    else:
        yield f"{'broken since' if broken_since(row) else 'so since'} {row.since}"


_MOST_SHOWN = 20


@click.command(cls=Command)
@click.option("--year", required=True, metavar="YEAR", callback=read_year, help="ปีงบประมาณ พ.ศ. ของคำตอบ เช่น 2565")
@click.option(
    "--out",
    default=None,
    metavar="DIR",
    callback=check_place,
    help=HANDED_OUT,
)
@click.option(
    "--site-dir",
    "site_dir",
    default=None,
    metavar="DIR",
    callback=check_folder_name,
    help="เว็บไซต์ที่สร้างหรือเผยแพร่แล้ว (ค่าเริ่มต้น: site)",
)
@click.option(
    "--date", "date", default=None, metavar="DATE", callback=read_day, help="วันที่ของชุดหลักฐาน พ.ศ. (ค่าเริ่มต้น: วันนี้)"
)
@networks_option
@click.option("-C", "--site", "site", default=None, metavar="DIR", callback=check_folder_name, help="โฟลเดอร์ของเว็บไซต์")
@url_option
@wait_option
@click.pass_context
def freeze(  # noqa: PLR0913, PLR0917  click gives each option as an argument
    context: click.Context,
    year: int,
    out: str | None,
    site_dir: str | None,
    date: str | None,
    networks: tuple[Network, ...],
    site: str | None,
    site_url: str | None,
    wait: int,
) -> None:
    """เก็บหลักฐานว่าลิงก์ของคำตอบแสดงอะไร เป็นแฟ้ม ZIP และเก็บค่าแฮชไว้ใน site_config/frozen"""
    from prongsai.links.network import Access
    from prongsai.pipeline.check import check_folder
    from prongsai.pipeline.evidence.save import Freezing
    from prongsai.pipeline.handed_out import handed_out_folder

    root = root_of(site or context.obj or ".")
    access = Access(networks)
    checked = check_folder(root, site_url)
    if checked.has_errors_of_data:
        stop(checked.problems, "th")
    if year not in checked.results.years:
        raise WrongCall(f"ไม่มีข้อมูลของปี {year}\nวิธีแก้: ระบุปีที่มีโฟลเดอร์ใน data เช่น --year {max(checked.results.years)}")
    freezing = Freezing(
        site=Path(site_dir).resolve() if site_dir else root / "site",
        out=Path(out).resolve() if out else handed_out_folder(root),
        asking=_asking(checked, access),
        clock=lambda: dt.datetime.now(THAI_TIME),
        day=date or "",
        tell=lambda done, total, href: click.echo(f"{done}/{total} {href}", err=True),
        hold=partial(in_turn, root, "prongsai urls freeze", wait),
    )
    click.echo(_word_frozen(_freeze(checked, year, freezing), root))


def _asking(checked: Checked, access: Access) -> Asking:
    from prongsai.links.save import Asking
    from prongsai.model.stated import known

    site = checked.results.site
    return Asking(site.options.site_url or known(site.agency.main_website) or "", access)


def _freeze(checked: Checked, year: int, freezing: Freezing) -> FrozenPack:
    """Freeze the year; what keeps it from being frozen is said in a sentence."""
    from prongsai.links.save import OfflineError
    from prongsai.pipeline.evidence.freeze import NothingToFreezeError, OutsideOnlyError, SiteMissingError, freeze_links

    try:
        return freeze_links(checked, year, freezing)
    except NothingToFreezeError:
        raise WrongCall(
            f"คำตอบของปีงบประมาณ พ.ศ. {year} ยังไม่มีลิงก์ จึงไม่มีสิ่งที่จะเก็บเป็นหลักฐาน\nวิธีแก้: กรอกลิงก์ใน data/{year}/oit.yml ก่อน"
        ) from None
    except SiteMissingError:
        raise WrongCall(
            f"คำตอบมีลิงก์ที่เป็นหน้าหรือไฟล์ของเว็บไซต์นี้ แต่ไม่พบเว็บไซต์ที่สร้างไว้ใน {freezing.site}\n"
            "วิธีแก้: สั่ง prongsai build ก่อน หรือระบุโฟลเดอร์ที่เผยแพร่ด้วย --site-dir"
        ) from None
    except OutsideOnlyError:
        raise WrongCall(
            f"โฟลเดอร์ {freezing.out} เป็นส่วนของเว็บไซต์ หลักฐานที่วางไว้จะถูกเผยแพร่หรือปนกับข้อมูล\n"
            "วิธีแก้: ระบุโฟลเดอร์ที่อยู่นอกเว็บไซต์ด้วย --out หรือไม่ต้องระบุ เพื่อวางไว้ข้างโฟลเดอร์ของเว็บไซต์"
        ) from None
    except OfflineError:
        raise WrongCall(
            "ถามชื่อเว็บไซต์ไม่ได้เลย เครื่องนี้อาจไม่ได้ต่ออินเทอร์เน็ต จึงไม่เก็บหลักฐาน\nวิธีแก้: ตรวจการต่ออินเทอร์เน็ต แล้วสั่งใหม่"
        ) from None


def _word_frozen(done: FrozenPack, root: Path) -> str:
    """The files kept, the links that showed nothing of use, and what remains to be done."""
    from prongsai.links.seen import works
    from prongsai.wording.links import word_label

    frozen, record = done.frozen, done.record.relative_to(root)
    failing = [link for link in frozen.links if not works(link.state)]
    lines = [
        f"เก็บหลักฐานของปีงบประมาณ พ.ศ. {frozen.year} แล้ว {len(frozen.links)} ลิงก์",
        f"แฟ้มหลักฐาน {done.pack}",
        f"SHA-256 {frozen.pack.sha256}",
    ]
    if failing:
        lines.append(f"ลิงก์ที่ควรเปิดดูเองก่อนใช้เป็นหลักฐาน {len(failing)} ลิงก์")
        lines += [f"  ข้อ {' '.join(one.items)} {word_label(one.state)} {one.href}" for one in failing[:_MOST_SHOWN]]
    if len(failing) > _MOST_SHOWN:
        lines.append(f"  และอีก {len(failing) - _MOST_SHOWN} ลิงก์ ดูทั้งหมดใน index.html ของแฟ้มหลักฐาน")
    lines.append(f"ขั้นต่อไป: เก็บแฟ้ม ZIP ไว้อย่างน้อยสองแห่ง และเก็บค่าแฮชเข้า git ด้วย git add {record}")
    return "\n".join(lines)
