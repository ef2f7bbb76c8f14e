"""Those that rose or fell most or least by a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.prose.grammar.claims import Claim, End, MostMoved
from prongsai.prose.grammar.end_words import KINDS, NAMED_LIST, end_said, is_among_others, scope_before, scope_of
from prongsai.prose.grammar.reading import WORDS, Found, Reading

_MOST_MOVED = (
    f"sc:scope? g:class w:change e:end ( c:count-r | c:top )? ( equals | becomes )* {NAMED_LIST}",
    f"sc:scope? g:class w:change ( c:count-r | c:top ) e:end? ( equals | becomes )* {NAMED_LIST}",
    f"sc:scope? g:class ( c:count-r | c:top ) w:change e:end ( equals | becomes )* {NAMED_LIST}",
    "l:named becomes? ( class )? w:change e:end",
    "all class break w:change e:end l:named",
)
_PROGRESS = f"sc:scope? g:class sc:scope? e:highest ( equals | becomes )* {NAMED_LIST}"
_IS_PROGRESS = re.compile(r"(?:พัฒนาการ|ความก้าวหน้า|ก้าวหน้า)(?:ของ|คะแนน|ที่)*(?:ดี|เพิ่ม)?(?:ขึ้น)?\s*$")


def read_most_moved(reading: Reading) -> Iterator[Claim]:
    """Every claim on what moved most or least."""
    yield from reading.read((source, _most_moved) for source in _MOST_MOVED)
    yield from reading.read(((_PROGRESS, _progress),))


def _progress(found: Found) -> Iterator[Claim]:
    """The greatest progress is the greatest rise: ตัวชี้วัดที่มีพัฒนาการสูงสุด คือ การเปิดเผยข้อมูล."""
    end, about = found.token("e"), found.sentence.about
    named = [token for token in found.tokens("l") if token.kind in KINDS.values()]
    keys = tuple(dict.fromkeys(token.value for token in named))
    bases = set(found.bases()) - {about}
    if end is None or about is None or len(keys) != 1 or len({token.kind for token in named}) != 1:
        return
    if bases - {about - 1} or not _IS_PROGRESS.search(found.sentence.text, 0, end.start) or is_among_others(found):
        return
    yield MostMoved(
        kind=named[0].kind,
        word=WORDS["rises"],
        end="highest",
        keys=keys,
        scope=scope_of(found) or scope_before(found),
        within=found.topic if named[0].kind == "indicator" else "",
        years=(about,),
        quote=found.quote,
    )
    found.reading.taken |= set(found.places("e"))


def _most_moved(found: Found) -> Iterator[Claim]:
    word, years, count = found.token("w"), found.years(), found.token("c")
    named = [token for token in found.tokens("l") if token.kind in KINDS.values()]
    keys = tuple(dict.fromkeys(token.value for token in named))
    if word is None or not years or not named or len({token.kind for token in named}) > 1 or is_among_others(found):
        return
    if (count is not None and int(count.value) != len(keys)) or (count is None and len(keys) > 1):
        return
    end: End = "highest" if found.token("e") is None else end_said(found.token("e"))
    yield MostMoved(
        kind=named[0].kind,
        word=WORDS[word.kind],
        end=end,
        keys=keys,
        scope=scope_of(found) or scope_before(found),
        within=found.topic if named[0].kind == "indicator" else "",
        years=years,
        quote=found.quote,
    )
    found.reading.taken |= set(found.places("w")) | set(found.places("e"))
