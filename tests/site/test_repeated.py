"""Generating again changes no byte, and the engine alone makes the same site."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

import sites
from prongsai.pipeline.target.manifest import MANIFEST
from prongsai.thai.dates import parse_date
from prongsai.thai.numerals import parse_decimal, to_arabic
from prongsai.thai.parse_period import parse_period

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "generator" / "prongsai"
CLOCKS = {"today", "now", "utcnow", "time", "localtime", "gmtime", "uuid4", "random", "getenv", "environ"}


def run(*words, cwd, **environment):
    """Run a program to its end; its output."""
    known = {**os.environ, **environment}
    done = subprocess.run(words, cwd=cwd, env=known, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.parametrize("order", ["1", "2"])
def test_pages_are_the_same_in_every_process(own, tmp_path, order):
    """In a process of its own, with another order of hashes, in another folder and time zone: no byte differs."""
    root = sites.copy_site(own.root, tmp_path / "root")
    environment = {"PYTHONHASHSEED": order, "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANG": "C"}
    run(sys.executable, "-m", "prongsai", "generate", cwd=root, **environment)
    assert sites.snapshot(root / "content") == sites.snapshot(own.root / "content")
    config = (root / ".prongsai/mkdocs.yml").read_bytes()
    assert config == (own.root / ".prongsai/mkdocs.yml").read_bytes()


def test_the_engine_alone_makes_the_same_site(own, tmp_path):
    """`mkdocs build --strict` on the generated tree gives the same files with the same content."""
    target = tmp_path / "site"
    run(sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(target), cwd=own.root)
    made = sites.snapshot(own.folder)
    del made[MANIFEST]  # what was put there is the builder's business, not the engine's
    assert sites.snapshot(target) == made


@pytest.mark.parametrize("part", ["pages", "exports", "views", "analysis", "model", "wording", "rules", "thai"])
def test_no_page_knows_what_day_it_is(part):
    """Nothing that words or counts asks the clock, chance or the environment."""
    for path in (PACKAGE / part).rglob("*.py"):
        nodes = list(ast.walk(ast.parse(path.read_text("utf-8"))))
        asked = {
            node.func.attr for node in nodes if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
        }
        imported = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
        assert asked & CLOCKS == set(), path
        assert imported & {"time", "random", "uuid", "os"} == set(), path


def test_periods_and_figures_survive_the_way_to_the_page(own):
    """The page shows the data as it was entered: figures to the last digit, periods as printed."""
    measures = own.entered("data/2565/measures.yml")["measures"]
    for row, measure in zip(own.page("/2565/measures/").table("measures"), measures, strict=True):
        [shown] = [cell.text for cell in row if cell.text == " ".join(measure["period"].split())]
        assert parse_period(shown) == parse_period(measure["period"])
    entered = own.entered("data/2563/scores.yml")["indicators"]
    rows = own.page("/2563/scores/").table("indicators")
    shown = [next(one.text for cell in row for one in cell.all("data")) for row in rows]
    assert [parse_decimal(text) for text in shown] == [parse_decimal(one["value"]) for one in entered.values()]
    assert [to_arabic(text) for text in shown] == [one["value"] for one in entered.values()]


def test_dates_survive_the_way_to_the_page(tmp_path):
    """A date entered in short is shown in full, and read again it is the same day."""
    root = sites.copy_base(tmp_path)
    from prongsai.pipeline.check import check_folder
    from prongsai.pipeline.generate import generate_folder
    from unit.pages.reading import read_html

    path = root / "data/2564/scores.yml"
    path.write_text(path.read_text("utf-8").replace("26 สิงหาคม 2564", "26 ส.ค. 64"), "utf-8")
    generate_folder(root, check_folder(root))
    shown = read_html((root / "content/2564/scores/index.md").read_text("utf-8")).text
    assert "๒๖ สิงหาคม ๒๕๖๔" in shown
    assert parse_date("๒๖ สิงหาคม ๒๕๖๔") == parse_date("26 ส.ค. 64")
