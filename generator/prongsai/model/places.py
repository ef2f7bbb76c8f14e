"""Typed addresses: of the web, of this site, and the names of its attachments."""

from __future__ import annotations

import re
from collections.abc import Collection
from urllib.parse import quote, unquote, urlsplit

from pydantic import ValidationInfo

from prongsai import addresses
from prongsai.model.scalar import read_scalar, wrong

_SITE_PATH = re.compile(r"/(?!/)[A-Za-z0-9/._-]*(?:#[A-Za-z0-9._-]+)?")
_FILE_NAME = re.compile(r"[^<>:\"|?*\\\x00-\x1f]+")
_DRIVE = re.compile(r"[A-Za-z]:|\\\\")  # a place on a computer, which no mark in place of another makes a name
_NEEDS_CODING = re.compile(r"[\s<>\"\\]")  # what browsers write as %20 and the like
_PLACE_HOLDERS = {"#", "-", "--", "–", "—", "…", "...", "?", "x", "xx", "xxx", "n/a", "none", "ไม่มี", "ยังไม่มี"}
_HOST = re.compile(r"(?:[\w\u0e31-\u0e4e](?:[\w\u0e31-\u0e4e.-]*[\w\u0e31-\u0e4e])?\.?|\[[0-9a-fA-F:.]+\])(?::[0-9]+)?")
_SITE_STEPS = re.compile(r"[^\s?#<>\"'`{}|^\\\x00-\x1f\x7f]*")


def read_link(raw: object) -> str:
    """A full address of the web."""
    text = read_scalar(raw)
    if text.strip().casefold() in _PLACE_HOLDERS:
        raise wrong("link-is-place-holder", found=text)
    try:
        parts = urlsplit(text)
        host = parts.hostname
        _ = parts.port  # read only to learn whether it is a number
    except ValueError:
        raise wrong("not-a-link", found=text) from None
    if not parts.scheme or "." in parts.scheme:
        raise wrong("link-without-scheme", found=text)
    if parts.scheme.lower() not in {"http", "https"}:
        raise wrong("link-scheme-not-allowed", found=text)
    if not host or _NEEDS_CODING.search(parts.netloc):
        raise wrong("not-a-link", found=text)
    if _NEEDS_CODING.search(text):
        coded = _NEEDS_CODING.sub(lambda sign: quote(sign.group(), safe=""), text)
        raise wrong("link-needs-coding", found=text, suggestion=coded)
    return text


def read_site_address(raw: object) -> str:
    """The address of a whole site: every address of it is made by adding to this one."""
    text = read_link(raw)
    parts = urlsplit(text)
    steps = parts.path.split("/")
    is_bare = "?" not in text and "#" not in text
    is_plain = _HOST.fullmatch(parts.netloc) and _SITE_STEPS.fullmatch(parts.path) and not {".", ".."} & set(steps)
    if not is_bare or not is_plain or "//" in parts.path:
        raise wrong("not-a-site-address", found=text)
    return text


def read_site_path(raw: object) -> str:
    """An address of this site."""
    text = read_scalar(raw)
    if not _SITE_PATH.fullmatch(text):
        raise wrong("not-a-site-path", found=text)
    return text


def read_place(raw: object, asked: ValidationInfo) -> str:
    """An address of the web or of this site, or an attachment of it."""
    text = read_scalar(raw)
    if text.replace("\\", "/").startswith(addresses.FILES):
        return _site_file(getattr(raw, "typed", text), text, _attachments(asked))
    return read_site_path(text) if text.startswith("/") else read_link(text)


def _site_file(typed: str, text: str, known: Collection[str]) -> str:
    """The address of an attachment, whose name may be Thai, with the place in it that a fragment names."""
    whole = next(
        (one.removeprefix(addresses.FILES) for one in (typed, text) if one.removeprefix(addresses.FILES) in known), None
    )
    if whole is not None:
        return addresses.file_path(whole)
    address, mark, fragment = text.partition("#")
    if not re.fullmatch(r"[A-Za-z0-9=&._-]*", fragment):
        return read_site_path(text)
    name = _known_name(
        typed.partition("#")[0].removeprefix(addresses.FILES), address.removeprefix(addresses.FILES), known
    )
    if name in known:
        return addresses.file_path(name) + mark + fragment
    unescaped = unquote(name)
    return (addresses.file_path(unescaped) if unescaped in known else address) + mark + fragment


def read_file_name(raw: object, asked: ValidationInfo) -> str:
    """The name of an attachment."""
    text = read_scalar(raw)
    return _known_name(getattr(raw, "typed", text), text, _attachments(asked))


def _attachments(asked: ValidationInfo) -> Collection[str]:
    """The names below content/files, where whoever parses knows them."""
    found: Collection[str] = (asked.context or {}).get("attachments", ())
    return found


def _known_name(typed: str, text: str, known: Collection[str]) -> str:
    """The name of an attachment: as it was typed where it is there, else in its one form, which must be a good one."""
    found = next((name for name in (typed, text) if name in known), None)
    if found is not None:
        return found
    steps = text.split("/")
    if "\\" in text and not _DRIVE.match(text):
        raise wrong("file-name-backslash", found=text, suggestion=text.replace("\\", "/"))
    if not _FILE_NAME.fullmatch(text) or any(step in {"", ".", ".."} for step in steps):
        raise wrong("not-a-file-name", found=text)
    return text
