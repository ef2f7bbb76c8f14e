"""Words that are no level of their year's scale: what they may mean, and in which years they are a level."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher

from prongsai.analysis.level_candidates import level_names
from prongsai.model.edition import Edition
from prongsai.thai.lookalikes import Lookalike, in_latin, lookalikes

_ALIKE = 0.85  # of two spellings of one level; two levels of one scale are at most at 0.8
_BEFORE = "ระดับ"


@dataclass(frozen=True)
class OtherScale:
    """The scale of other years in which a word is a level.

    `names` are its levels from the highest; `until` is the last year (Buddhist Era) where it was given up before the
    year in question, `since` the first where it began after it.
    """

    names: tuple[str, ...]
    until: int | None = None
    since: int | None = None


@dataclass(frozen=True)
class Foreign:
    """A word that is no level of its year: the level that it nearly spells, letters of other scripts, its own scale."""

    word: str
    meant: str = ""
    letters: tuple[Lookalike, ...] = ()
    scale: OtherScale | None = None


def read_foreign(word: str, edition: Edition) -> Foreign:
    """The meaning of a word that the scale of the edition does not have, as far as its spelling tells."""
    scale = next((one for name in (word, *_near(word, edition)) if (one := other_scale(name, edition))), None)
    meant = next((name for name in level_names(edition) if _plain(name) == _plain(word)), "")
    if not meant and scale is None:
        meant = _nearest(word, level_names(edition))
    return Foreign(word, meant, lookalikes(word) if meant or scale else (), scale)


def other_scale(name: str, edition: Edition) -> OtherScale | None:
    """The scale of other years of the scheme that has a level; None where none has, or its years lie on both sides."""
    years = [year for year, names in edition.scales.items() if name in names]
    if not years or name in level_names(edition):
        return None
    if max(years) < edition.fiscal_year:
        return OtherScale(edition.scales[max(years)], until=max(years))
    return OtherScale(edition.scales[min(years)], since=min(years)) if min(years) > edition.fiscal_year else None


def _near(word: str, edition: Edition) -> list[str]:
    """The levels of any year that a word is another spelling of."""
    names = dict.fromkeys(name for names in edition.scales.values() for name in names)
    return [name for name in names if _plain(name) == _plain(word)]


def _plain(word: str) -> str:
    """The word without blanks, capitals and letters of other scripts, and without ระดับ before it."""
    return "".join(in_latin(word).split()).removeprefix(_BEFORE).strip("'\"“”‘’().").casefold()


def _nearest(word: str, names: tuple[str, ...]) -> str:
    """The level that is spelled most alike, if it is nearly the same; a letter is like no other."""
    rated = [(SequenceMatcher(None, _plain(name), _plain(word)).ratio(), name) for name in names if len(name) > 2]
    ratio, name = max(rated, default=(0.0, ""))
    return name if ratio >= _ALIKE else ""
