"""Print the pages on all problems, by file, as Markdown; with --write, put them into docs/problems.

A problem is shown with the report of its case in tests/cases/invalid, which is what the program says, with the lines
that the case changes in the base of all cases, and with those of the base where they are the correction.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from problem_examples import cases_of, places_of, shown

from prongsai.wording import Severity, severity_of
from prongsai.wording.catalogue import groups

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "docs" / "problems"
# A page each: its title, and what it is about.
PAGES = {
    "reading": ("แฟ้มและค่าที่อ่านไม่ได้", "เครื่องหมายของ YAML คีย์ และรูปแบบของค่า ในทุกแฟ้มข้อมูล"),
    "folders": ("ชื่อแฟ้มและโฟลเดอร์", "แฟ้มผิดชนิด ผิดที่ หรือมีชื่อที่ใช้ไม่ได้"),
    "settings": ("การตั้งค่าของเว็บไซต์", "แฟ้มใน `site_config/`"),
    "scores": ("คะแนน", "`scores.yml`"),
    "analysis": ("การวิเคราะห์", "`analysis.yml`"),
    "measures": ("มาตรการ", "`measures.yml`"),
    "follow-up": ("รายงานผล", "`follow-up.yml`"),
    "oit": ("คำตอบ OIT", "`oit.yml` และลิงก์ของคำตอบ"),
    "questions": ("คำถามและคำตอบ", "`questions.yml`"),
    "several": ("หลายแฟ้ม", "เรื่องที่พบได้ในหลายแฟ้ม หรือต้องตรงกันระหว่างแฟ้ม"),
    "content": ("หน้าที่เขียนเองและแฟ้มแนบ", "`content/` และแฟ้มที่ข้อมูลอ้างถึง"),
    "addresses": ("ทะเบียนลิงก์และผลตรวจลิงก์", "`urls.csv` `links.csv` และบันทึกการเผยแพร่"),
    "building": ("การสร้างและเผยแพร่", "คำชี้แจง หน้าที่สร้างแล้ว และเว็บไซต์ที่ประกอบเสร็จ"),
}
_OF_GROUP = {
    "loading": "reading",
    "folders": "folders",
    "content": "content",
    "ledger": "addresses",
    "links": "addresses",
    "work": "building",
}
_EFFECTS = {
    Severity.ERROR: "ผิดพลาด สร้างเว็บไซต์ไม่ได้จนกว่าจะแก้",
    Severity.WARNING: "คำเตือน สร้างเว็บไซต์ได้ ควรแก้หรือ[ชี้แจง](../officer/values.md)",
    Severity.NOTE: "ข้อสังเกต สร้างเว็บไซต์ได้ โปรดตรวจดู",
}
_INTRODUCTION = """# ปัญหาที่โปรแกรมแจ้ง

รายงานของ `prongsai check` บอกแฟ้ม บรรทัด คอลัมน์ และรหัสของปัญหาในวงเล็บเหลี่ยม
ดูเหตุและวิธีแก้ของรหัสใดก็ได้ด้วยคำสั่ง `prongsai help` ตามด้วยรหัส

- **ผิดพลาด** เว็บไซต์สร้างไม่ได้จนกว่าจะแก้ เว็บไซต์เดิมยังอยู่ครบ
- **คำเตือน** สร้างได้ ควรแก้หรือ[ชี้แจง](../officer/values.md)
- **ข้อสังเกต** สร้างได้ โปรดตรวจดู ถ้าข้อมูลถูกต้องตามเอกสารแล้วไม่ต้องแก้

ข้อความและค่าในหน้าเหล่านี้เป็นตัวอย่าง รายงานของท่านบอกชื่อช่องและค่าที่พบจริง ความหมายของทุกคีย์อยู่ใน[ทุกคีย์ของแฟ้มข้อมูล](../keys.md)
หน้าเหล่านี้ทำจากถ้อยคำของโปรแกรมและกรณีทดสอบด้วย `tools/write_problems.py`
"""


def pages() -> dict[str, str]:
    """Every page by the name of its file."""
    made = {f"{name}.md": _page(name, codes) for name, codes in placed().items() if codes}
    return {"README.md": _index(), **made}


@cache
def placed() -> dict[str, list[str]]:
    """The codes of each page, in the order of the sentences."""
    found: dict[str, list[str]] = {name: [] for name in PAGES}
    for group, codes in groups().items():
        if group != "link_states":
            for code in codes:
                found[_page_of(group, code)].append(code)
    return found


def _page_of(group: str, code: str) -> str:
    if group in _OF_GROUP:
        return _OF_GROUP[group]
    kinds = {_kind_of(place) for case in cases_of(code) for place in places_of(case, code)}
    [only] = kinds if len(kinds) == 1 else ["several"]
    return only if only in PAGES else "several"


def _kind_of(place: str) -> str:
    """The page on the file that a place is in, if it has one."""
    path = Path(re.sub(r":\d+:\d+$", "", place))
    return "settings" if path.parts[0] == "site_config" and path.suffix == ".yml" else path.stem


def _page(name: str, codes: Sequence[str]) -> str:
    title, about = PAGES[name]
    head = f"# ปัญหา: {title}\n\nเรื่องที่ตรวจ: {about} กลับไปที่[สารบัญของปัญหา](README.md)\n"
    return "\n".join([head, *(_section(code) for code in codes)])


def _section(code: str) -> str:
    one = shown(code)
    parts = [f"## {code}", _EFFECTS[severity_of(code)], f"**ปัญหา** {_escaped(one.says)}", *_fix_of(one.fix)]
    if one.place and one.wrong:
        parts += [f"**พบใน** `{one.place.rsplit(':', 1)[0].replace(':', ' บรรทัด ')}`", _fenced(one.place, one.wrong)]
        parts += ["**ตัวอย่างที่ถูก**", _fenced(one.place, one.right)] if one.right else []
    return "\n\n".join(parts) + "\n"


def _fix_of(lines: Sequence[str]) -> Iterator[str]:
    """The remedy as paragraphs; what is to be typed into a file, as lines of it."""
    plain = [line for line in lines if line.strip()]
    typed = [line for line in plain if re.match(r"(?:- \{|[a-z_]+:( |$))", line)] if len(plain) > 1 else []
    said = [line for line in plain if line not in typed]
    yield from ([f"**วิธีแก้** {_escaped(said[0])}"] if said else [])
    yield from (_escaped(line) for line in said[1:])
    yield from ([_fenced(".yml", typed)] if typed else [])


def _fenced(place: str, lines: Sequence[str]) -> str:
    language = "yaml" if ".yml" in place else ""
    return "\n".join([f"```{language}", *lines, "```"])


def _escaped(text: str) -> str:
    """The text with nothing in it that Markdown reads as a sign."""
    marked = re.sub(r"([\\`*\[\]]|(?<=\])\()", r"\\\1", text).replace("<", "&lt;")
    return re.sub(r"(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])", r"\\_", marked)


def _index() -> str:
    rows = [
        f"| [{title}]({name}.md) | {about} | {len(placed()[name])} |"
        for name, (title, about) in PAGES.items()
        if placed()[name]
    ]
    parts = [_INTRODUCTION, "| หน้า | เรื่องที่ตรวจ | จำนวนรหัส |\n|---|---|---|", *rows]
    of_page = {code: name for name, codes in placed().items() for code in codes}
    listed = [
        f"| `{code}` | {_EFFECTS[severity_of(code)].split()[0]} | [{PAGES[of_page[code]][0]}]({of_page[code]}.md) |"
        for code in sorted(of_page)
    ]
    return "\n".join([*parts, "\n## รหัสทั้งหมด\n", "| รหัส | ความรุนแรง | หน้า |\n|---|---|---|", *listed, ""])


if __name__ == "__main__":
    if "--write" in sys.argv[1:]:
        FOLDER.mkdir(exist_ok=True)
        for name, text in pages().items():
            (FOLDER / name).write_text(text, "utf-8")
        for left in {path.name for path in FOLDER.glob("*.md")} - pages().keys():
            (FOLDER / left).unlink()
    else:
        print("\n".join(pages().values()), end="")
