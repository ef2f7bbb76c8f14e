"""A page names the data files that it is made from, and no others."""

from __future__ import annotations

from prongsai.analysis.results import analyse_site
from prongsai.loading.load_site import load_site
from prongsai.pages.plan import plan_pages
from unit.makers import SITE, write_files

FILES = {
    **SITE,
    "data/2567/scores.yml": "fiscal_year: 2567\ntotal: 80.00\n",
    "data/2569/scores.yml": "fiscal_year: 2569\ntotal: 81.00\n",
    "data/2569/analysis.yml": "fiscal_year: 2569\n",
    "data/2569/measures.yml": "fiscal_year: 2569\nmeasures: [{id: m01, title: ก}]\n",
    "data/2570/measures.yml": "fiscal_year: 2570\nfrom_fiscal_year: 2569\nmeasures: [{id: m01, title: ก}]\n",
    "data/2570/memo.yml": "fiscal_year: 2570\nsubject: ก\n",
}


def test_a_page_of_a_year_names_no_file_that_has_nothing_to_do_with_it(tmp_path):
    """The register of 2570 is not made from the result of 2569, whose analysis its measures answer."""
    site = load_site(write_files(tmp_path, FILES)).site
    made_from = {page.path: set(page.made_from) for page in plan_pages(analyse_site(site), ())}
    assert made_from["/2570/oit/"] == set()
    assert made_from["/2570/memo/"] == {"data/2570/memo.yml"}
    assert made_from["/2570/scores/"] == set()
    assert made_from["/2570/follow-up/"] == {"data/2570/measures.yml"}
    answered = {"data/2569/analysis.yml", "data/2569/scores.yml"}
    assert made_from["/2570/measures/"] == {"data/2570/measures.yml", *answered}
    assert made_from["/2569/measures/"] == {"data/2569/measures.yml"}
    assert made_from["/2569/scores/"] == {"data/2569/scores.yml"}


def test_the_page_of_an_edition_names_the_file_of_that_edition(tmp_path):
    """The file is the one that ships, or the agency's own; a year of which little is known has one too."""
    own = "site_config/editions/2567.yml"
    files = {**FILES, own: "scheme: ของเรา\nfiscal_year: 2567\n"}
    site = load_site(write_files(tmp_path, files)).site
    made_from = {page.path: page.made_from for page in plan_pages(analyse_site(site), ())}
    assert made_from["/methodology/2569/"] == ("editions/2569.yml",)
    assert made_from["/methodology/2567/"] == (own,)
    assert made_from["/methodology/2570/"] == ("editions/2570.yml",)
