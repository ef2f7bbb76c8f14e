"""The result at each link of a year on the day it was frozen, as plain values and as the text of a record."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any, Literal, get_args

from prongsai.links.seen import State
from prongsai.thai.dates import is_day

FORMAT = 1
_HASH = re.compile(r"[0-9a-f]{64}")
_SEEN = re.compile(r"([0-9-]{10}) [0-2][0-9](:[0-5][0-9]){2}")
_HASHES = ("sha256", "text_sha256")
Place = Literal["page", "file", "web"]


@dataclass(frozen=True)
class FrozenLink:
    """One link as it was frozen, for all items that name it.

    `place` is a page or file of this site or an address of the web; `seen` day and time in Thailand, of the Buddhist
    Era (`2569-11-21 10:15:00`); `size` and `sha256` are of the saved copy `copy`, `complete` says that it is all there
    was. `text_sha256` is the hash of the text of a page of this site, without its frame.
    """

    href: str
    items: tuple[str, ...]
    place: Place
    state: State
    seen: str
    final: str = ""
    status: int = 0
    media_type: str = ""
    etag: str = ""
    size: int = 0
    sha256: str = ""
    complete: bool = True
    text_sha256: str = ""
    copy: str = ""


@dataclass(frozen=True)
class Pack:
    """The evidence as one file: its name, its hash, its size in bytes, and the hash of the list of hashes inside."""

    name: str
    sha256: str
    size: int
    sums_sha256: str


@dataclass(frozen=True)
class Frozen:
    """All links of a fiscal year (Buddhist Era) as they were frozen on a day (`2569-11-21`)."""

    year: int
    day: str
    pack: Pack
    links: tuple[FrozenLink, ...] = ()
    by_href: Mapping[str, FrozenLink] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_href", {link.href: link for link in self.links})


def write_frozen(frozen: Frozen) -> str:
    """The record as text: the same for the same evidence, a link a line, so that changes show in git."""
    head = {"format": FORMAT, "year": frozen.year, "day": frozen.day, "pack": asdict(frozen.pack)}
    opened = json.dumps(head, ensure_ascii=False, indent=1).removesuffix("\n}")
    links = ",\n".join(f"  {json.dumps(_bare(link), ensure_ascii=False)}" for link in frozen.links)
    return f'{opened},\n "links": [\n{links}\n ]\n}}\n'


def _bare(link: FrozenLink) -> dict[str, object]:
    """The values that are not as usual."""
    usual = {one.name: one.default for one in fields(FrozenLink)}
    return {name: value for name, value in asdict(link).items() if value != usual[name]}


def read_frozen(text: str) -> Frozen:
    """The record in a text; raises ValueError where it is none."""
    try:
        stored = json.loads(text)
        if stored["format"] != FORMAT:
            raise ValueError(stored["format"])
        links = tuple(_link(one) for one in stored["links"])
        frozen = Frozen(int(stored["year"]), stored["day"], Pack(**stored["pack"]), links)
    except (KeyError, TypeError, AttributeError, RecursionError) as failure:
        raise ValueError(str(failure)) from None
    if not is_day(frozen.day) or not _HASH.fullmatch(frozen.pack.sha256):
        raise ValueError(frozen.day)
    return frozen


def _link(stored: dict[str, Any]) -> FrozenLink:
    link = FrozenLink(**{**stored, "items": tuple(stored["items"]), "state": State(stored["state"])})
    seen = _SEEN.fullmatch(link.seen)
    is_sound = isinstance(link.href, str) and seen is not None and is_day(seen[1]) and link.place in get_args(Place)
    if not is_sound or any((one := getattr(link, name)) and not _HASH.fullmatch(one) for name in _HASHES):
        raise ValueError(link.href)
    return link
