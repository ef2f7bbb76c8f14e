"""The examples of problems: the words and the lines of their cases in tests/cases/invalid, or samples."""

from __future__ import annotations

import difflib
import re
import textwrap
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from prongsai.wording.catalogue import sentences

CASES = Path(__file__).resolve().parents[1] / "tests" / "cases"
_MOST_LINES = 12
_REPORT = re.compile(r"^(?P<place>\S.*)  (?:ผิดพลาด|คำเตือน|ข้อสังเกต) \[(?P<code>[a-z0-9-]+)\]$")
_FIX = "วิธีแก้: "
_NO_TEXT = "\ufffd"
_OTHER_PLACES = ("  พบอีกที่: ", "  เรื่องเดียวกันที่ ")
_OF_TESTS = re.compile(r"\s*# (?:ข้อมูลสมมุติเพื่อการทดสอบ|yaml-language-server|ยกเว้น [a-z-]+: .*ทดสอบ).*")
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
    "engine-setting-unknown": {"engine": "Zensical", "setting": "hooks"},
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


class Shown(NamedTuple):
    """A problem as its page shows it; `place` is a file with its line, and the texts of lines are as typed."""

    says: str
    fix: tuple[str, ...]
    place: str = ""
    wrong: tuple[str, ...] = ()
    right: tuple[str, ...] = ()


@cache
def cases_of(code: str) -> tuple[str, ...]:
    """The cases that provoke a code, the one without a variant first."""
    names = (path.name for path in (CASES / "invalid").iterdir() if path.is_dir())
    return tuple(sorted(name for name in names if name.partition("--")[0] == code))


def places_of(case: str, code: str) -> Iterator[str]:
    for line in _report(case):
        found = _REPORT.match(line)
        if found and found["code"] == code:
            yield found["place"]


@cache
def _report(case: str) -> list[str]:
    return (CASES / "invalid" / case / "expected.txt").read_text("utf-8").splitlines()


def shown(code: str) -> Shown:
    """The problem with the values and the lines of the first of its cases that has them; else with samples."""
    led = [case for case in cases_of(code) if [*places_of(case, code)]]  # in others it comes below one of its fact
    found = [_of_case(case, code) for case in led]
    return next((one for one in found if one.wrong), found[0]) if found else _of_samples(code)


def _of_case(case: str, code: str) -> Shown:
    lines = _report(case)
    at = next(number for number, line in enumerate(lines) if (one := _REPORT.match(line)) and one["code"] == code)
    told: list[str] = []
    for line in lines[at + 1 :]:
        if line.startswith(_OTHER_PLACES) or (line and not line.startswith("  ")):
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
    changes = [one for one in _opcodes(base, typed) if one[0] != "equal"]
    for tag, before, end, first, last in changes:
        if first < line <= max(last, first + 1):
            is_all = len(changes) == 1 and tag == "replace" and _is_alone(case, name)
            right = base[before:end] if is_all and _is_like(base[before:end], typed[first]) else []
            return _near(typed, line, first, last), _dedented(right)
    return _near(typed, line), ()


def _opcodes(base: list[str], typed: list[str]) -> list[tuple[str, int, int, int, int]]:
    """The differences of a case from the base, but for comments that only a case has."""
    plain = [_OF_TESTS.sub("", line) for line in typed]
    return difflib.SequenceMatcher(
        None, [_OF_TESTS.sub("", line) for line in base], plain, autojunk=False
    ).get_opcodes()


def _is_alone(case: str, name: str) -> bool:
    """True if the case changes one file: then the lines of the base in it are what is right."""
    folder = CASES / "invalid" / case
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    return files - {"expected.txt", "expected-en.txt"} == {name}


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
