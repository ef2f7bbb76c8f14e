"""What people type behind the options: years, days and networks, and the day that it is in Thailand."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from prongsai.cli.shared import WrongCall

if TYPE_CHECKING:
    from prongsai.thai.dates import BuddhistDate
    from prongsai.web import Network

THAI_TIME = dt.timezone(dt.timedelta(hours=7))


def year_of(text: str) -> int:
    """The fiscal year (Buddhist Era) that was typed; raises WrongCall for what is none."""
    from prongsai.thai.dates import BUDDHIST_ERA, full_year, looks_common_era
    from prongsai.thai.numerals import to_arabic

    plain = to_arabic(text.strip())
    if looks_common_era(plain):
        raise WrongCall(f"--year {text} เป็นปี ค.ศ.\nวิธีแก้: ใช้ปี พ.ศ. คือ --year {int(plain) + BUDDHIST_ERA}")
    year = full_year(plain)
    if year is None:
        raise WrongCall(f"--year {text} ไม่ใช่ปี พ.ศ. ที่ใช้ได้\nวิธีแก้: ระบุปี พ.ศ. สี่หลัก เช่น --year 2568")
    return year


def day_of(date: str | None) -> str:
    """The day of publication as the ledger writes it; raises WrongCall for what is no day of the Buddhist Era."""
    from prongsai.thai.dates import BUDDHIST_ERA, BuddhistDate, looks_common_era, parse_date
    from prongsai.thai.numerals import to_arabic

    if date is None:
        today = dt.datetime.now(THAI_TIME)
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


def read_networks(texts: tuple[str, ...]) -> tuple[Network, ...]:
    """The networks that were allowed; raises WrongCall for what is none."""
    from prongsai.web import parse_network

    try:
        return tuple(parse_network(text) for text in texts)
    except ValueError:
        raise WrongCall(
            f"--allow-private {' '.join(texts)} ไม่ใช่เครือข่าย\n"
            "วิธีแก้: ระบุแบบ --allow-private 10.1.0.0/16 ถ้ามีหลายเครือข่ายให้ระบุซ้ำ"
        ) from None
