"""The texts by which a workbook refers to rows: what each means, among what is there and what is new."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from prongsai.thai.numerals import to_arabic
from prongsai.thai.text import clean_text
from prongsai.workbook.entries import Kept
from prongsai.workbook.left_over import find_at
from prongsai.workbook.names import cut, label_of, with_code

_SHORTEST = 4  # characters by which a beginning means one


@dataclass
class Meanings:
    """For each kind of thing that is referred to: the codes by every text that means one."""

    codes: dict[str, dict[str, str]] = field(default_factory=dict)
    doubtful: dict[str, set[str]] = field(default_factory=dict)

    def add(self, kind: str, code: str, texts: Iterable[str]) -> None:
        """Note that these texts mean a code; one that already means another means neither."""
        known, doubtful = self.codes.setdefault(kind, {}), self.doubtful.setdefault(kind, set())
        named = [*texts]
        for text in filter(None, map(plain, (code, *named, *(with_code(one, code) for one in named)))):
            if known.setdefault(text, code) != code:
                doubtful.add(text)
        known[plain(code)] = code
        doubtful.discard(plain(code))

    def find(self, kind: str, text: str) -> str | None:
        """The code that a text means: the whole text, else the one of which it is the beginning; None for none."""
        known, wanted = self.codes.get(kind, {}), plain(text)
        if wanted in self.doubtful.get(kind, set()):
            return None
        if wanted in known:
            return known[wanted]
        begun = {
            code for one, code in known.items() if len(wanted) >= _SHORTEST and one.startswith(wanted.rstrip("…ฯ"))
        }
        return begun.pop() if len(begun) == 1 else None


def plain(text: str) -> str:
    """A text as it is compared: one form, Arabic digits, without blanks."""
    return "".join(to_arabic(clean_text(text)[0]).split()).casefold()


def known_meanings(kept: Kept) -> Iterator[tuple[str, str, list[str]]]:
    """Every code of the data files that a text may refer to, with the texts that mean it."""
    for kind, file, key in (("unit", "agency.yml", "units"), ("document", "documents.yml", "documents")):
        table = find_at(kept.files.get(f"site_config/{file}"), (key,))
        for code, raw in table.items() if isinstance(table, Mapping) else ():
            yield kind, str(code), texts_of(raw if isinstance(raw, Mapping) else {})
    for kind, file, key in (
        ("measure", "measures.yml", "measures"),
        ("topic:measures.yml", "measures.yml", "topics"),
        ("topic:follow-up.yml", "follow-up.yml", "topics"),
    ):
        entries = find_at(kept.files.get(f"data/{kept.year}/{file}"), (key,))
        for raw in entries if isinstance(entries, list) else ():
            if isinstance(raw, Mapping) and raw.get("id"):
                yield kind, str(raw["id"]), texts_of(raw)


def texts_of(typed: Mapping[str, object]) -> list[str]:
    """The texts by which something that has a code is meant."""
    named = [str(typed[key]) for key in ("name", "title") if isinstance(typed.get(key), str)]
    texts = [
        *map(cut, named),
        label_of(typed),
        *(str(typed[key]) for key in ("name", "title", "number") if isinstance(typed.get(key), str)),
    ]
    if isinstance(typed.get("number"), str):
        texts.append(f"มาตรการที่ {typed['number']}")
    for key in ("aliases", "names"):
        raw = typed.get(key)
        entries = raw if isinstance(raw, list) else [raw] if raw else []
        texts += [str(one.get("name")) if isinstance(one, Mapping) else str(one) for one in entries]
    return texts
