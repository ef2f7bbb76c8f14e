"""Drafts of the shipped sites: whole, checked, unlike each other, and nothing written over."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from once import make_once
from prongsai.pipeline.draft import NoDraftError, prepare_analysis, prepare_measures
from prongsai.pipeline.save import save
from unit.makers import SITE, write_files

TOP = Path(__file__).resolve().parents[3]
SITES = {
    "klaeng": (".", 2564),
    "don": ("examples/don", 2567),
    "nam-mong": ("examples/nam-mong", 2565),
    "seven-themes": ("examples/seven-themes", 2567),
    "model": ("examples/model", 2566),
}
MOST_SHARED = 0.3
NO_TEXTS = {"basis", "responsible", "rules", "id", "cycle_years", "indicators", "items", "stated_count", "draft"}
OF_DRAFTS = {"draft-part"}
# What is missing of the year that is drafted, whoever drafts it: measures that were never reported on, and the like.
OF_THE_YEAR = {"measure-without-report", "agency-not-named", "weakness-without-measure", "item-without-measure"}


def bare_copy(folder: Path, name: str) -> tuple[Path, int]:
    """A copy of a shipped site as if never published, without the analysis of its result and what follows from it."""
    source, year = SITES[name]
    root = folder / name
    for part in ("data", "site_config"):
        shutil.copytree(TOP / source / part, root / part, ignore=shutil.ignore_patterns("published", "urls.csv"))
    for file in (f"{year}/analysis.yml", *(f"{year + 1}/{one}.yml" for one in ("measures", "follow-up", "questions"))):
        (root / "data" / file).unlink(missing_ok=True)
    return root, year


def texts_of(node: object) -> Iterator[str]:
    """The texts that people read of what was drafted."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict):
        for key, inner in node.items():
            yield from texts_of(inner) if key not in NO_TEXTS else ()
    elif isinstance(node, list):
        for inner in node:
            yield from texts_of(inner)


@pytest.fixture(scope="session")
def drafts(tmp_path_factory) -> dict[str, dict[str, dict]]:
    """The drafts of each site, by the name of the data file, as data."""
    return make_once(tmp_path_factory, "drafts-of-sites", _draft_all)


def _draft_all(folder: Path) -> dict[str, dict[str, dict]]:
    found = {}
    for name in SITES:
        root, year = bare_copy(folder, name)
        prepared = [prepare_analysis(root, year), prepare_measures(root, year + 1, 3)]
        for one in prepared:
            assert one.proposed is not None
            raised = {found.code for found in one.proposed.new_problems}
            assert raised <= OF_DRAFTS | OF_THE_YEAR, raised
        read = YAML(typ="safe")
        kinds = zip(("analysis", "measures"), prepared, strict=True)
        found[name] = {kind: read.load(next(iter(one.proposed.after.values()))) for kind, one in kinds}
    return found


@pytest.mark.parametrize("kind", ["analysis", "measures"])
def test_two_agencies_share_few_sentences(drafts, kind):
    """Of the sentences of the shorter draft at most three in ten are those of any other agency."""
    sentences = {name: {*texts_of(found[kind])} for name, found in drafts.items()}
    for one, other in combinations(sentences, 2):
        shared = sentences[one] & sentences[other]
        assert len(shared) <= MOST_SHARED * min(len(sentences[one]), len(sentences[other])), (one, other, shared)


def test_every_finding_has_its_sentence(drafts):
    """Each strength, weakness, change and item without score of the agency with the richest result is named."""
    analysis = drafts["klaeng"]["analysis"]
    texts = "\n".join(texts_of(analysis))
    zero = ("O2", "O8", "O15", "O17", "O18", "O23", "O38", "O42", "O43")
    assert all(f"ข้อ {code} " in texts for code in zero)
    assert "ไม่แสดงรายละเอียดของภารกิจ มีเพียงข้อมูลสถิติ" in texts  # the reason that the assessor gave
    for number in range(1, 11):
        moved = "ลดลง" if number == 2 else "เพิ่มขึ้น"
        assert any(text.startswith(f"ตัวชี้วัดที่ {number} ") and moved in text for text in texts_of(analysis)), number
    assert {"draft"} <= {key for one in analysis["weaknesses"] for key in one}
    assert [one["rules"] for one in analysis["weaknesses"]] == [
        ["lowest"],
        ["fallen"],
        [{"below": 85}],
        ["without_score"],
    ]


def test_the_own_measure_comes_first_with_its_result(drafts):
    """A finding that a measure of last year answered begins with that one, and says what came of it."""
    measures = drafts["model"]["measures"]["measures"]
    on_channels = [one for one in measures if one["basis"][0].get("indicator") in {7, "7"}]
    first, *proposed = on_channels
    assert first["cycle_years"] == [2566]
    assert first["note"].startswith("ดำเนินการต่อจากมาตรการที่")
    assert "รอบ 12 เดือนระบุว่า" in first["note"]
    assert first["responsible"]["lead"] or first["responsible"]["units"]
    assert 1 <= len(proposed) <= 3
    assert not any("cycle_years" in one or "responsible" not in one for one in proposed)


def test_units_are_named_only_where_the_data_names_them(drafts):
    """Without a register and without a measure of last year nobody is made responsible."""
    assert not any(
        "responsible" in one for one in drafts["nam-mong"]["measures"]["measures"] if "cycle_years" not in one
    )


def test_nothing_is_drafted_without_scores(tmp_path):
    """A year whose scores are not there, or are a form that waits to be filled in, has no draft."""
    write_files(tmp_path, SITE)
    with pytest.raises(NoDraftError, match="no-scores"):
        prepare_analysis(tmp_path, 2566)
    write_files(tmp_path, {"data/2566/scores.yml": "fiscal_year: 2566\ntotal:\nlevel:\n"})
    with pytest.raises(NoDraftError, match="no-scores"):
        prepare_measures(tmp_path, 2567, 3)


@pytest.mark.parametrize("kind", ["analysis", "measures"])
def test_what_is_there_stays_and_a_second_draft_adds_nothing(tmp_path, kind):
    """Texts that the agency wrote are kept to the letter, only what they leave out is added, and once."""
    root, year = bare_copy(tmp_path, "klaeng")
    own = {
        "analysis": "fiscal_year: 2564\nfindings:\n  - ข้อความของเทศบาลเอง # หมายเหตุ\nweaknesses:\n"
        "  - {text: จุดอ่อนของเราคือตัวชี้วัดที่ 10, indicators: [10], rules: [lowest]}\n",
        "measures": "fiscal_year: 2565\nfrom_fiscal_year: 2564\nmeasures:\n"
        "  - {id: own, title: มาตรการของเราเอง, basis: [{item: O2}]} # หมายเหตุ\n",
    }[kind]
    at = year if kind == "analysis" else year + 1
    file = root / f"data/{at}/{kind}.yml"
    file.write_text(own, "utf-8")

    def prepare():
        return prepare_analysis(root, at) if kind == "analysis" else prepare_measures(root, at, 2)

    first = prepare()
    assert first.drafted.left_out
    assert first.proposed is not None
    save(root, first.proposed, "test")
    written = file.read_text("utf-8")
    assert [line for line in own.splitlines() if line not in written.splitlines()] == []
    assert prepare().proposed is None


def test_measures_of_another_result_are_not_mixed(tmp_path):
    """A file whose measures answer another year than the one before takes no draft of that year."""
    root, year = bare_copy(tmp_path, "nam-mong")
    (root / f"data/{year + 1}").mkdir(exist_ok=True)
    text = f"fiscal_year: {year + 1}\nfrom_fiscal_year: {year + 1}\nmeasures: []\n"
    (root / f"data/{year + 1}/measures.yml").write_text(text, "utf-8")
    with pytest.raises(NoDraftError, match="other-year"):
        prepare_measures(root, year + 1, 3)
