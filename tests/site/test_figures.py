"""The figures of this repository's site, on its pages and in its data for machines."""

from __future__ import annotations

import re

import pytest

from prongsai.thai.numerals import numbers_to_thai

ZERO_ITEMS = {
    "O2": "ไม่มีช่องทางการติดต่อคณะผู้บริหารและหัวหน้าส่วนราชการ",
    "O8": "ไม่มีช่องทางการสื่อสารบนเว็บไซต์หน่วยงาน",
    "O15": "ไม่แสดงรายละเอียดของภารกิจ มีเพียงข้อมูลสถิติ",
    "O17": "แจ้งเรื่องร้องทุกข์ไม่ถือเป็น E-Service ต้องอยู่บนเว็บไซต์หลัก",
    "O18": "ข้อมูลไม่ตรงปีงบประมาณ",
    "O23": "ข้อมูลไม่ตรงปีงบประมาณ",
    "O38": "URL ไม่สามารถตรวจสอบได้",
    "O42": "ไม่มีข้อมูลผลการวิเคราะห์ผลการประเมิน ITA",
    "O43": "ต้องสืบเนื่องต่อจาก ๐๔๒",
}
SUBINDICATORS = {
    "9.1": "77.78",
    "9.2": "75.00",
    "9.3": "71.43",
    "9.4": "100.00",
    "9.5": "100.00",
    "10.1": "87.50",
    "10.2": "0.00",
}
PUBLISHED = {
    2563: {
        "total": "64.68",
        "level": "C",
        "instruments": ["97.29", "72.23", "34.51"],
        "indicators": ["97.70", "96.83", "98.00", "96.04", "97.87", "69.20", "76.24", "71.24", "50.26", "18.75"],
    },
    2564: {
        "total": "77.85",
        "level": "B",
        "instruments": ["96.62", "77.13", "64.30"],
        "indicators": ["99.77", "86.84", "99.18", "97.63", "99.67", "75.53", "81.67", "74.18", "84.84", "43.75"],
    },
}
KEYS = {
    "": ["fiscal_year", "published", "computed", "otherwise", "items"],
    "published": ["total", "level", "level_verdict", "level_by_scale", "instruments", "indicators"],
    "computed": ["total", "level", "instruments", "indicators", "subindicators", "path"],
}
INDICATORS = [str(number) for number in range(1, 11)]
INSTRUMENTS = ["IIT", "EIT", "OIT"]


def scores(own, year):
    """The scores of a year for machines."""
    return own.json(f"/data/{year}/scores.json")


def rows(own, year, key):
    """The rows of a table of the page of scores: the head of each row, and its figures in order."""
    return {
        next(cell.text for cell in row if cell.tag == "th"): [value for cell in row for value in cell.values()]
        for row in own.page(f"/{year}/scores/").table(key)
    }


@pytest.mark.parametrize("year", PUBLISHED)
def test_published_figures_are_in_the_data_as_published(own, year):
    """Total, level, three instruments and ten indicators, each with two decimals."""
    wanted = PUBLISHED[year]
    assert scores(own, year)["published"] == {
        "total": wanted["total"],
        "level": wanted["level"],
        "level_verdict": {2563: "excluded", 2564: "certain"}[year],
        "level_by_scale": {2563: ["D"], 2564: ["B"]}[year],
        "instruments": dict(zip(INSTRUMENTS, wanted["instruments"], strict=True)),
        "indicators": dict(zip(INDICATORS, wanted["indicators"], strict=True)),
    }


@pytest.mark.parametrize("year", PUBLISHED)
def test_published_figures_are_on_the_page(own, year):
    """Each indicator and instrument has its row, with the figure that the document prints."""
    indicators = rows(own, year, "indicators")
    for number, value in zip(INDICATORS, PUBLISHED[year]["indicators"], strict=True):
        [figures] = [found for head, found in indicators.items() if f"ตัวชี้วัดที่ {numbers_to_thai(number)} " in head]
        assert figures[0] == value
    instruments = rows(own, year, "instruments")
    for code, value in zip(INSTRUMENTS, PUBLISHED[year]["instruments"], strict=True):
        [figures] = [found for head, found in instruments.items() if head.startswith(f"{code} ")]
        assert figures == [value, value]  # published and computed agree
    page = own.page(f"/{year}/scores/")
    assert PUBLISHED[year]["total"] in page.values()


@pytest.mark.parametrize(
    ("year", "total", "level", "instruments"),
    [(2563, "64.66", "D", ["97.29", "72.23", "34.51"]), (2564, "77.85", "B", ["96.62", "77.13", "64.30"])],
)
def test_computed_figures_are_next_to_the_published_ones(own, year, total, level, instruments):
    """In the data, and on the page with the way they were rounded; 64.66 is not made to fit 64.68."""
    computed = scores(own, year)["computed"]
    assert (computed["total"], computed["level"]) == (total, level)
    assert computed["instruments"] == dict(zip(INSTRUMENTS, instruments, strict=True))
    assert {total, PUBLISHED[year]["total"]} <= set(own.page(f"/{year}/scores/").values())


def test_2564_names_the_order_of_rounding_that_gives_its_total(own):
    """Instruments first; the other order, which gives 77.84, is shown too."""
    assert scores(own, 2564)["computed"]["path"] == "instruments-rounded-first"
    assert "77.84" in own.page("/2564/scores/").values()


def test_2564_is_computed_from_its_items(own):
    """Seven sub-indicators and the indicators 9 and 10, in the data and on the page."""
    computed = scores(own, 2564)["computed"]
    assert computed["subindicators"] == SUBINDICATORS
    assert {key: value for key, value in computed["indicators"].items() if value} == {"9": "84.84", "10": "43.75"}
    table = rows(own, 2564, "subindicators")
    assert [(head.split()[0], figures[-1]) for head, figures in table.items()] == [
        (numbers_to_thai(number), value) for number, value in SUBINDICATORS.items()
    ]


def test_2564_has_nine_items_as_stated_and_the_others_as_inferred(own):
    """34 items of 100 points are marked as inferred, nine of 0 points have the document's reason."""
    items = scores(own, 2564)["items"]
    assert list(items) == [f"O{number}" for number in range(1, 44)]
    stated = {code: item for code, item in items.items() if item["basis"] == "stated"}
    assert {code: item["reason"] for code, item in stated.items()} == ZERO_ITEMS
    assert {item["score"] for item in stated.values()} == {"0.00"}
    inferred = {code: item for code, item in items.items() if code not in stated}
    assert len(inferred) == 34
    assert list(map(dict, {tuple(item.items()) for item in inferred.values()})) == [
        {"score": "100.00", "reason": None, "basis": "inferred"}
    ]


def test_2564_shows_the_items_as_stated_or_inferred(own):
    """The table of the page says the same, item by item."""
    table = own.page("/2564/scores/").table("items")
    assert len(table) == 43
    marked = 0
    for row in table:
        code = re.search(r"O[0-9]+", row[0].text).group()
        assert row[0].all("a")
        values = [value for cell in row for value in cell.values()]
        assert values == ["0.00" if code in ZERO_ITEMS else "100.00"]
        assert ZERO_ITEMS.get(code, "") in " ".join(cell.text for cell in row)
        marked += any(cell.all(css="ps-tag--inferred") for cell in row)
    assert marked == 34


def test_2563_knows_nothing_of_items(own):
    """Nothing is inferred where the document says nothing."""
    document = scores(own, 2563)
    assert document["items"] == {}
    assert set(document["computed"]["subindicators"].values()) == {None}


@pytest.mark.parametrize("year", [2563, 2564, 2565])
def test_the_data_always_has_the_same_keys(own, year):
    """Whoever reads it need not ask whether a key is there; what is not known is null."""
    document = scores(own, year)
    assert document["fiscal_year"] == year
    assert list(document) == KEYS[""]
    for part in ("published", "computed"):
        assert list(document[part]) == KEYS[part]
        assert list(document[part]["instruments"]) == INSTRUMENTS
        assert list(document[part]["indicators"]) == INDICATORS
    assert list(document["computed"]["subindicators"]) == list(SUBINDICATORS)


def test_2565_has_no_figure_at_all(own):
    """The document states no result of 2565: every value is null, no level is known, and its page shows no figure."""
    document = scores(own, 2565)
    assert leaves({**document, "fiscal_year": None}) == {None, "unknown"}
    assert document["items"] == {}
    assert own.page("/2565/scores/").values() == []


@pytest.mark.parametrize("year", [2563, 2564, 2565])
def test_every_figure_of_the_data_has_two_decimals(own, year):
    """Figures are texts with two decimals, so that 43.70 stays 43.70."""
    document = scores(own, year)
    levels = {document["published"]["level"], document["computed"]["level"], document["computed"]["path"]}
    levels |= {document["published"]["level_verdict"], *document["published"]["level_by_scale"]}
    words = levels | {value for item in document["items"].values() for value in (item["reason"], item["basis"])}
    figures = leaves({**document, "fiscal_year": None}) - words - {None}
    assert {figure for figure in figures if not re.fullmatch(r"[0-9]{1,3}\.[0-9]{2}", figure)} == set()


def leaves(value):
    """Every value at the end of a branch."""
    if isinstance(value, dict):
        return set().union(*map(leaves, value.values())) if value else set()
    return set(value) if isinstance(value, list) else {value}


def test_every_figure_is_shown_in_the_numerals_of_the_site_with_its_machine_value(own):
    """The value of each <data> is the figure that is read, in Arabic digits."""
    for address in own.addresses:
        for figure in own.page(address).all("data"):
            shown = figure.text.translate(str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")).replace(",", "")
            assert float(shown) == float(figure.attributes["value"]), address
            assert not re.search("[0-9]", figure.text), address
