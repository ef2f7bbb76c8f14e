"""Rules on attachments and signed copies: they are there, and everybody can open and read them."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from urllib.parse import unquote

from prongsai import addresses
from prongsai.disk.names import Names, differences, shown
from prongsai.model.content import ContentFile
from prongsai.model.document_parts import SignedCopy
from prongsai.model.site import FiscalYear, Site
from prongsai.problems import Problem, Where, problem
from prongsai.rules.answered import place_of_link, site_page, target
from prongsai.rules.context import Context, once

FOLDER = "files/"


@once
def _names(context: Context) -> Iterator[Names]:
    yield Names(file.name.removeprefix(FOLDER) for file in context.site.content if file.is_attachment)


def is_there(context: Context, name: str) -> bool:
    """True if an attachment of exactly this name below content/files is there."""
    return name in _names(context)[0].names


def name_differs(context: Context, name: str, where: Where, year: int | None = None) -> Problem | None:
    """The problem of a name that differs from an attachment's in spelling only, and says in what; None otherwise.

    Capital letters alone are reported where an attachment is missing.
    """
    other = _names(context)[0].nearly(name)
    found = differences(name, other) if other else ()
    if not found or found == ("capitals",):
        return None
    values = {"found": shown(name), "other": shown(other), "differs": " ".join(found)}
    return problem("attachment-name-differs", where, year=year, **values)


def suggest_name(context: Context, name: str) -> str:
    """The attachment with the most similar name, or with the same name in another folder; empty for none."""
    by_folded = {other.lower(): other for other in sorted(_names(context)[0].names)}
    last = PurePosixPath(name).name.lower()
    same = next((other for other in by_folded if PurePosixPath(other).name == last), None)
    near = difflib.get_close_matches(name.lower(), by_folded, n=1, cutoff=0.8) if same is None else [same]
    return shown(by_folded[near[0]]) if near else ""


def signed_copies(year: FiscalYear) -> tuple[SignedCopy, ...]:
    """The signed copies that a year names."""
    records = (year.analysis, year.measures, year.follow_up, year.memo)
    return tuple(record.signed_copy for record in records if record is not None and record.signed_copy is not None)


def signed_names(site: Site) -> frozenset[str]:
    """The names of all signed copies below content/; as scans they need no text, since the page has it."""
    return frozenset(f"files/{copy.file}" for year in site.years for copy in signed_copies(year))


def knows_all_signed(context: Context) -> bool:
    """True if it could be read of every file whether it has a signed copy."""
    return not context.unreadable and all(
        record is None or record.is_whole("signed_copy")
        for year in context.site.years
        for record in (year.analysis, year.measures, year.follow_up, year.memo)
    )


def signed_copy_missing(context: Context) -> Iterator[Problem]:
    """A signed copy is in content/files; an error, since its link would lead nowhere."""
    for result in context.years():
        for copy in signed_copies(result.year):
            where, year = copy.where("file"), result.year.year
            if is_there(context, copy.file):
                continue
            if differing := name_differs(context, copy.file, where, year):
                yield differing
            else:
                values = {"found": shown(copy.file), "suggestion": suggest_name(context, copy.file)}
                yield problem("signed-copy-missing", where, year=year, **values)


LARGE = 20_000_000  # bytes; over this a phone waits long
_MEGABYTE = 1_000_000
# The kinds that a file of an ending may be; endings that are not here are not judged.
_ARCHIVES = {"zip", "docx", "xlsx", "pptx", "odt", "ods", "odp"}
_PLAIN = {"text", "html"}
_KINDS = {
    **{
        ending: {ending} for ending in ("pdf", "png", "gif", "webp", "docx", "xlsx", "pptx", "odt", "ods", "odp", "rar")
    },
    **{ending: {"jpeg"} for ending in ("jpg", "jpeg")},
    **{ending: {"ole"} for ending in ("xls", "ppt")},
    **{ending: {"text"} for ending in ("csv", "txt")},
    **dict.fromkeys(("htm", "html", "json", "xml", "svg"), _PLAIN),
    "doc": {"ole", "rtf"},
    "zip": _ARCHIVES,
    "7z": {"7z"},
}
_MAY_BE_ANYTHING = {"csv", "txt", "htm", "html", "json", "xml", "svg"}  # where unknown bytes are no sign of damage
_DOWNLOADED = {"doc", "docx", "xls", "xlsx", "ppt", "pptx", "odt", "ods", "odp", "rtf", "zip", "rar", "7z", "tar", "gz"}


@dataclass(frozen=True)
class _Link:
    """A place in a register that leads to an attachment, by its name below content/."""

    name: str
    item: str
    year: int
    where: Where
    is_inside: bool  # named as a part of this site, not by a web address


@once
def _links(context: Context) -> Iterator[_Link]:
    """Everything in the registers that leads to an attachment of this site: links, and places of elements."""
    for result in context.years():
        year = result.year
        for code, answer in year.register.items.items() if year.register else ():
            places = [(target(link), place_of_link(link)) for link in answer.links]
            places += [(element.at, element.where("at")) for element in answer.elements.values() if element.at]
            for address, where in places:
                is_inside = "://" not in address
                page = site_page(context.site, address)
                name = addresses.content_name(page) if is_inside else unquote(page).removeprefix("/")
                if name.startswith(FOLDER):
                    yield _Link(name, code, year.year, where, is_inside)


@once
def _attachments(context: Context) -> Iterator[ContentFile]:
    yield from (file for file in context.site.content if file.is_attachment)


def _at_file(context: Context, code: str, file: ContentFile, **values: object) -> Problem:
    """A problem of a whole file, at the first link of the register that leads to it, else at the file itself."""
    link = next((link for link in _links(context) if link.name == file.name), None)
    where = link.where if link else Where(shown(f"content/{file.name}"))
    year = link.year if link else _year_of(context.site, file)
    return problem(code, where, year=year, found=_shown(file.name), **values)


def _at_items(context: Context, code: str, file: ContentFile, **values: object) -> Iterator[Problem]:
    """A problem of a whole file for each item that links it, since each may get no score, else at the file itself."""
    links = {link.item: link for link in reversed(_links(context)) if link.name == file.name}
    for link in links.values():
        yield problem(code, link.where, year=link.year, item=link.item, found=_shown(file.name), **values)
    if not links:
        yield _at_file(context, code, file, **values)


def _year_of(site: Site, file: ContentFile) -> int | None:
    """The fiscal year whose folder an attachment is in."""
    steps = file.name.split("/")
    return next((year.year for year in site.years if str(year.year) in steps[1:-1]), None)


def _shown(name: str) -> str:
    return shown(name.removeprefix(FOLDER))


def missing(context: Context) -> Iterator[Problem]:
    """An attachment that the register links is in content/files.

    An error, since the finished site would have a link that leads nowhere, which stops a build too, but later and
    without the line. Limit: an attachment named by its web address is not checked against the folder.
    """
    for link in _links(context):
        name = link.name.removeprefix(FOLDER)
        if not link.is_inside or is_there(context, name):
            continue
        if differing := name_differs(context, name, link.where, link.year):
            yield replace(differing, values={**differing.values, "item": link.item})
        else:
            values = {"item": link.item, "found": shown(name), "suggestion": suggest_name(context, name)}
            yield problem("attachment-missing", link.where, year=link.year, **values)


def empty(context: Context) -> Iterator[Problem]:
    """An attachment holds something."""
    for file in _attachments(context):
        if file.kind == "empty":
            yield from _at_items(context, "attachment-empty", file)


def not_as_named(context: Context) -> Iterator[Problem]:
    """The bytes of an attachment are of the kind that its name promises, since browsers go by the name."""
    for file in _attachments(context):
        expected = _KINDS.get(file.extension)
        is_known = file.kind not in {"unknown", "empty"} and file.state != "encrypted"
        if expected is not None and is_known and file.kind not in expected:
            values = {"extension": file.extension, "kind": _NAMES.get(file.kind, file.kind.upper())}
            yield from _at_items(context, "attachment-not-as-named", file, **values)


_NAMES = {"ole": "Microsoft Office 97-2003", "text": "TEXT"}


def unreadable(context: Context) -> Iterator[Problem]:
    """An attachment opens: it is neither damaged nor of bytes that fit no kind."""
    for file in _attachments(context):
        is_strange = file.kind == "unknown" and file.extension in _KINDS.keys() - _MAY_BE_ANYTHING
        if file.state == "unreadable" and (file.kind != "unknown" or is_strange):
            yield from _at_items(context, "attachment-unreadable", file)


def locked(context: Context) -> Iterator[Problem]:
    """An attachment opens without a password."""
    for file in _attachments(context):
        if file.state == "encrypted":
            yield from _at_items(context, "attachment-locked", file)


def scan(context: Context) -> Iterator[Problem]:
    """The text of a PDF is text, so that it can be searched and read aloud. Limit: one page with text is enough.

    A signed copy is a scan next to the page that holds its text.
    """
    for file in _attachments(context) if knows_all_signed(context) else ():
        is_pdf = file.kind == "pdf" and file.extension == "pdf"
        if is_pdf and file.state == "no-text" and file.name not in signed_names(context.site):
            yield _at_file(context, "attachment-scan", file)


def not_viewable(context: Context) -> Iterator[Problem]:
    """A browser shows an attachment by itself, or the same name is next to it as PDF."""
    names = {file.name for file in _attachments(context)}
    for file in _attachments(context):
        beside = str(PurePosixPath(file.name).with_suffix(".pdf"))
        if file.extension in _DOWNLOADED and file.size and beside not in names:
            yield _at_file(context, "attachment-not-viewable", file, beside=PurePosixPath(beside).name)


def too_large(context: Context) -> Iterator[Problem]:
    """An attachment opens quickly on a phone."""
    for file in _attachments(context):
        if file.size > LARGE:
            values = {"size": file.size // _MEGABYTE, "limit": LARGE // _MEGABYTE}
            yield _at_file(context, "attachment-too-large", file, **values)


def not_read(context: Context) -> Iterator[Problem]:
    """An attachment that no rule could look into is reported, so that nobody takes silence for a good result."""
    for file in context.site.content:
        if not file.reading.complete:
            yield from _at_items(context, "attachment-not-read", file)


RULES = (missing, empty, not_as_named, unreadable, locked, scan, not_viewable, too_large, not_read, signed_copy_missing)
