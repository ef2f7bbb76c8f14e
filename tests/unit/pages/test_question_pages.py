"""Questions and answers on the pages: where each is, who lists it, and what is said where there is no answer."""

import pytest

from prongsai.analysis.results import analyse_site
from prongsai.loading.load_site import load_site
from prongsai.pages.anchors import declared_fragments
from prongsai.pages.plan import plan_pages, speech_of
from prongsai.pages.render import Renderer
from unit.makers import SITE, write_files
from unit.pages.reading import read_html

AGENCY = f"{SITE['site_config/agency.yml']}channels:\n  - {{kind: email, value: ita@example.go.th}}\n"
OWN = {"site_config/agency.yml": AGENCY, "site_config/site.yml": "title: ก\nsite_url: https://ita.example.go.th/\n"}
MEASURES = "fiscal_year: 2565\nmeasures: [{id: m1, title: ก}, {id: m2, title: ข}]\n"
QUESTIONS = """fiscal_year: 2565
questions:
  - id: q01
    asked_on: 5 มกราคม 2565
    question: ถามเรื่องมาตรการ
    answer: [ย่อหน้าแรก, {text: ย่อหน้าที่สอง, points: [ข้อย่อย]}]
    answered_on: 9 มกราคม 2565
    unit: คลัง
    about: {measure: m1}
    link: /2565/measures/m1/
  - {id: q02, asked_on: 7 มกราคม 2565, question: ถามเรื่องตัวชี้วัด, about: {indicator: 2}}
  - {id: q03, question: ถามเรื่องข้อ, answer: ตอบแล้ว, about: {item: O2}}
"""
OLDER = "fiscal_year: 2564\nquestions: [{id: q01, asked_on: 1 มีนาคม 2564, question: ถามปีก่อน, answer: ตอบปีก่อน}]\n"
FILES = {
    **SITE,
    **OWN,
    "data/2564/questions.yml": OLDER,
    "data/2565/measures.yml": MEASURES,
    "data/2565/oit.yml": "fiscal_year: 2565\nitems: {O2: {answer: has}}\n",
    "data/2565/questions.yml": QUESTIONS,
}


def render(root, files):
    """The Markdown of every page of a site, by address."""
    results = analyse_site(load_site(write_files(root, files)).site)
    planned = plan_pages(results, ())
    renderer = Renderer(frozenset(page.path for page in planned), speech_of(results))
    return {page.path: renderer.render(page) for page in planned}


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """The pages of a site with questions in two years."""
    return render(tmp_path_factory.mktemp("site"), FILES)


def listed(page):
    """The questions that a page lists at its foot."""
    found = read_html(page.partition("\n---\n")[2]).all("section", "ps-asked")
    return [link.text for section in found for link in section.all("a")]


def test_each_question_has_a_place_of_its_own(pages):
    """Its id is a fragment of the page of its year."""
    assert {"q01", "q02", "q03"} <= declared_fragments(pages["/2565/questions/"])
    assert "q01" in declared_fragments(pages["/2564/questions/"])


def test_an_answer_is_shown_with_its_days_its_unit_and_its_subject(pages):
    """The person who asked is nowhere; everything else that was entered is there."""
    text = read_html(pages["/2565/questions/"].partition("\n---\n")[2]).text
    for words in ("ถามเมื่อ ๕ มกราคม ๒๕๖๕", "ตอบเมื่อ ๙ มกราคม ๒๕๖๕", "กองคลัง", "ย่อหน้าแรก", "ย่อหน้าที่สอง", "ข้อย่อย"):
        assert words in text
    assert "ถาม ๓ เรื่อง ตอบแล้ว ๒ เรื่อง ยังไม่ได้ตอบ ๑ เรื่อง" in text


def test_a_question_without_answer_says_so_and_an_answer_without_day_too(pages):
    """No answer is not an answer without a day."""
    answers = read_html(pages["/2565/questions/"].partition("\n---\n")[2]).all("p", "ps-qa__state")
    assert [one.text for one in answers] == [
        "คำตอบ ตอบเมื่อ ๙ มกราคม ๒๕๖๕",
        "คำตอบ ยังไม่ได้ตอบ",
        "คำตอบ วันที่ตอบ: ยังไม่ได้กรอกข้อมูล",
    ]


def test_each_page_lists_its_own_questions(pages):
    """Measure, unit, indicator and item, and no other of their kind."""
    assert listed(pages["/2565/measures/m1/"]) == listed(pages["/units/finance/"]) == ["ถามเรื่องมาตรการ"]
    assert listed(pages["/2565/measures/m2/"]) == []
    assert listed(pages["/indicators/2/"]) == ["ถามเรื่องตัวชี้วัด"]
    assert listed(pages["/indicators/1/"]) == []
    assert listed(pages["/2565/oit/o2/"]) == ["ถามเรื่องข้อ"]
    assert listed(pages["/2565/oit/o3/"]) == []
    assert 'href="../../questions/#q01"' in pages["/2565/measures/m1/"]


def test_the_page_across_the_years_has_the_newest_in_full_and_links_to_the_older(pages):
    """The last asked comes first; one without a day comes last; older years have their counts and the way."""
    page = pages["/questions/"]
    text = read_html(page.partition("\n---\n")[2]).text
    order = [text.index(words) for words in ("ถามเรื่องตัวชี้วัด", "ถามเรื่องมาตรการ", "ถามเรื่องข้อ")]
    assert order == sorted(order)
    assert "ตอบปีก่อน" not in text
    assert 'href="../2564/questions/"' in page
    assert "ถาม ๑ เรื่อง ตอบแล้ว ๑ เรื่อง" in text


def test_only_years_with_questions_have_the_section(tmp_path):
    """An empty file, as a new site has it, makes no page and no entry in the navigation of the year."""
    empty = {**FILES, "data/2565/questions.yml": "fiscal_year: 2565\nquestions: []\n"}
    del empty["data/2564/questions.yml"]
    pages = render(tmp_path, empty)
    assert not [path for path in pages if "questions" in path]
    assert "ถาม-ตอบ" not in "".join(pages.values())


def test_the_year_leads_to_its_questions(pages):
    """In its navigation, before the notes, and from its first page with the counts."""
    titles = [one.text for one in read_html(pages["/2565/scores/"]).all("nav", "ps-yearnav")[0].all("a")]
    assert titles[4:6] == ["ข้อ OIT", "ถาม-ตอบ"]
    assert "ตอบแล้ว ๒ เรื่อง" in pages["/2565/"]


def test_a_question_keeps_its_page_when_others_are_added(tmp_path):
    """Twenty are on a page by their order in the file, so that links to a question last."""
    many = "".join(f"  - {{id: q{number}, question: ถามครั้งที่ {number}}}\n" for number in range(1, 46))
    files = {**FILES, "data/2565/questions.yml": f"fiscal_year: 2565\nquestions:\n{many}"}
    pages = render(tmp_path, files)
    found = {path: declared_fragments(text) for path, text in pages.items() if path.startswith("/2565/questions/")}
    assert list(found) == ["/2565/questions/", "/2565/questions/2/", "/2565/questions/3/"]
    assert {"q1", "q20"} <= found["/2565/questions/"]
    assert {"q21", "q40"} <= found["/2565/questions/2/"]
    assert {"q41", "q45"} <= found["/2565/questions/3/"]
    assert 'rel="prev" href="../"' in pages["/2565/questions/2/"]
    assert 'rel="next" href="../3/"' in pages["/2565/questions/2/"]
    assert 'href="../2565/questions/3/#q45"' in pages["/questions/"]


CAN_BE_ASKED = [
    "/2565/measures/m1/",
    "/2565/oit/o2/",
    "/2565/scores/",
    "/2565/analysis/",
    "/2565/follow-up/",
    "/2565/questions/",
    "/indicators/1/",
]


@pytest.mark.parametrize("path", CAN_BE_ASKED)
def test_a_page_about_one_thing_says_how_to_ask(pages, path):
    """The letter brings its permanent address along, which the foot of the page has in full."""
    [section] = read_html(pages[path].partition("\n---\n")[2]).all("section", "ps-ask")
    assert "ที่อยู่ถาวร" not in section.text
    [letter] = [one.attributes["href"] for one in section.all("a")]
    assert letter.startswith("mailto:ita@example.go.th?subject=")
    assert f"https%3A%2F%2Fita.example.go.th{path.replace('/', '%2F')}" in letter
    assert "มิใช่เว็บไซต์ของ" not in section.text


def test_a_site_made_from_a_document_says_that_it_is_not_the_agencys(tmp_path):
    """No channel is shown where the document names none, and nothing is said of why."""
    files = {**FILES, **{name: SITE[name] for name in ("site_config/agency.yml", "site_config/site.yml")}}
    pages = render(tmp_path, files)
    [section] = read_html(pages["/2565/measures/m1/"].partition("\n---\n")[2]).all("section", "ps-ask")
    assert "มิใช่เว็บไซต์ของเทศบาลตำบลทดสอบ" in section.text
    assert section.all("a") == section.all("dl") == []


def test_a_page_whose_full_address_is_not_known_says_its_path_where_people_ask(tmp_path):
    """The foot of a page has no address to pass on as long as the site has none."""
    options = "\n".join(line for line in FILES["site_config/site.yml"].splitlines() if "site_url" not in line)
    pages = render(tmp_path, {**FILES, "site_config/site.yml": options})
    [section] = read_html(pages["/2565/measures/m1/"].partition("\n---\n")[2]).all("section", "ps-ask")
    assert "ที่อยู่ถาวรของหน้านี้ /2565/measures/m1/" in section.text
