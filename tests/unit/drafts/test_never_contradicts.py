"""Whatever the scores are, a drafted analysis says nothing that they do not bear out."""

from __future__ import annotations

from pathlib import Path

import pytest
from ruamel.yaml import YAML

from prongsai.pipeline.draft import NoDraftError, prepare_analysis
from unit.drafts.oracle import faults, figures_of
from unit.drafts.score_sheets import site_of
from unit.makers import SITE, write_files

SHORT, LONG = range(20), range(20, 200)


def drafted(root: Path, seed: int):
    """A site of random scores in `root`, its year, and what is drafted for it; None where there is no score."""
    year, files = site_of(seed)
    write_files(root, {**SITE, **files})
    try:
        return year, files, prepare_analysis(root, year)
    except NoDraftError:
        return year, files, None


def sentences(prepared) -> list[str]:
    """Every text of a drafted analysis, points and all."""
    return [line.removeprefix("- ") for _, lines in prepared.drafted.texts for line in lines]


def judge(root: Path, seed: int) -> None:
    """The whole check of the drafted site raises nothing on what was drafted, and a second reading finds no fault."""
    year, files, prepared = drafted(root, seed)
    if prepared is None or prepared.proposed is None:
        return
    raised = [one for one in prepared.proposed.new_problems if one.code != "draft-part"]
    assert raised == [], [(one.code, dict(one.values)) for one in raised]
    read = YAML(typ="safe")
    raw = {name: read.load(text) for name, text in files.items()}
    now = figures_of(raw[f"data/{year}/scores.yml"])
    before = figures_of(raw.get(f"data/{year - 1}/scores.yml", {}))
    for text in sentences(prepared):
        assert faults(text, now, before) == [], text


@pytest.mark.parametrize("seed", SHORT)
def test_no_sheet_is_contradicted(tmp_path, seed):
    """Rules of lists and of written Thai, and an oracle that shares no code with them, agree with every sentence."""
    judge(tmp_path, seed)


@pytest.mark.soak
@pytest.mark.parametrize("seed", LONG)
def test_no_further_sheet_is_contradicted(tmp_path, seed):
    """The same of many more sheets, which make 200 together with those above."""
    judge(tmp_path, seed)
