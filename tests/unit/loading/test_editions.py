"""The editions that ship with the package, and what an agency adds to them."""

import pytest

from prongsai import paths
from prongsai.loading.load_editions import EditionLibrary, empty_edition, load_editions
from prongsai.model.evidence import Fact
from unit.makers import YEARS, codes_of, shipped_edition, write_files

SPLIT = {
    2563: (9, 8, 7, 4, 5, 8, 2),
    2564: (9, 8, 7, 4, 5, 8, 2),
    2565: (9, 8, 7, 4, 5, 8, 2),
    2566: (10, 8, 4, 4, 4, 8, 5),
}
COUNTS = {2562: None, 2563: 43, 2564: 43, 2565: 43, 2566: 43, 2567: 35, 2568: None, 2569: None, 2570: None}


def library(folder, shipped=None, **own):
    """A library with own editions: y2570="based_on: 2569"."""
    write_files(folder, {f"own/{name[1:]}.yml": text for name, text in own.items()})
    write_files(folder, {f"shipped/{name[1:]}.yml": text for name, text in (shipped or {}).items()})
    return EditionLibrary(folder / "shipped" if shipped else paths.EDITIONS, folder / "own", "site_config/editions")


def head(year, rest=""):
    """The first lines of an edition."""
    return f"scheme: NACC-ITA\nfiscal_year: {year}\n{rest}"


def facts_of(edition):
    """Every fact of an edition that carries evidence."""
    items = (edition.items, edition.unnumbered)
    groups = (edition.instruments, edition.parts, edition.indicators, edition.subindicators, *items)
    singles = (edition.target, edition.items_total, edition.item_scores)
    asked = (one for survey in edition.questions.values() for one in survey.asked.values())
    listed = (*edition.levels, *edition.rounding_paths, *edition.calendar, *edition.questions.values(), *asked)
    return [*(fact for group in groups for fact in group.values()), *(fact for fact in singles if fact), *listed]


@pytest.mark.parametrize("year", YEARS)
def test_a_shipped_edition_has_no_problem_and_is_of_its_year(year):
    """Every edition loads cleanly and names its own year and scheme."""
    edition = shipped_edition(year)
    assert (edition.fiscal_year, edition.scheme) == (year, "NACC-ITA")
    assert edition.unverified


def test_the_shipped_editions_are_just_these():
    """There is one file for each year that is known, and the name of the file is the year."""
    assert sorted(int(path.stem) for path in paths.EDITIONS.glob("*")) == list(YEARS)


@pytest.mark.parametrize("year", YEARS)
def test_every_evidence_that_is_named_exists_and_is_needed(year):
    """A fact cites only evidence that the edition has; no evidence is left over."""
    edition = shipped_edition(year)
    cited = {
        name
        for fact in facts_of(edition)
        for field in type(fact).model_fields
        if field.endswith("evidence")
        for name in getattr(fact, field)
    }
    assert cited == set(edition.evidence)


@pytest.mark.parametrize("year", YEARS)
def test_every_fact_of_an_edition_has_evidence(year):
    """Nothing about a year is without its source; only the names of rounding paths are ours."""
    bare = [fact for fact in facts_of(shipped_edition(year)) if isinstance(fact, Fact) and not fact.evidence]
    assert {type(fact).__name__ for fact in bare} <= {"RoundingPath"}


@pytest.mark.parametrize("year", YEARS)
def test_the_parts_of_an_edition_fit_together(year):
    """Indicators belong to instruments, sub-indicators to indicators, items to sub-indicators, parts to instruments."""
    edition = shipped_edition(year)
    assert {part.instrument for part in edition.parts.values()} <= set(edition.instruments)
    assert {indicator.instrument for indicator in edition.indicators.values()} <= set(edition.instruments)
    assert {sub.indicator for sub in edition.subindicators.values()} <= set(edition.indicators)
    assert {item.subindicator for item in edition.items.values()} - {None} <= set(edition.subindicators)
    assert sum(edition.weights.values()) in {0, 100}
    assert set(edition.weights) in ({*edition.instruments}, set())


@pytest.mark.parametrize("year", YEARS)
def test_an_edition_has_as_many_items_as_is_known(year):
    """All items are listed where their number is known, O1 to the last, in order; else it is not claimed."""
    edition = shipped_edition(year)
    count = COUNTS[year]
    assert edition.knows_all_items is (count is not None)
    if count:
        assert list(edition.items) == [f"O{number}" for number in range(1, count + 1)]
    if year in SPLIT:
        assert tuple(len(edition.items_under(sub)) for sub in edition.subindicators) == SPLIT[year]


@pytest.mark.parametrize("year", YEARS)
def test_a_meaning_belongs_to_one_item_of_a_year(year):
    """Keys of meaning and keys of required elements are used once."""
    edition = shipped_edition(year)
    keys = [item.key for item in edition.items.values() if item.key]
    assert len(keys) == len(set(keys))
    for code, item in edition.items.items():
        elements = [element.key for element in item.elements]
        assert len(elements) == len(set(elements)), code
        assert bool(item.elements) == bool(item.elements_evidence), code
    for key in keys:
        assert edition.items[edition.item_of(key)].key == key
    assert edition.item_of("no-such-meaning") is None


# What a title is about, for every meaning that more than one year has: the words that each such title must have.
MEANINGS = {
    "structure": "โครงสร้าง",
    "structure-and-duties": "โครงสร้าง",
    "executives": "ผู้บริหาร",
    "duties": "อำนาจหน้าที่",
    "development-plan": "แผน",
    "contact": "ข้อมูลการติดต่อ",
    "contact-and-questions": "ข้อมูลการติดต่อ",
    "action-and-budget-progress": "ความก้าวหน้าในการดำเนินงานและการใช้งบประมาณ",
    "laws": "กฎหมาย",
    "news": "ข่าวประชาสัมพันธ์",
    "q-and-a": "Q&A",
    "social-network": "Social Network",
    "action-plan": "แผนดำเนินงาน",
    "action-plan-6m": "รอบ 6 เดือน",
    "action-plan-report": "รายงานผลการดำเนินงานประจำปี",
    "operation-manual": "การปฏิบัติงาน",
    "service-manual": "บริการ",
    "service-statistics": "การให้บริการ",
    "satisfaction-survey": "ความพึงพอใจ",
    "e-service": "E-SERVICE",
    "budget-plan": "แผนการใช้จ่ายงบประมาณ",
    "budget-6m": "การใช้จ่ายงบประมาณ",
    "budget-report": "รายงานผลการใช้จ่ายงบประมาณ",
    "procurement-plan": "แผนการจัดซื้อจัดจ้าง",
    "procurement-announcements": "ประกาศ",
    "procurement-monthly": "รายเดือน",
    "procurement-report": "ผลการจัดซื้อจัดจ้าง",
    "hr-policy": "ทรัพยากรบุคคล",
    "hr-implementation": "การดำเนินการตามนโยบาย",
    "hr-criteria": "หลักเกณฑ์การบริหารและ",
    "hr-report": "รายงานผลการบริหารและพัฒนาทรัพยากรบุคคล",
    "complaint-guideline": "แนวปฏิบัติการจัดการเรื่องร้องเรียน",
    "complaint-channel": "ช่องทางแจ้งเรื่องร้องเรียน",
    "complaint-statistics": "สถิติเรื่องร้องเรียน",
    "feedback-channel": "รับฟังความคิดเห็น",
    "participation": "การเปิดโอกาส",
    "executive-participation": "การมีส่วนร่วมของผู้บริหาร",
    "risk-assessment": "การประเมินความเสี่ยง",
    "risk-management": "จัดการความเสี่ยง",
    "integrity-culture": "การเสริมสร้างวัฒนธรรมองค์กร",
    "code-of-ethics-and-drive": "ประมวลจริยธรรม",
    "anti-corruption-plan": "แผนปฏิบัติการป้องกันการทุจริต",
    "anti-corruption-6m": "รอบ 6 เดือน",
    "anti-corruption-report": "ป้องกันการทุจริต",
    "risk-management-report": "ความเสี่ยงการทุจริต",
    "measures": "",
    "follow-up": "การดำเนินการ",
}


def test_a_key_means_the_same_in_every_year():
    """The code of an item moves from year to year, its key stays with its meaning."""
    years_of = {}
    for year in YEARS:
        for item in shipped_edition(year).items.values():
            if item.key:
                years_of.setdefault(item.key, []).append((year, item.title))
    recurring = {key: titles for key, titles in years_of.items() if len(titles) > 1}
    assert set(recurring) == set(MEANINGS)
    for key, titles in recurring.items():
        for year, title in titles:
            assert title is None or MEANINGS[key].lower() in title.lower(), (key, year)


def test_the_measures_pair_is_side_by_side():
    """Wherever the pair is known, the report of what was done follows the measures and is answered by our pages."""
    for year in YEARS:
        edition = shipped_edition(year)
        measures, report = edition.item_of("measures"), edition.item_of("follow-up")
        assert (measures is None) == (report is None)
        if measures and report:
            assert int(report[1:]) == int(measures[1:]) + 1
            assert edition.items[measures].answered_by in {"measures", None}
            assert edition.items[report].answered_by in {"follow-up", None}


def test_a_year_that_does_not_ship_has_no_edition(tmp_path):
    """Nothing is guessed for a year that is not known."""
    assert library(tmp_path).edition(2571) is None
    assert empty_edition(2571).fiscal_year == 2571
    assert not empty_edition(2571).knows_all_items


def test_an_agency_adds_to_a_shipped_edition_without_copying_it(tmp_path):
    """A later year says only what differs: mappings merge, lists and values replace, an empty value removes."""
    own = head(
        2570,
        "based_on: 2564\n"
        "items_total: {count: 42}\n"
        "item_scores:\n"
        "items:\n"
        "  O1: {title: ชื่อใหม่}\n"
        "  ๐๒: {advice: [คำแนะนำเดียว]}\n"
        "  O43: ~\n"
        "unverified: [ข้อเดียว]\n",
    )
    made = library(tmp_path, y2570=own)
    edition, base = made.edition(2570), shipped_edition(2564)
    assert made.problems == []
    assert edition.fiscal_year == 2570
    assert edition.knows_all_items
    assert edition.item_scores is None
    assert list(edition.items) == list(base.items)[:-1]
    assert (edition.items["O1"].title, edition.items["O1"].key) == ("ชื่อใหม่", "structure")
    assert edition.items["O2"].elements == base.items["O2"].elements
    assert edition.items["O2"].advice == ("คำแนะนำเดียว",)
    assert edition.unverified == ("ข้อเดียว",)
    assert edition.weights == base.weights
    assert shipped_edition(2564).items["O1"].title == "โครงสร้าง"


def test_an_addition_is_laid_over_the_shipped_edition_of_the_same_year(tmp_path):
    """A file of the agency for a year that ships adds to that year."""
    made = library(tmp_path, y2569="items: {O2: {title: ข้อที่สอง}}\n")
    edition = made.edition(2569)
    assert made.problems == []
    assert (edition.items["O2"].title, edition.items["O1"].key) == ("ข้อที่สอง", "structure-and-duties")
    assert list(edition.items)[:3] == ["O1", "O2", "O3"]


def test_an_addition_reaches_the_years_based_on_it(tmp_path):
    """Additions of the agency to 2564 hold for 2565 too, which ships as based on it."""
    made = library(tmp_path, y2564="items: {O1: {advice: [ดูตัวอย่าง]}}\n")
    assert made.edition(2565).items["O1"].advice == ("ดูตัวอย่าง",)


def test_a_chain_of_editions_is_followed(tmp_path):
    """2572 rests on 2571, which rests on 2564; each is read once."""
    made = library(
        tmp_path, y2571=head(2571, "based_on: ๒๕๖๔\n"), y2572=head(2572, "based_on: 2571\ntarget: {score: 90}\n")
    )
    assert made.edition(2572).target.score == 90
    assert made.edition(2572) is made.edition(2572)
    assert len(made.edition(2571).items) == 43
    assert made.problems == []


@pytest.mark.parametrize(
    ("own", "code", "line"),
    [
        ({"y2571": head(2571, "based_on: 2590\n")}, "edition-missing-base", 3),
        ({"y2571": head(2571, "based_on: 2571\n")}, "edition-circular", 3),
        ({"y2571": head(2571, "based_on: 2572\n"), "y2572": head(2572, "based_on: 2571\n")}, "edition-circular", 3),
        ({"y2571": head(2571, "based_on: เมื่อวาน\n")}, "not-a-year", 3),
        ({"y2571": head(2571, "wieghts: {}\n")}, "unknown-key", 3),
        ({"y2571": "- scheme\n"}, "not-a-mapping", 1),
        ({"y2571": "scheme: [\n"}, "yaml-unclosed-bracket", None),
    ],
)
def test_a_wrong_edition_is_a_problem_in_its_own_file(tmp_path, own, code, line):
    """Circles, missing bases and misspelled keys are reported once, at their place, and nothing hangs."""
    made = library(tmp_path, **own)
    made.edition(2571)
    made.edition(2571)
    assert codes_of(made.problems) == [code]
    assert made.problems[0].where.file.startswith("site_config/editions/257")
    assert line is None or made.problems[0].where.line == line


def test_a_circle_does_not_take_the_editions_away(tmp_path):
    """Each of two editions that name each other is still valid with what it says itself."""
    made = library(tmp_path, y2571=head(2571, "based_on: 2572\n"), y2572=head(2572, "based_on: 2571\n"))
    assert made.edition(2571).fiscal_year == 2571
    assert made.edition(2572).fiscal_year == 2572
    assert codes_of(made.problems) == ["edition-circular"]


def test_a_removed_key_that_was_not_there_is_no_fault(tmp_path):
    """Removing twice does no harm, and a group replaced by a list is replaced whole."""
    shipped = {"y2571": head(2571, "items: {O1: {title: ก}}\n")}
    made = library(tmp_path, shipped, y2571="items: {O9: ~, O1: {aliases: [ข]}}\ntarget:\n")
    assert list(made.edition(2571).items) == ["O1"]
    assert made.problems == []


def test_a_shipped_edition_that_is_edited_is_read_again(tmp_path):
    """One library serves all checks of a process, as long as the files of the editions are the same."""
    write_files(tmp_path, {"2570.yml": head(2570)})
    first = load_editions(tmp_path, tmp_path / "own", "site_config/editions")
    assert first.edition(2570).levels_note is None
    assert load_editions(tmp_path, tmp_path / "own", "site_config/editions") is first
    write_files(tmp_path, {"2570.yml": head(2570, "levels_note: แก้ไขแล้ว\n")})
    again = load_editions(tmp_path, tmp_path / "own", "site_config/editions")
    assert again.edition(2570).levels_note == "แก้ไขแล้ว"


def test_own_editions_are_of_one_site(tmp_path):
    """Additions of an agency are not seen by the next site."""
    write_files(tmp_path, {"shipped/2570.yml": head(2570), "own/2570.yml": "levels_note: ของหน่วยงาน\n"})
    own = load_editions(tmp_path / "shipped", tmp_path / "own", "site_config/editions")
    other = load_editions(tmp_path / "shipped", tmp_path / "none", "site_config/editions")
    assert (own.edition(2570).levels_note, other.edition(2570).levels_note) == ("ของหน่วยงาน", None)


OTHER = "scheme: ITA ของวิทยาลัย\nfiscal_year: 2569\nitems:\n  O12: {key: manual, title: คู่มือการปฏิบัติงาน}\n"


def test_another_scheme_starts_from_nothing(tmp_path):
    """For a year that ships, an edition of its own scheme has what it says itself and nothing else."""
    made = library(tmp_path, y2569=OTHER)
    edition = made.edition(2569)
    assert made.problems == []
    assert edition.model_dump(exclude_defaults=True).keys() == {"scheme", "fiscal_year", "items"}
    assert list(edition.items) == ["O12"]
    assert edition.items["O12"].model_dump(exclude_defaults=True) == {"key": "manual", "title": "คู่มือการปฏิบัติงาน"}


@pytest.mark.parametrize("scheme", ["scheme: NACC-ITA\n", "scheme: nacc-ita\n", ""])
def test_the_same_scheme_and_no_scheme_add_to_what_ships(tmp_path, scheme):
    """Only another name makes another scheme."""
    made = library(tmp_path, y2569=f"{scheme}items: {{O12: {{group: ก}}}}\n")
    assert (len(made.edition(2569).items), made.edition(2569).items["O12"].year_offset) == (23, -1)


def test_another_scheme_is_not_based_on_ours_but_on_its_own(tmp_path):
    """based_on across schemes is reported at its place and not used; within the other scheme it is."""
    made = library(
        tmp_path,
        y2569=OTHER,
        y2570=OTHER.replace("2569", "2570") + "based_on: 2569\n",
        y2571="scheme: ITA ของวิทยาลัย\nfiscal_year: 2571\nbased_on: 2567\n",
    )
    assert list(made.edition(2570).items) == ["O12"]
    assert made.problems == []
    assert not made.edition(2571).indicators
    [problem] = made.problems
    assert (problem.code, problem.where.file, problem.where.line) == (
        "edition-other-scheme",
        "site_config/editions/2571.yml",
        3,
    )


def test_an_item_of_another_meaning_keeps_nothing_of_the_old_one(tmp_path):
    """Year, elements, titles and what else belonged to the old meaning go; the place in the list stays."""
    made = library(tmp_path, y2564="items:\n  O15: {key: manual, title: คู่มือ}\n  O18: {key: budget-plan, group: ก}\n")
    changed, kept = made.edition(2564).items["O15"], made.edition(2564).items["O18"]
    assert changed.model_dump(exclude_defaults=True) == {"key": "manual", "title": "คู่มือ", "subindicator": "9.2"}
    assert (kept.group, kept.elements) == ("ก", shipped_edition(2564).items["O18"].elements)


def test_a_year_that_ships_takes_the_base_that_the_agency_names(tmp_path):
    """2569 on 2567 gets weights, indicators and levels; its own items and all that it verifies itself stay."""
    made = library(tmp_path, y2569=head(2569, "based_on: 2567\n"))
    edition, ships, base = made.edition(2569), shipped_edition(2569), shipped_edition(2567)
    assert made.problems == []
    assert (edition.weights, edition.levels, edition.indicators) == (base.weights, base.levels, base.indicators)
    assert edition.items == ships.items
    assert not edition.knows_all_items
    assert edition.instruments["OIT"].evidence == ships.instruments["OIT"].evidence
    assert edition.unverified == ships.unverified
