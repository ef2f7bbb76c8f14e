"""The command that publishes: the site into its place, its addresses into the ledger, its facts into a snapshot."""

from __future__ import annotations

import datetime as dt
import gc
import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from prongsai.cli.shared import WrongCall, folder_option, lang_option, report, root_of, stop, tell_step, url_option

if TYPE_CHECKING:
    from prongsai.pipeline.publish import NotRecordedError, Published
    from prongsai.thai.dates import BuddhistDate

_THAI_TIME = dt.timezone(dt.timedelta(hours=7))
_COMMIT = "git add site_config/urls.csv site_config/published"


@click.command()
@folder_option
@click.option("--to", "target", required=True, metavar="DIR", help="โฟลเดอร์ที่เผยแพร่เว็บไซต์")
@click.option("--date", "date", default=None, metavar="DATE", help="วันที่เผยแพร่ พ.ศ. เช่น 2569-11-21 (ค่าเริ่มต้น: วันนี้)")
@lang_option
@url_option
def publish(site: str, target: str, date: str | None, lang: str, site_url: str | None) -> None:
    """ประกอบเว็บไซต์ วางในที่เผยแพร่ แล้วบันทึกทะเบียนลิงก์และข้อเท็จจริงที่เผยแพร่"""
    from prongsai.pipeline.build import TargetInUseError
    from prongsai.pipeline.publish import DayBeforeLastError, NotRecordedError, publish_folder

    root, place, day = root_of(site), Path(target).resolve(), _day_of(date)
    gc.disable()  # as in a build: collecting while it runs only costs time
    try:
        published = publish_folder(root, place, day, site_url=site_url, tell=tell_step)
    except TargetInUseError:
        raise WrongCall(
            f"โฟลเดอร์ {place} มีแฟ้มอื่นที่ไม่ใช่เว็บไซต์ที่โปรแกรมสร้าง จึงไม่วางทับ\nวิธีแก้: ระบุโฟลเดอร์ใหม่หรือโฟลเดอร์ว่างด้วย --to"
        ) from None
    except DayBeforeLastError as last:
        raise WrongCall(
            f"วันที่เผยแพร่ {day} อยู่ก่อนการเผยแพร่ครั้งล่าสุดเมื่อ {last}\nวิธีแก้: ระบุ --date ตั้งแต่ {last} เป็นต้นไป หรือไม่ต้องระบุเพื่อใช้วันนี้"
        ) from None
    except NotRecordedError as failure:
        report(failure.built.problems, lang, with_notes=False)
        raise WrongCall(_word_not_recorded(failure, place)) from None
    if not published.built.done:
        stop(published.built.problems, lang)
    report(published.built.problems, lang, with_notes=False)
    click.echo(_word_published(published, place))


def _day_of(date: str | None) -> str:
    """The day of publication as the ledger writes it; raises WrongCall for what is no day of the Buddhist Era."""
    from prongsai.thai.dates import BUDDHIST_ERA, BuddhistDate, looks_common_era, parse_date
    from prongsai.thai.numerals import to_arabic

    if date is None:
        today = dt.datetime.now(_THAI_TIME)
        return _written(BuddhistDate(today.year + BUDDHIST_ERA, today.month, today.day))
    day = parse_date(date)
    if day is not None:
        return _written(day)
    typed = to_arabic(date.strip())
    years = [year for year in re.findall(r"[0-9]{4}", typed) if looks_common_era(year)]
    meant = parse_date(typed.replace(years[0], str(int(years[0]) + BUDDHIST_ERA))) if years else None
    if meant is not None:
        raise WrongCall(f"--date {date} เป็นปี ค.ศ.\nวิธีแก้: ใช้ปี พ.ศ. คือ --date {_written(meant)}")
    raise WrongCall(f"--date {date} ไม่ใช่วันที่ที่มีอยู่จริง\nวิธีแก้: ระบุวันที่แบบ ปี พ.ศ.-เดือน-วัน เช่น --date 2569-11-21")


def _written(day: BuddhistDate) -> str:
    return f"{day.year}-{day.month:02d}-{day.day:02d}"


def _word_published(published: Published, place: Path) -> str:
    """What was published and recorded, and what remains to be done."""
    snapshot = f"site_config/published/{published.snapshot}"
    if published.built.unchanged:
        first = f"ไม่มีอะไรเปลี่ยน เว็บไซต์ใน {place} เป็นปัจจุบันแล้ว"
    else:
        first = f"เผยแพร่แล้วใน {place} จำนวน {published.built.pages} หน้า"
    counted = f"ทะเบียนลิงก์มี {published.known} รายการ เป็นรายการใหม่ {published.new} รายการ"
    if published.is_new:
        return (
            f"{first}\n{counted}\nบันทึกข้อเท็จจริงที่เผยแพร่ไว้ใน {snapshot}\nขั้นต่อไป: เก็บทะเบียนลิงก์และบันทึกเข้า git ด้วย {_COMMIT}"
        )
    same = f"ข้อเท็จจริงเหมือนครั้งล่าสุด ({snapshot}) จึงไม่เขียนบันทึกใหม่"
    todo = f"\nขั้นต่อไป: เก็บทะเบียนลิงก์เข้า git ด้วย {_COMMIT}" if published.new else ""
    return f"{first}\n{counted}\n{same}{todo}"


def _word_not_recorded(failure: NotRecordedError, place: Path) -> str:
    return (
        f"เว็บไซต์วางใน {place} เรียบร้อยแล้ว แต่บันทึกการเผยแพร่ไม่สำเร็จ เพราะเขียน {failure.file} ไม่ได้ ({failure.reason})\n"
        "วิธีแก้: ตรวจสิทธิ์ของโฟลเดอร์ site_config และพื้นที่ว่างของดิสก์ แล้วสั่ง prongsai publish ด้วยคำสั่งเดิมอีกครั้ง "
        "เว็บไซต์ที่วางแล้วใช้ได้ตามปกติ และครั้งถัดไปจะบันทึกให้ครบ"
    )
