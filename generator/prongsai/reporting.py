"""Problems as people and machines read them: text, JSON, SARIF and GitHub annotations."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Sequence
from urllib.parse import quote

from prongsai import __version__
from prongsai.problems import Problem
from prongsai.wording import SENTENCES, Language, Severity, hint_of, message_of, severity_of

_LABELS = {
    "th": {Severity.ERROR: "ผิดพลาด", Severity.WARNING: "คำเตือน", Severity.NOTE: "ข้อสังเกต"},
    "en": {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"},
}


def count_severities(problems: Sequence[Problem]) -> dict[str, int]:
    """How many errors, warnings and notes there are."""
    counts = Counter(severity_of(found.code) for found in problems)
    return {f"{severity.value}s": counts[severity] for severity in Severity}


def as_text(problems: Sequence[Problem], language: Language = "th", *, with_notes: bool = True) -> str:
    """One block a problem: place, code, what is wrong, how to mend it; then a line that counts them all."""
    shown = [found for found in problems if with_notes or severity_of(found.code) is not Severity.NOTE]
    blocks = [_block(found, language) for found in shown]
    return "\n".join([*blocks, summary_line(problems, language)]) + "\n"


def _block(found: Problem, language: Language) -> str:
    label = _LABELS[language][severity_of(found.code)]
    lines = [message_of(found.code, found.values, language)]
    hint = hint_of(found.code, found.values, language)
    if hint:
        lines += (f"วิธีแก้: {hint}" if language == "th" else f"To mend: {hint}").split("\n")
    return "\n  ".join((f"{found.where}  {label} [{found.code}]", *lines)) + "\n"


def summary_line(problems: Sequence[Problem], language: Language = "th") -> str:
    """How many problems of each severity, in words."""
    counts = count_severities(problems)
    if language == "en":
        return f"{counts['errors']} errors, {counts['warnings']} warnings, {counts['notes']} notes"
    if not problems:
        return "ไม่พบปัญหาของข้อมูล"
    return f"ผิดพลาด {counts['errors']} รายการ คำเตือน {counts['warnings']} รายการ ข้อสังเกต {counts['notes']} รายการ"


def as_json(problems: Sequence[Problem], language: Language = "th") -> str:
    """The problems and their counts as JSON."""
    listed = [
        {
            "code": found.code,
            "severity": severity_of(found.code).value,
            "file": found.where.file,
            "line": found.where.line,
            "column": found.where.column,
            "message": message_of(found.code, found.values, language),
            "hint": hint_of(found.code, found.values, language),
        }
        for found in problems
    ]
    return json.dumps({"problems": listed, "summary": count_severities(problems)}, ensure_ascii=False, indent=2) + "\n"


def as_github(problems: Sequence[Problem], language: Language = "th") -> str:
    """Workflow commands that GitHub shows beside the lines."""
    return "".join(_annotation(found, language) for found in problems)


def _annotation(found: Problem, language: Language) -> str:
    kind = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}[severity_of(found.code)]
    file = _escaped(found.where.file).replace(":", "%3A").replace(",", "%2C")
    place = f"file={file},line={max(found.where.line, 1)},col={max(found.where.column, 1)},title={found.code}"
    text = f"{message_of(found.code, found.values, language)} {hint_of(found.code, found.values, language)}".strip()
    return f"::{kind} {place}::{_escaped(text)}\n"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def as_sarif(problems: Sequence[Problem], language: Language = "th") -> str:
    """The problems as SARIF 2.1.0."""
    rules = [{"id": code} for code in SENTENCES if any(found.code == code for found in problems)]
    driver = {"name": "prongsai", "version": __version__, "rules": rules}
    run = {"tool": {"driver": driver}, "results": [_result(found, language) for found in problems]}
    return json.dumps({"version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _result(found: Problem, language: Language) -> dict[str, object]:
    region = {"startLine": max(found.where.line, 1), "startColumn": max(found.where.column, 1)}
    place = {"physicalLocation": {"artifactLocation": {"uri": quote(found.where.file)}, "region": region}}
    text = f"{message_of(found.code, found.values, language)} {hint_of(found.code, found.values, language)}".strip()
    return {
        "ruleId": found.code,
        "level": severity_of(found.code).value,
        "message": {"text": text},
        "locations": [place],
    }


FORMATS: dict[str, Callable[[Sequence[Problem], Language], str]] = {
    "text": as_text,
    "json": as_json,
    "sarif": as_sarif,
    "github": as_github,
}
