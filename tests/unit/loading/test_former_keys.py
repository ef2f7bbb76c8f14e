"""Keys that were renamed in the rules of a year: what was written with the old one, and every address, lives on."""

from prongsai.analysis.former_addresses import former_addresses
from prongsai.ledger.follow_redirects import Addresses, settle_ledger
from prongsai.ledger.rows import Ledger, Row
from prongsai.loading.load_site import load_site
from prongsai.pipeline.check import check_folder
from unit.loading.test_offered_names import head, library
from unit.makers import SITE, shipped_edition, write_files

RENAMED = head(
    2571,
    "items:\n  O1: {key: chart-of-units, former_keys: [structure, units], title: ผัง, elements: "
    "[{key: drawing, former_keys: [chart], text: ผัง}]}\n",
)
REGISTER = (
    "fiscal_year: 2571\nitems:\n  O1: {answer: has, links: [{url: 'https://www.example.go.th/a'}], "
    "elements: {chart: หน้าแรก}}\n"
)


def site(folder):
    """A site whose register was written before the keys were renamed."""
    files = {"site_config/editions/2571.yml": RENAMED, "data/2571/oit.yml": REGISTER}
    return write_files(folder, {**SITE, **files})


def test_the_contact_item_of_2568_has_the_meaning_of_2569_and_keeps_its_former_key():
    """It is found by both keys in its own year, and no other year takes it for its plain contact item."""
    edition = shipped_edition(2568)
    assert edition.items["O3"].key == shipped_edition(2569).items["O3"].key == "contact-and-questions"
    assert edition.item_called("contact") == "O3"
    assert edition.item_of("contact") is None


def test_an_own_file_with_the_former_key_still_adds_to_the_item(tmp_path):
    """An agency's file over the old key takes nothing from the item, whose meaning stays the present one."""
    item = library(tmp_path, y2568=head(2568, "items: {O3: {key: contact, group: ติดต่อ}}\n")).rules(2568).items["O3"]
    assert (item.key, item.group, len(item.elements)) == ("contact-and-questions", "ติดต่อ", 4)


def test_an_answer_by_a_former_key_is_the_answer_to_the_element(tmp_path):
    """The register says chart, the rules drawing: the element is there, and nothing is missing or unknown."""
    [year] = load_site(site(tmp_path)).site.years
    assert year.register.items["O1"].elements["drawing"].place == "หน้าแรก"
    assert not {one.code for one in check_folder(tmp_path).problems} & {"oit-element-not-stated", "unknown-element"}


def test_addresses_by_former_keys_lead_to_where_their_content_is(tmp_path):
    """Of an item by its page, of an element by its fragment."""
    assert former_addresses(load_site(site(tmp_path)).site.years) == {
        "/2571/oit/structure/": "/2571/oit/o1/",
        "/2571/oit/units/": "/2571/oit/o1/",
        "/2571/oit/o1/#e-chart": "/2571/oit/o1/#e-drawing",
    }


def test_the_ledger_follows_by_itself(tmp_path):
    """A published address of a former key is a redirect at once; pages, anchors and rules of hosts follow it."""
    root = site(tmp_path)
    rows = "/2571/oit/structure/,2569-11-21,live,,,\n/2571/oit/o1/#e-chart,2569-11-21,live,,,\n"
    write_files(root, {"site_config/urls.csv": f"path,first_seen,fate,to,since,reason\n{rows}"})
    checked = check_folder(root)
    assert [one.code for one in checked.problems if one.code.startswith(("url-", "ledger-"))] == []
    files = checked.planned.files
    assert "/2571/oit/o1/" in files["content/2571/oit/structure/index.md"].decode()
    assert 'id="e-chart"' in files["content/2571/oit/o1/index.md"].decode()


def test_what_exists_again_or_leads_nowhere_is_left_alone():
    """A page that is there wins over a redirect; one whose new place is not there stays lost and is reported."""
    ledger = Ledger((Row("/a/", "2569-11-21"), Row("/b/", "2569-11-21")))
    there = Addresses(frozenset({"/a/"}), moved={"/a/": "/c/", "/b/": "/c/"})
    assert [row.state for row in settle_ledger(ledger, there).rows] == ["live", "live"]


def test_a_published_part_that_the_rules_no_longer_give_keeps_its_address(tmp_path):
    """The same item in other years, groups of items, levels of a year: what goes with the rules keeps its address."""
    root = site(tmp_path)
    gone = ("/2571/oit/o1/#other-years", "/2571/oit/#s9-1", "/methodology/2571/#levels")
    rows = "".join(f"{one},2569-11-21,live,,,\n" for one in gone)
    write_files(root, {"site_config/urls.csv": f"path,first_seen,fate,to,since,reason\n{rows}"})
    checked = check_folder(root)
    assert [one.code for one in checked.problems if one.code.startswith("url-")] == []
    assert 'id="other-years"' in checked.planned.files["content/2571/oit/o1/index.md"].decode()
