"""The answers of a year: state, links, elements and readiness, from the register and from the site's own pages."""

import pytest

from prongsai.analysis.results import analyse_site
from prongsai.loading.load_site import load_site
from prongsai.problems import Where, problem
from prongsai.views.oit.answers import answers_of
from prongsai.views.oit.readiness import group_readiness
from unit.makers import SITE, write_files

REGISTER = """fiscal_year: 2565
items:
  O1: {answer: has, unit: คลัง, links: [{url: "https://www.example.go.th/a", checked_on: 3 เมษายน 2565}]}
  O2:
    answer: has
    unit: finance
    fiscal_year: 2564
    links:
      - {page: /about/, title: เกี่ยวกับ}
      - {file: 2565/a.pdf, checked_on: 2 เมษายน 2565, does_not_open: ว่าง}
    elements:
      contact: {place: ท้ายหน้า, at: /about/#contact, note: สายตรง}
      name: ตาราง
      photo: {missing: true}
  O3: {answer: has_not}
"""
MEASURES = (
    "fiscal_year: 2565\nfrom_fiscal_year: 2564\nmeasures: [{id: m1, title: ก, steps: [ทำ]}, {id: m2, title: ข}]\n"
)


@pytest.fixture
def results(tmp_path):
    """A site with a register of three items and a page of measures."""
    files = {**SITE, "data/2565/oit.yml": REGISTER, "data/2565/measures.yml": MEASURES}
    return analyse_site(load_site(write_files(tmp_path, files)).site)


def of_code(code, item="O2", year=2565):
    """A problem about an item."""
    return problem(code, Where("data/2565/oit.yml", 1, 1), year=year, item=item)


@pytest.mark.parametrize(
    ("item", "said", "state"),
    [
        ("O1", "has", "ready"),
        ("O2", "has", "lacking"),
        ("O3", "has_not", "has_not"),
        ("O4", "", "open"),
        ("O42", "has", "ready"),
    ],
)
def test_an_item_has_a_state(results, item, said, state):
    """Ready is only what is there and has no reason; what nobody registered is open, unless an own page answers."""
    found = answers_of(results, 2565, [of_code("oit-element-missing")]).of(item)
    assert (found.answer, found.state) == (said, state)


@pytest.mark.parametrize(
    "other",
    [
        of_code("oit-element-not-stated"),
        of_code("oit-element-missing", year=2564),
        of_code("remark"),
        of_code("oit-contact-is-general"),
    ],
)
def test_only_reasons_of_the_year_make_an_item_lacking(results, other):
    """Notes, other problems and those of other years do not."""
    assert answers_of(results, 2565, [other]).of("O2").state == "ready"


def test_links_lead_to_pages_files_and_addresses(results):
    """The title is the address where none is given, and what was seen when it did not open is kept."""
    found = answers_of(results, 2565, [])
    assert [(one.title, one.href) for one in found.of("O2").links] == [
        ("เกี่ยวกับ", "/about/"),
        ("/files/2565/a.pdf", "/files/2565/a.pdf"),
    ]
    assert [one.does_not_open for one in found.of("O2").links] == ["", "ว่าง"]
    assert found.of("O1").links[0].title == "https://www.example.go.th/a"


def test_the_last_check_needs_every_link(results):
    """One link that nobody opened leaves the item unchecked."""
    found = answers_of(results, 2565, [])
    assert str(found.of("O1").last_check) == "3 เมษายน 2565"
    assert found.of("O2").last_check is None


def test_elements_say_where_they_stand(results):
    """In words, with an address and a note; what is missing is named; the rest is unknown."""
    item = answers_of(results, 2565, []).of("O2")
    elements = {one.key: one for one in item.elements}
    contact = elements["contact"]
    assert (contact.state, contact.place, contact.href, contact.note) == (
        "there",
        "ท้ายหน้า",
        "/about/#contact",
        "สายตรง",
    )
    assert (elements["name"].state, elements["name"].href) == ("there", "")
    assert [one.key for one in item.missing] == ["photo"]
    assert elements["position"].state == "unknown"


def test_an_own_page_answers_with_its_elements(results):
    """The page is the link, of its own year, and says for how many measures an element holds."""
    item = answers_of(results, 2565, []).of("O42")
    assert [(one.href, one.own) for one in item.links] == [("/2565/measures/", True)]
    assert (item.stated, item.stated_year, item.required_year) == (None, 2565, 2565)
    steps = next(one for one in item.elements if one.key == "steps")
    assert (steps.state, steps.href, steps.note) == ("there", "/2565/measures/#measures", "มี 1 จาก 2 มาตรการ")


def test_readiness_is_counted_of_all_items_of_the_edition(results):
    """Units under any of their names are one; sub-indicators come in official order."""
    found = answers_of(results, 2565, [of_code("oit-element-missing")])
    assert (found.ready, found.total, len(found.items)) == (2, 43, 43)
    units = {one.key: (one.name, one.ready, one.total) for one in group_readiness(found, results, by="unit")}
    assert units["finance"] == ("กองคลัง", 1, 2)
    parts = group_readiness(found, results, by="subindicator")
    assert [one.key for one in parts] == ["9.1", "9.2", "9.3", "9.4", "9.5", "10.1", "10.2"]
    assert [(one.ready, one.total) for one in parts][-1] == (1, 2)
