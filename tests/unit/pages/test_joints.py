"""Sentences joined from parts have a blank between Thai and figures or Latin letters."""

from __future__ import annotations

import re

import pytest

import sites
from prongsai.analysis.results import analyse_site
from prongsai.loading.load_site import load_site
from prongsai.pages.plan import plan_pages, speech_of
from prongsai.pages.render import Renderer
from unit.makers import SITE, write_files
from unit.pages.reading import read_html

_THAI, _OTHER = "ก-ฺเ-๎", "0-9๐-๙A-Za-z"  # letters of Thai, figures of both kinds and Latin letters
JOINT = re.compile(rf"\S*(?:[{_OTHER}](?=[{_THAI}])|[{_THAI}](?=[{_OTHER}]))\S*")
MARKUP = re.compile(r"\]\([^)]*\)|\{ #[^}]*\}|\[|\]")
OTHER_SCHEME = "scheme: ของเรา\nfiscal_year: 2566\nassessment: {short: IPA, name: การประเมินของเรา, organiser: ชุมชน}\n"
FILES = {
    **SITE,
    "site_config/editions/2566.yml": OTHER_SCHEME,
    "data/2566/scores.yml": "fiscal_year: 2566\ntotal: 80.00\n",
    "data/2567/scores.yml": "fiscal_year: 2567\ntotal: 80.00\nindicators: {1: 80.00, 2: 70.00}\n",
    "data/2568/oit.yml": "fiscal_year: 2568\nitems: {O3: {answer: has_not}}\n",
    "data/2569/scores.yml": (
        "fiscal_year: 2569\ntotal: 81.00\nlevel: ผ่าน\n"
        "instruments: {IIT: 80.00, EIT: 82.00, OIT: 81.50}\nindicators: {1: 80.00, 2: 70.00}\n"
    ),
    "data/2569/oit.yml": "fiscal_year: 2569\nitems: {O1: {answer: has, links: [{page: /2569/}]}}\n",
    "data/2569/analysis.yml": "fiscal_year: 2569\nweaknesses: [{text: ก, indicators: [2], rules: [lowest]}]\n",
    "data/2570/measures.yml": (
        "fiscal_year: 2570\nfrom_fiscal_year: 2569\n"
        "measures: [{id: m01, title: ก, number: 1, basis: [{item: O1}, {indicator: 2}]}]\n"
    ),
}


@pytest.mark.parametrize("numerals", ["thai", "arabic"])
def test_no_page_of_half_known_years_lacks_a_blank(tmp_path, numerals):
    """All pages of years that are known, half known and unknown, in both numerals."""
    files = {**FILES, "site_config/site.yml": f"title: ทดสอบ\nnumerals: {numerals}\nnotes: public\n"}
    results = analyse_site(load_site(write_files(tmp_path, files)).site)
    pages = list(plan_pages(results, ()))
    renderer = Renderer(frozenset(page.path for page in pages), speech_of(results))
    found = {joint for page in pages for joint in JOINT.findall(_said(renderer.render(page)))}
    assert found == set()


def _said(markdown: str) -> str:
    """The words of a page and of its head, without addresses and names of parts; what is set apart is no sentence."""
    return read_html(MARKUP.sub(" ", markdown).replace("\n", " ").replace("><", "> <")).text


def test_no_report_lacks_a_blank():
    """The reports of all cases, without what they quote and the addresses in them."""
    quoted = re.compile(r"“[^”]*”|\S*://\S*|\S*/\S*")
    lines = {line for case in sites.invalid_cases() for line in _report_of(case)}
    assert [line for line in sorted(lines) if JOINT.search(quoted.sub(" ", line))] == []


def _report_of(case: str) -> list[str]:
    return (sites.INVALID / case / "expected.txt").read_text("utf-8").splitlines()
