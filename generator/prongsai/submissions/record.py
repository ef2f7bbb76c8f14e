"""The record of a submission: the answers of a year as they went into ITAS, as values and as the text of a file."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import TYPE_CHECKING, Any, Literal, TypeVar, get_args

from prongsai import addresses
from prongsai.thai.dates import is_day

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

FORMAT = 1
Kind = Literal["page", "file", "generated", "web"]
_HASH = re.compile(r"[0-9a-f]{64}")
_KEPT = re.compile(r"[0-9a-f]{64}(?:\.[a-z0-9]{1,5})?")
_SEAL = "seal"
_PLAIN = {"str": str, "int": int}


T = TypeVar("T", bound="DataclassInstance")


@dataclass(frozen=True)
class Evidence:
    """The state that `links` remembered of a link on the day of the submission, and its copy in a pack of evidence.

    Days are of the Buddhist Era (`2569-11-21`); `pack`, `copy` and `sha256` are of the newest record of `urls freeze`.
    """

    state: str = ""
    since: str = ""
    checked_on: str = ""
    frozen_on: str = ""
    pack: str = ""
    copy: str = ""
    sha256: str = ""


@dataclass(frozen=True)
class SubmittedLink:
    """One link as it was submitted: `href` as the register has it, `url` the whole address that went into ITAS.

    `kind` is a page or an attachment of this site, a file that is made from the data, or an address of the web.
    `sha256` and `size` (bytes) are of an attachment or of the text of a page; `kept` is its frozen copy, if any.
    """

    href: str
    url: str
    kind: Kind
    title: str = ""
    steps: tuple[str, ...] = ()
    sha256: str = ""
    size: int = 0
    kept: str = ""
    evidence: Evidence = field(default_factory=Evidence)

    @property
    def path(self) -> str:
        """The address without its fragment; the name of a file may hold a number sign."""
        return self.href.partition("#")[0] if self.kind == "page" else self.href


@dataclass(frozen=True)
class SubmittedItem:
    """One item as it was submitted: `answer` is has, has_not or empty, `explanation` the text pasted into ITAS.

    `unit` names those responsible.
    """

    code: str
    title: str
    answer: str
    unit: str = ""
    explanation: str = ""
    links: tuple[SubmittedLink, ...] = ()


@dataclass(frozen=True)
class Submission:
    """The answers of a fiscal year (Buddhist Era) as they were submitted on `day` (`2569-11-21`).

    `site_url` is the address that the site had, `version` the program's; `file` is where the record is kept. The copies
    are of the day `recorded_on`, which may be after the submission; where it is empty nobody said.
    """

    year: int
    day: str
    site_url: str
    version: str
    items: tuple[SubmittedItem, ...]
    file: str = ""
    recorded_on: str = ""

    def item(self, code: str) -> SubmittedItem | None:
        """The item of that code."""
        return next((one for one in self.items if one.code == code), None)

    @property
    def links(self) -> tuple[SubmittedLink, ...]:
        """Every link once, in the order of the items."""
        return tuple({link.href: link for item in self.items for link in item.links}.values())


def write_submission(one: Submission) -> str:
    """The record as text, an item a line, sealed so that a change by hand is noticed."""
    head: dict[str, Any] = {"format": FORMAT, "year": one.year, "day": one.day}
    head |= {"recorded_on": one.recorded_on, "site_url": one.site_url, "version": one.version}
    items = [_bare_item(item) for item in one.items]
    head[_SEAL] = seal_of({**head, "items": items})
    opened = json.dumps(head, ensure_ascii=False, indent=1).removesuffix("\n}")
    lines = ",\n".join(f"  {json.dumps(item, ensure_ascii=False)}" for item in items)
    return f'{opened},\n "items": [\n{lines}\n ]\n}}\n'


def read_submission(text: str, file: str = "") -> Submission:
    """The record in a text; raises ValueError where it is none, or is not as the program wrote it."""
    stored = read_sealed(text)
    try:
        items = tuple(map(_item, stored["items"]))
        texts = (stored["day"], stored["site_url"], stored["version"])
        one = Submission(stored["year"], *texts, items, file, stored["recorded_on"])
    except (KeyError, TypeError, AttributeError) as failure:
        raise ValueError(str(failure)) from None
    with_texts(one)
    if not is_day(one.day) or not is_day(one.recorded_on or one.day):
        raise ValueError(one.day)
    return one


def seal_of(stored: Mapping[str, Any]) -> str:
    """The hash of everything in a record but its seal, however it is laid out."""
    bare = {name: value for name, value in stored.items() if name != _SEAL}
    return hashlib.sha256(json.dumps(bare, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def write_sealed(stored: Mapping[str, Any]) -> str:
    """A record of other things as text, with its seal."""
    return json.dumps({**stored, _SEAL: seal_of(stored)}, ensure_ascii=False, indent=1) + "\n"


def read_sealed(text: str) -> dict[str, Any]:
    """The values in a sealed text; raises ValueError where it is damaged, of another format or changed by hand."""
    try:
        stored = json.loads(text)
        is_ours = stored["format"] == FORMAT and stored[_SEAL] == seal_of(stored)
    except (KeyError, TypeError, RecursionError) as failure:
        raise ValueError(str(failure)) from None
    if not is_ours:
        raise ValueError(_SEAL)
    return dict(stored)


def _bare_item(item: SubmittedItem) -> dict[str, Any]:
    """The values that are not as usual."""
    bare = _bare(item)
    if item.links:
        bare["links"] = [_bare_link(link) for link in item.links]
    return bare


def _bare_link(link: SubmittedLink) -> dict[str, Any]:
    bare = _bare(link)
    if "steps" in bare:
        bare["steps"] = [*link.steps]
    if "evidence" in bare:
        bare["evidence"] = _bare(link.evidence)
    return bare


def _bare(one: SubmittedItem | SubmittedLink | Evidence) -> dict[str, Any]:
    usual = {each.name: each.default for each in fields(one)}
    found = {name: value for name, value in asdict(one).items() if value not in (usual[name], ())}
    if isinstance(one, SubmittedLink) and one.evidence == Evidence():
        del found["evidence"]
    return found


def with_texts(one: T) -> T:
    """The same record; raises ValueError where what should be a text or a number is something else."""
    for each in fields(one):
        if each.type in _PLAIN and type(getattr(one, each.name)) is not _PLAIN[each.type]:
            raise ValueError(each.name)
    return one


def _item(stored: dict[str, Any]) -> SubmittedItem:
    return with_texts(SubmittedItem(**{**stored, "links": tuple(map(_link, stored.get("links", ())))}))


def _link(stored: dict[str, Any]) -> SubmittedLink:
    evidence = with_texts(Evidence(**stored.get("evidence", {})))
    link = with_texts(SubmittedLink(**{**stored, "steps": tuple(stored.get("steps", ())), "evidence": evidence}))
    is_sound = link.kind in get_args(Kind) and all(isinstance(step, str) for step in link.steps)
    is_elsewhere = link.kind == "file" and not _is_attachment(link.href)
    if not is_sound or is_elsewhere or (link.sha256 and not _HASH.fullmatch(link.sha256)):
        raise ValueError(link.href)
    if link.kept and not _KEPT.fullmatch(link.kept):
        raise ValueError(link.kept)
    return link


def _is_attachment(href: str) -> bool:
    """True if an address leads to a file among the attachments and nowhere else."""
    steps = addresses.content_name(href).split("/")
    return href.startswith(addresses.FILES) and not {"", ".", ".."} & {*steps} and not {"\\", "\0"} & {*"".join(steps)}
