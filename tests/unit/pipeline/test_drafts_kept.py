"""A draft is in nothing that is published; the preview of the officer has it, marked."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

import sites
from prongsai.cli import main
from prongsai.exports.facts_json import facts_document
from prongsai.model.drafts import MARK
from prongsai.pipeline.check import Checked, check_folder

SECRET = ("ความลับในร่าง", "มาตรการลับสมมุติ", "ส่วนที่ยังไม่กรอกสมมุติ")
ANALYSIS, MEASURES, REPORTS = "data/2564/analysis.yml", "data/2565/measures.yml", "data/2565/follow-up.yml"
DRAFT = f"""  - id: m02
    number: 2
    draft: true
    title: {SECRET[1]}
    basis: [{{indicator: 10}}]
    steps: [ขั้นตอนของร่าง]
    responsible: {{lead: [clerk]}}
    period: ต.ค. 64 - ก.ย. 65
    monitoring: [ติดตาม]
    reporting: [รายงาน]
  - id: m03
    number: 3
    title: มาตรการที่ใช้จริง
    basis: [{{indicator: 10}}]
    steps: รวมกับช่องบน
    responsible: รวมกับช่องบน
    period: ต.ค. 64 - ก.ย. 65
    monitoring: [ติดตาม]
    reporting: [รายงาน]
"""


@pytest.fixture
def root(tmp_path) -> Path:
    """A site with a draft among its findings, a measure that is one and is reported on, and a gap in a point."""
    made = sites.copy_small(tmp_path / "site")
    analysis = (made / ANALYSIS).read_text("utf-8")
    findings = f"findings:\n  - ใช้จริง\n  - {{text: {SECRET[0]}, draft: true}}\n"
    gap = f"recommendations: [ทำให้ครบ, ทำ ___{SECRET[2]}___ ให้ครบ]\n"
    (made / ANALYSIS).write_text(analysis + findings + gap, "utf-8")
    (made / MEASURES).write_text((made / MEASURES).read_text("utf-8") + DRAFT, "utf-8")
    report = "  - {measure: m02, round: 12, status: done, summary: [มาตรการลับสมมุติ เสร็จแล้ว]}\n"
    (made / REPORTS).write_text((made / REPORTS).read_text("utf-8") + report, "utf-8")
    return made


def everything_of(checked: Checked) -> str:
    """Every page and every data file of a site as one text, with the record of what would be published."""
    assert not checked.has_errors, checked.problems
    files = b"\n".join(checked.planned.files.values()).decode("utf-8", "replace")
    return files + str(facts_document(checked.results, checked.problems, 0, "", {}))


def test_no_page_no_data_and_no_record_has_a_word_of_it(root):
    """Neither of a part that is marked as a draft nor of one with a gap; reports on a draft are left out with it."""
    text = everything_of(check_folder(root))
    assert [word for word in SECRET if word in text] == []
    assert "ใช้จริง" in text
    assert "ทำให้ครบ" in text
    assert "/2565/measures/m02/" not in text


def test_what_was_merged_with_a_draft_keeps_its_content(root):
    """A cell that the document merges with the one above has that text, also where the one above is not shown."""
    checked = check_folder(root)
    [measure] = [one for one in checked.results.listed if one.measure.id == "m03"]
    assert measure.lead_units == ("clerk",)
    assert [point.text for point in measure.facts.value("steps")] == ["ขั้นตอนของร่าง"]


def test_the_preview_shows_it_as_a_draft(root):
    """The officer sees all of it, and each part says that it is a draft."""
    text = everything_of(check_folder(root, for_officer=True, shows_drafts=True))
    assert f"{MARK} {SECRET[0]}" in text
    assert f"{MARK} {SECRET[1]}" in text


def test_what_only_the_officer_gets_has_no_drafts_either(root):
    """The sheet for submission is made for the officer, and is handed on."""
    text = everything_of(check_folder(root, for_officer=True))
    assert [word for word in SECRET if word in text] == []


def test_once_confirmed_it_is_published(root):
    """Gaps filled and the mark removed: nothing is left of having been a draft."""
    for name in (ANALYSIS, MEASURES):
        text = (root / name).read_text("utf-8")
        text = text.replace("    draft: true\n", "").replace(", draft: true", "").replace("___", "")
        (root / name).write_text(text, "utf-8")
    checked = check_folder(root)
    assert [one.code for one in checked.problems if one.code in {"draft-part", "gap-left"}] == []
    assert [word for word in SECRET if word not in everything_of(checked)] == []


def test_a_site_without_drafts_is_the_same_site(tmp_path):
    """Nothing is copied and nothing computed again where all is finished."""
    checked = check_folder(sites.copy_base(tmp_path))
    assert all(one.typed is not None for one in checked.results.site.years[0].analysis.strengths)


def test_building_and_publishing_say_what_is_left_out(root, tmp_path):
    """A line with the files and the number of parts; the published folder has no word of them."""
    built = CliRunner().invoke(main, ["build", "-C", str(root)])
    line = "ไม่ได้เผยแพร่ส่วนที่ยังเป็นร่างหรือยังมีที่ต้องกรอก: data/2564/analysis.yml 2 ส่วน data/2565/measures.yml 1 ส่วน"
    assert built.exit_code == 0, built.output
    assert line in built.output
    published = CliRunner().invoke(
        main, ["publish", "-C", str(root), "--to", str(tmp_path / "www"), "--date", "2569-11-29"]
    )
    assert published.exit_code == 0, published.output
    assert line in published.output
    kept = [*(tmp_path / "www").rglob("*"), *(root / "site_config").rglob("*"), *(root / "content").rglob("*")]
    found = [path for path in kept if path.is_file() for word in SECRET if word.encode() in path.read_bytes()]
    assert found == []


def test_a_published_address_is_not_lost_by_a_mark(root, tmp_path):
    """A measure that was published and is marked as a draft afterwards stops the build, as any lost address does."""
    text = (root / MEASURES).read_text("utf-8")
    (root / MEASURES).write_text(text.replace("    draft: true\n", ""), "utf-8")
    call = ["publish", "-C", str(root), "--to", str(tmp_path / "www"), "--date", "2569-11-29"]
    assert CliRunner().invoke(main, call).exit_code == 0
    (root / MEASURES).write_text(text, "utf-8")
    told = CliRunner().invoke(main, call)
    assert told.exit_code == 1
    assert "/2565/measures/m02/" in told.output
