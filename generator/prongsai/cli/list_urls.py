"""Say what the ledger holds: as a summary by year and section, page by page, or for machines."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator

from prongsai.ledger.explain_losses import lost_paths
from prongsai.ledger.rows import HEADER, Ledger, Row
from prongsai.problems import Problem

_SHORT = 40  # rows that are listed one by one without being asked for
_STATES = {"live": "คงอยู่", "redirect": "ย้าย", "withdrawn": "ถอน"}


def list_as_text(ledger: Ledger, *, every: bool) -> str:
    """The ledger for people: every page with its fragments, or a line for each section of each year."""
    rows = ledger.rows
    if not rows:
        return "ยังไม่มีลิงก์ในทะเบียน ลิงก์จะเข้าทะเบียนเมื่อสั่ง prongsai publish"
    counts = Counter(str(row.state) for row in rows)
    states = " ".join(f"{name} {counts[state]}" for state, name in _STATES.items() if counts[state])
    lines = _pages(rows) if every or len(rows) <= _SHORT else _sections(rows)
    hint = () if every or len(rows) <= _SHORT else ("ดูทุกลิงก์ด้วย prongsai urls --all",)
    return "\n".join((f"ลิงก์ที่เผยแพร่แล้ว {len(rows)} ลิงก์ ({states})", *lines, *hint))


def list_as_json(ledger: Ledger, found: Iterable[Problem]) -> str:
    """The ledger for machines, with the addresses that would be lost."""
    listed = [dict(zip(HEADER, row.fields, strict=True)) for row in ledger.rows]
    lost = sorted(path for one in found for path in lost_paths(one))
    return json.dumps({"addresses": listed, "lost": lost}, ensure_ascii=False, indent=1)


def list_lost(found: Iterable[Problem]) -> str:
    """Every address that would be lost, a line each; empty when none would."""
    lost = sorted(path for one in found for path in lost_paths(one))
    return "\n".join((f"ลิงก์ที่จะเปิดไม่ได้อีก {len(lost)} ลิงก์", *(f"  {path}" for path in lost), "")) if lost else ""


def _sections(rows: tuple[Row, ...]) -> Iterator[str]:
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(_section_of(row.page), []).append(row)
    year = ""
    for section, members in groups.items():
        if section[:5] != year and (section[1:5].isdecimal() or year[1:5].isdecimal()):
            yield ""
        year = section[:5]
        yield _section_line(section, members)
    yield ""


def _section_of(page: str) -> str:
    """`/2565/measures/` and `/files/2565/`; everywhere else the first step is enough."""
    steps = page.strip("/").split("/")
    folders = steps if page.endswith("/") else steps[:-1]
    is_deep = steps[0].isdecimal() or steps[0] in {"data", "files"}
    kept = folders[: 2 if is_deep else 1]
    return f"/{'/'.join(kept)}/" if kept and kept[0] else "/"


def _section_line(section: str, members: list[Row]) -> str:
    states = Counter(row.state for row in members)
    pages = sum(not row.fragment and row.path.endswith("/") for row in members)
    files = sum(not row.path.endswith("/") and not row.fragment for row in members)
    counts = ((pages, "หน้า"), (files, "แฟ้ม"), (len(members) - pages - files, "จุดในหน้า"))
    said = [f"{count} {name}" for count, name in counts if count]
    said += [f"{_STATES[state]} {states[state]}" for state in ("redirect", "withdrawn") if states[state]]
    return f"  {section:<28} {'  '.join(said)}  ตั้งแต่ {min(row.first_seen for row in members)}"


def _pages(rows: tuple[Row, ...]) -> Iterator[str]:
    inside = Counter(row.page for row in rows if row.fragment and row.state == "live")
    for row in rows:
        if not row.fragment or row.state != "live":
            yield _page_line(row, 0 if row.fragment else inside[row.page])


def _page_line(row: Row, fragments: int) -> str:
    count = f"  {fragments} จุดในหน้า" if fragments else ""
    became = (
        f"  ย้ายไป {row.to}" if row.state == "redirect" else f"  ถอน: {row.reason}" if row.state == "withdrawn" else ""
    )
    return f"  {row.path}  {row.since or row.first_seen}  {_STATES[row.state]}{count}{became}"
