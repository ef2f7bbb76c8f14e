"""A rank in words: among whom it holds, what else is stated for it, and further ranks among other agencies."""

from __future__ import annotations

from prongsai.analysis.ranks import of_other_scope, restated_differently
from prongsai.model.scores import Rank, RankAgain
from prongsai.model.stated import Stated, known
from prongsai.views.content import Part, Phrase
from prongsai.views.speech import Speech


def rank_parts(rank: Stated[Rank], speech: Speech) -> tuple[Part, ...]:
    """All ranks of a year, each with its scope, or why there is none."""
    stated = known(rank)
    if stated is None:
        return speech.stated(rank)
    again = dict.fromkeys(one.value for one in restated_differently(stated))
    others = tuple(Phrase(f"(อีกที่หนึ่งระบุ {speech.digits(f'{value:,}')})", kind="aside") for value in again)
    return (Phrase(_placed(stated, speech)), *others, *further_ranks(stated, speech))


def further_ranks(rank: Rank, speech: Speech) -> tuple[Part, ...]:
    """The ranks among other agencies, which contradict nothing."""
    return tuple(Phrase(f" และ{text}") for text in dict.fromkeys(_placed(one, speech) for one in of_other_scope(rank)))


def _placed(rank: Rank | RankAgain, speech: Speech) -> str:
    return f"ลำดับที่ {speech.digits(f'{rank.value:,}')} ({speech.plain(speech.stated(rank.scope))})"
