"""What does not change with the facts: the agency, its units and channels, documents, site options."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import model_validator

from prongsai.model.record import Record
from prongsai.model.stated import Absence, Stated, known
from prongsai.model.types import Day, Flag, Ident, Key, Link, SiteAddress, Text, Texts, Year, wrong

ChannelKind = Literal["phone", "email", "line", "facebook", "web", "post"]


class Channel(Record):
    """A way to reach the agency; `{page}` in a web address stands for the page that is asked about."""

    kind: ChannelKind
    value: Text
    label: Text | None = None


class Unit(Record):
    """A responsible unit of the agency; `group` marks a printed group such as ทุกกอง."""

    name: Text
    aliases: Texts = ()
    group: Flag = False


class Survey(Record):
    """The agency's EIT survey of a fiscal year, which the public answers; from `opens` to `closes`, both included."""

    url: Link
    fiscal_year: Year
    opens: Stated[Day] = Absence.NOT_ENTERED
    closes: Stated[Day] = Absence.NOT_ENTERED
    note: Text | None = None

    @model_validator(mode="after")
    def _check_order(self) -> Self:
        opens, closes = known(self.opens), known(self.closes)
        if opens is not None and closes is not None and closes < opens:
            raise wrong("survey-dates-wrong", first=str(opens), last=str(closes))
        return self


class Complaints(Record):
    """How corruption is reported to the agency, and how whoever reports it is protected."""

    text: Text | None = None
    channels: tuple[Channel, ...] = ()
    confidentiality: Text | None = None


Licence = Literal[
    "License not specified",
    "Creative Commons Attributions",
    "Creative Commons Attribution Share-Alike",
    "Creative Commons Non-Commercial (Any)",
    "Open Data Common",
    "GNU Free Documentation License",
    "อื่นๆ",
]
Frequency = Literal[
    "ไม่ทราบ",
    "ปี",
    "ครึ่งปี",
    "ไตรมาส",
    "เดือน",
    "สัปดาห์",
    "วัน",
    "วันทำการ",
    "ชั่วโมง",
    "นาที",
    "ตามเวลาจริง",
    "ไม่มีการปรับปรุงหลังจากการจัดเก็บข้อมูล",
    "อื่นๆ",
]


class OpenData(Record):
    """What the agency says of its open data, in the words of the government's data catalogue."""

    maintainer: Text | None = None
    maintainer_email: Text | None = None
    objective: Text | None = None
    update_frequency: Frequency | None = None
    geo_coverage: Text | None = None
    license: Licence | None = None
    license_url: Link | None = None


class Agency(Record):
    """The agency whose site this is; `other_websites` count as its own beside the main one."""

    name: Stated[Text] = Absence.NOT_ENTERED
    type: Stated[Text] = Absence.NOT_ENTERED
    district: Stated[Text] = Absence.NOT_ENTERED
    province: Stated[Text] = Absence.NOT_ENTERED
    main_website: Stated[Link] = Absence.NOT_ENTERED
    other_websites: tuple[Link, ...] = ()
    address: Stated[Text] = Absence.NOT_ENTERED
    channels: Stated[tuple[Channel, ...]] = Absence.NOT_ENTERED
    units: dict[Ident, Unit] = {}
    eit_survey: Survey | None = None
    complaints: Complaints | None = None
    open_data: OpenData | None = None


class Document(Record):
    """A document from which facts were entered."""

    title: Text
    issued_by: Stated[Text] = Absence.NOT_ENTERED
    prepared_by: Stated[Text] = Absence.NOT_ENTERED
    fiscal_year: Stated[Year] = Absence.NOT_ENTERED
    issued_on: Stated[Day] = Absence.NOT_ENTERED
    url: Stated[Link] = Absence.NOT_ENTERED


class Documents(Record):
    """The source documents, by the key that data files cite."""

    documents: dict[Ident, Document] = {}


class SiteOptions(Record):
    """How the site is shown; `base_path` is its folder on the host, `notice` stands on every page.

    `way_in` are the steps from the first page of the agency's main website to this site. With `documents` on the
    pages of a year are made as PDF and Word too, which asks for the extra `documents` of the package. With
    `own_scripts` the agency's own pages and files may have scripts in them.
    """

    title: Text
    numerals: Literal["thai", "arabic"] = "thai"
    notes: Literal["public", "internal"] = "public"
    from_document: Flag = False
    notice: Text | None = None
    site_url: SiteAddress | None = None
    base_path: Key = "/"
    way_in: Texts = ()
    documents: Literal["off", "on"] = "off"
    own_scripts: Flag = False
