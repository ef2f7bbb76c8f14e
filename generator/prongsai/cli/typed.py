"""Words that people type after the commands: options and folders, read once and the same for every command."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from prongsai.cli.help_page import name_of
from prongsai.cli.output import WrongCall

if TYPE_CHECKING:
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
    if text is None:  # nearly always, and the model takes long to import
        return None
    from pydantic import TypeAdapter, ValidationError

    from prongsai.model.types import SiteAddress

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
    return BuddhistDate(today.year + BUDDHIST_ERA, today.month, today.day).in_digits()


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
        return day.in_digits()
    typed = to_arabic(text.strip())
    years = [year for year in re.findall(r"[0-9]{4}", typed) if looks_common_era(year)]
    meant = parse_date(typed.replace(years[0], str(int(years[0]) + BUDDHIST_ERA))) if years else None
    if meant is not None:
        raise WrongCall(f"{name} {text} เป็นปี ค.ศ.\nวิธีแก้: ใช้ปี พ.ศ. คือ {name} {meant.in_digits()}")
    raise WrongCall(f"{name} {text} ไม่ใช่วันที่ที่มีอยู่จริง\nวิธีแก้: ระบุวันที่แบบ ปี พ.ศ.-เดือน-วัน เช่น {name} 2569-11-21")


_LONGEST_NAME = 255  # bytes of one name, on every file system of today


def check_folder_name(_: click.Context, param: click.Parameter, text: str | None) -> str | None:
    """A folder to read or to put files into: not an empty name, and not one that no disk takes."""
    if text is not None:
        _refuse_odd(text, param)
    return text


def check_place(_: click.Context, param: click.Parameter, text: str | None) -> str | None:
    """A folder to put files into: no whole disk either."""
    if text is not None:
        _refuse_odd(text, param)
        _refuse_disk(text, param)
    return text


def check_target(context: click.Context, param: click.Parameter, text: str | None) -> str | None:
    """A folder that a whole site is put into: no disk, no home, nothing that holds this site's own data."""
    if text is None:
        return None
    _refuse_odd(text, param)
    _refuse_disk(text, param)
    _refuse_around(text, param, _home(), "โฟลเดอร์ส่วนตัวของผู้ใช้")
    if "site" in context.params:
        _refuse_around(text, param, Path(context.params["site"] or ".").resolve(), "โฟลเดอร์ข้อมูลของเว็บไซต์นี้")
    return text


def _refuse_odd(text: str, param: click.Parameter) -> None:
    name = name_of(param)
    if not text.strip():
        raise WrongCall(f"{name} ว่างเปล่า\nวิธีแก้: ระบุชื่อโฟลเดอร์ เช่น {_example(param, 'www')}")
    long = next((part for part in Path(text).parts if len(part.encode(errors="replace")) > _LONGEST_NAME), None)
    if long is not None:
        raise WrongCall(
            f"{name} มีชื่อโฟลเดอร์ยาวเกินกว่าที่ระบบรับได้ คือ {long[:40]}…\nวิธีแก้: ตั้งชื่อให้สั้นลง เช่น {_example(param, 'www')}"
        )


def _refuse_disk(text: str, param: click.Parameter) -> None:
    place = Path(text).resolve()
    if place == place.parent:
        raise WrongCall(
            f"{name_of(param)} {text} คือทั้งดิสก์ ไม่ใช่โฟลเดอร์\nวิธีแก้: ระบุโฟลเดอร์ในดิสก์ เช่น {_example(param, place / 'www')}"
        )


def _refuse_around(text: str, param: click.Parameter, kept: Path | None, what: str) -> None:
    """Refuse a folder that is `kept`, or that holds it."""
    place = Path(text).resolve()
    if kept is not None and place in {kept, *kept.parents}:
        is_it = "คือ" if place == kept else "มี"
        tail = "" if place == kept else "อยู่ข้างใน"
        raise WrongCall(
            f"{name_of(param)} {text} {is_it}{what}{tail} จึงไม่วางเว็บไซต์ทับ\n"
            f"วิธีแก้: ระบุโฟลเดอร์ใหม่หรือโฟลเดอร์ว่าง เช่น {_example(param, place / 'www')}"
        )


def _example(param: click.Parameter, value: object) -> str:
    return str(value) if isinstance(param, click.Argument) else f"{name_of(param)} {value}"


def _home() -> Path | None:
    """The home of whoever calls; a machine may know none."""
    try:
        return Path.home().resolve()
    except (RuntimeError, OSError):
        return None
