"""Rules on the register, each on an answer that fits and on one that may cost the item its score."""

import pytest

from prongsai.wording import REASONS, Severity, sentences, severity_of
from prongsai.wording.catalogue import groups
from unit.makers import check_files

AGENCY = (
    "name: เทศบาลตำบลทดสอบ\nmain_website: https://www.example.go.th/\n"
    "other_websites: ['https://tax.example.com/']\n"
    "channels: [{kind: phone, value: 0 0000 0000}, {kind: email, value: Saraban@example.go.th}]\nunits: {}\n"
)
MEASURES = "fiscal_year: 2565\nfrom_fiscal_year: 2564\nmeasures: [{id: m01, title: มาตรการ}]\n"
FOLLOW_UP = "fiscal_year: 2565\nreports: [{measure: m01, status: done}]\n"


def found(root, items, code, agency=AGENCY, **further):
    """The problems of one code in a register of 2565; further files by their name with __ for the slash."""
    files = {name.replace("__", "/") + ".yml": text for name, text in further.items()}
    register = {"data/2565/oit.yml": f"fiscal_year: 2565\nitems:\n{items}"} if items else {}
    problems = check_files(root, {"site_config/agency.yml": agency, **register, **files})
    return [one for one in problems if one.code == code]


def answer(code, *links, keys=""):
    """One answer with its links."""
    rows = "".join(f"      - {{{link}}}\n" for link in links)
    return f"  {code}:\n    answer: has\n{keys}" + (f"    links:\n{rows}" if rows else "")


def url(address, keys=""):
    """A link to a web address."""
    return f"url: '{address}'{keys}"


@pytest.mark.parametrize(
    ("items", "count"),
    [
        (answer("O3"), 1),
        (answer("O3", "title: ยังไม่มีที่อยู่"), 1),
        (answer("O3", "url: เอกสารไม่ได้ระบุ"), 1),
        (answer("O3", url("https://www.example.go.th/")), 0),
        (answer("O3", "page: /about/"), 0),
        (answer("O3", "file: a.pdf"), 0),
        (answer("O31", keys="    nothing_happened: ไม่มีเรื่องร้องเรียน (0 เรื่อง)\n"), 0),
        (answer("O42"), 0),
        ("  O3: {answer: has_not}\n", 0),
    ],
)
def test_an_item_answered_leads_somewhere(tmp_path, items, count):
    """A link to an address, a page or a file counts, and so does that nothing happened."""
    assert len(found(tmp_path, items, "oit-without-link")) == count


@pytest.mark.parametrize(
    ("items", "pages"),
    [
        (answer("O3", "page: /2565/measures/"), ["/2565/measures/"]),
        (answer("O3", "page: /2565/measures/#m01"), ["/2565/measures/#m01"]),
        (answer("O3", "page: /2560/scores/"), ["/2560/scores/"]),
        (answer("O3", "page: /2565/memo/", "page: /2565/analysis/"), ["/2565/memo/ และ /2565/analysis/"]),
        (answer("O3", url("http://ita.example.go.th/2565/follow-up")), ["http://ita.example.go.th/2565/follow-up"]),
        (answer("O42"), ["/2565/measures/"]),
        (answer("O3", "page: /2565/measures/", "page: /about/"), []),
        (answer("O3", "page: /2565/measures/m01/"), []),
        (answer("O3", "page: /2565/notes/"), []),
        (answer("O3", url("https://www.example.go.th/2565/measures/")), []),
    ],
)
def test_an_item_answered_leads_to_content(tmp_path, items, pages):
    """Section pages of a year without data are empty; hand-written pages and other websites are not judged."""
    problems = found(tmp_path, items, "oit-without-content")
    assert [one.values["found"] for one in problems] == pages


def test_a_page_with_content_answers(tmp_path):
    """The same link is right as soon as the year has measures."""
    items = answer("O3", "page: /2565/measures/") + answer("O42")
    assert found(tmp_path, items, "oit-without-content", data__2565__measures=MEASURES) == []


def test_a_page_is_not_called_empty_when_its_file_cannot_be_read(tmp_path):
    """One wrong key in measures.yml does not make the answer lack content."""
    broken = {"data__2565__measures": "fiscal_year: 2565\nmeasrues: []\n"}
    items = answer("O3", "page: /2565/measures/") + answer("O42")
    assert found(tmp_path, items, "oit-without-content", **broken) == []


@pytest.mark.parametrize(
    ("address", "count"),
    [
        ("http://localhost/a", 1),
        ("http://Localhost.:8080/a", 1),
        ("http://10.0.0.7/a", 1),
        ("http://[fe80::1]/a", 1),
        ("http://intra/a", 1),
        ("https://www.example.go.th/a", 0),
    ],
)
def test_a_link_leads_to_a_public_host(tmp_path, address, count):
    """A link that leads only inside the office cannot be opened by an assessor; it is not called elsewhere as well."""
    items = answer("O3", url(address))
    assert len(found(tmp_path, items, "oit-link-not-public")) == count
    assert found(tmp_path, items, "oit-link-elsewhere") == []


@pytest.mark.parametrize(
    ("keys", "days"),
    [
        ("", []),
        (", checked_on: 3 เมษายน 2565", []),
        (", does_not_open: ไม่พบหน้า", ["ไม่ได้ระบุ"]),
        (", checked_on: 3/4/2565, does_not_open: ไม่พบหน้า", ["3 เมษายน 2565"]),
    ],
)
def test_a_link_that_did_not_open_is_reported_with_its_day(tmp_path, keys, days):
    """The day is said where it is known."""
    problems = found(tmp_path, answer("O3", url("https://www.example.go.th/a", keys)), "oit-link-does-not-open")
    assert [one.values["day"] for one in problems] == days


FOREIGN = url("https://drive.example.net/a")


@pytest.mark.parametrize(
    ("items", "count"),
    [
        (answer("O3", FOREIGN), 1),
        (answer("O3", FOREIGN, url("https://sites.example.org/b")), 1),
        (answer("O3", url("https://other.go.th/a")), 1),
        (answer("O3", FOREIGN, url("http://ITA.Example.go.th./b")), 0),
        (answer("O3", FOREIGN, url("https://tax.example.com/b")), 0),
        (answer("O3", FOREIGN, "page: /about/"), 0),
        (answer("O3", FOREIGN, "file: a.pdf"), 0),
        (answer("O9", FOREIGN), 0),
        ("  O3: {answer: has_not, links: [{url: 'https://drive.example.net/a'}]}\n", 0),
    ],
)
def test_one_link_of_an_item_is_on_the_agencys_own_website(tmp_path, items, count):
    """Every own website counts and a further link elsewhere is no reason; O9 is excepted by the edition."""
    assert len(found(tmp_path, items, "oit-link-elsewhere")) == count


def test_nothing_is_elsewhere_when_the_main_website_is_not_known(tmp_path):
    """Without main_website nobody can tell which domain is the agency's."""
    agency = "name: เทศบาลตำบลทดสอบ\nmain_website: เอกสารไม่ได้ระบุ\nunits: {}\n"
    assert found(tmp_path, answer("O3", FOREIGN), "oit-link-elsewhere", agency) == []


@pytest.mark.parametrize(
    ("code", "title", "years"),
    [
        ("O18", "แผนการใช้จ่ายงบประมาณ ปีงบประมาณ พ.ศ. ๒๕๖๔", "2564"),
        ("O18", "แผนการใช้จ่ายงบประมาณ ประจำปี 2564", "2564"),
        ("O18", "แผน ปีงบประมาณ พ.ศ.2563 และปี 2564", "2563 และ 2564"),
        ("O18", "แผนการใช้จ่ายงบประมาณ ปีงบประมาณ พ.ศ. 2565", None),
        ("O18", "แผน ปี 2564 ถึง 2566", None),
        ("O18", "แผนพัฒนา (พ.ศ. 2561-2565)", None),
        ("O18", "แผน 2561-65", None),
        ("O18", "ประกาศเมื่อ 15 ตุลาคม 2564", None),
        ("O18", "คำสั่งที่ 12/2564", None),
        ("O18", "ตามระเบียบ พ.ศ. 2560", None),
        ("O18", "เลขที่ 25641234 งบ 2,564 บาท", None),
        ("O18", "แผนการใช้จ่ายงบประมาณ", None),
        ("O42", "วิเคราะห์ผลการประเมิน ITA ปี 2564", None),
        ("O42", "วิเคราะห์ผลการประเมิน ITA ปี 2563", "2563"),
        ("O20", "รายงานผล ปี 2560", None),
    ],
)
def test_a_link_names_the_year_that_is_asked_for(tmp_path, code, title, years):
    """Days, orders and laws name no year of the data; O20's year is known from one agency's practice only."""
    items = answer(code, url("https://www.example.go.th/a", f", title: '{title}'"))
    problems = found(tmp_path, items, "oit-link-names-other-year")
    assert [one.values["found"] for one in problems] == ([years] if years else [])


@pytest.mark.parametrize(
    ("links", "count"),
    [
        ([url("https://www.example.go.th/files/2564/budget.pdf")], 0),
        ([url("https://www.example.go.th/budget-2564.pdf")], 1),
        ([url("https://www.example.go.th/%E0%B9%81%E0%B8%9C%E0%B8%99-2564.pdf?v=2565")], 1),
        ([url("https://www.example.go.th/2564-03-15-plan.pdf")], 0),
        ([url("https://www.example.go.th/doc2564")], 0),
        (["file: 2564/plan.pdf"], 0),
        (["file: plan_2564.pdf"], 1),
        (["file: plan_2564.pdf", "file: plan_2565.pdf"], 0),
    ],
)
def test_a_file_name_names_the_year_that_is_asked_for(tmp_path, links, count):
    """Folders, days and addresses without a file say nothing; older files next to the right one are left alone."""
    assert len(found(tmp_path, answer("O18", *links), "oit-link-names-other-year")) == count


def test_a_wrong_year_is_reported_once(tmp_path):
    """Links are not checked against the year where the answer itself states another one."""
    items = answer("O18", "file: plan_2564.pdf", keys="    fiscal_year: 2564\n")
    assert found(tmp_path, items, "oit-link-names-other-year") == []
    assert len(found(tmp_path, items, "answer-of-other-year")) == 1


ONE_MISSING = "    elements: {one-year: หน้าแรก, by-source: {missing: true}, in-force: หน้าแรก}\n"


def test_a_missing_element_and_one_that_is_not_stated_are_two_things(tmp_path):
    """An element stated as missing may cost the score; one not stated is a note; no element is in both."""
    items = answer("O18", "page: /about/", keys=ONE_MISSING)
    [missing] = found(tmp_path, items, "oit-element-missing")
    [open_one] = found(tmp_path, items, "oit-element-not-stated")
    assert (missing.values["names"], missing.values["key"]) == ("“แสดงจำนวนเงินตามแหล่งที่มาของงบประมาณ”", "by-source")
    assert open_one.values["names"] == "“แสดงจำนวนเงินตามประเภทรายจ่าย”"


@pytest.mark.parametrize(
    "items", ["  O18: {answer: has_not, elements: {by-source: {missing: true}}}\n", "", answer("O4")]
)
def test_elements_are_judged_only_where_they_are_known_and_answered(tmp_path, items):
    """An item answered with has not, a site without a register and an item without known elements say nothing."""
    codes = ("oit-element-missing", "oit-element-not-stated")
    assert [one for code in codes for one in found(tmp_path, items, code)] == []


def test_the_own_page_is_asked_where_the_register_says_nothing(tmp_path):
    """A page of measures without steps lacks them, unless the register says where they are."""
    files = {"data__2565__measures": MEASURES}
    [lacking] = found(tmp_path / "a", "  O1: {answer: has_not}\n", "oit-element-missing", **files)
    assert "“กำหนดขั้นตอนหรือวิธีปฏิบัติของแต่ละมาตรการ”" in lacking.values["names"]
    stated = answer("O42", keys="    elements: {steps: เอกสารแนบ}\n")
    [lacking] = found(tmp_path / "b", stated, "oit-element-missing", **files)
    assert "ขั้นตอน" not in lacking.values["names"]


@pytest.mark.parametrize(("from_document", "count"), [("true", 0), ("false", 1)])
def test_a_site_that_only_shows_a_document_is_not_judged(tmp_path, from_document, count):
    """A fact missing from a published document may be elsewhere; an agency's own site is asked for it."""
    site = f"title: ทดสอบ\nfrom_document: {from_document}\n"
    for code, name, text in (
        ("oit-element-missing", "data__2565__measures", MEASURES),
        ("follow-up-item-alone", "data__2565__follow-up", FOLLOW_UP),
    ):
        root = tmp_path / code
        assert len(found(root, "", code, **{name: text, "site_config__site": site})) == count


@pytest.mark.parametrize(
    ("items", "files", "count"),
    [
        (answer("O43"), {}, 1),
        (answer("O43"), {"data__2565__measures": MEASURES}, 0),
        (answer("O43") + "  O42: {answer: has, renew: 2564}\n", {}, 0),
        ("  O1: {answer: has_not}\n", {"data__2565__follow-up": FOLLOW_UP}, 1),
        ("  O42: {answer: has_not}\n", {"data__2565__follow-up": FOLLOW_UP, "data__2565__measures": MEASURES}, 1),
        ("  O43: {answer: has_not}\n", {"data__2565__follow-up": FOLLOW_UP}, 0),
    ],
)
def test_results_are_next_to_the_measures(tmp_path, items, files, count):
    """An own page counts as an answer of both items, unless the register says has not; one that waits lacks nothing."""
    assert len(found(tmp_path, items, "follow-up-item-alone", **files)) == count


def test_answers_that_wait_are_said_once_for_each_year_they_are_of(tmp_path):
    """To the officer alone, by the numbers under which they wait; nothing else is said of them."""
    items = "".join(f"  O{n}: {{answer: has, renew: {year}}}\n" for n, year in ((1, 2564), (2, 2564), (5, 2563)))
    problems = found(tmp_path, items, "oit-waits-for-renewal")
    said = {(one.values["found"], one.values["items"], one.year) for one in problems}
    assert said == {("2563", "O5", None), ("2564", "O1 และ O2", None)}
    assert found(tmp_path / "again", items, "oit-without-link") == []


def test_results_of_another_year_are_not_checked_against_the_measures(tmp_path):
    """In 2569 the results are those of the year before, the measures those of the year."""
    files = {"data__2569__oit": "fiscal_year: 2569\nitems: {O26: {answer: has}}\n"}
    assert found(tmp_path, "", "follow-up-item-alone", **files) == []


def test_results_continue_from_measures_that_lack_nothing(tmp_path):
    """A measures item without its analysis takes the item of the results with it."""
    lacking = answer("O42", keys="    elements: {analysis-of-last-year: {missing: true}}\n") + answer("O43")
    complete = answer("O42", keys="    elements: {analysis-of-last-year: หน้าแรก}\n") + answer("O43")
    assert [one.values["needed"] for one in found(tmp_path, lacking, "oit-measures-item-lacking")] == ["O42"]
    assert found(tmp_path, complete, "oit-measures-item-lacking") == []


COMPLAINT = answer("O30", url("https://www.example.go.th/complaint"))


@pytest.mark.parametrize(
    ("address", "others"),
    [
        ("http://WWW.example.go.th:80/complaint/#form", ["O30"]),
        ("https://www.example.go.th/e-service", []),
        ("https://www.example.go.th/complaint?kind=service", []),
    ],
)
def test_the_e_service_is_no_form_for_complaints(tmp_path, address, others):
    """Fragment, scheme, port, case of the host and the closing slash do not make another address; a query does."""
    problems = found(tmp_path, answer("O17", url(address)) + COMPLAINT, "oit-same-address")
    assert [one.values["other"] for one in problems] == others


def test_a_page_of_this_site_is_one_address_however_it_is_given(tmp_path):
    """By its path and by its whole address."""
    items = answer("O17", "page: /form/") + answer("O29", url("https://ita.example.go.th/form"))
    assert [one.values["other"] for one in found(tmp_path, items, "oit-same-address")] == ["O29"]


def test_an_item_answered_with_has_not_shares_nothing(tmp_path):
    """The address is nobody else's where there is no complaint item."""
    items = answer("O17", url("https://www.example.go.th/complaint")) + COMPLAINT.replace(
        "answer: has", "answer: has_not"
    )
    assert found(tmp_path, items, "oit-same-address") == []


def test_items_that_need_not_differ_may_share_an_address(tmp_path):
    """One page may answer O1 and O3."""
    same = url("https://www.example.go.th/about")
    assert found(tmp_path, answer("O1", same) + answer("O3", same), "oit-same-address") == []


@pytest.mark.parametrize(
    ("value", "count"),
    [
        ("0-0000-0000", 1),
        ("๐ ๐๐๐๐ ๐๐๐๐", 1),
        ("+66 0000 0000", 1),
        ("SARABAN@EXAMPLE.GO.TH", 1),
        ("0 0000 0000 ต่อ 12", 0),
        ("0 0000 0012", 0),
        ("mayor@example.go.th", 0),
    ],
)
def test_the_contact_of_an_executive_is_their_own(tmp_path, value, count):
    """The same number in any spelling is the agency's; an extension of its own is not."""
    for code, key, expected in (("O2", "contact", count), ("O2", "name", 0)):
        items = answer(code, keys=f"    elements: {{{key}: {{value: ['{value}']}}}}\n")
        assert len(found(tmp_path, items, "oit-contact-is-general")) == expected


@pytest.mark.parametrize(
    ("year", "items", "named"),
    [
        (2565, "{O1: {answer: has_not}, O3: {answer: has_not}}", "O2 และ O4 ถึง O43"),
        (2565, "{}", None),
        (2568, "{O1: {answer: has_not}}", None),
    ],
)
def test_a_register_names_every_item(tmp_path, year, items, named):
    """The items left are named once, where all items of the year are known and a first one is entered."""
    files = {f"data__{year}__oit": f"fiscal_year: {year}\nitems: {items}\n"}
    problems = found(tmp_path, "", "oit-not-in-register", **files)
    assert [one.values["items"] for one in problems] == ([named] if named else [])


def test_items_of_own_pages_need_no_entry(tmp_path):
    """The page of measures answers O42 by itself."""
    [one] = found(tmp_path, "  O1: {answer: has_not}\n", "oit-not-in-register", data__2565__measures=MEASURES)
    assert one.values["items"] == "O2 ถึง O41 และ O43"


def test_what_may_cost_a_score_is_a_warning_and_names_its_item():
    """No reason is a mere note, none stops a build, and each of the register's says of which item it is."""
    assert {severity_of(code) for code in REASONS} == {Severity.WARNING}
    own = groups()["register"].keys() & REASONS
    assert own
    assert all("{item}" in sentences(language)[code].says for code in own for language in ("th", "en"))
