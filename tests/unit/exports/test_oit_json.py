"""The machine index of the OIT items: the same keys always, official order, whole addresses, null where absent."""

from __future__ import annotations

import json

import pytest

import sites
from prongsai.analysis.results import analyse_site
from prongsai.exports.year_json import export_oit
from prongsai.links.memory import Memory
from prongsai.model.agency import Agency, SiteOptions
from prongsai.model.site import FiscalYear, Site
from prongsai.pipeline.check import check_folder
from prongsai.pipeline.planning.data_files import plan_data_files
from unit.exports.sheets import MODEL, REGISTERS
from unit.makers import SITE, make_edition, write_files

KEYS = ["fiscal_year", "calendar", "agency", "total", "ready", "items"]
ITEM = ["code", "title", "subindicator", "answer", "state", "unit", "urls", "links", "explanation", "fiscal_year"]
ITEM += ["required_fiscal_year", "published_on", "elements", "nothing_happened", "note", "findings", "lacking"]
LINK = ["title", "url", "explanation", "click_path", "checked_on", "does_not_open"]
ELEMENT = ["key", "text", "state", "place", "url", "note"]
OPTIONS = "title: x\nsite_url: https://ita.example.go.th/\n"
LONELY = "title: x\n"  # a site that nobody has given an address
FROM_DOCUMENT = "title: x\nfrom_document: true\n"
INTERNAL = "title: x\nnotes: internal\n"
ONE_LINK = "{answer: has, links: [{url: 'https://www.example.go.th/a'}]}"


def index(root, items, options=OPTIONS, year=2564):
    """The index of a small site with this register."""
    register = f"fiscal_year: {year}\nitems:\n" + "".join(f"  {code}: {text}\n" for code, text in items.items())
    files = {**SITE, f"data/{year}/oit.yml": register}
    checked = check_folder(write_files(root, files | {"site_config/site.yml": options}))
    assert checked.results.years[year].year.register, checked.problems
    return json.loads(export_oit(checked.results, year, checked.problems))


def item_of(root, text, code="O1", **options):
    """The index of the only item of a register."""
    return next(one for one in index(root, {code: text}, **options)["items"] if one["code"] == code)


@pytest.fixture(scope="module")
def model():
    """The invented agency, checked."""
    return sites.checked(MODEL)


@pytest.mark.parametrize("year", REGISTERS)
def test_every_key_is_always_there(model, year):
    """Every item has the same keys."""
    found = json.loads(export_oit(model.results, year, model.problems))
    assert list(found) == KEYS
    assert {tuple(one) for one in found["items"]} == {tuple(ITEM)}
    assert {tuple(link) for one in found["items"] for link in one["links"]} == {tuple(LINK)}
    assert {tuple(element) for one in found["items"] for element in one["elements"]} <= {tuple(ELEMENT)}


@pytest.mark.parametrize("year", REGISTERS)
def test_all_items_are_in_official_order(model, year):
    """O2 comes before O10, none is left out, and the counts are those of the items."""
    found = json.loads(export_oit(model.results, year, model.problems))
    assert [one["code"] for one in found["items"]] == [f"O{number}" for number in range(1, found["total"] + 1)]
    assert found["ready"] == sum(one["state"] == "ready" for one in found["items"])
    assert (found["fiscal_year"], found["calendar"]) == (year, "buddhist")


@pytest.mark.parametrize("year", REGISTERS)
def test_the_file_is_the_same_each_time(model, year):
    """And Thai stays Thai, the agency is called as at the end of the year, and it ends with a line end."""
    text = export_oit(model.results, year, model.problems)
    assert text == export_oit(model.results, year, model.problems)
    assert text.endswith("}\n")
    assert f'"{"องค์การบริหารส่วนตำบล" if year == 2564 else "เทศบาลตำบล"}ตัวอย่าง"' in text


def test_a_year_without_a_register_states_nothing(tmp_path):
    """Its items are listed with their titles; whatever nobody has said is null."""
    files = {**SITE, "data/2564/scores.yml": "fiscal_year: 2564\ntotal: 80.00\n"}
    checked = check_folder(write_files(tmp_path, files))
    found = json.loads(export_oit(checked.results, 2564, checked.problems))
    first = found["items"][0]
    absent = ("answer", "unit", "explanation", "fiscal_year", "published_on", "nothing_happened", "note")
    assert (found["total"], found["ready"], first["state"]) == (43, 0, "open")
    assert {first[key] for key in absent} == {None}
    assert first["urls"] == first["links"] == first["findings"] == []


def test_a_year_of_which_no_item_is_known_has_no_index():
    """There is nothing that it could list."""
    year = FiscalYear(2564, make_edition())
    results = analyse_site(Site(Agency(), SiteOptions(title="x"), {}, (year,)))
    planned = plan_data_files(results, (), Memory(), frozenset({"/data/2564/oit.json"}))
    assert "/data/2564/oit.json" not in planned.makers


def test_a_page_of_this_site_answers_by_itself(model):
    """The measures item leads to the page of measures, with its whole address."""
    found = json.loads(export_oit(model.results, 2565, model.problems))
    answer = next(one for one in found["items"] if one["code"] == "O42")
    assert answer["answer"] == "has"
    assert answer["urls"][0] == "https://ita.example.go.th/2565/measures/"
    assert answer["elements"][0]["url"] == "https://ita.example.go.th/2565/measures/#analysis"


@pytest.mark.parametrize(
    ("link", "url"),
    [
        ("page: /units/", "https://ita.example.go.th/units/"),
        ("page: '/2564/oit/#o1'", "https://ita.example.go.th/2564/oit/#o1"),
        ("file: 2564/แผน ก.pdf", "https://ita.example.go.th/files/2564/%E0%B9%81%E0%B8%9C%E0%B8%99%20%E0%B8%81.pdf"),
        ("file: '2564/a#b.pdf'", "https://ita.example.go.th/files/2564/a%23b.pdf"),
        ("file: '2564/100%.pdf'", "https://ita.example.go.th/files/2564/100%25.pdf"),
        ("url: 'https://www.example.go.th/แผน?a=1&b=%20#x'", "https://www.example.go.th/แผน?a=1&b=%20#x"),
    ],
)
def test_addresses_are_whole(tmp_path, link, url):
    """Pages and files of the site get its address and are written as addresses are; those of the web stay as typed."""
    write_files(tmp_path, {f"content/files/2564/{name}": "ก" for name in ("แผน ก.pdf", "a#b.pdf", "100%.pdf")})
    assert item_of(tmp_path, f"{{answer: has, links: [{{{link}}}]}}")["urls"] == [url]


@pytest.mark.parametrize("site_url", ["https://www.example.go.th/ita", "https://www.example.go.th/ita/"])
def test_a_site_may_be_below_a_path(tmp_path, site_url):
    """With or without a slash at its end."""
    options = f"title: x\nsite_url: {site_url}\n"
    found = item_of(tmp_path, "{answer: has, links: [{page: /units/}]}", options=options)
    assert found["urls"] == ["https://www.example.go.th/ita/units/"]


def test_paths_stay_paths_where_the_address_is_not_known(tmp_path):
    """Nothing is guessed."""
    found = item_of(tmp_path, "{answer: has, links: [{page: /units/}]}", options=LONELY)
    assert found["urls"] == ["/units/"]


def test_one_link_is_explained_without_a_number(tmp_path):
    """Its title, its explanation, and the steps to reach it."""
    link = "{url: 'https://www.example.go.th/a', title: แผนผัง, explanation: ทั้ง 7 กอง, click_path: [หน้าแรก, เมนู]}"
    found = item_of(tmp_path, f"{{answer: has, links: [{link}]}}")
    assert found["explanation"] == "แผนผัง\nทั้ง 7 กอง\nขั้นตอนการเข้าถึง: 1. หน้าแรก 2. เมนู"
    assert found["links"][0]["click_path"] == ["หน้าแรก", "เมนู"]


def test_several_links_are_told_apart(tmp_path):
    """The numbers are those of the addresses; a link without an address has none."""
    links = "[{title: ก}, {url: 'https://www.example.go.th/a', title: ข}, {url: 'https://www.example.go.th/b'}]"
    found = item_of(tmp_path, f"{{answer: has, links: {links}}}")
    assert found["explanation"] == "ลิงก์ที่ยังไม่มี URL: ก\nลิงก์ที่ 1: ข\nลิงก์ที่ 2: " + found["title"]
    assert found["urls"] == ["https://www.example.go.th/a", "https://www.example.go.th/b"]
    assert [link["title"] for link in found["links"]] == ["ก", "ข", None]


def test_points_below_points_are_kept(tmp_path):
    """An explanation of several levels loses none of its points."""
    link = "{url: 'https://www.example.go.th/a', explanation: [{text: ก, points: [ข, ค]}, ง]}"
    found = item_of(tmp_path, f"{{answer: has, links: [{link}]}}")
    assert found["links"][0]["explanation"] == ["ก", "ข", "ค", "ง"]
    assert found["explanation"] == "ก\nข\nค\nง"


def test_that_nothing_happened_is_part_of_the_explanation(tmp_path):
    """It is what the assessor has to read."""
    found = item_of(tmp_path, "{answer: has, nothing_happened: ไม่มีเรื่องร้องเรียน (0 เรื่อง)}")
    assert found["nothing_happened"] == "ไม่มีเรื่องร้องเรียน (0 เรื่อง)"
    assert found["explanation"] == "กรณีไม่มีข้อมูล: ไม่มีเรื่องร้องเรียน (0 เรื่อง)"


def test_days_have_the_year_of_the_buddhist_era(tmp_path):
    """As everything in this project; what is stated as absent is null."""
    link = "{url: 'https://www.example.go.th/a', checked_on: 1/4/2564}"
    found = item_of(tmp_path, f"{{answer: has, published_on: 7 มีนาคม 2564, links: [{link}]}}")
    assert (found["published_on"], found["links"][0]["checked_on"]) == ("2564-03-07", "2564-04-01")
    assert item_of(tmp_path, "{answer: has_not, published_on: ไม่มี}")["published_on"] is None


def test_a_unit_is_called_by_its_name(tmp_path):
    """A unit has its name, whether the register names it by key or by alias."""
    assert item_of(tmp_path, "{answer: has_not, unit: คลัง}")["unit"] == "กองคลัง"


@pytest.mark.parametrize(
    ("text", "state", "lacking"),
    [
        (ONE_LINK, "ready", []),
        ("{answer: has_not}", "has_not", ["ข้อนี้ตอบว่าไม่มี"]),
        ("{note: รอข้อมูล}", "open", ["ข้อนี้ยังไม่มีคำตอบ"]),
    ],
)
def test_what_is_not_ready_says_why(tmp_path, text, state, lacking):
    """An item that is ready lacks nothing."""
    found = item_of(tmp_path, text)
    assert (found["state"], found["lacking"]) == (state, lacking)


def test_a_site_made_from_a_document_blames_nobody(tmp_path):
    """A fact that its document does not state is no omission of the agency."""
    found = item_of(tmp_path, "{note: ข้อมูลจากเอกสาร}", options=FROM_DOCUMENT)
    assert found["lacking"] == ["เอกสารที่ใช้จัดทำเว็บไซต์นี้ไม่ได้ระบุคำตอบของข้อนี้"]


def test_an_element_that_is_missing_is_named_with_its_reason(tmp_path):
    """One sentence names the element with what the register says of it."""
    photo = "elements: {photo: {missing: true, note: ยังไม่ได้ถ่าย}}"
    found = item_of(tmp_path, ONE_LINK.replace("}]}", f"}}], {photo}}}"), code="O2")
    assert found["state"] == "lacking"
    assert [one["code"] for one in found["findings"]] == ["oit-element-missing"]
    assert found["lacking"] == [found["findings"][0]["message"]]
    assert "“มีรูปถ่ายของผู้บริหารทุกคนที่แสดง” (ยังไม่ได้ถ่าย)" in found["lacking"][0]


def test_an_element_is_not_named_twice(tmp_path):
    """Nothing is added where the problem names it and the register gives no reason."""
    found = item_of(tmp_path, ONE_LINK.replace("}]}", "}], elements: {photo: {missing: true}}}"), code="O2")
    assert found["lacking"] == [one["message"] for one in found["findings"]]


def test_internal_notes_stay_internal(tmp_path):
    """An agency that keeps its notes to itself does not publish them for machines."""
    lacking = "{answer: has, elements: {photo: {missing: true, note: ยังไม่ได้ถ่าย}, position: {place: ตาราง}}}"
    whole = index(tmp_path, {"O2": lacking}, options=INTERNAL)
    found = next(one for one in whole["items"] if one["code"] == "O2")
    assert (whole["ready"], found["state"], found["findings"], found["lacking"]) == (None, None, None, None)
    elements = {one["key"]: (one["state"], one["note"]) for one in found["elements"]}
    assert (elements["position"], elements["photo"]) == (("there", None), (None, None))
    assert found["answer"] == "has"
    assert item_of(tmp_path, lacking, code="O2", options=LONELY)["findings"]
