"""Thai words for values: figures, years, dates, absences, lists."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from prongsai.analysis.comparison import FALLEN, RISEN, Movement
from prongsai.analysis.scoring import rounded
from prongsai.model.amounts import Amount
from prongsai.model.document_parts import Point
from prongsai.model.stated import Absence, Printed
from prongsai.model.status import Progress
from prongsai.thai.dates import MONTHS, BuddhistDate
from prongsai.thai.numerals import half_up, numbers_to_thai, two_decimals
from prongsai.thai.periods import Period
from prongsai.views.content import Bullet, Bullets, Part, Phrase
from prongsai.wording.terms import ABSENCES, ABSENCES_OF


class Speech:
    """Words values with the numerals that the site has chosen.

    `site_url` is the address of the site without a stroke at its end; empty where it is not known.
    """

    def __init__(self, numerals: str, *, from_document: bool = False, site_url: str = "") -> None:
        self.site_url = site_url
        self.thai = numerals == "thai"
        self.unknown = Absence.NOT_STATED if from_document else Absence.NOT_ENTERED

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Speech) and vars(self) == vars(other)

    def __hash__(self) -> int:
        return hash((self.site_url, self.thai, self.unknown))

    @property
    def from_document(self) -> bool:
        """True if the site only shows what a document says, so that a gap is the document's."""
        return self.unknown is Absence.NOT_STATED

    def digits(self, value: object) -> str:
        """A number or one of our sentences in the chosen numerals; codes such as O42 stay."""
        return numbers_to_thai(str(value)) if self.thai else str(value)

    def fiscal_year(self, year: int) -> str:
        """ปีงบประมาณ พ.ศ. ๒๕๖๔."""
        return f"ปีงบประมาณ พ.ศ. {self.digits(year)}"

    def date(self, day: BuddhistDate) -> str:
        """๓๑ มีนาคม ๒๕๖๖."""
        return self.digits(day)

    def short_date(self, day: BuddhistDate) -> str:
        """๓๑ มี.ค. ๒๕๖๖, where many days are below each other."""
        return self.digits(f"{day.day} {MONTHS[day.month - 1][1]} {day.year}")

    def score(self, value: Decimal | Fraction) -> Phrase:
        """A figure with two decimals and its machine form."""
        plain = two_decimals(rounded(value) if isinstance(value, Fraction) else value)
        return Phrase(self.digits(plain), value=Decimal(plain))

    def published(self, value: object) -> tuple[Part, ...]:
        """A published figure with the decimals that the document prints, or why there is none."""
        if isinstance(value, Decimal):
            return (Phrase(self.digits(f"{value:f}"), value=value),)
        return self.stated(value)

    def plain(self, parts: Iterable[Part]) -> str:
        """Phrases as one text, without remarks at their side."""
        made = ""
        for part in parts:
            if isinstance(part, Phrase) and part.kind != "aside":
                made += f" {part.text}" if part.kind and made and not made.endswith(" ") else part.text
        return made.strip()

    def whole(self, parts: Iterable[Part]) -> str:
        """Phrases as one text, with the remarks at their side."""
        return self.plain(replace(part, kind="strong") if isinstance(part, Phrase) else part for part in parts)

    def count(self, value: int) -> Phrase:
        """A whole number."""
        return Phrase(self.digits(f"{value:,}"), value=value)

    def amount(self, amount: Amount) -> Phrase:
        """๕๐,๐๐๐ บาท, ร้อยละ ๘๐; without a number the words of the document."""
        if amount.value is None:
            return Phrase(amount.printed)
        value = amount.value
        whole = int(value) if value == value.to_integral_value() and "." not in f"{value:f}" else value
        return Phrase(amount.words.format(self.digits(f"{value:,f}")), value=whole)

    def absence(self, absence: Absence) -> Phrase:
        """The reason why there is no value, in words."""
        return Phrase(ABSENCES[absence.value], kind="absent")

    def absence_of(self, absence: Absence, what: str) -> str:
        """The reason why a thing is not known, as a clause: เอกสารไม่ได้ระบุผู้รับผิดชอบ."""
        meant = self.unknown if absence is Absence.NOT_ENTERED else absence
        return ABSENCES_OF[meant.value].format(what=what)

    def missing(self) -> Phrase:
        """The word for a value that nothing in the data speaks of."""
        return self.absence(self.unknown)

    def stated(self, value: object) -> tuple[Part, ...]:
        """Any stated value: text, figure, date, period, list, value as printed, or why it is absent."""
        if isinstance(value, Printed):
            return (Phrase(value.printed, kind="printed"), Phrase("(ตามที่พิมพ์ในเอกสาร)", kind="aside"))
        return self.texts(value) if isinstance(value, tuple) else (self._one(value),)

    def _one(self, value: object) -> Phrase:
        if isinstance(value, Absence):
            return self.missing() if value is Absence.NOT_ENTERED else self.absence(value)
        if isinstance(value, Amount):
            return self.amount(value)
        if isinstance(value, Decimal | Fraction):
            return self.score(value)
        if isinstance(value, int | BuddhistDate):
            return Phrase(self.digits(value))
        return Phrase(value.printed if isinstance(value, Period) else str(value))

    def no_data(self, what: str) -> str:
        """That nothing is known of a thing: the source is silent, or it was not entered yet."""
        return f"เอกสารที่ใช้จัดทำเว็บไซต์นี้ไม่ได้ระบุ{what}" if self.from_document else f"ยังไม่ได้กรอก{what}"

    def texts(self, values: Iterable[object], *, ordered: bool = True) -> tuple[Part, ...]:
        """One text as it is, several as a list."""
        points = tuple(bullet(value) for value in values)
        if not points:
            return (self.missing(),)
        if len(points) == 1 and not points[0].points:
            return (Phrase(points[0].text),)
        return (Bullets(points, ordered=ordered),)

    def change(self, change: Movement | None) -> Phrase:
        """เพิ่มขึ้น ๒.๐๗, or that it is not known."""
        if change is None:
            return Phrase("ไม่มีข้อมูลเปรียบเทียบ", kind="absent")
        kind = {RISEN: "up", FALLEN: "down"}.get(change.word, "same")
        amount = "" if kind == "same" else f" {self.digits(two_decimals(abs(change.difference)))}"
        return Phrase(f"{change.word}{amount}", kind=kind, value=half_up(change.difference))

    def status(self, progress: Progress) -> Phrase:
        """The progress of a measure, as a tag; without a report that there is none, never that it has not begun."""
        status = progress.status
        return Phrase(progress.printed or status.word, kind=status.tag)


def bullet(value: object) -> Bullet:
    """A point of the model, or a plain text, as a point of a view."""
    if isinstance(value, Point):
        return Bullet(value.text, tuple(bullet(below) for below in value.points))
    if isinstance(value, Absence):
        return Bullet(ABSENCES[value.value])
    return Bullet(str(getattr(value, "printed", value)))
