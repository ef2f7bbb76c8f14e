"""The frozen evidence of a year as values: its manifest, the list of hashes, and the index page."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from prongsai.json_value import Json
from prongsai.links.frozen import FrozenLink
from prongsai.links.web_address import readable
from prongsai.thai.dates import parse_date
from prongsai.wording import links as words
from prongsai.wording.links import word_label, word_state

INDEX, MANIFEST, SUMS = "index.html", "manifest.json", "SHA256SUMS"
_FORMAT = 1


@dataclass(frozen=True)
class EvidenceUse:
    """A use of a link: the item with its title, the title of the link in the register, the responsible unit."""

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


_STYLE = """
body{font:1rem/1.7 Sarabun,"TH Sarabun New","Noto Sans Thai",Tahoma,sans-serif;color:#1b1b1b;background:#fff;
max-width:60rem;margin:0 auto;padding:1rem;overflow-wrap:anywhere}
h1{font-size:1.6rem;line-height:1.3}
h2{font-size:1.2rem;margin:2rem 0 .5rem;border-top:2px solid #1d4f7c;padding-top:.5rem}
article{border:1px solid #767676;border-radius:.4rem;padding:.5rem 1rem;margin:.8rem 0;break-inside:avoid}
dl{margin:0}dl>div{padding:.2rem 0}dt{font-weight:700}dd{margin:0}code{font-size:.85rem}
a{color:#0b5394;text-decoration:underline}.state{font-weight:700}
@media(min-width:40rem){dl>div{display:grid;grid-template-columns:14rem 1fr;gap:1rem}}
"""
_DIGEST = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
# Even if a text got out of its place in this page, nothing would run and nothing be fetched.
_POLICY = f"default-src 'none'; style-src 'sha256-{_DIGEST}'; base-uri 'none'; form-action 'none'"
_HEADERS = ("content-type", "content-length", "last-modified", "etag", "date")
_SIZES = ((1_000_000, "เมกะไบต์"), (1_000, "กิโลไบต์"))


def export_index(evidence: EvidencePack) -> str:
    """The page: what the pack is, how to verify it, and every link under the first item that names it."""
    title = words.PACK_TITLE.format(year=evidence.year)
    head = Markup(
        '<!doctype html>\n<html lang="th">\n<head>\n<meta charset="utf-8">\n'
        '<meta http-equiv="Content-Security-Policy" content="{}">\n'
        '<meta name="viewport" content="width=device-width,initial-scale=1">\n'
        "<title>{}</title>\n<style>{}</style>\n</head>\n<body>\n<main>\n"
    ).format(_POLICY, title, Markup(_STYLE))  # noqa: S704  our own style sheet
    body = [*_introduction(evidence, title), *_items(evidence.links), *_without(evidence)]
    return str(head + Markup("\n").join(body) + Markup("\n</main>\n</body>\n</html>\n"))


def _introduction(evidence: EvidencePack, title: str) -> Iterator[Markup]:
    yield Markup("<h1>{}</h1>").format(title)
    about = [("หน่วยงาน", evidence.agency), ("เว็บไซต์", evidence.site_url), ("วันที่บันทึกหลักฐาน", _thai_day(evidence.day))]
    about += [("จำนวนลิงก์", str(len(evidence.links))), ("โปรแกรม", f"prongsai {evidence.version}")]
    yield _facts((name, escape(text)) for name, text in about)
    notes = [*words.PACK_ABOUT, *((words.PACK_DAY_GIVEN,) if evidence.day_given else ()), words.PACK_COPIES]
    yield from (Markup("<p>{}</p>").format(note) for note in notes)
    yield Markup('<h2 id="verify">วิธีตรวจความถูกต้อง</h2>')
    steps = [Markup("<li>{}</li>").format(step.format(record=evidence.record)) for step in words.PACK_VERIFY]
    yield Markup("<ol>{}</ol>").format(Markup("").join(steps))
    files = ((SUMS, SUMS), ("manifest.json", "manifest.json"))
    yield Markup("<p>{}</p>").format(Markup(" ").join(_file(path, text) for path, text in files))


def _items(links: Iterable[EvidenceLink]) -> Iterator[Markup]:
    """Every link once, under the first item that names it; the others that do are named there."""
    last = ""
    for link in links:
        item = link.uses[0].item
        if item != last:
            heading = f"ข้อ {item} {link.uses[0].item_title}".strip()
            yield Markup('<h2 id="{}">{}</h2>').format(item.lower(), heading)
        last = item
        yield Markup("<article>{}</article>").format(_facts(_link_facts(link)))


def _link_facts(link: EvidenceLink) -> Iterator[tuple[str, Markup]]:
    frozen, names = link.frozen, words.PACK_FIELDS
    yield names["href"], _address(frozen.href)
    first = link.uses[0]
    yield names["title"], escape(first.title)
    yield names["unit"], escape(first.unit)
    others = " ".join(dict.fromkeys(use.item for use in link.uses if use.item != first.item))
    yield "ข้ออื่นที่ใช้ลิงก์นี้", escape(others)
    yield names["seen"], Markup('<span class="state">{}</span> {}').format(*_seen(link))
    yield names["at"], escape(_thai_time(frozen.seen))
    yield names["hops"], Markup("<br>").join(_address(one) for one in link.hops)
    yield names["final"], _address(frozen.final) if frozen.final != frozen.href else Markup("")
    yield names["page_title"], escape(link.page_title)
    headers = [
        Markup("<code>{}: {}</code>").format(name, link.headers[name]) for name in _HEADERS if name in link.headers
    ]
    yield names["headers"], Markup("<br>").join(headers)
    yield from _copy_facts(link)


def _copy_facts(link: EvidenceLink) -> Iterator[tuple[str, Markup]]:
    frozen, names = link.frozen, words.PACK_FIELDS
    cut = Markup(" {}").format(words.PACK_CUT) if not frozen.complete else Markup("")
    yield names["copy"], _file(frozen.copy, frozen.copy) + cut if frozen.copy else escape(words.PACK_NO_COPY)
    yield names["text"], _file(link.text, link.text) if link.text else Markup("")
    if frozen.copy:
        yield names["size"], escape(_size(frozen.size))
        yield names["sha256"], Markup("<code>{}</code>").format(frozen.sha256)
    yield (
        names["text_sha256"],
        Markup("<code>{}</code>").format(frozen.text_sha256) if frozen.text_sha256 else Markup(""),
    )


def _seen(link: EvidenceLink) -> tuple[str, str]:
    """The label of what was seen, and the sentence; of a page or file of the site no server says anything."""
    label = word_label(link.frozen.state)
    if link.frozen.place == "web":
        return label, word_state(link.frozen.state, link.values)[0]
    own = words.OWN_SEEN[link.frozen.state.value]
    missing = link.fragment_missing
    return label, words.FRAGMENT_MISSING.format(fragment=missing) if missing else own


def _without(evidence: EvidencePack) -> Iterator[Markup]:
    if evidence.without:
        yield Markup('<h2 id="without">{}</h2>').format(words.PACK_WITHOUT)
        items = [Markup("<li>{}</li>").format(f"ข้อ {code} {title}".strip()) for code, title in evidence.without]
        yield Markup("<ul>{}</ul>").format(Markup("").join(items))


def _facts(facts: Iterable[tuple[str, Markup]]) -> Markup:
    """A list of named facts without those that are empty."""
    rows = [Markup("<div><dt>{}</dt><dd>{}</dd></div>").format(name, value) for name, value in facts if value]
    return Markup("<dl>{}</dl>").format(Markup("").join(rows))


def _file(path: str, text: str) -> Markup:
    return Markup('<a href="{}">{}</a>').format(path, text)


def _address(address: str) -> Markup:
    """An address of the web as a link, any other as text."""
    try:
        is_web = urlsplit(address).scheme in {"http", "https"}
    except ValueError:
        is_web = False
    link = Markup('<a href="{}" rel="noreferrer">{}</a>').format(address, readable(address))
    return link if is_web else escape(address)


def _size(size: int) -> str:
    rounded = next((f" ({size / unit:.1f} {name})" for unit, name in _SIZES if size >= unit), "")
    return f"{size:,} ไบต์{rounded}"


def _thai_day(day: str) -> str:
    return str(parse_date(day) or day)


def _thai_time(seen: str) -> str:
    day, _, time = seen.partition(" ")
    return f"{_thai_day(day)} เวลา {time} น."
