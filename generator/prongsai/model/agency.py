"""What does not change with the facts: the agency, its units and channels, documents, site options."""

from __future__ import annotations

from typing import Literal

from prongsai.model.record import Record
from prongsai.model.stated import Absence, Stated
from prongsai.model.types import Day, Flag, Ident, Key, Link, Text, Texts, Year

ChannelKind = Literal["phone", "email", "line", "facebook", "web", "post"]


class Channel(Record):
    """A way to reach the agency."""

    kind: ChannelKind
    value: Text
    label: Text | None = None


class Unit(Record):
    """A responsible unit of the agency; `group` marks a printed group such as ทุกกอง."""

    name: Text
    aliases: Texts = ()
    group: Flag = False


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

    `way_in` are the steps from the first page of the agency's main website to this site.
    """

    title: Text
    numerals: Literal["thai", "arabic"] = "thai"
    notes: Literal["public", "internal"] = "public"
    from_document: Flag = False
    notice: Text | None = None
    site_url: Link | None = None
    base_path: Key = "/"
    way_in: Texts = ()
