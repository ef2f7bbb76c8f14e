"""Entries of data/ and site_config/ that are not read: misnamed years and files, office files, other things."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from prongsai.disk.names import is_left_behind, is_utf8, shown
from prongsai.disk.walk import Entry, FileType, Tree
from prongsai.problems import Problem, Where, problem
from prongsai.thai.dates import BUDDHIST_ERA, full_year, looks_common_era
from prongsai.thai.numerals import to_arabic

DATA, CONFIG = "data", "site_config"
YEAR_FOLDER = re.compile(r"25[0-9]{2}|26[0-9]{2}")
_KEPT = {  # what the commands keep next to the settings, and the names that each folder of it holds
    "editions": (re.compile(r"(?:25|26)[0-9]{2}\.yml|packs"), "2569.yml, 2570.yml, …"),
    "editions/packs": (re.compile(r".+\.yml"), "2570-….yml"),
    "published": (re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:-[0-9]+)?\.json|facts"), "2569-11-21.json, …"),
    "submitted": (
        re.compile(r"[0-9]{4}-(?:[0-9]{4}-[0-9]{2}-[0-9]{2}(?:-[0-9]+)?|notes|seen)\.json|kept"),
        "2568-2569-11-21.json, 2568-notes.json, …",
    ),
    "frozen": (re.compile(r"[0-9]{4}-[0-9]{4}-[0-9]{2}-[0-9]{2}(?:-[0-9]+)?\.json"), "2568-2569-11-21.json, …"),
}
_LEDGERS = {"urls.csv", "links.csv"}
_KINDS = {
    **dict.fromkeys(("xlsx", "xls", "xlsm", "xlsb"), "Excel"),
    **dict.fromkeys(("docx", "doc", "docm", "rtf"), "Word"),
    **dict.fromkeys(("pptx", "ppt"), "PowerPoint"),
    **dict.fromkeys(("ods", "odt", "odp"), "OpenDocument"),
    **dict.fromkeys(("csv", "tsv"), "CSV"),
    **dict.fromkeys(("zip", "rar", "7z"), "ZIP"),
    "pdf": "PDF",
}
_THAI_NAMES = (  # what officers call the sheets that hold what one of our files holds
    ("คะแนน|ผลการประเมิน|score", "scores.yml"),
    ("ติดตาม|รายงานผล|ผลการดำเนิน|follow", "follow-up.yml"),
    ("วิเคราะห์|analy", "analysis.yml"),
    ("มาตรการ|แผน|measure|plan", "measures.yml"),
    ("oit|มาตรฐาน|ลิงก์|url", "oit.yml"),
    ("บันทึก|memo", "memo.yml"),
    ("ปฏิทิน|กำหนด|calendar", "calendar.yml"),
    ("ถาม|คำถาม|question|faq", "questions.yml"),
)
_ONLY_A_YEAR = re.compile(
    r"(?:ปีงบประมาณ|งบประมาณ|ปีงบ|ปี|ข้อมูล|พ\.?\s?ศ\.?|ค\.?\s?ศ\.?|fiscal|year|data|ita|fy|be|[\s._()-])*?"
    r"(?P<year>[0-9]{4}|[0-9]{2})"
    r"(?:[\s._()-]|be|พ\.?\s?ศ\.?)*",
    re.IGNORECASE,
)


def find_years(tree: Tree) -> list[int]:
    """The fiscal years (Buddhist Era) that have a folder."""
    inside = tree.inside(DATA)
    return sorted(int(name) for name in (_last(one) for one in inside if one.kind is FileType.FOLDER) if _is_year(name))


def find_strays(tree: Tree, year_files: Sequence[str], config_files: Sequence[str]) -> Iterator[Problem]:
    """A problem for each entry of data/ and site_config/ that seems to hold data and is not read.

    Scans, notes and pictures may be next to the data files.
    """
    years = find_years(tree)
    for entry in _judged(tree, DATA):
        if entry.kind is FileType.FILE or not _is_year(_last(entry)):
            yield _stray_in_data(entry, years, year_files)
    for year in years:
        for entry in _judged(tree, f"{DATA}/{year}"):
            if _last(entry) not in year_files and _holds_data(tree, entry, year_files):
                yield _stray(entry, ", ".join(year_files), year_files)
    for entry in _judged(tree, CONFIG):
        if _last(entry) not in {*config_files, *_LEDGERS, *_KEPT} and _holds_data(tree, entry, config_files):
            yield _stray(entry, ", ".join(config_files), config_files)
    yield from _strays_in_kept(tree)


def _strays_in_kept(tree: Tree) -> Iterator[Problem]:
    for folder, (form, choices) in _KEPT.items():
        for entry in _judged(tree, f"{CONFIG}/{folder}"):
            if not form.fullmatch(_last(entry)) and _holds_data(tree, entry):
                yield _stray(entry, choices, ())


def _judged(tree: Tree, folder: str) -> Iterator[Entry]:
    """Judge entries that people put into a folder; what is no file or has no name of letters is reported for that."""
    for entry in tree.inside(folder):
        last = _last(entry)
        if (
            entry.kind in {FileType.FILE, FileType.FOLDER}
            and is_utf8(last)
            and (last[0] != "." and not is_left_behind(last))
        ):
            yield entry


def _holds_data(tree: Tree, entry: Entry, names: Sequence[str] = ()) -> bool:
    """True if an entry is a data file by its name, one of an office program, or a folder with such files.

    A PDF is one where it is named as one of `names` is: all others are scans.
    """
    if entry.kind is FileType.FOLDER:
        return any(one.kind is FileType.FILE and _holds_data(tree, one, names) for one in tree.inside(entry.name))
    last = _last(entry).lower()
    if last.endswith(".pdf"):
        return bool(_meant(last, names))
    return ".y" in last or last.endswith(".json") or _kind_of(last) is not None


def _kind_of(last: str) -> str | None:
    return _KINDS.get(PurePosixPath(last).suffix.lower().removeprefix("."))


def _last(entry: Entry) -> str:
    return entry.name.rpartition("/")[2]


def _is_year(name: str) -> bool:
    return bool(YEAR_FOLDER.fullmatch(name))


def _stray(entry: Entry, choices: str, names: Sequence[str]) -> Problem:
    """The unread entries, with the name that was meant, or as a file of an office program."""
    last, where = _last(entry), Where(shown(entry.name))
    kind = _kind_of(last)
    if kind and entry.kind is FileType.FILE:
        example = f"{shown(entry.name).rpartition('/')[0]}/{_meant(last, names) or choices.partition(',')[0]}"
        return problem("data-not-yaml", where, kind=kind, example=example)
    near = next(iter(difflib.get_close_matches(last.lower(), names, n=1, cutoff=0.7)), "")
    return problem("unknown-file", where, choices=choices, suggestion=near)


def _meant(last: str, names: Sequence[str]) -> str:
    """Our file that a sheet or a document may hold the contents of."""
    stem = PurePosixPath(last).stem.lower()
    stems = {name.removesuffix(".yml"): name for name in names}
    near = [stems[one] for one in difflib.get_close_matches(stem, stems, n=1, cutoff=0.6)]
    words = [name for form, name in _THAI_NAMES if re.search(form, stem) and name in names]
    return next(iter([*near, *words]), "")


def _stray_in_data(entry: Entry, years: Sequence[int], year_files: Sequence[str]) -> Problem:
    last, where = _last(entry), Where(shown(entry.name))
    year = _year_meant(last)
    if entry.kind is FileType.FOLDER and year is not None and year not in years:
        return problem("year-folder-name", where, found=shown(last), suggestion=year)
    kind = _kind_of(last)
    if kind and entry.kind is FileType.FILE:
        example = f"{DATA}/{years[-1] if years else 2568}/{_meant(last, year_files) or year_files[0]}"
        return problem("data-not-yaml", where, kind=kind, example=example)
    number = re.search(r"[0-9]{4}|[0-9]{2}", to_arabic(last))
    found = number.group() if number else ""
    meant = int(found) + BUDDHIST_ERA if looks_common_era(found) else full_year(found)
    suggestion = "" if meant is None or PurePosixPath(last).suffix else str(meant)
    return problem("unknown-file", where, choices="2564/, 2565/, …", suggestion=suggestion)


def _year_meant(name: str) -> int | None:
    """The year (Buddhist Era) of a folder that is named after nothing else; None where it is named otherwise."""
    found = _ONLY_A_YEAR.fullmatch(to_arabic(name))
    if found is None:
        return None
    if looks_common_era(found["year"]):
        return int(found["year"]) + BUDDHIST_ERA
    year = full_year(found["year"])
    return year if year is not None and _is_year(str(year)) else None
