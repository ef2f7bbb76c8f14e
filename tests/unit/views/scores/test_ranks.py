"""A rank is shown with whom it holds among; a second one of other agencies is next to it as a fact of its own."""

from __future__ import annotations

import pytest

from prongsai.model.scores import Rank
from prongsai.model.stated import Absence
from prongsai.views.scores.figures import rank_parts
from prongsai.views.speech import Speech


@pytest.mark.parametrize(
    ("again", "said"),
    [
        ([], "ลำดับที่ 76 (จังหวัด)"),
        ([{"value": "2", "at": "ก", "scope": "อำเภอ"}], "ลำดับที่ 76 (จังหวัด) และลำดับที่ 2 (อำเภอ)"),
        ([{"value": "76", "at": "ก", "scope": "จังหวัด"}], "ลำดับที่ 76 (จังหวัด)"),
        ([{"value": "67", "at": "ก", "scope": "จังหวัด"}], "ลำดับที่ 76 (จังหวัด) (อีกที่หนึ่งระบุ 67)"),
    ],
)
def test_each_rank_is_with_its_scope(again, said):
    """A difference within one scope is reported; what is said twice alike is said once."""
    rank = Rank.model_validate({"value": "76", "scope": "จังหวัด", "also_stated": again})
    parts = rank_parts(rank, Speech("arabic"))
    assert "".join(f" {part.text}" if part.kind == "aside" else part.text for part in parts) == said


def test_without_a_rank_it_is_said_why():
    """The word of the absence is in its place."""
    [part] = rank_parts(Absence.NOT_STATED, Speech("arabic"))
    assert part.text == "เอกสารไม่ได้ระบุ"
