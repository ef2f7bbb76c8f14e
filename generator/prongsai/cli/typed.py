"""What people type behind the options, read once and the same for every command, before anything else is done."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

import click

from prongsai.cli.help_page import name_of
from prongsai.cli.wrong_call import WrongCall

if TYPE_CHECKING:
    from prongsai.thai.dates import BuddhistDate
    from prongsai.web import Network

THAI_TIME = dt.timezone(dt.timedelta(hours=7))
FIRST_YEAR, LAST_YEAR = 2556, 2656  # Buddhist Era: ITA began in 2556
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_HOST_NAME = re.compile(rf"{_LABEL}(?:\.{_LABEL})*\.?")


def read_year(_: click.Context, param: click.Parameter, text: str | None) -> int | None:
    """The fiscal year (Buddhist Era) behind an option."""
    return None if text is None else _year(text, name_of(param))


def read_new_year(_: click.Context, param: click.Parameter, text: str | None) -> int | None:
    """The fiscal year of a site to be made: in four digits, since its folders will be called so."""
    if text is not None and len(text.strip()) < 4:
        raise _no_year(text, name_of(param))
    return None if text is None else _year(text, name_of(param))


def read_day(_: click.Context, param: click.Parameter, text: str | None) -> str | None:
    """A day as the ledger writes it."""
    return None if text is None else _day(text, name_of(param))


def read_site_url(_: click.Context, param: click.Parameter, text: str | None) -> str | None:
    """The address of the site, as strictly as the key site_url of site_config/site.yml takes it."""
    from pydantic import TypeAdapter, ValidationError

    from prongsai.model.types import SiteAddress

    if text is None:
        return None
    try:
        return str(TypeAdapter(SiteAddress).validate_python(text.strip()))
    except ValidationError:
        raise WrongCall(
            f"{name_of(param)} {text} ไม่ใช่ที่อยู่เต็มของเว็บไซต์\n"
            "วิธีแก้: ระบุที่อยู่ของหน้าแรก ขึ้นต้นด้วย https:// โดยไม่มีช่องว่าง ? # และชื่อผู้ใช้ "
            f"เช่น {name_of(param)} https://www.example.go.th/ita/"
        ) from None


def read_networks(_: click.Context, param: click.Parameter, texts: tuple[str, ...]) -> tuple[Network, ...]:
    """The networks that were allowed."""
    from prongsai.web import parse_network

    try:
        return tuple(parse_network(text) for text in texts)
    except ValueError:
        name = name_of(param)
        raise WrongCall(
            f"{name} {' '.join(texts)} ไม่ใช่เครือข่าย\nวิธีแก้: ระบุแบบ {name} 10.1.0.0/16 ถ้ามีหลายเครือข่ายให้ระบุซ้ำ"
        ) from None


def read_host(_: click.Context, param: click.Parameter, text: str) -> str:
    """A name or number under which this machine can be reached."""
    from ipaddress import ip_address

    plain = text.strip()
    try:
        ip_address(plain)
    except ValueError:
        if not _HOST_NAME.fullmatch(plain):
            name = name_of(param)
            raise WrongCall(
                f"{name} {text} ไม่ใช่ชื่อหรือหมายเลขของเครื่อง\n"
                f"วิธีแก้: ระบุเฉพาะชื่อหรือหมายเลข ไม่มี http:// และพอร์ต เช่น {name} 127.0.0.1"
            ) from None
    return plain


def day_of(date: str | None) -> str:
    """The day that was given, or else today in Thailand, as the ledger writes it."""
    from prongsai.thai.dates import BUDDHIST_ERA, BuddhistDate

    if date is not None:
        return _day(date, "--date")
    today = dt.datetime.now(THAI_TIME)
    return _written(BuddhistDate(today.year + BUDDHIST_ERA, today.month, today.day))


def _year(text: str, name: str) -> int:
    from prongsai.thai.dates import BUDDHIST_ERA, full_year, looks_common_era
    from prongsai.thai.numerals import to_arabic

    plain = to_arabic(text.strip())
    if looks_common_era(plain):
        raise WrongCall(f"{name} {text} เป็นปี ค.ศ.\nวิธีแก้: ใช้ปี พ.ศ. คือ {name} {int(plain) + BUDDHIST_ERA}")
    year = full_year(plain)
    if year is None or not FIRST_YEAR <= year <= LAST_YEAR:
        raise _no_year(text, name)
    return year


def _no_year(text: str, name: str) -> WrongCall:
    return WrongCall(f"{name} {text} ไม่ใช่ปี พ.ศ. ที่ใช้ได้\nวิธีแก้: ระบุปี พ.ศ. สี่หลัก เช่น {name} 2568")


def _day(text: str, name: str) -> str:
    from prongsai.thai.dates import BUDDHIST_ERA, looks_common_era, parse_date
    from prongsai.thai.numerals import to_arabic

    day = parse_date(text)
    if day is not None:
        return _written(day)
    typed = to_arabic(text.strip())
    years = [year for year in re.findall(r"[0-9]{4}", typed) if looks_common_era(year)]
    meant = parse_date(typed.replace(years[0], str(int(years[0]) + BUDDHIST_ERA))) if years else None
    if meant is not None:
        raise WrongCall(f"{name} {text} เป็นปี ค.ศ.\nวิธีแก้: ใช้ปี พ.ศ. คือ {name} {_written(meant)}")
    raise WrongCall(f"{name} {text} ไม่ใช่วันที่ที่มีอยู่จริง\nวิธีแก้: ระบุวันที่แบบ ปี พ.ศ.-เดือน-วัน เช่น {name} 2569-11-21")


def _written(day: BuddhistDate) -> str:
    return f"{day.year}-{day.month:02d}-{day.day:02d}"
