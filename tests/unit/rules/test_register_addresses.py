"""Addresses as evidence: front pages, hosts on trial, one page for many items, each with the address that is right."""

import pytest

from prongsai.rules.register_addresses import is_trial_host
from unit.makers import check_files

FRONT, TRIAL, MANY = "oit-link-is-front-page", "oit-link-on-trial", "oit-one-address-for-many"
AGENCY = (
    "name: เทศบาลตำบลทดสอบ\nmain_website: https://www.example.go.th/\nother_websites: ['https://demo.example.go.th/']\n"
)
IN_FOLDER = "name: เทศบาลตำบลทดสอบ\nmain_website: https://ita.example.go.th/agency/\n"
UNKNOWN = "name: เทศบาลตำบลทดสอบ\n"


def found(root, code, answers, agency=AGENCY):
    """The items (or the items of a group) of which one code speaks, in a register of 2565 with these answers."""
    items = "".join(f"  {item}: {{answer: has, {rest}}}\n" for item, rest in answers)
    files = {"data/2565/oit.yml": f"fiscal_year: 2565\nitems:\n{items}", "site_config/agency.yml": agency}
    problems = [one for one in check_files(root, files) if one.code == code]
    return [one.values.get("item") or one.values["items"] for one in problems]


def links(*addresses):
    """The links of an answer."""
    named = ", ".join(f"{{url: '{address}'}}" for address in addresses)
    return f"links: [{named}]"


@pytest.mark.parametrize(
    ("address", "agency", "is_front"),
    [
        ("https://www.example.go.th/", AGENCY, True),
        ("https://example.go.th", AGENCY, True),
        ("http://www.example.go.th/index.php", AGENCY, True),
        ("https://www.example.go.th/home?fbclid=x", AGENCY, True),
        ("https://www.other.go.th/main", AGENCY, True),  # of another agency
        ("https://ita.example.go.th/agency/", IN_FOLDER, True),
        ("https://ita.example.go.th/agency/index.php", IN_FOLDER, True),
        ("https://www.example.go.th/", UNKNOWN, True),
        ("https://www.example.go.th/#contact", AGENCY, False),
        ("https://www.example.go.th/?page_id=9", AGENCY, False),
        ("https://www.example.go.th/duties", AGENCY, False),
        ("https://plan.example.go.th/", AGENCY, False),  # may be all about the item
        ("https://ita.example.go.th/agency/duties", IN_FOLDER, False),
        ("https://web.example.go.th/", UNKNOWN, False),  # nobody says what that is
        ("https://ita.example.go.th/", UNKNOWN, True),  # of this site itself,
    ],
)
def test_the_front_page_is_not_the_page_of_an_item(tmp_path, address, agency, is_front):
    """The front page of a website, by any of its addresses, is remarked upon; a page or a place of it is not."""
    assert found(tmp_path, FRONT, [("O3", links(address))], agency) == (["O3"] if is_front else [])


def test_a_front_page_next_to_the_page_of_the_item_is_no_fault(tmp_path):
    """One link that opens the content is enough, and so is that the register says where in the page it is."""
    both = links("https://www.example.go.th/", "https://www.example.go.th/duties")
    placed = f"{links('https://www.example.go.th/')}, elements: {{duties-and-powers: {{at: 'https://www.example.go.th/#duties'}}}}"
    assert found(tmp_path, FRONT, [("O3", both), ("O1", f"{links('https://www.example.go.th/')}")]) == ["O1"]
    assert found(tmp_path, FRONT, [("O3", placed)]) == []


def test_a_system_of_its_own_may_answer_an_item_with_its_first_page(tmp_path):
    """E-service.example.go.th is the service; the same page for three items is the front page of a website."""
    service = links("https://e-service.example.go.th/")
    assert found(tmp_path, FRONT, [("O17", service), ("O18", service)]) == []
    assert found(tmp_path, FRONT, [("O17", service), ("O18", service), ("O19", service)]) == ["O17", "O18", "O19"]
    assert found(tmp_path, FRONT, [("O17", links("https://e-service-example.com/"))]) == []


@pytest.mark.parametrize(
    ("host", "is_trial"),
    [
        ("test.example.or.th", True),
        ("dev.example.go.th", True),
        ("dev2.example.go.th", True),
        ("staging.example.go.th", True),
        ("ita-uat.example.go.th", True),
        ("web-test.example.go.th", True),
        ("www.demo.example.go.th", True),
        ("deploy-preview-12--amphoe.netlify.app", True),
        ("amphoe-git-main-it.vercel.app", True),
        ("a1b2.ngrok-free.app", True),
        ("test.go.th", False),  # the name itself
        ("www.example.go.th", False),
        ("latest.example.go.th", False),
        ("contest.example.go.th", False),
        ("testing.example.ac.th", False),
        ("dev-plan.example.go.th", False),  # development
        ("test-center.example.ac.th", False),
        ("qa.example.ac.th", False),  # quality assurance
        ("sit.example.ac.th", False),
        ("preview-news.example.go.th", False),
        ("amphoe.netlify.app", False),
        ("192.0.2.7", False),
    ],
)
def test_a_host_on_trial_is_known_by_its_name(host, is_trial):
    """The whole of a part of the name says so, before the name that was registered."""
    assert is_trial_host(host) == is_trial


def test_a_link_to_a_host_on_trial_is_warned_of(tmp_path):
    """Unless the agency says that it is its website, or nobody outside can reach it, which is said by itself."""
    answers = [
        ("O1", links("https://test.example.go.th/a")),
        ("O2", links("https://demo.example.go.th/b")),
        ("O3", links("http://test.example.local/c")),
        ("O4", links("https://www.example.go.th/test/d")),
    ]
    assert found(tmp_path, TRIAL, answers) == ["O1"]
    assert found(tmp_path, "oit-link-not-public", answers) == ["O3"]


def test_one_address_for_many_items_is_said_once(tmp_path):
    """Five items with one link are named together; places, numbers and second links tell items apart."""
    items = ["O3", "O4", "O5", "O6", "O7"]
    page = "https://www.example.go.th/ita"
    assert found(tmp_path, MANY, [(one, links(page)) for one in items]) == ["O3 ถึง O7"]
    assert found(tmp_path, MANY, [(one, links(page)) for one in items[1:]]) == []
    assert found(tmp_path, MANY, [(one, links(f"{page}#{one}")) for one in items]) == []
    assert found(tmp_path, MANY, [(one, links(f"{page}?id={one}")) for one in items]) == []
    assert found(tmp_path, MANY, [(one, links(page, f"{page}/{one}")) for one in items]) == []
    assert found(tmp_path, MANY, [(one, links("https://www.example.go.th/")) for one in items]) == []


def test_that_links_are_not_compared_with_an_unknown_website_is_said_once(tmp_path):
    """A register whose only links are on a file share is not found faultless while the main website is not entered."""
    answers = [(one, links(f"https://drive.google.com/file/d/{one}/view")) for one in ("O1", "O2", "O3")]
    items = "".join(f"  {item}: {{answer: has, {rest}}}\n" for item, rest in answers)
    register = {"data/2565/oit.yml": f"fiscal_year: 2565\nitems:\n{items}"}
    for agency, codes in (
        (UNKNOWN, ["main-website-not-entered"]),
        (f"{UNKNOWN}main_website:\n", ["main-website-not-entered"]),
        (AGENCY, ["oit-link-elsewhere"] * 3),
    ):
        problems = check_files(tmp_path, {**register, "site_config/agency.yml": agency})
        assert [one.code for one in problems if "website" in one.code or "elsewhere" in one.code] == codes
