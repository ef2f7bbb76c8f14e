"""Make a large site by repeating this repository's own data over many years, for benchmarks."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

FIRST_YEAR = 2570  # after the years whose editions are shipped, so that each repeats the rules of 2564
ROOT = Path(__file__).resolve().parents[1]
LEDGER = ("urls.csv", "published")  # the repeated years were never published


def repeat_pages(target: Path, pages: int) -> int:
    """Write a site of at least `pages` generated pages to `target`, with its Markdown; how many it has."""
    years = 1
    while True:
        repeat_site(target, years)
        subprocess.run(
            [sys.executable, "-m", "prongsai", "generate"], cwd=target, check=True, stdout=subprocess.DEVNULL
        )
        made = len(list((target / "content").rglob("*.md")))
        if made >= pages:
            return made
        years = max(years + 1, years * pages // (made + 1))


def repeat_site(target: Path, years: int) -> None:
    """Write a site of `years` fiscal years to `target`, each with scores, analysis, measures and 43 items."""
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(ROOT / "site_config", target / "site_config", ignore=shutil.ignore_patterns(*LEDGER))
    shutil.copy(ROOT / "mkdocs.yml", target / "mkdocs.yml")
    (target / "content").mkdir()
    for number in range(FIRST_YEAR, FIRST_YEAR + years):
        _write_year(target, number)


def _write_year(target: Path, number: int) -> None:
    for source in ("2564/scores.yml", "2564/analysis.yml", "2565/measures.yml"):
        text = (ROOT / "data" / source).read_text(encoding="utf-8")
        text = re.sub(r"^fiscal_year: .*$", f"fiscal_year: {number}", text, flags=re.MULTILINE)
        text = re.sub(r"^from_fiscal_year: .*$", f"from_fiscal_year: {number - 1}", text, flags=re.MULTILINE)
        text = re.sub(r"^(\s+)with_year: .*$", rf"\g<1>with_year: {number - 1}", text, flags=re.MULTILINE)
        place = target / "data" / str(number) / Path(source).name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8", newline="\n")
    edition = target / "site_config" / "editions" / f"{number}.yml"
    edition.parent.mkdir(exist_ok=True)
    rules = f"scheme: NACC-ITA\nfiscal_year: {number}\nbased_on: 2564\n"
    edition.write_text(rules, encoding="utf-8", newline="\n")
