"""Rows of a table as answers to OIT items: by their code or their official title, with their links."""

from __future__ import annotations

import re
from collections.abc import Mapping

from prongsai.grids.cell_texts import lines_of, one_line
from prongsai.grids.grid import Cell
from prongsai.model.edition import Edition
from prongsai.tables.compare_heads import plain_head
from prongsai.tables.find_heads import LeftOut
from prongsai.tables.gather import Gathering
from prongsai.tables.kinds import fields_of
from prongsai.tables.values import Entry, as_list, value_of
from prongsai.thai.codes import bare_number, parse_item_code, parse_own_code
from prongsai.thai.text import clean_text
from prongsai.writing.change import Plain

_CODE = re.compile(
    r"\(?(?:ข้อ(?:ที่)?\s*)?([OoEe0๐]?\s?[0-9๐-๙]{1,2}(?:[.][0-9๐-๙]+)?|[A-Za-z]{1,8}-?[0-9๐-๙]{1,3})[.):]?(?=\s|$)\s*"
)
_ADDRESS = re.compile(r"https?://\S+")
_HAS = re.compile(r"[✓✔☑√/xXP]{1,2}")


def put_item(gathering: Gathering, entry: Entry, name: str, row: int, column: int, cell: Cell) -> None:
    """Set the value of a cell of an answer."""
    place = gathering.place(row, column)
    if name == "links.url":
        _put_links(entry, cell, place)
    elif name.startswith("links."):
        _put_of_link(entry, name.removeprefix("links."), cell.text, place)
    elif name == "unit":
        entry.put(name, list[Plain](gathering.units.codes(cell.text, place)), place)
    elif name == "answer" and _HAS.fullmatch(one_line(cell.text)):
        entry.put(name, "has", place)
    else:
        one = fields_of("oit")[name]
        entry.put(name, value_of(one, cell.text), place)


def _put_links(entry: Entry, cell: Cell, place: str) -> None:
    """Each address of a cell is a link; words on its line are its name, words of a line before it too."""
    links = as_list(entry.data.get("links"))
    waiting = [one for one in links if isinstance(one, dict) and not one.get("url")]
    for link in _links_in(cell):
        if waiting:
            before = waiting.pop(0)
            before |= {**link, **before}
        else:
            links.append(link)
    entry.data["links"] = links
    entry.places.setdefault(("links",), place)


def _links_in(cell: Cell) -> list[dict[str, Plain]]:
    found: list[dict[str, Plain]] = []
    waiting = ""
    for line in lines_of(cell.text):
        addresses = _ADDRESS.findall(line)
        words = clean_text(_ADDRESS.sub("", line).strip(" :-"))[0]
        for at, address in enumerate(addresses):
            title = f"{waiting} {words}".strip() if at == 0 else ""
            found.append({"url": address, **({"title": title} if title else {})})
        waiting = "" if addresses else f"{waiting} {words}".strip()
    typed = {str(one["url"]) for one in found}
    hidden = [one for one in cell.links if one not in typed]
    found += [{"url": one, **({"title": waiting} if waiting else {})} for one in hidden]
    if waiting and not hidden:
        found.append({"url": waiting})  # no address: the check says so at its cell
    return found


def _put_of_link(entry: Entry, name: str, text: str, place: str) -> None:
    """Words about a link: those of as many lines as there are links, else of the first."""
    links = as_list(entry.data.get("links")) or [{}]
    lines = [clean_text(line)[0] for line in lines_of(text)]
    shared = [[line] for line in lines] if len(lines) == len(links) else [lines]
    for link, found in zip(links, shared, strict=False):
        if isinstance(link, dict):
            link[name] = " ".join(found) if name == "title" else list[Plain](found)
    entry.data["links"] = links
    entry.places.setdefault(("links",), place)


def finish_items(gathering: Gathering, edition: Edition) -> dict[str, Entry]:
    """The entries by the code of their item; one whose item nobody can tell is said and left out."""
    titles = _titles(edition)
    found: dict[str, Entry] = {}
    for entry in gathering.entries:
        code = _code_of(entry, edition, titles)
        printed = " ".join(str(entry.data.get(key) or "") for key in ("code", "title")).strip()
        if not code or code in found:
            gathering.left_out.append(LeftOut(entry.place, printed, "same-item-twice" if code else "item-not-known"))
            continue
        entry.data.pop("code", None)
        _finish_title(entry, code, edition)
        _drop_empty_links(entry, gathering)
        found[code] = entry
    return found


def _titles(edition: Edition) -> Mapping[str, str]:
    """The code of each item by its title, where one item has it."""
    plain = [(plain_head(item.title), code) for code, item in edition.items.items() if item.title]
    return {title: code for title, code in plain if [one for one, _ in plain].count(title) == 1}


def _code_of(entry: Entry, edition: Edition, titles: Mapping[str, str]) -> str:
    """The item by its code, by a code before its title, or by its official title; empty where these disagree."""
    texts = [str(entry.data.get(key) or "") for key in ("code", "title")]
    found: set[str] = set()
    for text in texts:
        begins = _CODE.match(text)
        coded = _parse(begins[1], edition) if begins else ""
        rest = text[begins.end() :] if begins and coded else text
        found |= {one for one in (coded, titles.get(plain_head(text)), titles.get(plain_head(rest))) if one}
    return found.pop() if len(found) == 1 else ""


def _parse(text: str, edition: Edition) -> str:
    number = bare_number(text.removeprefix("ข้อ").removeprefix("ที่"))
    if number and f"O{number}" in edition.items:
        return f"O{number}"
    own = parse_own_code(text)
    return own if own in edition.own_codes else parse_item_code(text.removeprefix("ข้อ")) or ""


def _finish_title(entry: Entry, code: str, edition: Edition) -> None:
    """The official title is known; any other that the table prints is kept."""
    title = str(entry.data.pop("title", None) or "")
    begins = _CODE.match(title)
    bare = title[begins.end() :] if begins else title
    item = edition.items.get(code)
    if bare and not (item and item.title and plain_head(item.title) == plain_head(bare)):
        entry.data["title"] = bare


def _drop_empty_links(entry: Entry, gathering: Gathering) -> None:
    links = as_list(entry.data.get("links"))
    kept = [one for one in links if isinstance(one, dict) and one.get("url")]
    for one in links:
        if isinstance(one, dict) and not one.get("url") and one:
            words = " ".join(str(value) for value in one.values())
            gathering.left_out.append(LeftOut(entry.place, words, "no-address"))
    if links:
        entry.data["links"] = list[Plain](kept)
    if not kept:
        entry.data.pop("links", None)
