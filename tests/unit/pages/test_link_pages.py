"""The pages of all links: what does not work first, every address kept, and light also for five full years."""

from __future__ import annotations

import re

import pytest

from links.remembered import FORGOTTEN, MODEL, STATES, YEAR, copy_model, memory_of, register_urls, verdict
from prongsai.analysis.results import analyse_site
from prongsai.links.keep import write_memory
from prongsai.links.memory import Memory, remember
from prongsai.links.seen import State
from prongsai.loading.load_site import load_site
from prongsai.pages.anchors import declared_fragments
from prongsai.pages.drawings import draw_strip
from prongsai.pages.plan import plan_pages, speech_of
from prongsai.pages.render import Renderer
from prongsai.pipeline.build import build_folder
from prongsai.pipeline.check import check_folder
from prongsai.pipeline.checks.output import HEAVIEST_PAGE
from prongsai.pipeline.evidence.check_links import find_links
from prongsai.pipeline.fingerprint import source_fingerprint
from prongsai.thai.numerals import to_arabic
from prongsai.wording import Severity, severity_of
from prongsai.wording.links import word_label
from unit.makers import SITE, write_files
from unit.pages.reading import read_html

HEADINGS = ["broken", "by-hand", "attention", "unchecked", "good"]


@pytest.fixture(scope="module")
def results(tmp_path_factory):
    """The model agency with a window."""
    return check_folder(copy_model(tmp_path_factory.mktemp("links"))).results


@pytest.fixture(scope="module")
def urls(results):
    """The addresses of the year."""
    return register_urls(results.site)


def link_pages(results, memory):
    """The Markdown of the pages about links, by address."""
    pages = plan_pages(results, (), memory)
    renderer = Renderer(frozenset(page.path for page in pages), speech_of(results))
    return {page.path: renderer.render(page) for page in pages if page.path.startswith("/links/")}


def heading_order(markdown):
    """The ids of the headings of lists, in the order of the page."""
    return [one for one in re.findall(r"^## .*\{ #([a-z-]+) \}$", markdown, re.MULTILINE) if one in HEADINGS]


def test_each_year_with_a_register_has_its_page(results):
    """There is one page of all links and one for each year, whether anything was checked or not."""
    years = [number for number, result in results.years.items() if result.year.register]
    assert list(link_pages(results, Memory())) == ["/links/", *(f"/links/{year}/" for year in years)]


def test_a_site_without_register_has_no_such_page():
    """There is nothing to show where no link was submitted."""
    results = analyse_site(load_site(MODEL.parent / "don").site)
    assert link_pages(results, Memory()) == {}


def test_what_was_checked_changes_no_address(results, urls):
    """Pages and headings are promises: a link that breaks or works again neither adds nor takes away any."""
    before, after = link_pages(results, Memory()), link_pages(results, memory_of(urls))
    assert {path: declared_fragments(text) for path, text in before.items()} == {
        path: declared_fragments(text) for path, text in after.items()
    }
    assert {tuple(heading_order(text)) for text in after.values()} == {tuple(HEADINGS)}


def test_every_link_of_the_year_is_listed_with_state_item_and_unit(results, urls):
    """Every state is named, every row leads to its item, and what no register names any more is left out."""
    page = link_pages(results, memory_of(urls))[f"/links/{YEAR}/"]
    assert [state for state in STATES if state is not State.FINE and word_label(state) not in page] == []
    assert FORGOTTEN.partition("://")[2] not in page
    rows = re.findall(r'<tr><th scope="row"><a href="\.\./\.\./2565/oit/o\d+/">', page)
    assert len(rows) >= len(urls)


def test_the_broken_ones_say_since_when(results, urls):
    """The list of broken links has the day of the first check that failed."""
    page = link_pages(results, memory_of(urls))[f"/links/{YEAR}/"]
    broken = page.partition("{ #broken }")[2].partition("{ #by-hand }")[0]
    assert "๒๘ เมษายน ๒๕๖๕" in broken or "28 เมษายน 2565" in broken


def test_an_old_year_stays_on_its_own_page(results, urls):
    """The page of all links lists the newest two years and leads to the others."""
    overview = link_pages(results, memory_of(urls))["/links/"]
    assert 'href="2564/"' in overview
    assert "/2564/oit/" not in overview.partition("{ #broken }")[2]


def full_year(year, folder, count=120):
    """A register of a year with four links for each of 30 items."""
    lines = [f"fiscal_year: {year}", "items:"]
    for number in range(1, count // 4 + 1):
        lines += [f"  O{number}:", "    answer: has", f"    unit: unit-{number % 9}", "    links:"]
        lines += [
            f"      - {{url: 'https://www.example.go.th/{folder}/{year}/{number}-{n}.pdf?a_b=1'}}" for n in range(4)
        ]
    return "\n".join(lines) + "\n"


def five_years(root, folder):
    """Five years of 120 links each below a folder, all broken, which is the heaviest there can be."""
    units = "".join(f"  unit-{n}: {{name: กองยุทธศาสตร์และงบประมาณ {n}}}\n" for n in range(9))
    agency = f"name: เทศบาลตำบลทดสอบ\nunits:\n{units}"
    years = range(2563, 2568)
    write_files(root, {**SITE, "site_config/agency.yml": agency})
    write_files(root, {f"data/{year}/oit.yml": full_year(year, folder) for year in years})
    write_files(root, {"mkdocs.yml": "INHERIT: .prongsai/mkdocs.yml\ndocs_dir: content\nsite_dir: site\n"})
    found = find_links(load_site(root).site)
    assert len(found) == 600
    write_memory(root, remember(Memory(), [verdict(one.url, State.NOT_FOUND) for one in found], "2565-03-20"))
    return root


@pytest.mark.parametrize("folder", ["ita/documents/oit", "แผนการดำเนินงาน_" * 4])
def test_five_years_of_a_hundred_and_twenty_links_stay_light(tmp_path, folder):
    """However many links are broken, no page of links goes over its weight; what has no room is counted and led to."""
    built = build_folder(five_years(tmp_path / "full", folder), tmp_path / "site")
    assert built.done, [str(one) for one in built.problems if severity_of(one.code) is Severity.ERROR]
    sizes = {path: path.stat().st_size for path in (tmp_path / "site" / "links").rglob("index.html")}
    assert len(sizes) == 6
    assert {path.parent.name: size for path, size in sizes.items() if size > HEAVIEST_PAGE} == {}
    html = (tmp_path / "site" / "links" / "2567" / "index.html").read_text("utf-8")
    rows = html.count('<tr><th scope="row"><a href="../../2567/oit/')
    more = re.search(r"และอีก (\d+) ลิงก์", to_arabic(html))
    assert rows + (int(more[1]) if more else 0) == 120
    assert {f"O{number}" for number in range(1, 31)} <= set(re.findall(r">(O\d+)</a>", html))
    assert more is not None  # each row has its address twice, since it can be followed
    assert rows >= (100 if folder.isascii() else 40)


def test_the_address_of_each_row_can_be_followed(results, urls):
    """A listed address is a link to all of it, also where the middle of a long one is not shown."""
    page = read_html(link_pages(results, memory_of(urls))[f"/links/{YEAR}/"])
    links = [row[2].one("a") for row in page.table("good")]
    assert len(links) > 2
    assert {link.attributes["href"] for link in links} <= set(urls)
    assert all(link.text.split("…")[-1] in link.attributes["href"] for link in links)


def test_a_changed_memory_is_built_again(tmp_path):
    """The memory of links counts among what a site is made from."""
    root = copy_model(tmp_path)
    before = source_fingerprint(root, None)
    write_memory(root, remember(Memory(), [verdict(FORGOTTEN, State.FINE)], "2565-03-20"))
    assert source_fingerprint(root, None) != before


def test_the_drawing_has_a_cell_for_each_day():
    """Each status is one line of dashes, a unit long for each of its days, and nothing for screen readers."""
    drawn = draw_strip((("good", 0, 4), ("broken", 4, 2), ("good", 6, 34), ("unchecked", 40, 21)))
    assert 'viewBox="0 0 61 12"' in drawn
    assert '<path class="g" d="M0 6h4M6 6h34"/>' in drawn
    assert '<path class="b" d="M4 6h2"/>' in drawn
    assert 'aria-hidden="true"' in drawn
    assert "style=" not in drawn
