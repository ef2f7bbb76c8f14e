"""Problems as people and machines read them: text, JSON, SARIF and GitHub annotations."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Container, Sequence
from urllib.parse import quote

from prongsai import __version__
from prongsai.problems import MORE, Also, Problem, Where, count_all
from prongsai.wording import Language, Severity, hint_of, message_of, sentences, severity_of
from prongsai.wording.costs import SCORED, cost_of, is_shared

MOST_SHOWN = 200  # problems that people read in one report
MOST_LISTED = 5000  # problems for machines; GitHub shows as many of a SARIF file
_Cost = tuple[int | None, str]  # a year (Buddhist Era) and the words on what its problems may cost
_MOST_GROUPS = 20
_MOST_PLACES = 20  # of one fact in the text; for machines all are listed
_GRAVITY = {severity: rank for rank, severity in enumerate(Severity)}
_LABELS = {
    "th": {Severity.ERROR: "ผิดพลาด", Severity.WARNING: "คำเตือน", Severity.NOTE: "ข้อสังเกต"},
    "en": {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"},
}


def count_severities(problems: Sequence[Problem]) -> dict[str, int]:
    """The number of errors, warnings and notes."""
    counts = Counter(severity_of(found.code) for found in problems)
    return {f"{severity.value}s": counts[severity] for severity in Severity}


def as_text(problems: Sequence[Problem], language: Language = "th", *, with_notes: bool = True) -> str:
    """One block a problem: place, code, what is wrong, how to fix it, other places; then a line that counts them all.

    Of many only the gravest are shown, in the order of their places; the others are counted by file and code. What
    several problems of one year cost alike is said once, below them.
    """
    told = [found for found in problems if with_notes or severity_of(found.code) is not Severity.NOTE]
    shown, left = part_gravest(told, MOST_SHOWN)
    shared = _shared_costs(shown, language)
    blocks = [_block(found, language, shared) for found in shown]
    costs = [_word_cost(year, cost, alike, language) for (year, cost), alike in shared.items()]
    rest = [_word_left(left, language)] if left else []
    return "\n".join([*blocks, *costs, *rest, summary_line(problems, language)]) + "\n"


def _shared_costs(problems: Sequence[Problem], language: Language) -> dict[_Cost, list[Problem]]:
    """The words on a cost that several problems of a year have alike, with these."""
    found: dict[_Cost, list[Problem]] = {}
    for one in problems:
        if is_shared(one.code):
            found.setdefault((one.year, cost_of(one.code, language, one.values)), []).append(one)
    return {key: alike for key, alike in found.items() if len(alike) > 1}


def _word_cost(year: int | None, cost: str, alike: Sequence[Problem], language: Language) -> str:
    """The line on a cost; of a known result nobody says that the problems are the reason for it."""
    named = ", ".join(f"[{code}]" for code in dict.fromkeys(one.code for one in alike))
    is_known = bool(alike[0].values.get(SCORED))
    if language == "en":
        of_year = f"fiscal year {year}: " if year else ""
        return f"{of_year}{cost}{'; this concerns' if is_known else ', for'} {len(alike):,} of the above: {named}\n"
    of_year = f"ปีงบประมาณ {year} " if year else ""
    because = "เป็นผลของข้อที่เกี่ยวกับ" if is_known else "เพราะ"
    return f"{of_year}{cost} {because} {len(alike):,} รายการข้างต้น คือ {named}\n"


def part_gravest(problems: Sequence[Problem], most: int) -> tuple[list[Problem], list[Problem]]:
    """The gravest problems, so many, and all others; of those as grave as each other the first, each part in its order.

    How many more there are of a kind is never left out.
    """
    numbers = sorted(range(len(problems)), key=lambda number: (_rank(problems[number]), number))
    chosen = set(numbers[:most])
    shown = [found for number, found in enumerate(problems) if number in chosen]
    return shown, [found for number, found in enumerate(problems) if number not in chosen]


def _rank(found: Problem) -> int:
    return -1 if found.code == MORE else _GRAVITY[severity_of(found.code)]


def _word_left(left: Sequence[Problem], language: Language) -> str:
    """The number of problems not shown, by file and code, the gravest first."""
    groups = Counter((_GRAVITY[severity_of(found.code)], found.where.file, found.code) for found in left)
    ordered = sorted(groups.items(), key=lambda one: (one[0][0], -one[1], one[0]))
    lines = [f"  {file}  {_labelled(code, language)} {_counted(count, language)}" for (_, file, code), count in ordered]
    if language == "en":
        head = f"and {len(left):,} more that are not shown; mend those above, then check again"
        tail = f"  and {len(lines) - _MOST_GROUPS:,} more kinds"
    else:
        head = f"และอีก {len(left):,} รายการที่ไม่ได้แสดง แก้รายการข้างต้นแล้วสั่งตรวจใหม่"
        tail = f"  และอีก {len(lines) - _MOST_GROUPS:,} กลุ่ม"
    return "\n".join([head, *lines[:_MOST_GROUPS], *([tail] if len(lines) > _MOST_GROUPS else [])]) + "\n"


def _labelled(code: str, language: Language) -> str:
    return f"{_LABELS[language][severity_of(code)]} [{code}]"


def _counted(count: int, language: Language) -> str:
    return f"{count:,}" if language == "en" else f"{count:,} รายการ"


def _block(found: Problem, language: Language, shared: Container[_Cost]) -> str:
    is_below = (found.year, cost_of(found.code, language, found.values)) in shared
    lines = [message_of(found.code, found.values, language, below=found.code if is_below else "")]
    hint = hint_of(found.code, found.values, language)
    if hint:
        lines += (f"วิธีแก้: {hint}" if language == "th" else f"To fix: {hint}").split("\n")
    lines += _other_places(found, language)
    return "\n  ".join((f"{found.where}  {_labelled(found.code, language)}", *lines)) + "\n"


def _other_places(found: Problem, language: Language) -> list[str]:
    """The other places of the same fact: those of the same sentence in one line, then each with its own."""
    bare = [str(one.where) for one in found.also if not one.code]
    more = len(bare) - _MOST_PLACES
    joined = ", ".join(bare[:_MOST_PLACES])
    if language == "en":
        lines = [f"Also at: {joined}{f' and in {more:,} more places' if more > 0 else ''}"]
        same = "The same at"
    else:
        lines = [f"พบอีกที่: {joined}{f' และอีก {more:,} แห่ง' if more > 0 else ''}"]
        same = "เรื่องเดียวกันที่"
    spoken = [
        f"{same} {one.where} [{one.code}] {message_of(one.code, one.values, language, below=found.code)}"
        for one in found.also
        if one.code
    ]
    return [*(lines if bare else ()), *spoken]


def _said(one: Also, language: Language) -> str:
    return message_of(one.code, one.values, language)


def summary_line(problems: Sequence[Problem], language: Language = "th") -> str:
    """The number of problems of each severity, in words."""
    counts = count_severities(problems)
    if language == "en":
        return f"{counts['errors']} errors, {counts['warnings']} warnings, {counts['notes']} notes"
    if not problems:
        return "ไม่พบปัญหาของข้อมูล"
    return f"ผิดพลาด {counts['errors']} รายการ คำเตือน {counts['warnings']} รายการ ข้อสังเกต {counts['notes']} รายการ"


def as_json(problems: Sequence[Problem], language: Language = "th") -> str:
    """The problems and their counts as JSON; `truncated` and `total` are there where not all of them are listed."""
    shown, left = part_gravest(problems, MOST_LISTED)
    listed = [
        {
            "code": found.code,
            "severity": severity_of(found.code).value,
            "file": found.where.file,
            "line": found.where.line,
            "column": found.where.column,
            "message": message_of(found.code, found.values, language),
            "hint": hint_of(found.code, found.values, language),
            **({"also": [_place(one, language) for one in found.also]} if found.also else {}),
        }
        for found in shown
    ]
    cut = {"truncated": True, "total": count_all(problems)} if left else {}
    report = {"problems": listed, "summary": count_severities(problems), **cut}
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def _place(one: Also, language: Language) -> dict[str, object]:
    place = {"file": one.where.file, "line": one.where.line, "column": one.where.column}
    return {**place, "code": one.code, "message": _said(one, language)} if one.code else {**place}


def as_github(problems: Sequence[Problem], language: Language = "th") -> str:
    """Workflow commands that GitHub shows next to the lines; where not all are listed the first one says so.

    GitHub itself shows the first ten of each severity in a step.
    """
    shown, left = part_gravest(problems, MOST_SHOWN)
    cut = f"::notice title=prongsai::{_escaped(_word_cut(len(shown), count_all(problems), language))}\n" if left else ""
    return cut + "".join(_annotation(found, language) for found in shown)


def _word_cut(shown: int, total: int, language: Language) -> str:
    if language == "en":
        return f"{shown:,} of {total:,} problems are listed, errors first"
    return f"แสดง {shown:,} จาก {total:,} รายการ โดยแสดงข้อผิดพลาดก่อน"


def _annotation(found: Problem, language: Language) -> str:
    kind = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}[severity_of(found.code)]
    file = _escaped(found.where.file).replace(":", "%3A").replace(",", "%2C")
    place = f"file={file},line={max(found.where.line, 1)},col={max(found.where.column, 1)},title={found.code}"
    text = f"{message_of(found.code, found.values, language)} {hint_of(found.code, found.values, language)}".strip()
    text = "\n".join([text, *_other_places(found, language)])
    return f"::{kind} {place}::{_escaped(text)}\n"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def as_sarif(problems: Sequence[Problem], language: Language = "th") -> str:
    """The problems as SARIF 2.1.0; a run that does not list all says so in a notification and in its properties."""
    shown, left = part_gravest(problems, MOST_LISTED)
    met = {found.code for found in shown}
    rules = [{"id": code} for code in sentences() if code in met]
    driver = {"name": "prongsai", "version": __version__, "rules": rules}
    run: dict[str, object] = {"tool": {"driver": driver}, "results": [_result(found, language) for found in shown]}
    if left:
        text = _word_cut(len(shown), count_all(problems), language)
        notification = {"level": "warning", "message": {"text": text}}
        run["invocations"] = [{"executionSuccessful": True, "toolExecutionNotifications": [notification]}]
        run["properties"] = {"truncated": True, "total": count_all(problems)}
    return json.dumps({"version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _result(found: Problem, language: Language) -> dict[str, object]:
    text = f"{message_of(found.code, found.values, language)} {hint_of(found.code, found.values, language)}".strip()
    return {
        "ruleId": found.code,
        "level": severity_of(found.code).value,
        "message": {"text": text},
        "locations": [_location(found.where)],
        **({"relatedLocations": [_related(one, language) for one in found.also]} if found.also else {}),
    }


def _location(where: Where) -> dict[str, object]:
    region = {"startLine": max(where.line, 1), "startColumn": max(where.column, 1)}
    return {"physicalLocation": {"artifactLocation": {"uri": quote(where.file)}, "region": region}}


def _related(one: Also, language: Language) -> dict[str, object]:
    said = {"message": {"text": _said(one, language)}} if one.code else {}
    return {**_location(one.where), **said}


FORMATS: dict[str, Callable[[Sequence[Problem], Language], str]] = {
    "text": as_text,
    "json": as_json,
    "sarif": as_sarif,
    "github": as_github,
}
