"""The status by which people narrow a search is that of the measure, whatever the page calls it."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from prongsai import addresses
from prongsai.pipeline.build import check_folder
from prongsai.views.measures import tables as measure_tables
from unit.makers import SITE, write_files

FILES = {
    **SITE,
    "data/2565/measures.yml": (
        "fiscal_year: 2565\nmeasures:\n  - {id: m01, number: 1, title: เปิดเผยแผน}\n"
        "  - {id: m02, number: 2, title: ตอบคำถาม}\n"
    ),
    "data/2565/follow-up.yml": (
        "fiscal_year: 2565\nreports:\n  - {measure: m01, round: '6', status: in_progress}\n"
        "  - {measure: m01, round: '12', status: could_not}\n"
    ),
}


def statuses(root) -> dict[str, str]:
    """The status of each page of the index that has one."""
    files = check_folder(root).planned.files
    index = json.loads(files[f"content{addresses.SEARCH_INDEX}"])
    return {page[0]: index["statuses"][page[5]] for page in index["pages"] if page[5] >= 0}


@pytest.mark.parametrize("head", ["สถานะ", "สถานะของมาตรการ"])
def test_another_word_for_the_head_changes_no_status(tmp_path, monkeypatch, head):
    """The newest report counts, and a measure without one says so, though the head of the fact is called otherwise."""
    named = tuple(
        replace(one, title=head) if one.name == "status_words" else one for one in measure_tables.MEASURES.columns
    )
    monkeypatch.setattr(measure_tables, "MEASURES", replace(measure_tables.MEASURES, columns=named))
    write_files(tmp_path, FILES)
    assert statuses(tmp_path) == {
        "/2565/measures/m01/": "ไม่สามารถดำเนินการได้",
        "/2565/measures/m02/": "ยังไม่มีรายงานผล",
    }
