"""Nobody is judged by what was only inferred of the rules of a year, nor by what is left of a section without it."""

import re
import shutil

import pytest

import sites
from prongsai import paths
from prongsai.analysis.results import analyse_site
from prongsai.loading.load_site import load_site
from prongsai.model.judged_edition import without_inferred
from prongsai.pipeline.judge import every_rule
from prongsai.rules import Context, check_by
from prongsai.wording import Severity, severity_of
from unit.makers import YEARS, make_edition, shipped_edition

# Cases whose errors and warnings come from the rules of a year: one of each kind of fact.
PLANTED = (
    "answer-of-other-year",
    "figures-exchanged",
    "follow-up-item-alone--has-not",
    "indicator-name-of-other",
    "instrument-differs",
    "item-of-other-year",
    "item-score-partial",
    "item-title-of-other",
    "level-differs-from-scale",
    "oit-element-missing",
    "oit-same-address",
    "prose-level",
    "prose-target",
    "subindicator-differs",
    "total-outside-interval",
    "unknown-indicator--scores",
    "unknown-item--register",
    "unknown-part",
    "unknown-subindicator",
    "weakness-without-measure",
)


@pytest.fixture(scope="module")
def editions(tmp_path_factory):
    """The shipped rules with every evidence an inference, and rules that know nothing."""
    inferred, bare = (tmp_path_factory.mktemp(name) for name in ("inferred", "bare"))
    for file in sorted(paths.EDITIONS.glob("*.yml")):
        text = re.sub(r"grade: (?:S|C|P1|P2)\b", "grade: I", file.read_text("utf-8"))
        (inferred / file.name).write_text(text, "utf-8")
        (bare / file.name).write_text(f"scheme: NACC-ITA\nfiscal_year: {file.stem}\n", "utf-8")
    return {"inferred": inferred, "bare": bare, "shipped": paths.EDITIONS}


def stated(root, editions, monkeypatch):
    """The errors and warnings on a site by some rules of the years."""
    monkeypatch.setattr(paths, "EDITIONS", editions)
    loaded = load_site(root)
    found = check_by(every_rule(), Context(analyse_site(loaded.site), loaded.unreadable, incomplete=loaded.incomplete))
    told = [one for one in (*loaded.problems, *found) if severity_of(one.code) is not Severity.NOTE]
    return {(one.code, one.where.file, one.where.line) for one in told}


@pytest.mark.parametrize("case", PLANTED)
def test_what_is_only_inferred_raises_no_error_and_no_warning(tmp_path, editions, monkeypatch, case):
    """A planted violation is found by the rules as they are, and by none of them once all evidence is an inference."""
    root = tmp_path / "site"
    shutil.copytree(sites.CASES / "base", root)
    shutil.copytree(sites.CASES / "invalid" / case, root, dirs_exist_ok=True)
    by = {name: stated(root, folder, monkeypatch) for name, folder in editions.items()}
    assert by["shipped"] - by["bare"]
    assert by["inferred"] - by["bare"] == set()


@pytest.mark.parametrize("year", YEARS)
def test_every_fact_that_judges_has_more_than_an_inference(year):
    """In no shipped edition is anything left to judge by that only an inference names."""
    edition = shipped_edition(year)
    judged = without_inferred(edition)
    groups = (judged.instruments, judged.indicators, judged.subindicators)
    assert not [one for group in groups for one in group.values() if edition.is_inferred(one.evidence)]
    for item in judged.items.values():
        parts = {"title": item.title_evidence, "key": item.key_evidence, "subindicator": item.subindicator_evidence}
        parts |= {"elements": item.elements_evidence, "year_offset": item.offset_evidence}
        found = [name for name, own in parts.items() if getattr(item, name) not in {None, ()}]
        assert not [name for name in found if edition.is_inferred(parts[name] or item.evidence)], item


def test_what_nobody_named_evidence_for_is_the_agencys_word_and_stays():
    """An edition without any evidence judges as it always did, and is the same object."""
    edition = make_edition()
    assert without_inferred(edition) is edition
    assert edition.knows_all_instruments


def test_a_section_that_loses_a_fact_is_not_complete_any_more():
    """One inferred instrument, and no key is wrong any more because it is none of the others."""
    guess = {"guess": {"grade": "I", "source": "เดา"}}
    tools = {"IIT": {"name": "ก", "weight": "50", "evidence": ["guess"]}, "EIT": {"name": "ข", "weight": "50"}}
    judged = without_inferred(make_edition(evidence=guess, instruments=tools, indicators={}))
    assert (list(judged.instruments), judged.knows_all_instruments) == (["EIT"], False)
