"""Check our search and Material's own against the search contract, in a real browser, and time a large site.

Prints tables: recall@10, the share of queries whose first result is right, queries without any result, milliseconds.
What it does at the moment goes to the standard error stream.
"""

from __future__ import annotations

import argparse
import gzip
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote, urlsplit

from playwright.sync_api import Browser, Page, sync_playwright
from repeat_site import repeat_pages

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from find_browser import find_browser  # noqa: E402

from browser.made import EXAMPLES, PREFIX, Made, make_example, make_own  # noqa: E402
from browser.search_truth import CONTRACT, HELD_OUT, Wanted, read_contract, texts_of  # noqa: E402
from browser.searching import TIMES, Outcome, figures_of, judge_query, search  # noqa: E402
from browser.served import serving  # noqa: E402

MATERIAL = """site_name: plain
site_url: http://127.0.0.1/ita/
theme: {name: material, language: th, font: false, features: [search.share]}
plugins: [{search: {lang: [th, en]}}]
markdown_extensions: [attr_list, tables]
"""
LINKS = "() => [...document.querySelectorAll('.md-search-result__link')].map(link => link.href)"
READY = """() => {
  const said = document.querySelector('.md-search-result__meta')?.textContent.trim() ?? '';
  return said && !/พิมพ์|เริ่ม|typ/i.test(said);
}"""
MORE_TIMES = "before => performance.getEntriesByName('search').length > before"
QUERIES = ("จัดซื้อจัดจ้าง", "O42", "ร้องเรียน การทุจริต", "งบประมาณ", "E-Service", "ร้องเรยน", "จัดชื้อจัดจ้าง", "๐๔๒ 2580")
Search = Callable[[Page, str, str], tuple[str, ...]]


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def _made(folder: Path) -> Iterator[tuple[str, Made]]:
    yield "own", make_own(folder)
    for name in EXAMPLES:
        yield name, make_example(folder, name)


def _material(root: Path, folder: Path) -> Path:
    """The same Markdown, built by plain Material with its own search."""
    shutil.copytree(root / "content", folder / "docs", ignore=shutil.ignore_patterns("search"))
    (folder / "mkdocs.yml").write_text(MATERIAL, encoding="utf-8")
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q"], cwd=folder, check=True, stderr=subprocess.DEVNULL)
    return folder / "site"


def _search_material(page: Page, root: str, query: str) -> tuple[str, ...]:
    """The first ten pages of Material's dialog, once it says how many it has found."""
    page.goto(f"{root}?q={quote(query)}")
    page.wait_for_function(READY)
    page.wait_for_timeout(500)
    paths = (f"/{urlsplit(url).path.removeprefix(PREFIX)}" for url in page.evaluate(LINKS))
    return tuple(dict.fromkeys(paths))[:10]


def _judge(page: Page, folder: Path, wanted: list[Wanted], texts: dict[str, str], find: Search) -> list[Outcome]:
    with serving(folder, PREFIX) as root:
        return [judge_query(one, find(page, root, one.query), texts, 0) for one in wanted]


def _compare(browser: Browser, folder: Path) -> dict[str, list[Outcome]]:
    """The results of our and Material's search for every query of the contract and every held-out one, by site."""
    contract = [*read_contract(CONTRACT), *read_contract(HELD_OUT)]
    found: dict[str, list[Outcome]] = {"prongsai": [], "Material": []}
    for site, made in _made(folder):
        wanted, texts = [one for one in contract if one.site == site], texts_of(made)
        _say(f"{site}: {len(made.pages)} pages, {len(wanted)} queries, our search …")
        found["prongsai"] += _judge(browser.new_page(), made.folder, wanted, texts, search)
        _say(f"{site}: Material's build and search …")
        (folder / f"{site}-plain").mkdir()
        plain = _material(folder / site, folder / f"{site}-plain")
        found["Material"] += _judge(browser.new_page(bypass_csp=True), plain, wanted, texts, _search_material)
    return found


def _print_compared(found: dict[str, list[Outcome]]) -> None:
    print("| queries | search | number | recall@10 | first right | without result |\n|---|---|---:|---:|---:|---:|")
    for title, file in (("contract", CONTRACT), ("held out", HELD_OUT)):
        asked = set(read_contract(file))
        for name, outcomes in found.items():
            mine = [one for one in outcomes if one.wanted in asked]
            recall, first = figures_of(mine)
            empty = sum(not one.found for one in mine)
            print(f"| {title} | {name} | {len(mine)} | {recall:.3f} | {first:.3f} | {empty} |", flush=True)


def _build_large(root: Path, pages: int) -> int:
    """A built site of at least `pages` pages; how many it has. Prints what its index weighs."""
    made = repeat_pages(root, pages)
    _say(f"large site: {made} pages written, building …")
    subprocess.run([sys.executable, "-m", "prongsai", "build"], cwd=root, check=True, capture_output=True)
    built = len(list((root / "site").rglob("index.html")))
    parts = sorted((root / "site" / "search").glob("index*.json"))
    packed = [len(gzip.compress(part.read_bytes(), 6)) for part in parts]
    print(f"\n{built} pages; the index comes in {len(parts)} files, {sum(packed) / 1000:.0f} KB packed,", end=" ")
    print(f"{sum(packed) / built / 1000:.2f} KB a page; the largest file is {max(packed) / 1000:.0f} KB")
    return built


def _time_large(page: Page, root: Path, built: int) -> None:
    """The time of some queries on a large site, each the median of five."""
    print(f"\n| query on {built} pages | results | ms |\n|---|---:|---:|")
    with serving(root / "site", PREFIX) as address:
        search(page, address, "x")
        for query in QUERIES:
            for _ in range(5):
                before = len(page.evaluate(TIMES))
                page.locator("#search-words").fill(query)
                page.locator("#search-form button[type=submit]").click()
                page.wait_for_function(MORE_TIMES, arg=before)
            times = page.evaluate(TIMES)[-5:]
            count = int(page.locator("#search-count").inner_text().split(" ")[1])  # Python reads Thai digits
            print(f"| {query} | {count} | {statistics.median(times):.0f} |", flush=True)


def main() -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=1000)
    parser.add_argument("--only", choices=("contract", "large"), help="one of the two parts")
    asked = parser.parse_args()
    program = find_browser()
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        if asked.only != "large":
            _print_compared(_compare(browser, folder))
        if asked.only != "contract":
            _time_large(browser.new_page(), folder / "large", _build_large(folder / "large", asked.pages))
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
