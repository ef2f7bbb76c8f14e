"""Comparisons with the means of others, as far as a sentence itself gives them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.prose.grammar.claims import TOTAL, Claim
from prongsai.prose.grammar.comparisons import LEAST_SCORE, compared, subjects_of
from prongsai.prose.grammar.reading import OPERATORS, Found, Reading

_PEERS = (
    "( s:subject )? ( v0:score )? break? r:bound all? ( p:peers and? )+"
    " ( break? ( becomes | equals )? b:number | o:becomes )?"
    " ( lacks | equals )? a:points?"
)
_PEERS_FIRST = "from p:peers b:points break? s:subject? r:bound $"
_PEERS_LOWER = "^^ p:peers ( becomes | equals )? b:points break? r:bound"
_BOTH_GIVEN = re.compile(
    r"[0-9๐-๙]{2}\.[0-9๐-๙]+\s*(?:คะแนน\s*)?(?:ต่อ|เทียบกับ|เทียบ|กับ|:|/|และ)\s*[0-9๐-๙]{2}\.[0-9๐-๙]+"
)
_OWN_SCORE = re.compile(r"\s*(?:ผล)?(?:คะแนน)?(?:รวม)?(?:ของ)?(?:หน่วยงาน|เทศบาล|อบต\.|องค์การบริหาร|ทต\.|เรา)")


def read_peers(reading: Reading) -> Iterator[Claim]:
    """Every comparison with the mean of others."""
    yield from reading.read(((_PEERS, _peers),))
    yield from reading.read(((_PEERS_LOWER, _peers_lower), (_PEERS_FIRST, _peers_first)), wished=True)


def _peers(found: Found) -> Iterator[Claim]:
    """Compared with the mean of others, as far as the sentence itself says what that is."""
    subjects, bound, years = subjects_of(found), found.token("r"), found.years()
    number, amount = found.token("b"), found.amount("a", "-")
    if not subjects or bound is None or not years or len(found.tokens("p")) > 1:
        return
    is_pair = _BOTH_GIVEN.search(found.sentence.text)  # (85.66 ต่อ 86.33): which is whose is not said
    if number is not None and number.number >= LEAST_SCORE and not is_pair:
        yield compared(found, subjects[0], OPERATORS[bound.kind], years, bound=number.number, amount=amount)
    found.take()


def _peers_first(found: Found) -> Iterator[Claim]:
    """Compared with a mean of others that is said first: เมื่อเทียบกับค่าเฉลี่ยจังหวัด 83.14 คะแนน หน่วยงานได้สูงกว่า."""
    bound, number, years = found.token("r"), found.token("b"), found.years()
    if bound is not None and number is not None and len(years) == 1 and bound.kind in {"more", "less"}:
        subject = (found.referents() or (TOTAL,))[0]
        is_alone = not found.sentence.tokens[: found.match.start()]
        if is_alone:
            yield compared(found, subject, OPERATORS[bound.kind], years, bound=number.number)


def _peers_lower(found: Found) -> Iterator[Claim]:
    """The mean of others as what is compared: ค่าเฉลี่ยจังหวัดอยู่ที่ 79.36 คะแนน ซึ่งต่ำกว่าคะแนนของหน่วยงาน."""
    bound, number, years = found.token("r"), found.token("b"), found.years()
    if bound is None or number is None or len(years) != 1 or bound.kind not in {"more", "less"}:
        return
    if _OWN_SCORE.match(found.sentence.text, bound.end):
        yield compared(found, TOTAL, "<" if bound.kind == "more" else ">", years, bound=number.number)
