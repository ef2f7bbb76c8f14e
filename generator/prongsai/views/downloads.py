"""Documents of a year besides its pages, their places, and the signed copies that were filed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from prongsai import addresses
from prongsai.model.agency import SiteOptions
from prongsai.model.document_parts import SignedCopy
from prongsai.model.site import FiscalYear
from prongsai.views.content import Part
from prongsai.views.speech import Speech

Form = Literal["pdf", "docx"]
_FORMS: dict[str, tuple[Form, ...]] = {
    "analysis": ("pdf", "docx"),
    "measures": ("pdf", "docx"),
    "follow-up": ("pdf", "docx"),
    "oit": ("pdf", "docx"),
    "memo": ("pdf", "docx"),
}
DOCUMENT_KINDS = tuple(_FORMS)


@dataclass(frozen=True)
class Download:
    """A document that is handed out, and what it is called."""

    path: str
    word: str


@dataclass(frozen=True)
class Signed:
    """A signed copy as its page names it: the path of the file, what it is called, and the day or why it is unknown."""

    path: str
    title: str
    day: tuple[Part, ...]


def has_document(year: FiscalYear, kind: str) -> bool:
    """True if the page of a section has content that makes a document."""
    if kind == "oit":
        return bool(year.edition.items or year.register)
    return kind in _FORMS and year.parts[kind] is not None


def document_paths(year: int, kind: str) -> dict[Form, str]:
    """The paths of a document of a year (Buddhist Era) by its form."""
    return {form: addresses.Subject("document", year, f"{kind}.{form}").path for form in _FORMS.get(kind, ())}


def downloads_of(options: SiteOptions, year: FiscalYear, section: str) -> tuple[Download, ...]:
    """The downloads of a section's page; nothing where the site makes no documents or the page has no content."""
    if options.documents != "on" or not has_document(year, section):
        return ()
    words = {"pdf": "PDF", "docx": "Word"}
    return tuple(Download(path, words[form]) for form, path in document_paths(year.year, section).items())


def signed_copy_of(year: FiscalYear, section: str) -> SignedCopy | None:
    """The signed copy that was filed next to the page of a section, or None."""
    return getattr(year.parts.get(section), "signed_copy", None)


def signed_of(year: FiscalYear, section: str, speech: Speech) -> Signed | None:
    """The signed copy of a section as its page names it, or None."""
    copy = signed_copy_of(year, section)
    if copy is None:
        return None
    return Signed(addresses.file_path(copy.file), "ฉบับลงนาม", speech.stated(copy.signed_on))
