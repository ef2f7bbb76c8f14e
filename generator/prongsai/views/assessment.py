"""The assessment of a year in words: its own where the edition has them, the NACC's for its scheme, else neutral."""

from __future__ import annotations

from dataclasses import dataclass

from prongsai.analysis.results import Results
from prongsai.model.edition import NACC, Edition
from prongsai.wording import assessment as wording


@dataclass(frozen=True)
class AssessmentName:
    """What an assessment is called; what is not known is empty. `yearly` is whether it is held every year."""

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
        """What it is and who holds it, as far as this is known; else empty."""
        if not self.organiser or not self.name:
            return self.name
        sentence = wording.HELD_EVERY_YEAR if self.yearly else wording.HELD
        return sentence.format(name=self.name, organiser=self.organiser)


NACC_ASSESSMENT = AssessmentName(wording.NACC_SHORT, wording.NACC_NAME, wording.NACC_ORGANISER, yearly=True)


def assessment_of(edition: Edition) -> AssessmentName:
    """What the assessment of a year is called."""
    own = edition.assessment
    if own is None:
        return NACC_ASSESSMENT if edition.scheme == NACC else AssessmentName()
    return AssessmentName(own.short or "", own.name or "", own.organiser or "")


def shared_assessment(results: Results) -> AssessmentName:
    """What the assessments of all years are called; neutral where they are not the same."""
    editions = [result.year.edition for result in results.years.values()]
    known = [edition for edition in editions if edition.where().file] or editions
    names = {assessment_of(edition) for edition in known} or {NACC_ASSESSMENT}
    return names.pop() if len(names) == 1 else AssessmentName()
