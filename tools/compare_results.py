"""Ask two built sites the same, and name each query whose results differ in anything: pages, order, words, marks.

    tools/compare_results.py BEFORE AFTER   two folders of built sites, made from the same data

Made for changes of the search that must not be seen. The queries are made from what the index of the first site says:
words, pieces of words, pairs, words with a letter lost or changed, codes in every spelling, and a chosen year.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from find_browser import find_browser  # noqa: E402

from browser.made import PREFIX  # noqa: E402
from browser.search_truth import CONTRACT, HELD_OUT, read_contract  # noqa: E402
from browser.served import serving  # noqa: E402

READY = "#search-results[data-of]:not([data-of=''])"
ASK = """queries => queries.map(([query, year]) => {
  const part = name => document.getElementById(`search-${name}`);
  document.querySelector("select[name=year]").value = year;
  document.getElementById("search-words").value = query;
  document.getElementById("search-form").requestSubmit();
  while (!part("more").hidden) part("more").click();
  const links = [...part("results").querySelectorAll("a")].map(link => new URL(link.href).pathname);
  const said = [part("count"), part("near"), part("results")].map(one => one.innerHTML.replaceAll(location.origin, ""));
  return JSON.stringify([links, part("near").hidden, said]);
})"""


def make_queries(site: Path) -> list[tuple[str, str]]:
    """Queries with the year to which they are limited, empty for none; the same for the same site."""
    index = json.loads((site / "search" / "index.json").read_text("utf-8"))
    chance = random.Random(16)  # noqa: S311 the same queries each time, and no secret
    texts = [text for row in index["pages"] for text in (row[1], *(part[2] for part in row[6]))]
    words = sorted({word for text in texts for word in text.split()})
    years = sorted({str(row[3]) for row in index["pages"]})
    queries = [one.query for one in (*read_contract(CONTRACT), *read_contract(HELD_OUT))]
    for word in chance.sample(words, min(120, len(words))):
        queries += _forms(word, chance.choice(words), chance)
    queries += [f"{form}{number}" for number in range(1, 44, 6) for form in ("O", "o ", "0", "ข้อ ", "i", "e")]
    return [(query, "") for query in queries] + [(query, chance.choice(years)) for query in queries[::9]]


def _forms(word: str, other: str, chance: random.Random) -> Iterator[str]:
    start = chance.randrange(len(word))
    piece = word[start : start + chance.randint(2, 12)]
    lost = chance.randrange(len(word))
    yield from (
        word,
        piece,
        f"{piece} {other[:9]}",
        word[:lost] + word[lost + 1 :],
        f"{word[:lost]}ฆ{word[lost + 1 :]}"[:30],
    )


def ask_all(browser: Browser, site: Path, queries: list[tuple[str, str]]) -> list[str]:
    """All that the search page shows for each query."""
    with serving(site, PREFIX) as root:
        page = browser.new_page()
        page.goto(f"{root}search/?q=2567")
        page.wait_for_selector(READY, state="attached")
        return list(page.evaluate(ASK, queries))


def main() -> int:
    """Print what differs; the end is 1 where anything does."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("before", type=Path)
    parser.add_argument("after", type=Path)
    asked = parser.parse_args()
    queries = make_queries(asked.before)
    program = find_browser()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        before, after = (ask_all(browser, site, queries) for site in (asked.before, asked.after))
        browser.close()
    differ = [query for query, one, two in zip(queries, before, after, strict=True) if one != two]
    found = sum(len(json.loads(one)[0]) for one in before)
    print(f"{asked.after}: {len(queries)} queries, {found} results, {len(differ)} differ", *differ[:20], sep="\n  ")
    return 1 if differ else 0


if __name__ == "__main__":
    sys.exit(main())
