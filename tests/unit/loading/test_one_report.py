"""All problems of all files come in one run: what is faulty hides nothing else, and nothing false follows from it."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest

import sites
from prongsai.analysis.results import analyse_site
from prongsai.loading.load_site import CONFIG_RECORDS, YEAR_FILES, load_site
from prongsai.model.analysis import ListRule
from prongsai.model.document_parts import DocumentPart
from prongsai.model.edition import Edition
from prongsai.model.evidence import Fact
from prongsai.model.examples import EXAMPLES, example_of, written
from prongsai.model.record import Record
from prongsai.pipeline.judge import every_rule
from prongsai.rules import Context, check_by

CASES = sites.CASES / "one-report"
Found = tuple[str, str, int]  # file, code, line


def found_in(folder: Path) -> set[Found]:
    """The problems of a site, by file, code and line."""
    loaded = load_site(folder)
    context = Context(analyse_site(loaded.site), loaded.unreadable, incomplete=loaded.incomplete)
    problems = [*loaded.problems, *check_by(every_rule(), context)]
    return {(one.where.file, one.code, one.where.line) for one in problems}


def whole(folder: Path) -> Path:
    """A site with three measures and their reports that has no problem."""
    return sites.lay_over(CASES / "whole", sites.copy_base(folder))


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        (
            "form-and-reference",
            {
                ("data/2565/follow-up.yml", "unknown-measure", 5),
                ("data/2565/follow-up.yml", "not-one-of", 6),
                ("data/2565/follow-up.yml", "report-before-year", 7),
            },
        ),
        (
            "syntax-between",
            {
                ("data/2565/measures.yml", "unknown-source", 4),
                ("data/2565/measures.yml", "not-an-id", 8),
                ("data/2565/measures.yml", "year-common-era", 11),
                ("data/2565/measures.yml", "yaml-colon", 14),
                ("data/2565/measures.yml", "unknown-topic", 17),
                ("data/2565/measures.yml", "yaml-indent", 19),
                ("data/2565/measures.yml", "not-a-text", 22),
                ("data/2565/measures.yml", "year-common-era", 23),
            },
        ),
        (
            "unclosed-quote-and-bracket",
            {
                ("data/2565/follow-up.yml", "unknown-measure", 5),
                ("data/2565/follow-up.yml", "yaml-unclosed-quote", 9),
                ("data/2565/follow-up.yml", "yaml-unclosed-bracket", 13),
                ("data/2565/follow-up.yml", "unknown-measure", 15),
                ("data/2565/follow-up.yml", "round-not-read", 16),
            },
        ),
        (
            "left-out-is-not-unknown",
            {
                ("data/2565/measures.yml", "missing-key", 6),
                ("data/2565/measures.yml", "missing-key", 10),
                ("data/2565/measures.yml", "yaml-unclosed-bracket", 11),
            },
        ),
        (
            "settings",
            {
                ("site_config/agency.yml", "link-without-scheme", 4),
                ("site_config/agency.yml", "not-one-of", 6),
                ("site_config/agency.yml", "missing-key", 8),
                ("site_config/agency.yml", "unknown-key", 9),
                ("site_config/site.yml", "not-one-of", 4),
                ("site_config/site.yml", "not-a-flag", 5),
                ("site_config/documents.yml", "unknown-key", 3),
                ("site_config/documents.yml", "year-common-era", 3),
            },
        ),
        (
            "five-cells",
            {
                ("data/2565/measures.yml", "not-a-count", 30),
                ("data/2565/measures.yml", "unknown-topic", 27),
                ("data/2565/measures.yml", "unknown-unit", 35),
                ("data/2565/measures.yml", "year-common-era", 36),
                ("data/2565/measures.yml", "period-not-understood", 50),
                ("data/2565/follow-up.yml", "round-missing", 6),  # which the dead reference would be
                ("data/2565/follow-up.yml", "unknown-measure", 20),
                ("data/2565/follow-up.yml", "status-not-understood", 22),
                ("data/2565/follow-up.yml", "round-not-read", 27),
                ("data/2565/follow-up.yml", "not-one-of", 28),
            },
        ),
        (
            "edition",
            {
                ("site_config/editions/2565.yml", "not-a-number", 6),
                ("site_config/editions/2565.yml", "unknown-key", 7),
            },
        ),
    ],
)
def test_a_file_with_several_mistakes_gives_all_of_them_and_no_other(tmp_path, case, expected):
    """Form, references and rules are reported in one run, also behind a place where the form breaks off."""
    assert found_in(sites.lay_over(CASES / case, whole(tmp_path))) == expected


FILES = ("measures.yml", "follow-up.yml")
BREAKS = {  # what a line is changed to, by what is tried on it
    "form": (r"^(\s+(?:- )?[a-z_]+: ).+$", r"\1[[ก]]"),
    "key": (r"^(\s+(?:- )?)([a-z_]+: .+)$", r"\1zz\2"),
    "measure": (r"^(\s+- measure: )m\d\d$", r"\1m77"),
    "topic": (r"^(\s+topic: ).+$", r"\1nowhere"),
    "lead": (r"^(\s+lead: ).+$", r"\1[ไม่มีกองนี้]"),
    "item": (r"^(\s+- item: ).+$", r"\1O99"),
    "period": (r"^(\s+period: ).+$", r"\1ต.ค. 70 - ก.ย. 71"),
    "day": (r"^(\s+reported_on: ).+$", r"\g<1>5 เมษายน 2560"),
}
# Problems that speak of what a whole list lacks; they are silent while a part of that list cannot be read.
OF_WHOLE_LISTS = {
    "weakness-without-measure",
    "item-without-measure",
    "measure-without-report",
    "report-without-measure",
}


@cache
def lines_of(name: str) -> tuple[str, ...]:
    """The lines of a file of the whole site."""
    return tuple((CASES / "whole" / "data" / "2565" / name).read_text("utf-8").split("\n"))


def break_lines(folder: Path, breaks: Iterable[tuple[str, int, str]]) -> set[Found]:
    """The problems found when these lines of the whole site are broken, each in its way."""
    changed = {name: list(lines_of(name)) for name in FILES}
    for name, line, kind in breaks:
        changed[name][line] = re.sub(*BREAKS[kind], changed[name][line])
    for name, lines in changed.items():
        (folder / "data" / "2565" / name).write_text("\n".join(lines), "utf-8")
    return found_in(folder)


def possible_breaks() -> list[tuple[str, int, str]]:
    """Every way in which a line of the whole site can be broken."""
    return [
        (name, line, kind)
        for name in FILES
        for line, text in enumerate(lines_of(name))
        for kind, (pattern, _) in BREAKS.items()
        if re.match(pattern, text)
    ]


@pytest.mark.parametrize("seed", range(6))
def test_several_mistakes_give_what_each_gives_alone(tmp_path, seed):
    """Four lines broken at once give the problems of each, but for what speaks of whole lists, and no further one."""
    folder, chance, chosen = whole(tmp_path), random.Random(seed), {}
    ways = possible_breaks()
    while len(chosen) < 4:
        name, line, kind = chance.choice(ways)
        entry = (name, _entry(name, line))
        chosen.setdefault(entry, (name, line, kind))  # one for each measure or report, so that they are independent
    alone = set().union(*(break_lines(folder, [one]) for one in chosen.values()))
    together = break_lines(folder, chosen.values())
    assert {one for one in alone - together if one[1] not in OF_WHOLE_LISTS} == set()
    assert {one for one in together - alone if one[1] not in OF_WHOLE_LISTS} == set()
    broken = {(f"data/2565/{name}", line + 1) for name, line, _ in chosen.values()}
    assert {(file, line) for file, code, line in together if code not in OF_WHOLE_LISTS} <= broken | _starts(broken)


def _entry(name: str, line: int) -> int:
    """The line with which the measure or report of a line begins."""
    return max((n for n in range(line + 1) if re.match(r"  - ", lines_of(name)[n])), default=0)


def _starts(places: Iterable[tuple[str, int]]) -> set[tuple[str, int]]:
    return {(file, _entry(Path(file).name, line - 1) + 1) for file, line in places}


def test_every_break_alone_is_reported_at_its_own_line(tmp_path):
    """No mistake of form in a measure or a report makes a rule speak of anything else."""
    folder = whole(tmp_path)
    for one in random.Random(7).sample([way for way in possible_breaks() if way[2] in {"form", "key"}], 12):
        told = break_lines(folder, [one])
        place = {(f"data/2565/{one[0]}", one[1] + 1)}
        assert {(file, line) for file, _, line in told} <= place | _starts(place), (one, told)
        assert told


@pytest.mark.parametrize("record", EXAMPLES, ids=lambda record: f"{record.__module__}.{record.__name__}")
def test_every_example_that_a_message_shows_is_right(record):
    """The form offered as right is accepted, with the value found put into it where it fits."""
    record.model_validate(example_of(record))
    record.model_validate(example_of(record, "กองคลัง: {ชั้น 2}"))


def test_there_is_an_example_of_every_record_that_people_write():
    """A new record comes with an example, so that a message about it can show one."""
    whole_files = {model for _, model in YEAR_FILES.values()} | {*CONFIG_RECORDS.values(), Edition}
    never_shown = {Fact, DocumentPart, ListRule}  # the base of others; a rule has a sentence of its own
    written_ones = {one for one in _below(Record) if one.__module__.startswith("prongsai.model.")}
    assert written_ones - whole_files - never_shown == set(EXAMPLES)


def _below(record: type[Record]) -> set[type[Record]]:
    return {one for direct in record.__subclasses__() for one in (direct, *_below(direct))}


def test_an_example_is_quoted_where_it_would_be_read_as_something_else():
    """Offers of a message can be pasted."""
    assert written({"lead": ["ก, ข", "a: b", "c"], "note": ""}) == "{lead: ['ก, ข', 'a: b', c], note: ''}"
