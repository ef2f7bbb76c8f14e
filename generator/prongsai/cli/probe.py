"""The command `urls probe`: which old addresses of a site that moved still arrive where they must."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, cast

import click

from prongsai.cli.output import escape_json
from prongsai.cli.shared import DATA_HAS_ERRORS, Command, WrongCall, lang_option, networks_option, root_of, stop
from prongsai.cli.typed import check_folder_name, read_year
from prongsai.wording import Language

if TYPE_CHECKING:
    from prongsai.exports.redirect_rules import Base
    from prongsai.ledger.rows import Ledger
    from prongsai.links.save import Asking
    from prongsai.pipeline.probe import Arrival, Bases, Probe
    from prongsai.web import Network


@click.command(cls=Command)
@click.argument("old", metavar="OLD-ADDRESS")
@click.option("--year", default=None, metavar="YEAR", callback=read_year, help="เฉพาะลิงก์ของปีงบประมาณ พ.ศ. นี้ เช่น 2568")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="รูปแบบของรายงาน")
@networks_option
@click.option("-C", "--site", "site", default=None, metavar="DIR", callback=check_folder_name, help="โฟลเดอร์ของเว็บไซต์")
@lang_option
@click.pass_context
def probe(
    context: click.Context,
    old: str,
    year: int | None,
    form: str,
    networks: tuple[Network, ...],
    site: str | None,
    lang: str,
) -> None:
    """เปิดลิงก์ที่เผยแพร่แล้วทุกลิงก์ที่ที่อยู่เดิม OLD-ADDRESS ว่าไปถึงหน้าที่ถูกต้องหรือไม่ โดยไม่เขียนสิ่งใด"""
    from prongsai.ledger.load_ledger import load_ledger
    from prongsai.links.network import Access
    from prongsai.links.save import Asking
    from prongsai.pipeline.probe import DEAD_ENDS, PROBING, Bases, find_probes

    root = root_of(site or context.obj or ".")
    read = load_ledger(root)
    if read.problems:
        stop(read.problems, lang)
    bases = Bases(_base_of(old), _find_new(str(root)))
    probes = find_probes(read.ledger, bases.old, year)
    if not probes:
        raise WrongCall(_word_nothing(read.ledger, year))
    arrivals = _open(probes, bases, Asking(str(bases.new), Access(networks), PROBING))
    click.echo(
        escape_json(_as_json(arrivals, bases))
        if form == "json"
        else "\n".join(_lines(arrivals, bases, cast("Language", lang)))
    )
    sys.exit(DATA_HAS_ERRORS if any(one.end in DEAD_ENDS for one in arrivals) else 0)


def _base_of(text: str) -> Base:
    from prongsai.exports.redirect_rules import parse_base

    found = parse_base(text)
    if found is None:
        raise WrongCall(
            f"“{text}” ไม่ใช่ที่อยู่ของเว็บไซต์\nวิธีแก้: ระบุที่อยู่เดิมทั้งหมด เช่น prongsai urls probe https://www.example.go.th/ita/"
        )
    return found


def _find_new(root: str) -> Base:
    from pathlib import Path

    from prongsai.exports.redirect_rules import parse_base
    from prongsai.loading.load_site import load_site

    found = parse_base(load_site(Path(root)).site.options.site_url or "")
    if found is None:
        raise WrongCall("ยังไม่ทราบที่อยู่ใหม่ของเว็บไซต์\nวิธีแก้: กรอก site_url ใน site_config/site.yml")
    return found


def _word_nothing(ledger: Ledger, year: int | None) -> str:
    if ledger.rows and year is not None:
        return f"ทะเบียนลิงก์ไม่มีลิงก์ของปี {year}\nวิธีแก้: ระบุปีที่เผยแพร่แล้ว หรือไม่ระบุ --year เพื่อตรวจทุกลิงก์"
    return "ยังไม่มีลิงก์ในทะเบียน จึงไม่มีสิ่งที่จะตรวจ\nวิธีแก้: เผยแพร่ด้วย prongsai publish ก่อน"


def _open(probes: Sequence[Probe], bases: Bases, asking: Asking) -> tuple[Arrival, ...]:
    from prongsai.links.save import OfflineError
    from prongsai.pipeline.probe import probe_addresses

    try:
        return probe_addresses(
            probes, bases, asking, lambda done, total, url: click.echo(f"{done}/{total} {url}", err=True)
        )
    except OfflineError:
        raise WrongCall(
            "ถามชื่อเว็บไซต์ไม่ได้เลย เครื่องนี้อาจไม่ได้ต่ออินเทอร์เน็ต จึงไม่ทราบผลของลิงก์ใด\nวิธีแก้: ตรวจการต่ออินเทอร์เน็ต แล้วสั่งใหม่"
        ) from None


def _lines(arrivals: Sequence[Arrival], bases: Bases, lang: Language) -> Iterator[str]:
    """The ends, the worst first, with their addresses; of what arrived only the number is said."""
    from prongsai.pipeline.probe import DEAD_ENDS, End
    from prongsai.wording.probe import word_end

    counts = Counter(one.end for one in arrivals)
    yield f"ลิงก์ที่เดิม {bases.old} ที่ใหม่ {bases.new}" if lang == "th" else f"old place {bases.old} new place {bases.new}"
    yield ""
    for end in End:
        label, do = word_end(end, lang)
        if not counts[end] or end is End.ARRIVED:
            continue
        yield f"{label} ({counts[end]})"
        if end is not End.STAYED:
            yield from (line for one in arrivals if one.end is end for line in _address(one, lang))
        yield f"  วิธีแก้: {do}" if lang == "th" else f"  To fix: {do}"
        yield ""
    yield from _rules(arrivals, bases, lang)
    good, dead = counts[End.ARRIVED] + counts[End.STAYED], sum(counts[end] for end in DEAD_ENDS)
    rest = len(arrivals) - good - dead
    if lang == "th":
        yield f"ลิงก์ทั้งหมด {len(arrivals)} ถึงที่ถูกต้อง {good} ไปไม่ถึง {dead} ควรดูแล {rest}"
    else:
        yield f"{len(arrivals)} addresses: arrive {good} do not {dead} need a look {rest}"


def _rules(arrivals: Sequence[Arrival], bases: Bases, lang: Language) -> Iterator[str]:
    """The rules for the old host, where addresses do not arrive and it is another place."""
    from prongsai.exports.redirect_rules import find_move, rules_for_apache, rules_for_iis, rules_for_nginx
    from prongsai.pipeline.probe import DEAD_ENDS
    from prongsai.wording.probe import word_rules

    move = find_move(str(bases.old), str(bases.new), [one.path for one in arrivals])
    if move is not None and any(one.end in DEAD_ENDS for one in arrivals):
        yield word_rules(rules_for_apache(move), rules_for_nginx(move), rules_for_iis(move), lang)


def _address(one: Arrival, lang: Language) -> Iterator[str]:
    from prongsai.links.web_address import readable
    from prongsai.pipeline.probe import End
    from prongsai.wording.links import word_label

    yield f"  {readable(one.url)}"
    if one.end in {End.DEAD, End.BY_HAND}:
        yield f"    {word_label(one.state, lang)}"
    elif one.end in {End.OTHER_HOST, End.OTHER_PAGE, End.HOME}:
        yield f"    {'ไปที่' if lang == 'th' else 'leads to'} {readable(one.final)}"


def _as_json(arrivals: Sequence[Arrival], bases: Bases) -> str:
    counts = Counter(one.end.value for one in arrivals)
    listed = [
        {"path": one.path, "address": one.url, "end": one.end.value, "final": one.final, "state": one.state.value}
        for one in arrivals
    ]
    found = {"old": str(bases.old), "new": str(bases.new), "counts": counts, "addresses": listed}
    return json.dumps(found, ensure_ascii=False, indent=1)
