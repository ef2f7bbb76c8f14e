"""Three years on from one that is there: every command, what a person types in each, and a year ready at the end.

The agency, its results and its answers are invented, and so are the rules of FY2570, of which the program knows no item.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from click.testing import CliRunner

from once import make_once
from prongsai.cli import main
from prongsai.loading.load_site import load_site
from prongsai.model.edition import Edition
from prongsai.model.edition_items import Item
from prongsai.model.known_parts import states_answer
from prongsai.model.oit import Answer, Register
from prongsai.pipeline.check import check_folder
from prongsai.wording import Severity, severity_of
from prongsai.writing.apply import apply
from prongsai.writing.change import Path as Place
from prongsai.writing.change import Plain, Put, Remove
from sites import CASES, REPOSITORY

FIRST, LAST = 2567, 2570
RULES = CASES / "new-year" / "edition-2570.yml"
MOST_TYPED = {2568: 47, 2569: 37, 2570: 37}  # values of a year, with the figures of the result before it
RESULTS = {2567: ("90.00", "86.00", "95.00"), 2568: ("91.00", "86.50", "96.00"), 2569: ("92.00", "87.25", "97.00")}
INDICATORS = ("90.10", "89.20", "91.30", "88.40", "91.00", "84.60", "86.70", "86.70", "96.00", "94.00")  # of FY2567


@dataclass
class Way:
    """The way of a site through the years: the commands with what they said, and the values typed in each year."""

    root: Path
    said: list[tuple[str, str]] = field(default_factory=list)
    typed: dict[int, list[str]] = field(default_factory=dict)

    def call(self, *words: str) -> str:
        """The output of a command, which must end well."""
        told = CliRunner().invoke(main, [*words, "--site", str(self.root)], prog_name="prongsai")
        assert told.exit_code == 0, told.output
        self.said.append((f"prongsai {' '.join(words)}", told.output))
        return told.output

    def type(self, year: int, file: str, place: Place, value: Plain) -> None:
        """Type a value, or what has several, into a data file: every text in it counts."""
        self.typed.setdefault(year, []).extend(_texts(value))
        self._change(Put(file, place, value))

    def clear(self, year: int, file: str, place: Place) -> None:
        """Take a value out; that counts as one that was typed."""
        self.typed.setdefault(year, []).append("")
        self._change(Remove(file, place))

    def _change(self, change: Put | Remove) -> None:
        path = self.root / change.file
        text = path.read_text("utf-8") if path.is_file() else None
        path.write_text(apply({change.file: text}, [change])[change.file], "utf-8")

    def register(self, year: int) -> Register:
        """The register of a year."""
        found = load_site(self.root).site.year(year)
        assert found is not None
        assert found.register is not None
        return found.register


def _texts(value: Plain) -> list[str]:
    if isinstance(value, dict | list):
        inner = value.values() if isinstance(value, dict) else value
        return [text for one in inner for text in _texts(one)]
    return [] if value is None else [value]


def answers_of(register: Register) -> dict[str, Answer]:
    """The answers of a register that say something, by item."""
    return {code: one for code, one in register.items.items() if states_answer(one)}


def items_of(edition: Edition) -> dict[str, Item]:
    """The items of a year by code, in the places of those that it lacks what near years lend."""
    near = {code: one.fact for code, one in edition.offered.items.items()} if edition.items else {}
    return {**near, **edition.items}


def cut_to_one_year(root: Path) -> None:
    """The model agency as if it had begun with FY2567, and nothing of it had been published yet."""
    model = REPOSITORY / "examples" / "model"
    for name in ("mkdocs.yml", "site_config/agency.yml", "site_config/site.yml", "site_config/documents.yml"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(model / name, root / name)
    for name in (f"data/{FIRST}", "content/files"):
        shutil.copytree(model / name, root / name)


def begin(year: int) -> Callable[[Way], None]:
    """The result of the year before is announced, and the year is begun."""

    def step(way: Way) -> None:
        before = year - 1
        way.call("new-year", str(before))
        names = ("IIT", "EIT", "OIT")
        figures: Plain = dict(zip(names, RESULTS[before], strict=True))
        way.type(year, f"data/{before}/scores.yml", ("instruments",), figures)
        if before == FIRST:
            known: Plain = {str(number): value for number, value in enumerate(INDICATORS, 1)}
            way.type(year, f"data/{before}/scores.yml", ("indicators",), known)
        way.call("new-year", str(year))

    return step


def plan_measures(year: int) -> Callable[[Way], None]:
    """One measure is decided on; the rows of its reports are made for it."""

    def step(way: Way) -> None:
        measure: Plain = {
            "id": "m01",
            "title": f"ประกาศขั้นตอนของงานบริการทุกจุด ปี {year} (สมมติ)",
            "basis": [{"indicator": "6"}],
            "steps": ["ทบทวนขั้นตอน (สมมติ)", "ติดประกาศ (สมมติ)"],
            "responsible": {"lead": ["clerk"]},
            "period": f"ปีงบประมาณ พ.ศ. {year}",
            "monitoring": ["รายงานทุกไตรมาส (สมมติ)"],
        }
        way.type(year, f"data/{year}/measures.yml", ("measures",), [measure])
        assert "follow-up.yml" in way.call("new-year", str(year)).splitlines()[0]

    return step


def report(year: int) -> Callable[[Way], None]:
    """The measure is reported in both rounds."""

    def step(way: Way) -> None:
        rows: list[Plain] = [
            {"measure": "m01", "round": months, "status": status, "evidence": f"ภาพประกาศ รอบ {months} (สมมติ)"}
            for months, status in (("6", "in_progress"), ("12", "done"))
        ]
        way.type(year, f"data/{year}/follow-up.yml", ("reports",), rows)

    return step


def lay_rules(way: Way) -> None:
    """The rules of FY2570 become known; answers that wait under the numbers of the year before get those of 2570."""
    (way.root / "site_config" / "editions").mkdir(exist_ok=True)
    shutil.copyfile(RULES, way.root / "site_config" / "editions" / RULES.name.removeprefix("edition-"))
    assert "เปลี่ยนเลขข้อของคำตอบที่รอทบทวน" in way.call("new-year", str(LAST))


def renew(year: int) -> Callable[[Way], None]:
    """Somebody opens the links of every item that waits, types when it was published, and takes the year off."""

    def step(way: Way) -> None:
        file = f"data/{year}/oit.yml"
        for code in way.register(year).waiting:
            way.type(year, file, ("items", code, "published_on"), f"15 มีนาคม {year}")
            way.clear(year, file, ("items", code, "renew"))

    return step


def check(way: Way) -> None:
    """The data is checked."""
    way.call("check")


# In order; a further command is one step more.
STEPS: tuple[Callable[[Way], None], ...] = (
    *(step(year) for year in (2568, 2569) for step in (begin, plan_measures, renew, report)),
    begin(LAST),
    plan_measures(LAST),
    lay_rules,
    renew(LAST),
    report(LAST),
    check,
)


def _go(folder: Path) -> Way:
    way = Way(folder / "ita")
    cut_to_one_year(way.root)
    for step in STEPS:
        step(way)
    return way


@pytest.fixture(scope="module")
def way(tmp_path_factory) -> Way:
    """The site that went the whole way."""
    return make_once(tmp_path_factory, "next-years", _go)


def test_a_year_is_little_to_type(way):
    """Links, units, click paths and titles are never typed again: a year is a few dozen values."""
    assert {year: len(values) <= MOST_TYPED[year] for year, values in way.typed.items()} == dict.fromkeys(MOST_TYPED, True)
    assert [text for values in way.typed.values() for text in values if "http" in text] == []


def test_no_answer_is_lost_on_the_way(way):
    """An item answered in a year is answered in the next, each under the number of its own meaning."""
    editions = load_site(way.root).editions
    for year in range(FIRST + 1, LAST + 1):
        register, before = way.register(year), way.register(year - 1)
        items, then = items_of(editions.rules(year)), items_of(editions.rules(year - 1))
        meanings = {then[code].key for code in answers_of(before) if code in then and then[code].key}
        asked = {item.key for item in items.values() if item.key and not meanings.isdisjoint((item.key, *item.former_keys))}
        assert {items[code].key for code in answers_of(register)} == asked
        assert not register.waiting


def test_the_last_year_is_ready(way):
    """It has no error and waits for nothing; each answer is on its page with the links that it always had."""
    site = check_folder(way.root)
    own = [one for one in site.problems if one.where.file.startswith(f"data/{LAST}")]
    assert [one.code for one in own if severity_of(one.code) is Severity.ERROR] == []
    assert "oit-waits-for-renewal" not in {one.code for one in site.problems}
    files = site.planned.files.items()
    pages = "".join(data.decode() for name, data in files if name.startswith(f"content/{LAST}/oit") and name.endswith(".md"))
    links = [link.url for one in answers_of(way.register(LAST)).values() for link in one.links]
    assert links
    assert [url for url in links if isinstance(url, str) and url not in pages] == []


def test_every_command_says_what_is_next(way):
    """Each time a year is begun the command to type then is printed."""
    told = [said for command, said in way.said if command.startswith("prongsai new-year")]
    assert len(told) == 10
    assert all(re.search(r"^ขั้นต่อไป: สั่ง prongsai \S+", said, re.MULTILINE) for said in told)


def test_weak_points_of_the_result_are_named_for_the_measures(way):
    """The indicator that is the lowest and below the target, with the line that a measure which answers it has."""
    told = next(said for command, said in way.said if command == "prongsai new-year 2568")
    words = "ตัวชี้วัดที่ 6 คุณภาพการดำเนินงาน (84.60 ต่ำกว่าค่าเป้าหมาย)"
    assert f"มาตรการของปี 2568 ต้องตอบผลของปี 2567 จำนวน 1 เรื่อง: {words}" in told
    assert f"{words} ใส่ basis: [{{indicator: 6}}]\n" in (way.root / "data/2568/measures.yml").read_text("utf-8")
