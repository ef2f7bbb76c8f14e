"""The frozen evidence of a year as values, and what a program reads of it: the manifest and the list of hashes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field

from prongsai.json_value import Json
from prongsai.links.frozen import FrozenLink

INDEX, MANIFEST, SUMS = "index.html", "manifest.json", "SHA256SUMS"
_FORMAT = 1


@dataclass(frozen=True)
class EvidenceUse:
    """Where a link is used: the item with its title, the title of the link in the register, the responsible unit."""

    item: str
    item_title: str
    title: str
    unit: str


@dataclass(frozen=True)
class EvidenceLink:
    """One frozen link with all that the pack says of it.

    `values` fill the sentence of its state, `headers` are those of the server that matter, `hops` the addresses that
    led on. `text` is the file with the readable text; `fragment_missing` names a place that the page does not have.
    """

    frozen: FrozenLink
    uses: tuple[EvidenceUse, ...]
    values: Mapping[str, str] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)
    hops: tuple[str, ...] = ()
    page_title: str = ""
    text: str = ""
    fragment_missing: str = ""


@dataclass(frozen=True)
class EvidencePack:
    """All that a pack says: whose links, of which year (Buddhist Era), frozen on which day and by which version.

    `day_given` says that the day was named by whoever asked for the pack; `record` is the file in the repository that
    holds the hashes; `without` are the items without a link, each with its title.
    """

    name: str
    record: str
    agency: str
    site_url: str
    year: int
    day: str
    day_given: bool
    version: str
    links: tuple[EvidenceLink, ...]
    without: tuple[tuple[str, str], ...] = ()


def export_manifest(evidence: EvidencePack) -> str:
    """Everything for programs, in the order of the items."""
    about: dict[str, Json] = {
        "format": _FORMAT,
        "generated_by": f"prongsai {evidence.version}",
        "agency": evidence.agency,
        "site_url": evidence.site_url,
        "year": evidence.year,
        "day": evidence.day,
        "day_given": evidence.day_given,
        "era": "พ.ศ.",
        "time_zone": "+07:00",
        "record": evidence.record,
        "items_without_link": [code for code, _ in evidence.without],
        "links": [_link(link) for link in evidence.links],
    }
    return json.dumps(about, ensure_ascii=False, indent=1) + "\n"


def _link(link: EvidenceLink) -> dict[str, Json]:
    return {
        **asdict(link.frozen),
        "items": [asdict(use) for use in link.uses],
        "detail": dict(link.values),
        "headers": dict(sorted(link.headers.items())),
        "hops": list(link.hops),
        "page_title": link.page_title,
        "text": link.text,
        "fragment_missing": link.fragment_missing,
    }


def export_sums(hashes: Mapping[str, str]) -> str:
    """The hashes (SHA-256) of files by their names, in the form that `sha256sum -c` reads."""
    return "".join(f"{hashes[name]}  {name}\n" for name in sorted(hashes))
