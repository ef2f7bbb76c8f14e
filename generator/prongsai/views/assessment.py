"""The assessment of a year in words: its names, and its terms, each explained in two plain lines."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from prongsai.analysis.results import Results
from prongsai.model.edition import NACC, Edition
from prongsai.model.edition_facts import LevelRule
from prongsai.model.site import FiscalYear
from prongsai.model.stated import known
from prongsai.views.speech import Speech
from prongsai.wording import assessment as wording
from prongsai.wording import assessment as words


@dataclass(frozen=True)
class AssessmentName:
    """The names of an assessment; an unknown one is empty. `yearly` is true if it is held every year."""

    short: str = ""
    name: str = ""
    organiser: str = ""
    yearly: bool = False

    @property
    def result(self) -> str:
        """ผลการประเมิน ITA."""
        return f"{wording.RESULT} {self.short}".strip()

    @property
    def scores(self) -> str:
        """คะแนน ITA."""
        return f"{wording.SCORES} {self.short}".strip()

    @property
    def held_by(self) -> str:
        """สำนักงาน ป.ป.ช., or the words for whoever holds it."""
        return self.organiser or wording.ANY_ORGANISER

    @property
    def asked(self) -> str:
        """ITA คืออะไร."""
        return wording.ASKED.format(short=self.short) if self.short else wording.ASKED_OF_ANY

    @property
    def defined(self) -> str:
        """ITA คือการประเมิน…, as far as this is known; else empty."""
        sentence = wording.DEFINED if self.short else wording.DEFINED_FOR_ANY
        return sentence.format(short=self.short, meaning=self.meaning) if self.meaning else ""

    @property
    def meaning(self) -> str:
        """The meaning and the holder, as far as they are known; else empty."""
        if not self.organiser or not self.name:
            return self.name
        sentence = wording.HELD_EVERY_YEAR if self.yearly else wording.HELD
        return sentence.format(name=self.name, organiser=self.organiser)


NACC_ASSESSMENT = AssessmentName(wording.NACC_SHORT, wording.NACC_NAME, wording.NACC_ORGANISER, yearly=True)


def assessment_of(edition: Edition) -> AssessmentName:
    """The name of a year's assessment."""
    own = edition.assessment
    if own is None:
        return NACC_ASSESSMENT if edition.scheme == NACC else AssessmentName()
    return AssessmentName(own.short or "", own.name or "", own.organiser or "")


def shared_assessment(results: Results) -> AssessmentName:
    """The name of the assessments of all years; neutral where they are not the same."""
    editions = [result.year.edition for result in results.years.values()]
    known = [edition for edition in editions if edition.where().file] or editions
    names = {assessment_of(edition) for edition in known} or {NACC_ASSESSMENT}
    return names.pop() if len(names) == 1 else AssessmentName()


@dataclass(frozen=True)
class Explained:
    """A short name and what it means, line by line."""

    name: str
    lines: tuple[str, ...]


def explain_result(year: FiscalYear, speech: Speech, remark: str = "") -> tuple[Explained, ...]:
    """The assessment, the instruments of the year and the level that its document states, with a remark on it."""
    level = known(year.scores.level.value) if year.scores else None
    meaning = explain_level(year.edition, level, speech)
    if remark:
        meaning = replace(meaning, lines=(*meaning.lines[:-1], f"{meaning.lines[-1]} {remark}"))
    return (*explain_assessment(year.edition, speech), *explain_instruments(year.edition), meaning)


def ask_meaning(entries: tuple[Explained, ...]) -> str:
    """ITA IIT EIT OIT และระดับ คืออะไร."""
    *first, last = (one.name for one in entries)
    return words.WHAT_ARE.format(names=f"{' '.join(first)}{words.AND if first else ''}{last}")


def explain_assessment(edition: Edition, speech: Speech) -> tuple[Explained, ...]:
    """The explanation of the assessment, where the edition or its scheme gives one."""
    own = assessment_of(edition)
    full = words.FULL.format(full=speech.digits("100"))
    return (Explained(own.short, (own.meaning, full)),) if own.short and own.meaning else ()


def explain_instruments(edition: Edition, codes: Iterable[str] = ()) -> tuple[Explained, ...]:
    """The questions of these instruments, else of all of the year; an unknown one has no explanation."""
    wanted = tuple(codes) or _known_tools(edition) or tuple(_usual(edition))
    found = ((code, _lines(edition, code)) for code in wanted)
    return tuple(Explained(code, lines) for code, lines in found if lines)


def _known_tools(edition: Edition) -> tuple[str, ...]:
    """The instruments of an edition; with those of the nearest year where that makes the usual ones."""
    known, usual = {*edition.instruments, *edition.offered.instruments}, _usual(edition)
    return tuple(usual) if edition.offered.instruments and known == usual.keys() else tuple(edition.instruments)


def _lines(edition: Edition, code: str) -> tuple[str, ...]:
    """The edition's own words where it has other ones."""
    tool, usual = edition.instruments.get(code), _usual(edition).get(code, ())
    if tool is None or tool.plain is None or tool.plain == " ".join(usual):
        return usual
    return (tool.plain,)


def _usual(edition: Edition) -> dict[str, tuple[str, str]]:
    """The questions of the instruments of the NACC; another scheme explains its own."""
    return words.INSTRUMENTS if edition.scheme == NACC else {}


def explain_level(edition: Edition, level: str | None, speech: Speech) -> Explained:
    """The meaning of the level, also of the stated one by the year's scale; nothing where that is not verified."""
    names = list(dict.fromkeys(rule.name for rule in edition.levels))
    year = speech.fiscal_year(edition.fiscal_year)
    if not names:
        first, second = words.LEVEL_UNKNOWN
        return Explained(words.LEVEL, (first, second.format(year=year)))
    scale = words.LEVEL_SCALE.format(count=speech.digits(len(names)), highest=names[0], lowest=names[-1])
    rule = next((one for one in edition.levels if one.name == level), None)
    return Explained(words.LEVEL, (scale, _meaning(edition, rule, year, speech)))


def _meaning(edition: Edition, rule: LevelRule | None, year: str, speech: Speech) -> str:
    if rule is None:
        return words.LEVEL_NOT_STATED.format(year=year)
    if len(rule.total_from) > 1:
        return words.LEVEL_CONFLICT.format(name=rule.name)
    return words.LEVEL_MEANS.format(name=rule.name, condition=_condition(edition, rule, speech))


def _condition(edition: Edition, rule: LevelRule, speech: Speech) -> str:
    """ตั้งแต่ ๗๕.๐๐ คะแนน แต่ไม่ถึง ๘๕.๐๐ คะแนน; with what the scale asks of the instruments."""
    [lowest] = rule.total_from
    above = [bound for one in edition.levels for bound in one.total_from if bound > lowest]
    words = f"ตั้งแต่ {speech.digits(lowest)} คะแนน" if lowest else ""
    if rule.every_instrument_from is not None:
        return f"{words} และทุกเครื่องมือได้ตั้งแต่ {speech.digits(rule.every_instrument_from)} คะแนน"
    if rule.some_instrument_below is not None:
        return f"{words} แต่มีบางเครื่องมือต่ำกว่า {speech.digits(rule.some_instrument_below)} คะแนน"
    is_clear = above and sum(min(above) in one.total_from and len(one.total_from) > 1 for one in edition.levels) == 0
    return f"{words}{' แต่' if words else ''}ไม่ถึง {speech.digits(min(above))} คะแนน" if is_clear else words
