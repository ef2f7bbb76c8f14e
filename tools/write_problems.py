"""Print the pages on all problems, by file, as Markdown; with --write, put them into docs/problems.

A problem is shown with the report of its case in tests/cases/invalid, which is what the program says, with the lines
that the case changes in the base of all cases, and with those of the base where they are the correction.
"""

from __future__ import annotations

import difflib
import re
import sys
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from prongsai.wording import Severity, severity_of
from prongsai.wording.catalogue import groups, sentences

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "docs" / "problems"
CASES = ROOT / "tests" / "cases"
_MOST_LINES = 12
_REPORT = re.compile(r"^(?P<place>\S.*)  (?:ผิดพลาด|คำเตือน|ข้อสังเกต) \[(?P<code>[a-z0-9-]+)\]$")
_FIX = "วิธีแก้: "
_NO_TEXT = "\ufffd"
_OF_TESTS = re.compile(r"\s*# (?:ข้อมูลสมมุติเพื่อการทดสอบ|yaml-language-server|ยกเว้น [a-z-]+: .*ทดสอบ).*")
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
_OF_FILE = {"agency.yml": "settings", "site.yml": "settings", "documents.yml": "settings"}
_EFFECTS = {
    Severity.ERROR: "ผิดพลาด สร้างเว็บไซต์ไม่ได้จนกว่าจะแก้",
    Severity.WARNING: "คำเตือน สร้างเว็บไซต์ได้ ควรแก้หรือ[ชี้แจง](../officer/values.md)",
    Severity.NOTE: "ข้อสังเกต สร้างเว็บไซต์ได้ โปรดตรวจดู",
}
# What problems of the finished site name, which no data file provokes.
_SAMPLES = {
    "exception-without-reason": {"found": "total-outside-interval"},
    "exception-unused": {"found": "total-outside-interval"},
    "explanation-unused": {"found": "total-outside-interval"},
    "more-alike": {"kind": "not-a-number", "count": "150"},
    "nothing-to-publish": {"file": "data/2569/scores.yml"},
    "figure-unexplained": {
        "finding": "คะแนนรวม 97.70 ไม่ตรงกับที่คำนวณได้จากคะแนนของเครื่องมือ",
        "of_year": "2568",
        "kind": "total-outside-interval",
    },
    "pages-set-aside": {"count": "3"},
    "engine-message": {"text": "about.md มีลิงก์ไปที่ contact.md ซึ่งไม่มี"},
    "broken-link": {"found": "/2568/measure/"},
    "foreign-host": {"host": "127.0.0.1:8000", "own": " (www.example.go.th)"},
    "page-too-heavy": {"size": "620", "limit": "500"},
    "documents-not-installed": {"found": "weasyprint"},
    "documents-not-made": {"found": "Pango"},
    "url-lost-heading": {
        "path": "/about/#contact",
        "file": "content/about.md",
        "mark": "{ #contact }",
        "typed": "/about/#contact",
    },
}
_INTRODUCTION = """# ปัญหาที่โปรแกรมแจ้ง

รายงานของ `prongsai check` บอกแฟ้ม บรรทัด คอลัมน์ และรหัสของปัญหาในวงเล็บเหลี่ยม ดูเหตุและวิธีแก้ของรหัสใดก็ได้ด้วยคำสั่ง `prongsai help` ตามด้วยรหัส

- **ผิดพลาด** เว็บไซต์สร้างไม่ได้จนกว่าจะแก้ เว็บไซต์เดิมยังอยู่ครบ
- **คำเตือน** สร้างได้ ควรแก้หรือ[ชี้แจง](../officer/values.md)
- **ข้อสังเกต** สร้างได้ โปรดตรวจดู ถ้าข้อมูลถูกต้องตามเอกสารแล้วไม่ต้องแก้

ข้อความและค่าในหน้าเหล่านี้เป็นตัวอย่าง รายงานของท่านบอกชื่อช่องและค่าที่พบจริง ความหมายของทุกคีย์อยู่ใน[ทุกคีย์ของแฟ้มข้อมูล](../keys.md)
หน้าเหล่านี้ทำจากถ้อยคำของโปรแกรมและกรณีทดสอบด้วย `tools/write_problems.py`
"""


@dataclass(frozen=True)
class Shown:
    """A problem as its page shows it; `place` is a file with its line, and the texts of lines are as typed."""

    says: str
    fix: tuple[str, ...]
    place: str = ""
    wrong: tuple[str, ...] = ()
    right: tuple[str, ...] = ()


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
    files = {re.sub(r":\d+:\d+$", "", place).rsplit("/", 1)[-1] for case in cases_of(code) for place in _places(case, code)}
    kinds = {_OF_FILE.get(name, name.removesuffix(".yml")) for name in files}
    [only] = kinds if len(kinds) == 1 else ["several"]
    return only if only in PAGES else "several"


@cache
def cases_of(code: str) -> tuple[str, ...]:
    """The cases that provoke a code, the one without a variant first."""
    names = (path.name for path in (CASES / "invalid").iterdir() if path.is_dir())
    return tuple(sorted(name for name in names if name.partition("--")[0] == code))


def _places(case: str, code: str) -> Iterator[str]:
    for line in _report(case):
        found = _REPORT.match(line)
        if found and found["code"] == code:
            yield found["place"]


@cache
def _report(case: str) -> list[str]:
    return (CASES / "invalid" / case / "expected.txt").read_text("utf-8").splitlines()


def shown(code: str) -> Shown:
    """The problem with the values and the lines of the first of its cases that has them; else with samples."""
    found = [_of_case(case, code) for case in cases_of(code)]
    return next((one for one in found if one.wrong), found[0]) if found else _of_samples(code)


def _of_case(case: str, code: str) -> Shown:
    lines = _report(case)
    at = next(number for number, line in enumerate(lines) if (one := _REPORT.match(line)) and one["code"] == code)
    told: list[str] = []
    for line in lines[at + 1 :]:
        if line and not line.startswith("  "):
            break
        told.append(line.removeprefix("  "))
    text = "\n".join(told).strip()
    says, _, fix = text.partition(f"\n{_FIX}")
    place = lines[at][: lines[at].rindex("  ")]
    wrong, right = _lines_of(case, place)
    return Shown(" ".join(says.split()), tuple(fix.splitlines()), place, wrong, right)


def _of_samples(code: str) -> Shown:
    values = _SAMPLES.get(code, {})
    filled = [re.sub(r"\{([a-z_]+)\}", lambda name: values[name[1]], text) for text in _texts(code)]
    return Shown(filled[0], tuple(filled[1].splitlines()))


def _texts(code: str) -> tuple[str, str]:
    sentence = sentences()[code]
    return sentence.says, sentence.fix


def _lines_of(case: str, place: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The lines of the case around a place that differ from the base, and those that the base has there."""
    name, line = _split(place)
    typed, base = _typed(CASES / "invalid" / case / name), _typed(CASES / "base" / name)
    if not typed or not line or line > len(typed):
        return (), ()
    if not base:
        return _near(typed, line), ()
    for tag, before, end, first, last in difflib.SequenceMatcher(None, base, typed, autojunk=False).get_opcodes():
        if tag != "equal" and first < line <= max(last, first + 1):
            right = base[before:end] if tag == "replace" and end - before <= last - first + 1 else []
            return _near(typed, line, first, last), _dedented(right) if _is_like(right, typed[first]) else ()
    return _near(typed, line), ()


def _is_like(right: Sequence[str], wrong: str) -> bool:
    """True if lines of the base are the same entry as the wrong one, and not what happens to be in its place."""
    return 0 < len(right) <= _MOST_LINES and right[0].strip()[:3] == wrong.strip()[:3]


def _split(place: str) -> tuple[str, int]:
    found = re.fullmatch(r"(.+):(\d+):\d+", place)
    return (found[1], int(found[2])) if found else (place, 0)


def _typed(path: Path) -> list[str]:
    """The lines of a text; none where it is no text that people type."""
    if path.suffix not in {".yml", ".md", ".csv"} or not path.is_file():
        return []
    text = path.read_bytes().decode("utf-8-sig", errors="replace")
    return [] if _NO_TEXT in text or "\0" in text else text.splitlines()


def _near(typed: Sequence[str], line: int, first: int = 0, last: int | None = None) -> tuple[str, ...]:
    """The lines from `first` to before `last`; of many, those around the line."""
    end = len(typed) if last is None else last
    if end - first > _MOST_LINES:
        first = max(first, line - 3)
        end = min(end, first + 6)
    return _dedented(typed[first:end])


def _dedented(lines: Sequence[str]) -> tuple[str, ...]:
    kept = [_OF_TESTS.sub("", line) for line in lines if not _OF_TESTS.match(line)]
    return tuple(textwrap.dedent("\n".join(kept)).strip("\n").splitlines())


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
    marked = re.sub(r"([\\`*<\[\]|])", r"\\\1", text)
    return re.sub(r"(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])", r"\\_", marked)


def _index() -> str:
    rows = [
        f"| [{title}]({name}.md) | {about} | {len(placed()[name])} |"
        for name, (title, about) in PAGES.items()
        if placed()[name]
    ]
    parts = [_INTRODUCTION, "| หน้า | เรื่องที่ตรวจ | จำนวนรหัส |\n|---|---|---|", *rows]
    of_page = {code: name for name, codes in placed().items() for code in codes}
    listed = [f"| `{code}` | {_EFFECTS[severity_of(code)].split()[0]} | [{PAGES[of_page[code]][0]}]({of_page[code]}.md) |"
              for code in sorted(of_page)]
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
