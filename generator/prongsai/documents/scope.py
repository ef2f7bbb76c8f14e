"""What the documents of one fiscal year share: its facts, its words, its address and its date."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from prongsai import addresses
from prongsai.blocks.block import Block, for_paper
from prongsai.blocks.scope import Scope
from prongsai.documents.content import Document, Kind
from prongsai.model.stated import Absence, Printed, known
from prongsai.thai.dates import BuddhistDate
from prongsai.wording.terms import ABSENCES_OF, NOT_THE_ORIGINAL


@dataclass(frozen=True)
class DocumentScope(Scope):
    """One year of a site for its papers."""

    @property
    def on_paper(self) -> bool:
        """Everything of it is."""
        return True

    @property
    def notice(self) -> str:
        """What stands on every sheet: that it is no original, and the notice of the site."""
        options = self.results.site.options
        return " ".join(filter(None, (NOT_THE_ORIGINAL if options.from_document else "", options.notice)))

    @property
    def agency(self) -> str:
        """The name of the agency, or that the source has none; where it was not entered the title of the site."""
        site = self.results.site
        name = site.agency.name
        if isinstance(name, Absence) and name is not Absence.NOT_ENTERED:
            return ABSENCES_OF[name.value].format(what="ชื่อหน่วยงาน")
        return known(name) or site.options.title

    @property
    def place(self) -> str:
        """อำเภอ… จังหวัด… of the agency, as far as they are known."""
        agency = self.results.site.agency
        named = ((("อำเภอ", "เขต"), known(agency.district)), (("จังหวัด", "กรุงเทพ"), known(agency.province)))
        return " ".join(name if name.startswith(kinds) else f"{kinds[0]}{name}" for kinds, name in named if name)

    def issued(self, source: str | None) -> str:
        """วันที่ของเอกสาร … of the source document, or an empty text where nobody stated its date."""
        document = self.results.site.documents.get(source or "")
        return self.word_date("วันที่ของเอกสาร", document.issued_on) if document else ""

    def word_date(self, name: str, day: BuddhistDate | Absence | Printed) -> str:
        """A named date in words, as printed where it is no valid one; empty where there is none."""
        if isinstance(day, Absence):
            return ""
        return f"{name} {day.printed if isinstance(day, Printed) else self.speech.date(day)}"

    def document(
        self, kind: Kind, title: str, blocks: Iterable[Block], *, dated: str = "", wide: bool = False
    ) -> Document:
        """A document of the year that says what the page of its section says."""
        site = self.results.site
        page = addresses.section_path(self.own.year, kind)
        url = site.options.site_url or ""
        return Document(
            year=self.own.year,
            kind=kind,
            title=title,
            period=self.name,
            agency=self.agency,
            page=page,
            url=f"{url.rstrip('/')}{page}" if url else "",
            dated=dated,
            notice=self.notice,
            blocks=tuple(for_paper(blocks)),
            wide=wide,
            thai_digits=self.speech.thai,
            site_url=url,
            place=self.place,
        )
