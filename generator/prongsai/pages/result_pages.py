"""The year at a glance, its scores and its analysis."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai import addresses
from prongsai.blocks.analysis import analysis_blocks
from prongsai.blocks.scores import scores_blocks
from prongsai.blocks.year import year_blocks
from prongsai.model.stated import known
from prongsai.pages.page import OF_BLOCKS, Page
from prongsai.pages.year_scope import YearScope


def plan_result_pages(scope: YearScope) -> Iterator[Page]:
    """The pages about a year's result."""
    yield _glance(scope)
    yield _scores(scope)
    yield _analysis(scope)


def _glance(scope: YearScope) -> Page:
    agency = known(scope.results.site.agency.name) or ""
    about = f"{scope.assessment.result} การวิเคราะห์ มาตรการ และผลการดำเนินการ {scope.name} {agency}".strip()
    path, files, blocks = addresses.year_path(scope.number), tuple(sorted(scope.own.files)), tuple(year_blocks(scope))
    return Page(path, OF_BLOCKS, scope.name, about, files, {"year_sections": scope.sections}, blocks=blocks)


def _scores(scope: YearScope) -> Page:
    files = scope.files("scores", years=_years_compared(scope))
    about = f"{scope.assessment.scores} {scope.name} รายเครื่องมือ รายตัวชี้วัด และรายข้อ เทียบคะแนนตามเอกสารกับที่คำนวณทวน"
    return scope.section("scores", f"{scope.assessment.scores} {scope.name}", about, files, scores_blocks(scope))


def _years_compared(scope: YearScope) -> set[int]:
    """The year, the one before where the site compares with it, and the one that the document compares with."""
    own = scope.own.scores
    comparison, before = (own.comparison, scope.result.previous) if own else (None, None)
    return {scope.number, *([before.year] if before else ()), *([comparison.with_year] if comparison else ())}


def _analysis(scope: YearScope) -> Page:
    about = f"จุดแข็ง จุดอ่อน ข้อที่ไม่ได้คะแนน และประเด็นที่ควรพัฒนา จาก{scope.assessment.result} {scope.name}"
    files = scope.files("analysis", "scores")
    return scope.section("analysis", f"การวิเคราะห์ผลการประเมิน {scope.name}", about, files, analysis_blocks(scope))
