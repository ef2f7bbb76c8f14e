"""The facts that pages must answer at once, from the data, and what a phone shows of a page before anybody scrolls."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page

from browser.made import SITE_URL
from prongsai import addresses
from prongsai.analysis.comparison import compare
from prongsai.analysis.results import Results, YearResult
from prongsai.model.reports import results_of
from prongsai.model.site import MeasureFacts
from prongsai.model.stated import known
from prongsai.pages.plan import speech_of
from prongsai.pipeline.check import check_folder
from prongsai.problems import Problem
from prongsai.views.measures.counts import word_measures
from prongsai.views.measures.results import address_of
from prongsai.views.names import unit_phrase
from prongsai.views.oit.answers import ItemAnswer, answers_of
from prongsai.views.oit.index import split_answers, word_readiness
from prongsai.views.oit.items import own_answer, shows_answers
from prongsai.views.oit.words import tag_phrase
from prongsai.views.speech import Speech

WIDTH, HEIGHT = 390, 844
# The words and links whose every box is inside the first screen, without blanks.
SEEN = """() => {
  const inside = box => box.width > 0 && box.left >= 0 && box.right <= innerWidth && box.top >= 0
    && box.bottom <= innerHeight;
  const walker = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT);
  let text = "";
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const range = document.createRange();
    for (let place = 0; place < node.length; place += 1) {
      range.setStart(node, place);
      range.setEnd(node, place + 1);
      const boxes = [...range.getClientRects()].filter(box => box.width > 0);
      if (boxes.length && boxes.every(inside)) text += node.data[place];
      else if (!boxes.length && node.parentElement.offsetParent) text += node.data[place];
    }
  }
  const links = [...document.querySelectorAll("article .ps-button")]
    .filter(link => [...link.getClientRects()].every(inside)).map(link => link.href);
  return { text: text.replace(/\\s+/g, ""), links };
}"""
# Of the table or the list of measures the upper edge of the first row, in pixels from the top of the page.
FIRST_ROW = """() => {
  const rows = document.querySelectorAll("#measures ~ .ps-table tbody tr");
  const row = [...rows].find(row => row.checkVisibility());
  return row ? row.getBoundingClientRect().top + scrollY : null;
}"""


@dataclass(frozen=True)
class Asked:
    """A page with what it must say in the first screen, by question, and the path or address that its button opens."""

    path: str
    words: dict[str, str]
    link: str = ""


def asked_of(root: Path, seed: int, measures: int, items: int) -> tuple[list[Asked], list[str]]:
    """Random measures and items and every year of a site with their facts, and the pages of a year's measures."""
    checked = check_folder(root, SITE_URL)
    results, speech, chance = checked.results, speech_of(checked.results), random.Random(seed)
    planned = {page.path for page in checked.planned.pages}
    of_all = (one for year in results.years.values() for one in year.year.measure_facts)
    of_measures = [ask_measure(one, results, speech) for one in of_all]
    of_items = []
    for year in results.years:
        problems = tuple(one for one in checked.problems if year in one.years)
        found = answers_of(results, year, problems).items
        of_items += [ask_item(one, results, speech) for one in found]
    of_items = [one for one in of_items if one.path in planned]
    asked = [one for result in results.years.values() for one in ask_year(result, speech) if one.path in planned]
    asked += [one for one in ask_lists(results, checked.problems, speech) if one.path in planned]
    asked += chance.sample(of_measures, min(measures, len(of_measures)))
    asked += chance.sample(of_items, min(items, len(of_items)))
    lists = [addresses.section_path(year, "measures") for year, one in results.years.items() if one.year.measures]
    return asked, lists


def ask_measure(facts: MeasureFacts, results: Results, speech: Speech) -> Asked:
    """Done? Who? When? Evidence?"""
    words = {
        "done": speech.status(facts.progress).text,
        "who": first_unit(facts, results, speech),
        "when": speech.plain(speech.stated(facts.value("period")))[:40],
    }
    link = ""
    if facts.newest:
        newest = facts.newest[-1]
        if found := results_of(newest):
            link = address_of(found[0])
        elif known(newest.evidence) or newest.photos or newest.attachments:
            link = "#follow-up"
        else:
            words["evidence"] = "หลักฐาน"
    return Asked(addresses.measure_path(facts.year.year, facts.measure.id), words, link)


def first_unit(facts: MeasureFacts, results: Results, speech: Speech) -> str:
    """The first of the responsible units as it was called then, or the words for there being none."""
    who = known(facts.value("responsible"))
    if who is None:
        return absent(facts.value("responsible"), speech)
    named = (*who.lead, *who.units)
    return unit_phrase(results.site.in_year(facts.year.year), named[0]).text if named else who.printed or ""


def absent(value: object, speech: Speech) -> str:
    """The words for a value that is not there."""
    return speech.plain(speech.stated(value))


def ask_year(result: YearResult, speech: Speech) -> Iterator[Asked]:
    """Score, level and change of a year, on its first page and on that of its scores; else that there is no score."""
    own = result.year
    paths = (addresses.year_path(own.year), addresses.section_path(own.year, "scores"))
    total = known(own.scores.total.value) if own.scores else None
    if total is None:
        words = {"score": speech.no_data("คะแนนรวม")}
    else:
        words = {"score": speech.score(total).text, "level": absent(own.scores.level.value, speech)}
        if result.previous is not None:
            before = known(result.previous_scores.total.value) if result.previous_scores else None
            words["change"] = speech.change(compare(before, total)).text
    yield from (Asked(path, words) for path in paths)


def ask_lists(results: Results, problems: Sequence[Problem], speech: Speech) -> Iterator[Asked]:
    """The numbers of measures, of units, and of the items of each year that are answered or scored."""
    promised = [result.year for result in results.years.values() if result.year.measures is not None]
    if promised:
        newest = promised[-1]
        words = {"measures": word_measures(newest, speech), "year": speech.fiscal_year(newest.year)}
        yield Asked(addresses.ALL_MEASURES, words, addresses.section_path(newest.year, "measures"))
    if count := sum(not unit.group and not unit.last for unit in results.site.agency.units.values()):
        yield Asked(addresses.UNITS, {"units": f"{speech.digits(count)} หน่วยงาน"})
    for year in results.years:
        if shows_answers(results, year):
            found = answers_of(results, year, tuple(one for one in problems if year in one.years))
            words = {"items": word_readiness(split_answers(found)[0], speech)}
            yield Asked(addresses.section_path(year, "oit"), words)


def ask_item(item: ItemAnswer, results: Results, speech: Speech) -> Asked:
    """Answer, year and link of an item."""
    year = item.stated_year or item.required_year or item.year
    words = {"answer": tag_phrase(item, speech).text, "year": speech.digits(year)}
    path = addresses.item_path(item.year, item.code)
    if shows_answers(results, item.year):
        link = next((one.href for one in item.links if one.href), "")
        return Asked(path, words if link else {**words, "link": "ยังไม่มีลิงก์"}, link)
    own = own_answer(results, results.years[item.year].year, item.code, speech)
    if not item.after_scoring:
        words["answer"] = "มีคำตอบ" if own.href else own.text
    return Asked(path, words if own.href else {**words, "link": own.text}, own.href)


def unanswered(page: Page, root: str, asked: Asked) -> list[str]:
    """The questions that the first screen of a page leaves open."""
    page.goto(f"{root}{asked.path.lstrip('/')}")
    seen = page.evaluate(SEEN)
    wanted = {name: "".join(text.split()) for name, text in asked.words.items()}
    left = [f"{asked.path} {name}: {text}" for name, text in wanted.items() if text not in seen["text"]]
    if asked.link and not any(found.endswith(asked.link.lstrip("/")) for found in seen["links"]):
        left.append(f"{asked.path} link: {asked.link} not in {seen['links']}")
    return left


def first_measure(page: Page, root: str, path: str) -> float | None:
    """The place of the first measure on the page of a year's measures, in pixels; None where it has no table."""
    page.goto(f"{root}{path.lstrip('/')}")
    return page.evaluate(FIRST_ROW)
