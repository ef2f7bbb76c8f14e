"""Claims that sentences make of a result, each with the years that it may mean and the words that make it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Operator = Literal["=", ">", ">=", "<", "<=", "~"]
End = Literal["highest", "lowest"]


@dataclass(frozen=True)
class Referent:
    """The subject spoken of: total, instrument, indicator or subindicator, and which."""

    kind: str
    key: str = ""


TOTAL = Referent("total")


@dataclass(frozen=True)
class Amount:
    """An amount in words: a number of points, or of per cent, and if it is exact or bounds what is meant."""

    value: Decimal
    operator: Operator = "="
    is_percent: bool = False


@dataclass(frozen=True, kw_only=True)
class Claim:
    """The part that all claims have: the years they may mean (Buddhist Era), the likeliest first, and their words."""

    years: tuple[int, ...]
    quote: str


@dataclass(frozen=True, kw_only=True)
class ScoreIs(Claim):
    """A subject has a score; `is_guess` where nothing names the subject.

    With `may_be_moved` the number may be the amount by which the subject rose or fell; with `is_rounded` it is said to
    be rounded, and so not cut.
    """

    subject: Referent
    said: Decimal
    text: str
    is_guess: bool = False
    may_be_moved: bool = False
    is_rounded: bool = False


@dataclass(frozen=True, kw_only=True)
class LevelIs(Claim):
    """The result has a level, or has not."""

    level: str
    is_not: bool = False


@dataclass(frozen=True, kw_only=True)
class LevelMoved(Claim):
    """The level rose, fell or stayed since the year before."""

    word: str


@dataclass(frozen=True, kw_only=True)
class RankIs(Claim):
    """The agency has a place, or is among the first so many, or in a half of its list; `of` is how many there are.

    With `among` (as peer_words calls groups of agencies) it is the first or the last of those. `from_last` counts from
    the end, `among_last` are so many there, `share` is the per cent at the top (negative: at the end) that it belongs
    to, `above` and `below` how many are better and worse.
    """

    place: int | None
    of: int | None = None
    among_first: int | None = None
    half: str = ""
    among: str = ""
    from_last: int | None = None
    among_last: int | None = None
    share: int | None = None
    above: int | None = None
    below: int | None = None


@dataclass(frozen=True, kw_only=True)
class RankMoved(Claim):
    """The agency moved by so many places."""

    by: int | None
    word: str


@dataclass(frozen=True, kw_only=True)
class Moved(Claim):
    """A subject rose, fell or stayed since the year `base`, or the one before; `amounts` say by how much.

    `value` is a score that the words may mean in the place of the amount, `through` an instrument by whose change
    alone the total may be meant to have moved.
    """

    subject: Referent
    word: str
    base: int | None = None
    amounts: tuple[Amount, ...] = ()
    value: Decimal | None = None
    through: str = ""


@dataclass(frozen=True, kw_only=True)
class EndIs(Claim):
    """Subjects of one kind are highest or lowest among all, or among those of an instrument (`scope`).

    `within` is an instrument that was spoken of before, among whose indicators they may be meant to be.

    `nth` 2 is the next behind that end, `behind` the one that it is next to. With `is_order` all are named in their
    order; with `is_of_two` it is the higher or lower of just two; with `is_tied` nothing says from which end the next
    is counted, with `is_alike` all have the same score, and others may have it too. With `is_whole_end` they
    are just the ones at that end.
    """

    kind: str
    end: End
    keys: tuple[str, ...]
    scope: str = ""
    nth: int = 1
    behind: tuple[str, ...] = ()
    is_tied: bool = False
    is_alike: bool = False
    is_not: bool = False
    is_order: bool = False
    is_whole_end: bool = False
    is_of_two: bool = False
    within: str = ""


@dataclass(frozen=True, kw_only=True)
class EndScore(Claim):
    """The highest or lowest score of a kind is so much, or above or below; `within` as of EndIs."""

    kind: str
    end: End
    amount: Amount
    scope: str = ""
    is_bare: bool = False
    within: str = ""


@dataclass(frozen=True, kw_only=True)
class MostMoved(Claim):
    """Of all that rose or fell these did most or least; `within` as of EndIs."""

    kind: str
    word: str
    end: End
    keys: tuple[str, ...]
    scope: str = ""
    within: str = ""


@dataclass(frozen=True)
class Condition:
    """A condition on one of a kind: a bound on its score, a change, or passing the target."""

    word: str  # rises falls stays bound between passes fails full zero scored status
    operator: Operator = "="
    bound: Decimal | None = None
    upper: Decimal | None = None


@dataclass(frozen=True, kw_only=True)
class Members(Claim):
    """Of a kind so many, or just these, fulfil the conditions; `share` is in per cent; `within` as of EndIs."""

    kind: str
    conditions: tuple[Condition, ...]
    scope: str = ""
    count: int | None = None
    of: int | None = None
    keys: tuple[str, ...] | None = None
    missing: tuple[str, ...] | None = None
    share: Decimal | None = None
    share_operator: Operator = "="
    is_every: bool = False
    is_not: bool = False
    is_whole_list: bool = False
    within: str = ""
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class Compared(Claim):
    """A subject is above or below a bound, another subject, the target or the mean of others, by an amount."""

    subject: Referent
    operator: Operator
    bound: Decimal | None = None
    other: Referent | None = None
    level: str = ""
    amount: Amount | None = None
    is_target: bool = False


@dataclass(frozen=True, kw_only=True)
class MeanIs(Claim):
    """The mean of the totals of other agencies (`among` of PeerMean, or another word) is so much."""

    among: str
    said: Decimal


@dataclass(frozen=True, kw_only=True)
class MeanCompared(Claim):
    """The total is above, below or equal to such a mean, by an amount; without `operator` just apart from it."""

    among: str
    operator: Operator | None
    amount: Amount | None = None


@dataclass(frozen=True, kw_only=True)
class MeanOfYears(Claim):
    """The mean of the scores of a subject in the two `years` is so much."""

    subject: Referent
    said: Decimal


@dataclass(frozen=True, kw_only=True)
class MeansCompared(Claim):
    """One such mean is above or below another (`other`)."""

    among: str
    other: str
    operator: Operator


@dataclass(frozen=True, kw_only=True)
class Computed(Claim):
    """A number that follows from others: mean, sum, difference, points of the weight, points lost."""

    what: str
    said: Decimal
    subjects: tuple[Referent, ...] = ()
    parts: tuple[Decimal, ...] = ()
    whole: Decimal | None = None
    scope: str = ""
