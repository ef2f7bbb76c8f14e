"""The internal memo as worded facts and paragraphs."""

from __future__ import annotations

from typing import Any

from prongsai.model.memo import Memo
from prongsai.views.content import fact
from prongsai.views.speech import Speech


def memo_view(memo: Memo, held_by: str, speech: Speech) -> dict[str, Any]:
    """What the memo page shows, in the order of a memo; `held_by` names who holds the assessment."""
    facts = (
        fact("ส่วนราชการ", *speech.stated(memo.agency)),
        fact("หน่วยงาน", *speech.stated(memo.unit)),
        fact("โทรศัพท์", *speech.stated(memo.phone)),
        fact("ที่", *speech.stated(memo.number)),
        fact("วันที่", *speech.stated(memo.date)),
        fact("เรื่อง", *speech.stated(memo.subject)),
        fact("เรียน", *speech.stated(memo.to)),
        fact("สิ่งที่ส่งมาด้วย", *speech.stated(memo.attachments)),
    )
    bodies = (
        ("background", "เรื่องเดิม", memo.background),
        ("facts", "ข้อเท็จจริง", memo.facts),
        ("advice", f"ข้อเสนอแนะของ{held_by}", memo.nacc_advice),
    )
    return {
        "facts": facts,
        "bodies": [body for body in bodies if body[2]],
        "points": speech.texts(memo.points) if memo.points else None,
        "closing": speech.stated(memo.closing),
        "signatories": [(one.office, one.acting_for) for one in memo.signatories],
        "comment": speech.stated(memo.comment),
    }
