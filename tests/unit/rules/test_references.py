"""Rules on references, each on a name that exists and on one that does not."""

import pytest

from unit.makers import SITE, check_files, codes_of, only

MEASURES = "data/2565/measures.yml"
FOLLOW_UP = "data/2565/follow-up.yml"


def measures(text, head=""):
    """A measures file of 2565 with one measure and further keys of it."""
    return {MEASURES: f"fiscal_year: 2565\n{head}measures:\n  - id: m01\n    title: มาตรการ\n{text}"}


def follow_up(text):
    """A follow-up file of 2565 with one report."""
    return {FOLLOW_UP: f"fiscal_year: 2565\nreports:\n  - {text}\n"}


def scores(text, year=2564):
    """The scores file of a year."""
    return {f"data/{year}/scores.yml": f"fiscal_year: {year}\n{text}"}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("data/2565/scores.yml", ""),
        ("data/2565/analysis.yml", ""),
        (MEASURES, ""),
        (FOLLOW_UP, ""),
        ("data/2565/memo.yml", ""),
        ("data/2565/oit.yml", ""),
    ],
)
@pytest.mark.parametrize(
    ("source", "codes"),
    [("paper", []), ("peper", ["unknown-source"]), ("[paper]", []), ("[paper, peper]", ["unknown-source"])],
)
def test_a_source_is_one_of_the_documents(tmp_path, name, text, source, codes):
    """Every kind of file may only cite a document that is listed."""
    problems = check_files(tmp_path, {name: f"fiscal_year: 2565\nsource: {source}\n{text}"})
    assert codes_of(problems) == codes
    assert [(found.where.file, found.where.line) for found in problems] == [(name, 2)] * len(codes)


def test_sources_are_not_judged_when_the_list_of_documents_cannot_be_read(tmp_path):
    """One misspelled key in documents.yml does not make every source unknown."""
    files = {"site_config/documents.yml": "documnets: {}\n", **scores("source: paper\n")}
    assert codes_of(check_files(tmp_path, files)) == ["unknown-key"]


@pytest.mark.parametrize(
    ("responsible", "found"),
    [
        ("{units: [finance]}", []),
        ("{lead: [กองคลัง], units: [คลัง]}", []),
        ("{lead: [กองช่าง]}", [("กองช่าง", "")]),
        ("{units: [finance, กองการคลัง, finan]}", [("กองการคลัง", ""), ("finan", "finance")]),
        ("เอกสารไม่ได้ระบุ", []),
    ],
)
def test_a_responsible_unit_is_one_of_the_agency(tmp_path, responsible, found):
    """A unit may be named by key, name or alias; an unknown one is met with the nearest."""
    problems = check_files(tmp_path, measures(f"    responsible: {responsible}\n"))
    unknown = [one for one in problems if one.code == "unknown-unit"]
    assert [(one.values["found"], one.values["suggestion"]) for one in unknown] == found
    assert set(codes_of(problems)) <= {"unknown-unit", "measure-incomplete"}


@pytest.mark.parametrize(("unit", "codes"), [("กองคลัง", []), ("กองช่าง", ["unknown-unit"])])
def test_the_unit_of_an_answer_is_one_of_the_agency(tmp_path, unit, codes):
    """The register names units too."""
    files = {"data/2568/oit.yml": f"fiscal_year: 2568\nitems:\n  O2: {{unit: {unit}}}\n  O3: {{answer: has_not}}\n"}
    assert codes_of(check_files(tmp_path, files)) == [*codes, "year-half-known"]


def test_units_are_not_judged_when_the_agency_cannot_be_read(tmp_path):
    """One misspelled key in agency.yml does not make every unit unknown."""
    files = {"site_config/agency.yml": "nmae: ทดสอบ\n", **measures("    responsible: {units: [finance]}\n")}
    assert codes_of(check_files(tmp_path, files)) == ["unknown-key"]


@pytest.mark.parametrize(("topic", "codes"), [("t1", []), ("t2", ["unknown-topic"])])
def test_a_topic_is_one_of_its_file(tmp_path, topic, codes):
    """A measure is under a topic that the file has."""
    files = measures(f"    topic: {topic}\n", "topics: [{id: t1, title: หัวข้อ}]\n")
    assert codes_of(check_files(tmp_path, files)) == codes


@pytest.mark.parametrize(
    ("report", "codes"),
    [
        ("measure: m01", []),
        ("title: เรื่องที่ไม่มีมาตรการ", ["report-without-measure"]),
        ("measure: m02", ["unknown-measure"]),
        ("status: done", ["report-without-subject"]),
        ("title: เอกสารไม่ได้ระบุ", ["report-without-subject"]),
    ],
)
def test_a_report_is_about_a_measure_or_has_a_title(tmp_path, report, codes):
    """A report names a measure of its year, or says itself what it is about."""
    assert codes_of(check_files(tmp_path, {**measures(""), **follow_up(report)})) == codes


def test_reports_without_a_measures_file_name_its_absence(tmp_path):
    """No measure can be meant where there is no measures file: the cause is said, once."""
    found = only(check_files(tmp_path, follow_up("measure: m01")), "measures-missing")
    assert found.values["folder"] == "2565"


def test_reports_are_not_judged_when_the_measures_cannot_be_read(tmp_path):
    """An id that cannot be read does not make every report dangle; a wrong key next to readable ids hides no report."""
    unknown_id = measures("  - {id: M09, title: ข}\n")
    assert codes_of(check_files(tmp_path / "a", {**unknown_id, **follow_up("measure: m09")})) == ["not-an-id"]
    wrong_key = measures("    titel: ผิด\n")
    found = codes_of(check_files(tmp_path / "b", {**wrong_key, **follow_up("measure: m09")}))
    assert found == ["unknown-key", "unknown-measure"]


@pytest.mark.parametrize(
    ("files", "line"),
    [
        (measures("  - {id: m01, title: ซ้ำ}\n"), 5),
        (measures("", "topics:\n  - {id: t1, title: ก}\n  - {id: t1, title: ข}\n"), 4),
        ({"data/2564/analysis.yml": "fiscal_year: 2564\nsections:\n  - {id: a, title: ก}\n  - {id: a, title: ข}\n"}, 4),
    ],
)
def test_an_id_is_used_once(tmp_path, files, line):
    """The second use is flagged and points back to the first."""
    found = only(check_files(tmp_path, files), "duplicate-id")
    assert found.where.line == line
    assert int(found.values["line"]) < line


@pytest.mark.parametrize(
    ("files", "codes"),
    [
        ({**scores(""), **measures("", "from_fiscal_year: 2564\n")}, []),
        (measures("", "from_fiscal_year: 2564\n"), ["unknown-year"]),
        (measures("", "from_fiscal_year: เอกสารไม่ได้ระบุ\n"), ["fy-chain-missing"]),
        ({**scores("total: x\n"), **measures("", "from_fiscal_year: 2564\n")}, ["not-a-number"]),
        ({**scores("", 2563), **scores("comparison: {with_year: 2563}\n")}, []),
        (scores("comparison: {with_year: 2563}\n"), ["unknown-year"]),
    ],
)
def test_a_year_that_is_referred_to_has_scores(tmp_path, files, codes):
    """A missing year is a warning; a year that cannot be read is not called missing."""
    assert codes_of(check_files(tmp_path, files)) == codes


@pytest.mark.parametrize(
    ("text", "code", "found"),
    [
        ("instruments: {IIT: 80.00, XIT: 80.00}\n", "unknown-instrument", "XIT"),
        ("indicators: {๑: 80.00, 11: 80.00}\n", "unknown-indicator", "11"),
        ("subindicators: {9.1: 80.00, 9.9: 80.00}\n", "unknown-subindicator", "9.9"),
    ],
)
def test_scores_name_what_the_edition_has(tmp_path, text, code, found):
    """A key outside the edition is flagged with the keys that there are."""
    problem = only(check_files(tmp_path, scores(text)), code)
    assert problem.values["found"] == found
    assert problem.values["edition"] == "2564"
    assert "80" not in problem.values["choices"]
    assert problem.where.line == 2


@pytest.mark.parametrize(("part", "codes"), [("EIT-1", []), ("EIT-9", ["unknown-part"])])
def test_a_part_is_one_of_the_edition(tmp_path, part, codes):
    """The parts of an instrument are known for 2567."""
    assert codes_of(check_files(tmp_path, scores(f"parts: {{{part}: 80.00}}\n", 2567))) == codes


@pytest.mark.parametrize(
    ("year", "text"),
    [
        (2569, "indicators: {1: 80.00, 99: 80.00}\n"),
        (2566, "parts: {EIT-1: 80.00}\n"),
        (2568, "items: {O40: {score: 0}}\n"),
        (2569, "items: {O2: {score: 0}}\n"),
    ],
)
def test_an_edition_that_does_not_know_all_makes_nothing_unknown(tmp_path, year, text):
    """A name outside a list of the edition may well be right where that list is empty or incomplete."""
    assert set(codes_of(check_files(tmp_path, scores(text, year)))) <= {"year-half-known"}


def test_a_year_without_an_edition_makes_nothing_unknown(tmp_path):
    """For a year with no edition the only problem is that there is none."""
    text = "instruments: {IIT: 80.00}\nindicators: {1: 80.00}\nitems: {O99: {score: 0}}\n"
    found = only(check_files(tmp_path, scores(text, 2571)), "edition-missing")
    assert found.values["found"] == "2571"


@pytest.mark.parametrize(
    ("basis", "codes"),
    [
        ("{instrument: IIT, indicator: 1, subindicator: 9.1, item: ๐๒}", []),
        ("{instrument: XIT}", ["unknown-instrument"]),
        ("{indicator: 11}", ["unknown-indicator"]),
        ("{subindicator: 9.9}", ["unknown-subindicator"]),
        ("{item: O44}", ["unknown-item"]),
    ],
)
def test_a_measure_answers_what_the_edition_of_the_result_has(tmp_path, basis, codes):
    """The basis of a measure belongs to the edition of the year whose result it answers."""
    files = {**scores(""), **measures(f"    basis:\n      - {basis}\n", "from_fiscal_year: 2564\n")}
    assert codes_of(check_files(tmp_path, files)) == codes


def test_a_measure_of_a_result_outside_the_site_is_not_judged(tmp_path):
    """The edition of a result's year is not asked where that year is not in the site."""
    files = measures("    basis: [{instrument: XIT, item: O99}]\n", "from_fiscal_year: 2564\n")
    assert codes_of(check_files(tmp_path, files)) == ["unknown-year"]


@pytest.mark.parametrize("item", ["O44", "๐๔๔"])
def test_an_item_outside_a_complete_edition_is_flagged(tmp_path, item):
    """2564 has 43 items, so O44 is certainly wrong, wherever it is named."""
    files = {
        **scores(f"items: {{{item}: {{score: 0}}}}\n"),
        "data/2564/oit.yml": f"fiscal_year: 2564\nitems: {{{item}: {{answer: has_not}}}}\n",
        "data/2564/analysis.yml": (
            "fiscal_year: 2564\n"
            f"strengths: [{{text: ก, items: [O2, {item}]}}]\n"
            f"weaknesses: [{{text: ข, indicators: [1, 11]}}]\n"
            f"development_points: [{{item: {item}}}, {{indicator: 12}}]\n"
        ),
    }
    problems = check_files(tmp_path, files)
    unknown = [found for found in problems if found.code == "unknown-item"]
    assert [found.values["found"] for found in unknown] == ["O44"] * 4
    assert {found.values["count"] for found in unknown} == {"43"}
    others = [
        (found.code, found.values["found"])
        for found in problems
        if found.code not in {"unknown-item", "oit-not-in-register"}
    ]
    assert others == [("unknown-indicator", "11"), ("unknown-indicator", "12")]


@pytest.mark.parametrize(
    ("point", "codes"), [("{indicator: 1}", []), ("{item: O2}", []), ("{assessed: [ก]}", ["point-without-subject"])]
)
def test_a_development_point_has_a_subject(tmp_path, point, codes):
    """A point to develop belongs to an indicator or an item."""
    files = {"data/2564/analysis.yml": f"fiscal_year: 2564\ndevelopment_points: [{point}]\n"}
    assert codes_of(check_files(tmp_path, files)) == codes


def test_a_whole_site_without_faults_has_no_problems(tmp_path):
    """All rules together are quiet on right data."""
    files = {
        **SITE,
        **scores("total: 77.85\nlevel: B\n"),
        **measures("", "from_fiscal_year: 2564\n"),
        **follow_up("measure: m01"),
    }
    assert check_files(tmp_path, files) == []
