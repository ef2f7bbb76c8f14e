"""Checks that a year cannot have are reported once; what needs no verified rule is checked all the same."""

import pytest

from prongsai.analysis.checkable import Reach, reach_of_checks
from prongsai.loading.load_site import load_site
from unit.makers import SITE, check_files, codes_of, write_files

RESULT = "total: 19.24\nlevel: AA\ninstruments: {IIT: 84.55, EIT: 88.10, OIT: 1.50}\n"
CODE = "year-half-known"
OWN = "site_config/editions/2569.yml"


def scores(year, text):
    """A result of a year."""
    return {f"data/{year}/scores.yml": f"fiscal_year: {year}\n{text}"}


def register(year, text="  O1: {answer: has_not}\n"):
    """A register of a year."""
    return {f"data/{year}/oit.yml": f"fiscal_year: {year}\nitems:\n{text}"}


def only(problems, code):
    """The problems of one code."""
    return [one for one in problems if one.code == code]


@pytest.mark.parametrize(
    ("files", "unchecked"),
    [
        (scores(2569, RESULT), {"level"}),  # the three instruments bound the total
        (scores(2568, "total: 90.00\ninstruments: {OIT: 85.00}\n"), {"total"}),  # the others may be anything
        (scores(2569, "indicators: {1: 80.00}\n"), {"indicators"}),
        (scores(2568, "total: 80.00\n"), {"total"}),
        (scores(2567, RESULT), set()),
        (register(2569), {"list-of-items", "years-of-data"}),
        (register(2567), {"years-of-data"}),
        (register(2566), {"years-of-data"}),
        (register(2565), set()),
        ({"data/2569/measures.yml": "fiscal_year: 2569\nmeasures: [{id: m01, title: ก}]\n"}, set()),
    ],
)
def test_only_what_the_year_states_is_said_to_be_unchecked(tmp_path, files, unchecked):
    """A check that nothing calls for is not missed, and a year whose checks are all possible is not spoken of."""
    [year] = load_site(write_files(tmp_path, {**SITE, **files})).site.years
    reach = reach_of_checks(year)
    assert {key for key, one in reach.items() if one is Reach.NONE} == unchecked
    assert len(only(check_files(tmp_path, files), "year-half-known")) == bool(unchecked)


def test_a_total_that_others_bound_is_named_as_bounded(tmp_path):
    """Without weights the total is checked against its instruments, and said to be checked no further than that."""
    [found] = only(
        check_files(tmp_path, scores(2568, "total: 90.00\ninstruments: {IIT: 90, EIT: 88, OIT: 96}\n")), CODE
    )
    assert (found.values["unchecked"], found.values["bounded"]) == ("", "คะแนนรวม")
    assert found.values["keys"] == "instruments (weight) และ indicators"


def test_a_year_is_spoken_of_once(tmp_path):
    """Result and register of one year give one note, and two years two."""
    files = {**scores(2569, RESULT), **register(2569), **scores(2568, "total: 80.00\n")}
    found = only(check_files(tmp_path, files), "year-half-known")
    assert sorted((one.year, one.where.file) for one in found) == [
        (2568, "data/2568/scores.yml"),
        (2569, "data/2569/oit.yml"),
    ]


def test_a_year_without_any_edition_is_reported_as_that_alone(tmp_path):
    """A missing edition is the one thing said of its year."""
    assert codes_of(check_files(tmp_path, scores(2590, RESULT))) == ["edition-missing"]


def test_the_base_that_an_agency_names_makes_the_check_possible(tmp_path):
    """`based_on: 2567` for 2569 gives weights and a scale, by which 19.24 and AA are found wrong."""
    numbers = "indicators: {1: 80, 2: 80, 3: 80, 4: 80, 5: 80, 6: 80, 7: 80, 8: 80, 9: 80, 10: 80}\n"
    files = {**scores(2569, numbers + RESULT), OWN: "scheme: NACC-ITA\nfiscal_year: 2569\nbased_on: 2567\n"}
    found = codes_of(check_files(tmp_path, files))
    assert {"total-outside-interval", "level-differs-from-scale"} <= {*found}
    assert "year-half-known" not in found


TEN = ", ".join(f"{number}: 80.00" for number in range(1, 11))


@pytest.mark.parametrize(
    ("year", "text", "is_found"),
    [
        (2568, "total: 99.15\ninstruments: {IIT: 90.10, EIT: 88.20, OIT: 96.60}\n", True),
        (2568, "total: 96.60\ninstruments: {IIT: 90.10, EIT: 88.20, OIT: 96.60}\n", False),
        (2568, "total: 88.19\ninstruments: {IIT: 90.10, EIT: 88.2, OIT: 96.60}\n", False),  # 88.2 may be 88.15
        (2568, "total: 80.00\ninstruments: {IIT: 90.10, EIT: 88.20}\n", False),  # the third one decides
        (2569, "total: 90.00\ninstruments: {OIT: 85.00}\n", False),
        (2569, "total: 99.15\ninstruments: {IIT: 90.10, EIT: 88.20, OIT: 96.60}\n", True),
        (2568, f"total: 81.00\nindicators: {{{TEN}}}\n", True),
        (2568, f"total: 80.00\nindicators: {{{TEN}}}\n", False),
        (2565, "total: 50.00\ninstruments: {IIT: 90.00, EIT: 80.00, OIT: 100.00}\n", False),  # so has it here
        (2565, f"total: 81.00\nindicators: {{{TEN}}}\n", False),  # the interval of the weights has judged it
    ],
)
def test_no_weighting_leaves_the_range_of_its_figures(tmp_path, year, text, is_found):
    """A total above the largest or below the smallest of all its figures is impossible, also without any weight."""
    assert bool(only(check_files(tmp_path, scores(year, text)), "total-beyond-figures")) is is_found


@pytest.mark.parametrize(
    ("agency", "links", "count"),
    [
        ("main_website:\n", "[{url: 'https://www.example.go.th/a'}]", 1),
        ("main_website: เอกสารไม่ได้ระบุ\n", "[{url: 'https://www.example.go.th/a'}]", 1),
        ("main_website: https://www.example.go.th/\n", "[{url: 'https://www.example.go.th/a'}]", 0),
        ("main_website: nowhere\n", "[{url: 'https://www.example.go.th/a'}]", 0),  # reported as what it is
        ("main_website:\n", "[{page: /2565/oit/}]", 0),
    ],
)
def test_the_check_of_foreign_links_says_when_it_is_off(tmp_path, agency, links, count):
    """One note where links wait for the agency's website to be known, however many items have them."""
    files = register(2565, f"  O3: {{answer: has, links: {links}}}\n  O5: {{answer: has, links: {links}}}\n")
    found = check_files(tmp_path, {**files, "site_config/agency.yml": f"name: ทดสอบ\n{agency}units: {{}}\n"})
    assert len(only(found, "main-website-not-entered")) == count


SCALE = "scheme: ของเรา\nfiscal_year: 2569\nlevels:\n  - {name: ผ่าน, total_from: 85.00}\n"
BOTTOM = SCALE + "  - {name: ไม่ผ่าน, total_from: 0}\n"


@pytest.mark.parametrize(
    ("edition", "text", "code"),
    [
        (SCALE, "total: 80.24\nlevel: ผ่าน\n", "level-below-scale"),
        (SCALE, "total: 80.24\nlevel: ไม่ผ่าน\n", "level-below-scale"),
        (SCALE, "total: 85.00\nlevel: ผ่าน\n", None),
        (BOTTOM, "total: 80.24\nlevel: ไม่ผ่าน\n", None),
        (BOTTOM, "total: 80.24\nlevel: ผ่าน\n", "level-differs-from-scale"),
        (SCALE, "level: ผ่าน\n", None),
    ],
)
def test_a_scale_without_a_bottom_step_is_reported(tmp_path, edition, text, code):
    """A total below every step of the scale has no level, whatever level is stated."""
    found = check_files(tmp_path, {**scores(2569, text), OWN: edition})
    assert [one.code for one in found if one.code.startswith("level-")] == ([code] if code else [])


def test_weights_without_an_order_of_rounding_are_used(tmp_path):
    """Weights, indicators and levels of an agency's own edition are enough to find a wrong total."""
    own = (
        "scheme: NACC-ITA\nfiscal_year: 2569\n"
        "instruments: {IIT: {name: ก, weight: 30}, EIT: {name: ข, weight: 30}, OIT: {weight: 40}}\n"
        "indicators: {1: {name: ก, instrument: IIT}, 2: {name: ข, instrument: EIT}, 3: {name: ค, instrument: OIT}}\n"
    )
    numbers = "indicators: {1: 90.00, 2: 90.00, 3: 93.00}\n"
    wrong, right = (
        codes_of(check_files(tmp_path, {**scores(2569, f"{numbers}total: {total}\n"), OWN: own}))
        for total in ("80.24", "91.20")
    )
    assert ("total-outside-interval" in wrong, "total-outside-interval" in right) == (True, False)
