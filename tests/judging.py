"""Labelled sentences about invented score sheets, judged by the rules on written Thai as parts of small sites."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from prongsai.analysis.results import analyse_site
from prongsai.loading.load_site import load_site
from prongsai.problems import Problem
from prongsai.prose import RULES
from prongsai.rules import Context, check_by
from prongsai.wording import Severity, severity_of

SHEETS = Path(__file__).parent / "cases" / "sentences" / "figures.yml"
_NOT_VERIFIED = 2568  # from this year on the program does not verify weights and names
FIRST_LINE = 3  # of the sentences in the file that they are written into
_STATUS = {
    "แล้วเสร็จ": "done",
    "อยู่ระหว่างดำเนินการ": "in_progress",
    "ยังไม่ดำเนินการ": "not_started",
    "ไม่สามารถดำเนินการได้": "could_not",
}


@dataclass(frozen=True)
class Sentence:
    """A labelled sentence: its sheet, its verdict (true, false or no-claim) and the kinds of its claims."""

    name: str
    sheet: str
    text: str
    verdict: str
    kinds: tuple[str, ...]
    pattern: str

    @property
    def kind(self) -> str:
        """The kind under which it is counted: that of its first claim that is wrong, else of its first claim."""
        return self.kinds[0]


@dataclass(frozen=True)
class Row:
    """The numbers of a kind: false sentences, those found, and others that were reported wrongly."""

    kind: str
    n: int
    false: int
    hits: int
    alarms: int

    @property
    def recall(self) -> float:
        """The share of false sentences that were found; 1 where there is none."""
        return self.hits / self.false if self.false else 1.0

    @property
    def precision(self) -> float:
        """The share of reported sentences that are false; 1 where none is reported."""
        return self.hits / (self.hits + self.alarms) if self.hits + self.alarms else 1.0


def read_sentences(path: Path) -> list[Sentence]:
    """The labelled sentences of a file."""
    found = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
    return [_sentence(one) for one in (found if isinstance(found, list) else found["sentences"])]


def _sentence(raw: dict[str, Any]) -> Sentence:
    claims = sorted(raw["claims"], key=lambda claim: claim["holds"] is not False)
    kinds = tuple(claim["kind"] for claim in claims)
    return Sentence(raw["id"], raw["sheet"], raw["text"], raw["verdict"], kinds or ("other",), raw["pattern"])


def judge(sentences: Iterable[Sentence], sheets: Path = SHEETS) -> dict[str, list[Problem]]:
    """The problems of written Thai by the name of the sentence that they are about."""
    of_sheet: dict[str, list[Sentence]] = {}
    for sentence in sentences:
        of_sheet.setdefault(sentence.sheet, []).append(sentence)
    figures = yaml.load(sheets.read_text(encoding="utf-8"), yaml.CSafeLoader)
    with tempfile.TemporaryDirectory() as folder:
        found = {}
        for sheet in figures["sheets"]:
            if sheet["id"] in of_sheet:
                found |= _judge(Path(folder) / sheet["id"], figures, sheet, of_sheet[sheet["id"]])
        return found


def _judge(
    root: Path, figures: dict[str, Any], sheet: dict[str, Any], sentences: list[Sentence]
) -> dict[str, list[Problem]]:
    for name, content in _files(figures, sheet, sentences):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    loaded = load_site(root)
    faulty = [one for one in loaded.problems if severity_of(one.code) is Severity.ERROR]
    assert not [one for one in faulty if one.where.file.startswith("data/")], faulty
    problems = check_by(RULES, Context(analyse_site(loaded.site), loaded.unreadable, incomplete=loaded.incomplete))
    found: dict[str, list[Problem]] = {one.name: [] for one in sentences}
    for problem in problems:
        is_about = problem.where.file.endswith("analysis.yml") and problem.where.line
        if is_about and (problem.code.startswith("prose-") or problem.code == "counts-differ-from-reports"):
            found[sentences[(problem.where.line or 0) - FIRST_LINE].name].append(problem)
    return found


def _edition(year: int, figures: dict[str, Any]) -> dict[str, Any]:
    """The rules that the sheets state for a year of which the program verifies too little."""
    said = {"evidence": ["sheet"]}
    of = {number: ("IIT" if number <= 5 else "EIT" if number <= 8 else "OIT") for number in figures["indicator_names"]}
    return {
        "scheme": "NACC-ITA",
        "fiscal_year": year,
        "evidence": {"sheet": {"grade": "P1", "source": "เอกสารสมมติ"}},
        "target": {"score": figures["target"], **said},
        "instruments": {code: {"weight": weight, **said} for code, weight in figures["weights"].items()},
        "indicators": {
            number: {"name": name, "instrument": of[number], **said}
            for number, name in figures["indicator_names"].items()
        },
    }


def _files(figures: dict[str, Any], sheet: dict[str, Any], sentences: list[Sentence]) -> Iterator[tuple[str, str]]:
    """The files of the site of a sheet, by name; every sentence has a line of its own."""
    year, before = sheet["fiscal_year"], sheet.get("previous")
    yield "site_config/agency.yml", _dump({"name": sheet["agency"]})
    yield f"data/{year}/scores.yml", _dump(_scores(sheet))
    texts = "".join(f"  - {_quoted(one.text)}\n" for one in sentences)
    yield f"data/{year}/analysis.yml", f"fiscal_year: {year}\nfindings:\n{texts}"
    for one in range(year - 1, year + 1) if year >= _NOT_VERIFIED else ():
        yield f"site_config/editions/{one}.yml", json.dumps(_edition(one, figures), ensure_ascii=False)
    if before:
        yield f"data/{before['fiscal_year']}/scores.yml", _dump(_scores({**before, "rank": sheet.get("previous_rank")}))
    if sheet.get("measures"):
        yield from _measures(year + 1, sheet)


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t") + '"'


def _dump(content: dict[str, Any]) -> str:
    return yaml.safe_dump(content, allow_unicode=True, sort_keys=False)


def _scores(sheet: dict[str, Any]) -> dict[str, Any]:
    kept = ("fiscal_year", "total", "level", "instruments", "indicators")
    scores = {key: sheet[key] for key in kept if key in sheet}
    if sheet.get("rank"):
        rank = sheet["rank"]
        scores["rank"] = {"value": rank["place"], "scope": rank["among"], "of": rank["of"]}
    means = {"province": "province", "national": "country"}
    scores["means"] = [{"among": means[key], "value": value} for key, value in sheet.get("means", {}).items()]
    if "zero_items" in sheet:
        scores["items"] = {
            one["item"]: {"score": 0, "reasons": [one["reason"]], "printed_title": one["topic"]}
            for one in sheet["zero_items"]
        }
        scores["items_not_listed"] = {"score": 100, "basis": "stated", "because": "ข้ออื่นได้คะแนนเต็ม"}
    return scores


def _measures(year: int, sheet: dict[str, Any]) -> Iterator[tuple[str, str]]:
    numbered = [(f"m{one['no']}", one) for one in sheet["measures"]]
    listed = [{"id": name, "number": one["no"], "title": one["title"]} for name, one in numbered]
    reports = [{"measure": name, "round": 12, "status": _STATUS[one["status"]]} for name, one in numbered]
    head = {"fiscal_year": year}
    yield f"data/{year}/measures.yml", _dump({**head, "from_fiscal_year": year - 1, "measures": listed})
    yield f"data/{year}/follow-up.yml", _dump({**head, "reports": reports})


def table(sentences: list[Sentence], found: dict[str, list[Problem]]) -> list[Row]:
    """The numbers of every kind, with those of all at the end."""
    kinds = sorted({one.kind for one in sentences})
    of_kind = [_row(kind, [one for one in sentences if one.kind == kind], found) for kind in kinds]
    return [*of_kind, _row("all", sentences, found)]


def _row(kind: str, sentences: list[Sentence], found: dict[str, list[Problem]]) -> Row:
    false = [one for one in sentences if one.verdict == "false"]
    hits = sum(bool(found[one.name]) for one in false)
    alarms = sum(bool(found[one.name]) for one in sentences if one.verdict != "false")
    return Row(kind, len(sentences), len(false), hits, alarms)
