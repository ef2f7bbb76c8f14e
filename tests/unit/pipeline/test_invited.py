"""The foot of every page: its address to pass on, the survey with its days, and how corruption is reported."""

import html

import pytest

from prongsai.pipeline.build import build_folder
from unit.pages.reading import read_html
from unit.pipeline.conftest import make_root

NASTY = '<b>x</b> " onclick="y & {{ z }}'
INVITED = """eit_survey: {url: "https://itas.example.go.th/x?a=1&b=2", fiscal_year: 2565, opens: 1 มกราคม 2565, closes: 30 มิถุนายน 2565}
complaints:
  channels:
    - {kind: phone, label: 'LABEL', value: 0-2000-0019 ต่อ 2}
    - {kind: line, value: '@example'}
    - {kind: post, value: ตู้ ปณ. 1}
  confidentiality: 'LABEL'
"""  # noqa: E501  one line of a file


@pytest.fixture(scope="module")
def invited(tmp_path_factory):
    """A small site that states both, with texts that would be markup if they were not text."""
    root = make_root(tmp_path_factory.mktemp("invited") / "root")
    agency = root / "site_config/agency.yml"
    agency.write_text(agency.read_text("utf-8") + INVITED.replace("LABEL", NASTY), "utf-8")
    built = build_folder(root, root / "site")
    assert built.done, built.problems
    return root / "site"


def foot_of(site, page):
    """The foot of a page."""
    [foot] = read_html((site / page).read_text("utf-8")).all("footer", "md-footer")
    return foot


@pytest.mark.parametrize("page", ["2565/measures/m01/index.html", "about/index.html", "404.html"])
def test_every_page_has_the_survey_and_the_ways_to_report_corruption(invited, page):
    """Also pages written by hand and the page for addresses that are not there."""
    foot = foot_of(invited, page)
    shared = len(foot.one("ul", class_="ps-share").all("a"))
    links = [one.attributes["href"] for one in foot.all("a")][shared:]
    assert links[0] == "https://itas.example.go.th/x?a=1&b=2"
    assert links[1].endswith("#survey")
    assert links[2:4] == ["tel:020000019", "https://line.me/R/ti/p/%40example"]
    assert "แบบวัด EIT ปีงบประมาณ พ.ศ. ๒๕๖๕" in foot.text
    assert "ช่วงวันที่ตอบได้ ๑ มกราคม ถึง ๓๐ มิถุนายน ๒๕๖๕" in foot.text
    assert "ตู้ ปณ. 1" in foot.text
    assert foot.text.count(NASTY) == 2
    assert not foot.all("script")
    assert [one.attributes.keys() for one in foot.all("b")] == [{}.keys()]


@pytest.mark.parametrize("name", ["index.html", "contact/index.html"])
def test_home_and_contact_have_them_with_the_code(invited, name):
    """Home and the page of contacts show the code, the address in words and the line on confidentiality."""
    page = read_html((invited / name).read_text("utf-8"))
    [survey] = page.all("section", "ps-survey")
    assert survey.one("svg").attributes["role"] == "img"
    assert "https://itas.example.go.th/x?a=1&b=2" in survey.one("svg").attributes["aria-label"]
    assert "https://itas.example.go.th/x?a=1&b=2" in survey.text
    [complaints] = page.all("section", "ps-complaints")
    assert f"การรักษาความลับ {NASTY}" in complaints.text
    assert not foot_of(invited, name).all("p", "ps-footer__invited"), "said once on a page"


def test_an_agency_that_states_neither_has_neither(tmp_path):
    """No empty line and no invented survey."""
    root = make_root(tmp_path / "root")
    assert build_folder(root, root / "site").done
    assert not foot_of(root / "site", "index.html").all("p", "ps-footer__invited")
    assert "แบบวัด EIT ปี" not in html.unescape((root / "site/contact/index.html").read_text("utf-8"))


CHANNELS = """channels:
  - {kind: phone, value: 0-2000-0000}
  - {kind: line, value: '@example'}
  - {kind: web, value: 'https://www.example.go.th/q?about={page}'}
  - {kind: email, value: ita@example.go.th}
"""
ADDRESS = "https://ita.example.go.th/2565/measures/m01/"
CODED = "https%3A%2F%2Fita.example.go.th%2F2565%2Fmeasures%2Fm01%2F"


@pytest.mark.parametrize(
    ("left_out", "report"),
    [
        ("none", f"mailto:ita@example.go.th?subject=แจ้งปัญหาของหน้าเว็บ%20{CODED}"),
        ("email", f"https://www.example.go.th/q?about={CODED}"),
        ("email|web", f"https://line.me/R/oaMessage/%40example/?แจ้งปัญหาของหน้าเว็บ%20{CODED}"),
        ("email|web|line", None),
    ],
)
def test_a_page_is_passed_on_and_its_faults_reported_by_its_address(tmp_path, left_out, report):
    """Plain links: the address, LINE, and the channel of the agency that can carry an address, if there is one."""
    root = make_root(tmp_path / "root")
    agency, kinds = root / "site_config/agency.yml", left_out.split("|")
    kept = [line for line in CHANNELS.splitlines() if not any(f"kind: {kind}," in line for kind in kinds)]
    channels = "channels:\n  - {kind: phone, value: 0 0000 0000}\n"
    agency.write_text(agency.read_text("utf-8").replace(channels, "\n".join((*kept, ""))), "utf-8")
    built = build_folder(root, root / "site", site_url="https://ita.example.go.th/")
    assert built.done, built.problems
    foot = foot_of(root / "site", "2565/measures/m01/index.html")
    share = f"https://social-plugins.line.me/lineit/share?url={ADDRESS}"
    expected = [ADDRESS, share, *([report] if report else []), "#page"]
    assert [one.attributes["href"] for one in foot.one("ul", class_="ps-share").all("a")] == expected
    lost = foot_of(root / "site", "404.html").one("ul", class_="ps-share")
    assert [one.attributes["href"] for one in lost.all("a")] == ["#"], "an address that is not there"
