"""The effects of a page, picture, style sheet or script that somebody wrote, by the parser that browsers agree on."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from io import StringIO
from xml.etree.ElementTree import Element, ParseError, XMLPullParser

from prongsai.safety.finding import SafetyFinding
from prongsai.safety.read_address import NOBODY
from prongsai.safety.read_element import SVG, ElementReader, HtmlElement

_HTML = "http://www.w3.org/1999/xhtml"
_NOSCRIPT = re.compile(r"(</?)noscript(?=[\s/>])", re.IGNORECASE)
_PSEUDO = re.compile(r"""href\s*=\s*["']([^"']*)""")


def read_html(
    text: str, own_hosts: frozenset[str] = NOBODY, is_known: Callable[[str], bool] = lambda _script: False
) -> list[SafetyFinding]:
    """Everything that a page of HTML does; scripts that are known, as those of the theme, are left out.

    What is in `noscript` is markup for some readers and text for others, so that a page is read both ways.
    """
    found = _read_html(text, own_hosts, is_known)
    if _NOSCRIPT.search(text):
        found += [one for one in _read_html(_NOSCRIPT.sub(r"\1xmp", text), own_hosts, is_known) if one not in found]
    return found


def _read_html(text: str, own_hosts: frozenset[str], is_known: Callable[[str], bool]) -> list[SafetyFinding]:
    return list(_read_elements(_parse(text).iter(), own_hosts, is_known))


@lru_cache(maxsize=8)  # what every page has is read twice in a build, and again by each build of a preview
def _parse(text: str) -> Element:
    """The elements of a page; nobody changes them."""
    from tinyhtml5.parser import HTMLParser

    parser = HTMLParser(namespace_html_elements=True)
    tree: Element = parser.parse(StringIO(text))  # a plain text may be taken for a file's name
    return tree


def read_xml(text: str, own_hosts: frozenset[str] = NOBODY) -> list[SafetyFinding]:
    """Everything that a picture of SVG or another file of XML does, also when it ends in the middle."""
    parser: XMLPullParser[Element] = XMLPullParser(("start", "pi"))  # expat reads no other file and bounds entities
    elements: list[Element] = []
    is_whole = True
    parser.feed(text)
    try:
        for event in parser.read_events():  # raises at the place of the fault, after what is before it
            elements += (one for one in event[1:] if isinstance(one, Element))
        parser.close()
    except ParseError:
        is_whole = False
    found = list(_read_elements(elements, own_hosts))
    return found if is_whole else found + [one for one in read_html(text, own_hosts) if one not in found]


def read_sheet(text: str, own_hosts: frozenset[str] = NOBODY) -> list[SafetyFinding]:
    """Everything that a style sheet loads."""
    return list(_reader(own_hosts).read_style(text, "url("))


def read_script_file(text: str, own_hosts: frozenset[str] = NOBODY) -> list[SafetyFinding]:
    """The other websites that a script names."""
    return list(_reader(own_hosts).read_script(text, ""))


def _read_elements(
    elements: Iterable[Element], own_hosts: frozenset[str], is_known: Callable[[str], bool] = lambda _script: False
) -> Iterator[SafetyFinding]:
    reader = _reader(own_hosts, is_known)
    for one in elements:
        if not isinstance(one.tag, str):
            yield from _read_instruction(one, reader)
            continue
        space, _, name = one.tag.rpartition("}")
        if space[1:] in {_HTML, SVG} or "MathML" in space:
            pairs = tuple(
                (key.rpartition("}")[2].rpartition(":")[2].lower(), value) for key, value in one.attrib.items()
            )
            text = "".join(one.itertext()) if name.lower() in {"script", "style"} else ""
            yield from reader.read(HtmlElement(name.lower(), space[1:] == SVG, pairs, text))


def _read_instruction(instruction: Element, reader: ElementReader) -> Iterator[SafetyFinding]:
    """A file of XML can name its style sheet before its first element."""
    text = instruction.text or ""
    if text.startswith("xml-stylesheet"):
        for address in _PSEUDO.findall(text):
            yield from reader.read(HtmlElement("link", False, (("rel", "stylesheet"), ("href", address))))


def _reader(own_hosts: frozenset[str], is_known: Callable[[str], bool] = lambda _script: False) -> ElementReader:
    return ElementReader(own_hosts, is_known, lambda page: iter(read_html(page, own_hosts)))
