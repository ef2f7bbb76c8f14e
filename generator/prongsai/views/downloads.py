"""Documents of a year besides its pages, their places, and the signed copies that were filed."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from prongsai import addresses
from prongsai.model.document_parts import SignedCopy
from prongsai.model.site import FiscalYear, Site
from prongsai.views.content import Part
from prongsai.views.speech import Speech

Form = Literal["pdf", "docx", "html"]
_EVERY: tuple[Form, ...] = ("pdf", "docx", "html")
_FORMS: dict[str, tuple[Form, ...]] = {
    "analysis": _EVERY,
    "measures": _EVERY,
    "follow-up": _EVERY,
    "oit": _EVERY,
    "memo": _EVERY,
    "brief": _EVERY,
    "year": _EVERY,
}
_WORDS: dict[Form, str] = {"pdf": "PDF", "docx": "Word", "html": "หน้าสำหรับพิมพ์"}
DOCUMENT_KINDS = tuple(_FORMS)
PRINT_STYLES = "/documents/print.css"  # of all pages that a browser prints
OF_YEAR = {"brief": "สรุปหน้าเดียวสำหรับผู้บริหาร", "year": "เอกสารทั้งปีรวมเล่ม"}  # what no section has


@dataclass(frozen=True)
class Download:
    """A form of a document that is handed out, and what it is called."""

    path: str
    word: str


@dataclass(frozen=True)
class HandedOut:
    """A document of a page, by the words before it, with its forms."""

    title: str
    forms: tuple[Download, ...]


@dataclass(frozen=True)
class Signed:
    """A signed copy as its page names it: the path of the file, what it is called, and the day or why it is unknown."""

    path: str
    title: str
    day: tuple[Part, ...]


def has_document(year: FiscalYear, kind: str) -> bool:
    """True if the page of a section, or the year, has content that makes a document."""
    if kind in OF_YEAR:
        return any(year.parts[part] is not None for part in ("scores", "measures", "follow-up"))
    if kind == "oit":
        return bool(year.edition.items or year.register)
    return kind in _FORMS and year.parts[kind] is not None


def document_paths(year: int, kind: str, lacking: Collection[str] = ()) -> dict[Form, str]:
    """The paths of a document of a year (Buddhist Era) by its form, without the forms that are `lacking`."""
    forms = (form for form in _FORMS.get(kind, ()) if form not in lacking)
    return {form: addresses.Subject("document", year, f"{kind}.{form}").path for form in forms}


def downloads_of(site: Site, year: FiscalYear, section: str) -> tuple[HandedOut, ...]:
    """The downloads of a section's page, or of the page of the year.

    Nothing where the site makes no documents or the page has no content, and no form that is lacking.
    """
    kinds = OF_YEAR if section == "year" else {section: "ดาวน์โหลดเอกสาร"}
    return tuple(
        HandedOut(title, _forms(year, kind, site.forms_lacking))
        for kind, title in kinds.items()
        if site.options.documents == "on" and has_document(year, kind)
    )


def _forms(year: FiscalYear, kind: str, lacking: Collection[str]) -> tuple[Download, ...]:
    return tuple(Download(path, _WORDS[form]) for form, path in document_paths(year.year, kind, lacking).items())


def signed_copy_of(year: FiscalYear, section: str) -> SignedCopy | None:
    """The signed copy that was filed next to the page of a section, or None."""
    return getattr(year.parts.get(section), "signed_copy", None)


def signed_of(year: FiscalYear, section: str, speech: Speech) -> Signed | None:
    """The signed copy of a section as its page names it, or None."""
    copy = signed_copy_of(year, section)
    if copy is None:
        return None
    return Signed(addresses.file_path(copy.file), "ฉบับลงนาม", speech.stated(copy.signed_on))
