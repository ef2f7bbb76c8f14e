"""An item lacks the same in the same words on its page, in the sheet, in the check and in the report."""

import html

import pytest

from prongsai.analysis.results import analyse_site
from prongsai.exports.oit_sheet import word_rows
from prongsai.links.memory import LinkHistory, Memory
from prongsai.links.seen import State
from prongsai.loading.load_site import load_site
from prongsai.pages.plan import plan_pages, speech_of
from prongsai.pages.render import Renderer
from prongsai.pipeline.judge import every_rule
from prongsai.readiness.judge import judge_year
from prongsai.readiness.words import write_report
from prongsai.reporting import as_text
from prongsai.rules import Context, check_by
from prongsai.views.oit.answers import answers_of
from prongsai.views.oit.lacks import lacks_of
from prongsai.views.speech import Speech
from prongsai.wording import REASONS
from prongsai.wording.item_reasons import REASON_WORDS
from prongsai.wording.lacks import Lack, word_lack
from unit.makers import SITE, write_files

DEAD = "https://www.example.go.th/gone"
# Each kind of what may cost an item its score, at an item of its own, and the answers that are none.
REGISTER = f"""fiscal_year: 2565
items:
  O1: {{answer: has, links: [{{url: "{DEAD}"}}], elements: {{chart: ตาราง}}}}
  O2:
    answer: has
    links: [{{url: "https://www.example.go.th/2"}}]
    elements: {{photo: {{missing: true, note: รอถ่าย}}}}
  O3: {{answer: has}}
  O4: {{answer: has, links: [{{page: /2566/measures/}}]}}
  O5: {{answer: has, links: [{{url: "http://192.168.1.10/5"}}]}}
  O6: {{answer: has, links: [{{url: "https://drive.google.com/6"}}]}}
  O10: {{answer: has_not}}
  O11: {{answer: has_not, nothing_happened: ไม่มีเหตุการณ์ (0 เรื่อง)}}
  O17: {{answer: has, links: [{{url: "https://www.example.go.th/form"}}]}}
  O18: {{answer: has, fiscal_year: 2563, links: [{{url: "https://www.example.go.th/18"}}]}}
  O19: {{answer: has, renew: 2564, links: [{{url: "https://www.example.go.th/19"}}]}}
  O23: {{answer: has, links: [{{url: "https://www.example.go.th/23#plan-2563"}}]}}
  O29: {{answer: has, links: [{{url: "https://www.example.go.th/form"}}]}}
  O43: {{answer: has, links: [{{url: "https://www.example.go.th/43"}}]}}
"""
FILES = {
    **SITE,
    "site_config/site.yml": (
        "title: เว็บไซต์ทดสอบ\nsite_url: https://ita.example.go.th/\nnotes: public\nnumerals: arabic\n"
    ),
    "site_config/agency.yml": "name: เทศบาลตำบลทดสอบ\nmain_website: https://www.example.go.th/\n",
    "data/2565/oit.yml": REGISTER,
}
ARABIC = Speech("arabic")


def plain(page: str) -> str:
    """The text of a page without the escapes of Markdown."""
    return html.unescape(page).replace("\\", "")


@pytest.fixture(scope="module")
def doors(tmp_path_factory):
    """The items of the register, and what each door says: pages, check, sheet by item and report of readiness."""
    loaded = load_site(write_files(tmp_path_factory.mktemp("site"), FILES))
    row = LinkHistory(DEAD, State.NOT_FOUND, "2565-03-01", "2565-03-07", 2, "", (("2565-03-01", State.NOT_FOUND),))
    context = Context(analyse_site(loaded.site), loaded.unreadable, Memory({DEAD: row}), loaded.incomplete)
    problems = [*loaded.problems, *check_by(every_rule(), context)]
    pages = plan_pages(context.results, problems, links=context.links)
    renderer = Renderer(frozenset(page.path for page in pages), speech_of(context.results))
    shown = {page.path: plain(renderer.render(page)) for page in pages if page.path.startswith("/2565/oit/")}
    sheet = {one.item.code: one.lacking for one in word_rows(context.results, 2565, problems).rows}
    ready = judge_year(context, 2565, problems)
    items = answers_of(context.results, 2565, problems, context.links).items
    return items, shown, as_text(problems), sheet, ready


def test_the_register_has_every_kind_of_lack_of_an_answer(doors):
    """The case is not empty: most codes that cost a score are met, and each way not to answer with has."""
    items, *_ = doors
    codes = {one.code for item in items for one in item.findings}
    assert len(codes) >= 8, sorted(REASONS - codes)
    kinds = {lack.kind for item in items for lack in lacks_of(item, ARABIC)}
    assert {Lack.OPEN, Lack.HAS_NOT, Lack.NOTHING_HAPPENED} <= kinds


def test_every_door_says_what_an_item_lacks_in_the_same_words(doors):
    """The one function gives the sentence; page, sheet and report have it, and the check what a rule found."""
    items, shown, check, sheet, ready = doors
    report, of_code = write_report(ready, "เทศบาลตำบลทดสอบ"), {one.code: one for one in ready.items}
    for item in items:
        lacks = lacks_of(item, ARABIC)
        assert sheet[item.code] == tuple(lack.says for lack in lacks)
        waits = item.code == "O19"  # of which only the officer learns
        findings = {one.says for one in of_code[item.code].findings}
        for lack in lacks:
            assert lack.says in shown[f"/2565/oit/{item.code.lower()}/"]
            assert waits or lack.says in findings
            assert lack.problem is None or lack.says in check
            assert waits or lack.says in report


def test_nothing_that_costs_a_score_is_said_by_the_report_alone(doors):
    """Each finding of the report that may cost the score is a lack of the item, but for what only the officer sees."""
    items, _, _, _, ready = doors
    for item, found in zip(items, ready.items, strict=True):
        said = {lack.says for lack in lacks_of(item, ARABIC)}
        assert item.code == "O19" or {one.says for one in found.findings if one.costs} <= said


def test_an_answer_that_waits_is_called_so_by_check_report_and_reason(doors):
    """The same verb for what is to be done with an answer of last year."""
    _, _, check, _, ready = doors
    [found] = next(one for one in ready.items if one.code == "O19").findings
    assert found.says == word_lack(Lack.WAITS, year="2564").says
    assert "ยังไม่ได้ทบทวน" in found.says
    assert "ยังไม่ได้ทบทวน" in check
    assert "ยังไม่ได้ทบทวน" in REASON_WORDS[found.reason]
