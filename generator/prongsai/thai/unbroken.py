"""Words that no line breaks: those of the field, the agency's own name, and the steps of addresses.

Browsers and printers break Thai by dictionaries of their own, which part หน่วยงาน into หน่วย and งาน. In the same go
phrases in English are marked on pages in Thai, so that they are read out as such.
"""

from __future__ import annotations

import re
from functools import lru_cache

from prongsai.thai.agency_names import kind_and_place
from prongsai.thai.columns import columns_of

# Words of the field that the dictionary of a browser was seen to part; those that it keeps whole need no mark.
_ON_SCREEN = ("หน่วยงาน", "(?<!ปี)งบประมาณ", "ตัวชี้วัด", "การเปิดเผย", "ค่าเป้าหมาย", "ผู้รับผิดชอบ", "คะแนนรวม")
# The dictionary by which PDF is laid out parts these too.
_ON_PAPER = (*_ON_SCREEN, "ปีงบประมาณ", "ดำเนินการ", "เป้าหมาย", "แบบวัด")
_LEAST, _MOST = 4, 24  # letters: a shorter name is one syllable, a longer one does not fit a line of a narrow screen
_ADDRESS = r"https?:(?://|(?:&#47;){2})[^\s<>\"']*/[^\s<>\"']*"
# What is no running text: pictures, scripts, choices of a form, and tags with their attributes. The first word of a
# block is at the start of a line, where nothing is parted: it goes with the tag, since every mark makes pages heavier.
_ASIDE = (
    r"<(?:(svg|script|style|title|textarea|option|pre)\b.*?</\1>"
    r"|(?:li|p|dt|dd|h[1-6]|caption|summary|div)(?:\s[^<>\"']*(?:\"[^\"]*\"[^<>\"']*|'[^']*'[^<>\"']*)*)?>(?:{words})?"
    r"|[^<>\"']*(?:\"[^\"]*\"[^<>\"']*|'[^']*'[^<>\"']*)*>)"
)
_ENDS, _BEGINS = re.compile("[ก-ูๅ็-๎]"), re.compile("[ก-ฮเ-ไ]")  # a syllable of Thai
_STEPS = re.compile(r"\Ahttps?:(?://|(?:&#47;){2})[^/]*/|[^/]*/|[^/]+")
# Of a page its article, and the title in its bar; the menu and the foot have lines of few words.
_READ = re.compile(r"<article\b.*?</article>|<div class=\"md-header__title\">.*?</header>", re.DOTALL)
# Short names and single words are part of Thai as it is written; more than two words are a phrase.
_ENGLISH = r"|(?P<english>(?<![A-Za-z])[A-Z][a-z]+(?:[ ](?:&#38;[ ])?[A-Z]?[a-z]+){2,}(?![A-Za-z]))"
_IN_THAI = '<html lang="th"'
_START, _END = "<w->", "</w->"  # the shortest there is: a page has hundreds


def keep_whole(html: str, agency: str = "", *, on_paper: bool = False, in_thai: bool = False) -> str:
    """HTML in which words of the field and the name of an agency are marked, and addresses break at slashes.

    Of a long name the place in it is marked. What is no running text stays as it is. What is `in_thai` has its phrases
    in English marked too.
    """
    return _words_of(agency, on_paper, in_thai).sub(_mark_on_paper if on_paper else _mark, html)


def keep_page_whole(html: str, agency: str) -> str:
    """A finished page with the same in what is read of it line by line."""
    in_thai = _IN_THAI in html[:100]
    return _READ.sub(lambda part: keep_whole(part[0], agency, in_thai=in_thai), html)


@lru_cache(maxsize=64)
def _words_of(agency: str, on_paper: bool, in_thai: bool) -> re.Pattern[str]:
    """Finds addresses, the longest of the words and names at a place, and what is no running text."""
    place = (kind_and_place(agency) or ("", ""))[1]
    names = (name for name in (agency, place) if len(name) >= _LEAST and columns_of(name) <= _MOST)
    found = sorted({*map(re.escape, names), *(_ON_PAPER if on_paper else _ON_SCREEN)}, key=len, reverse=True)
    words = "|".join(found)
    aside = _ASIDE.replace("{words}", words)
    return re.compile(f"{aside}|(?P<word>{words})|(?P<address>{_ADDRESS}){_ENGLISH if in_thai else ''}", re.DOTALL)


def _mark(found: re.Match[str]) -> str:
    if found.lastgroup == "word":
        return _whole(found[0])
    if found.lastgroup == "english":
        return f'<span lang="en">{found[0]}</span>'
    return _in_steps(found[0]) if found.lastgroup == "address" else found[0]


def _mark_on_paper(found: re.Match[str]) -> str:
    """The same with the ends of lines said next to a word: what lays out PDF sees none at the edge of an element."""
    if found.lastgroup != "word":
        return _mark(found)
    before, after = found.string[found.start() - 1 : found.start()], found.string[found.end() : found.end() + 1]
    start, end = ("<wbr>" if edge.match(letter) else "" for edge, letter in ((_ENDS, before), (_BEGINS, after)))
    return f"{start}{_whole(found[0])}{end}"


def _whole(text: str) -> str:
    return f"{_START}{text}{_END}"


def _in_steps(address: str) -> str:
    """An address that may be parted behind each slash of its path and, where a step fits a line, nowhere else."""
    return "<wbr>".join(
        _whole(step) if len(step) <= _MOST and ("-" in step or "?" in step) else step
        for step in _STEPS.findall(address)
    )
