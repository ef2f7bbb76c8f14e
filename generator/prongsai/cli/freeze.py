"""The command `urls freeze`: keep what every submitted link shows, as evidence for an appeal."""

from __future__ import annotations

import datetime as dt
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from prongsai.cli.folders import check_folder_name, check_place
from prongsai.cli.shared import HANDED_OUT, Command, WrongCall, networks_option, root_of, stop, url_option
from prongsai.cli.turn import in_turn, wait_option
from prongsai.cli.typed import THAI_TIME, read_day, read_year

if TYPE_CHECKING:
    from prongsai.links.network import Access
    from prongsai.links.save import Asking
    from prongsai.pipeline.check import Checked
    from prongsai.pipeline.evidence.freeze import FrozenPack
    from prongsai.pipeline.evidence.save import Freezing
    from prongsai.web import Network

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
    if checked.has_errors:
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
    """What was kept, which links showed nothing of use, and what remains to be done."""
    from prongsai.links.states import works
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
