"""The code of a document is that of its facts: typed otherwise it stays, and with any other fact it is another."""

from __future__ import annotations

import pytest

from prongsai.model.facts_code import facts_code, is_code
from prongsai.model.measures import Measures

BASE = {
    "fiscal_year": "2566",
    "title": "มาตรการของเทศบาล ปี 2566",
    "measures": [{"id": "m01", "number": "1", "title": "เผยแพร่แผน", "period": "ต.ค. 65 - ก.ย. 66"}],
}
APPROVED = {"by": "นายกเทศมนตรี", "on": "30 กันยายน 2565", "hash": "0000-0000"}


def code_of(**changes: object) -> str:
    """The code of the base with some keys typed otherwise."""
    return facts_code(Measures.model_validate(BASE | changes))


@pytest.mark.parametrize(
    "changes",
    [
        {"title": "มาตรการของเทศบาล  ปี ๒๕๖๖"},
        {"approved": APPROVED},
        {"signed_copy": {"file": "2566/signed.pdf"}},
        {"notes": [{"text": "ตรวจแล้ว"}]},
        {"source": "measures-2566"},
        {"introduction": []},
        {"measures": [*BASE["measures"], {"id": "m02", "title": "ร่าง ___จำนวน___", "draft": "true"}]},
    ],
    ids=["digits and spaces", "approval", "signed copy", "remark", "source", "nothing said", "draft"],
)
def test_what_is_no_fact_of_the_document_does_not_count(changes):
    """Another way to type it, what is said about it, and what is not finished."""
    assert code_of(**changes) == code_of()


@pytest.mark.parametrize(
    "changes",
    [
        {"title": "มาตรการของเทศบาล ปี 2567"},
        {"goals": ["ไม่ต่ำกว่า 85 คะแนน"]},
        {"measures": []},
        {"measures": [{**BASE["measures"][0], "period": "ต.ค. 65 - มี.ค. 66"}]},
        {"measures": [{**BASE["measures"][0], "responsible": {"lead": ["กองคลัง"]}}]},
    ],
    ids=["text", "goal", "measure", "period", "responsible"],
)
def test_every_other_fact_gives_another_code(changes):
    """A text, an entry that comes or goes, and a field of an entry."""
    assert code_of(**changes) != code_of()


def test_the_code_stays_from_version_to_version():
    """Papers that were signed keep their code, so that nobody is told of a change that nobody made."""
    assert code_of() == "6TNP-8CEH"


@pytest.mark.parametrize("typed", ["K7QM-4T2X", "k7qm4t2x", "K7QM 4T2X", "K๗QM-๔T๒X"])
def test_a_copied_code_is_read(typed):
    """Small letters, Thai digits and another or no sign between the halves."""
    assert is_code(typed, "K7QM-4T2X")
    assert is_code("OI23-4567", "0123-4567")
    assert not is_code(typed, "K7QM-4T2Y")
