"""A new site at four stages: which pages are there, which are absent, and that no page leads to an absent one."""

import re

import pytest

from prongsai.engines.shipped import ENGINE
from prongsai.ledger.rows import Ledger, Row, write_ledger
from prongsai.pipeline.begin import new_site
from prongsai.pipeline.check import check_folder
from prongsai.views.frame import frame_of
from prongsai.views.speech import Speech

SCORES = "fiscal_year: 2566\nsource: result-2566\ntotal: 87.40\nlevel: ผ่าน\n"
MEASURES = """fiscal_year: 2567
from_fiscal_year: 2566
measures:
  - {id: m01, number: 1, title: จัดทำแผน, responsible: {lead: [clerk]}, period: ต.ค. 66 - ก.ย. 67}
"""
REGISTER = """fiscal_year: 2567
items:
  O1: {answer: มี, unit: clerk, links: [{url: "https://www.example.go.th/o1"}]}
  O2: {unit: finance}
"""
STAGES = {
    "nothing": {},
    "score": {"data/2566/scores.yml": SCORES},
    "measures": {"data/2566/scores.yml": SCORES, "data/2567/measures.yml": MEASURES},
    "register": {
        "data/2566/scores.yml": SCORES,
        "data/2567/measures.yml": MEASURES,
        "data/2567/oit.yml": REGISTER,
    },
}
WITH_SCORE = {"/", "/years/", "/2566/", "/2566/scores/", "/methodology/", "/methodology/2566/", "/accessibility/"}
WITH_SCORE |= {"/data/", "/data/dictionary/results/", "/data/dictionary/rules/", "/data/dictionary/sources/"}
WITH_SCORE |= {"/search/", "/search/site/", "/search/2566/"}
WITH_MEASURES = WITH_SCORE | {"/2567/", "/2567/measures/", "/2567/measures/m01/", "/methodology/2567/", "/search/2567/"}
WITH_MEASURES |= {"/measures/", "/measures/status/no-report/", "/units/", "/units/clerk/", "/data/dictionary/measures/"}
WITH_MEASURES |= {
    "/2567/oit/",
    "/2567/oit/measures/",
    "/data/dictionary/oit/",
}  # the number is not verified
WITH_REGISTER = WITH_MEASURES | {"/2567/oit/o1/", "/2567/oit/o34/"}
PAGES = {"nothing": {"/"}, "score": WITH_SCORE, "measures": WITH_MEASURES, "register": WITH_REGISTER}
_LINK = re.compile(r'href="([^"#]*)')


def made(folder, stage):
    """A site as `prongsai new` makes it, with what an officer has entered by then."""
    new_site(folder, "เทศบาลตำบลตัวอย่าง", 2566)
    for name, text in STAGES[stage].items():
        (folder / name).write_text(text, "utf-8")
    checked = check_folder(folder)
    assert not checked.has_errors, checked.problems
    return checked


@pytest.fixture(params=STAGES)
def stage(request, tmp_path):
    """The name of a stage and the site at it."""
    return request.param, made(tmp_path / "site", request.param)


def test_a_page_is_where_there_is_a_fact_and_nowhere_else(stage):
    """Nothing entered is one page; then only what has something to say, until each part has its first fact."""
    name, checked = stage
    found = {page.path for page in checked.planned.pages}
    own = {"/2567/oit/o34/", "/2567/oit/o35/"}  # the pages of this site that answer an item by themselves
    assert found - own == PAGES[name] - own


def test_nothing_leads_to_an_absent_page(stage):
    """Neither a page, nor the menu, nor the foot; an address without anything is never written."""
    _, checked = stage
    paths = {page.path for page in checked.planned.pages}
    files = {f"content{'' if path == '/' else path.rstrip('/')}/index.md": path for path in paths}
    for name, path in files.items():
        text = checked.planned.files[name].decode()
        for href in _LINK.findall(text):
            assert href or "#" in text, path
        assert 'href=""' not in text, path
    config = ENGINE.settings.write_base(frame_of(checked.results, Speech("thai"), [], paths=frozenset(paths)))
    named = set(re.findall(r'"([^"]*)index\.md"', config)) | set(re.findall(r'"path": "([^"]*)"', config))
    assert {f"/{one}".rstrip("/") + "/" if one else "/" for one in named} <= paths


def test_zero_measures_are_never_said_where_nothing_is_known(stage):
    """Neither on a page nor in the data is an unknown number of measures a zero."""
    _, checked = stage
    for name, data in checked.planned.files.items():
        if name.endswith((".md", ".json", ".csv")):
            assert not re.search("[^0-9๐-๙.][0๐] มาตรการ", data.decode()), name


def test_a_site_of_nothing_hands_nothing_out(tmp_path):
    """No data, no search, no feed, no picture: its page says that it is being prepared."""
    planned = made(tmp_path / "site", "nothing").planned
    assert {name for name in planned.files if not name.endswith((".md", ".gitignore", ".generated.json"))} == set()
    assert "อยู่ระหว่างจัดเตรียม" in planned.files["content/index.md"].decode()
    assert planned.cards == ()


def test_what_was_published_once_is_kept_though_nothing_is_known_of_it(tmp_path):
    """An address in the ledger lives; one that was withdrawn does not come back as an empty page."""
    folder = tmp_path / "site"
    made(folder, "score")
    rows = (Row("/2566/", "2567-01-01"), Row("/2566/measures/", "2567-01-01"), Row("/measures/", "2567-01-01"))
    gone = Row("/2566/analysis/", "2567-01-01", "withdrawn", "", "2567-02-01", "ไม่มีข้อมูล")
    (folder / "site_config/urls.csv").write_text(write_ledger(Ledger((gone, *rows))), "utf-8")
    checked = check_folder(folder)
    assert not checked.has_errors
    found = {page.path for page in checked.planned.pages}
    assert {"/2566/measures/", "/measures/"} <= found
    assert "/2566/analysis/" not in found
    assert "measures/" in checked.planned.files["content/2566/index.md"].decode()


def test_facts_that_are_deleted_after_publication_are_reported_as_lost(tmp_path):
    """The pages of single measures go with them, and the ledger says so before anything is built."""
    folder = tmp_path / "site"
    planned = made(folder, "measures").planned
    rows = tuple(Row(path, "2567-01-01") for path in sorted(planned.addresses.declared))
    (folder / "site_config/urls.csv").write_text(write_ledger(Ledger(rows)), "utf-8")
    assert not check_folder(folder).has_errors
    (folder / "data/2567/measures.yml").write_text("fiscal_year: 2567\nmeasures: []\n", "utf-8")
    lost = [one for one in check_folder(folder).problems if one.code == "url-lost"]
    assert any("/2567/measures/m01/" in one.values["paths"].split("\n") for one in lost)


def test_a_new_site_keeps_its_notes_internal(tmp_path):
    """The agency decides to show them; nobody finds them published unasked."""
    results = made(tmp_path / "site", "register").results
    assert results.site.options.notes == "internal"
    assert not results.site.shows_notes
