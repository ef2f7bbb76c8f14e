"""The effects of one element of HTML or SVG: what it loads, runs or sends."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol

from prongsai.safety.finding import Kind, SafetyFinding, make_finding
from prongsai.safety.read_address import judge_address

_ADDRESS_FUNCTIONS = {"url", "src", "image", "image-set", "-webkit-image-set", "cross-fade", "-webkit-cross-fade"}
_NOT_LOADED = {"namespace", "document", "-moz-document"}  # they only name what a rule is about


class Token(Protocol):
    """A token of tinycss2: by its `type` it has a value, a name with arguments, or what is in its brackets."""

    type: str
    value: str
    lower_value: str
    lower_name: str
    arguments: list[Token]
    content: list[Token]


@dataclass(frozen=True)
class StyleAddress:
    """An address in a style; `is_sheet` when what is there is a style sheet again."""

    text: str
    is_sheet: bool = False


def read_style(text: str) -> Iterator[StyleAddress]:
    """Every address that would be loaded, however it is spelled or escaped."""
    from tinycss2 import parse_component_value_list

    pending: list[tuple[list[Token], bool]] = [(parse_component_value_list(text, skip_comments=True), False)]
    while pending:
        tokens, is_addresses = pending.pop()
        yield from _read_tokens(tokens, is_addresses, pending)


def _read_tokens(
    tokens: list[Token], is_addresses: bool, pending: list[tuple[list[Token], bool]]
) -> Iterator[StyleAddress]:
    """The addresses of one level; what is in brackets waits. In an own property a text can become an address."""
    rule, in_own_property = "", False
    for token in tokens:
        if token.type == "at-keyword":
            rule = token.lower_value
        elif token.type == "ident" and token.value.startswith("--"):
            in_own_property = True
        elif token.type == "{} block" or (token.type == "literal" and token.value == ";"):
            rule, in_own_property = "", False
        yield from _address(token, rule, is_addresses or in_own_property)
        if token.type == "function" and rule not in _NOT_LOADED:
            is_sheet = rule == "import" and token.lower_name in _ADDRESS_FUNCTIONS
            if is_sheet:
                yield from (StyleAddress(one.value, True) for one in token.arguments if one.type == "string")
            else:
                pending.append((token.arguments, token.lower_name in _ADDRESS_FUNCTIONS))
        elif token.type in {"{} block", "[] block", "() block"}:
            pending.append((token.content, False))


def _address(token: Token, rule: str, is_addresses: bool) -> Iterator[StyleAddress]:
    if rule in _NOT_LOADED:
        return
    if token.type == "url" or (token.type == "string" and (rule == "import" or is_addresses)):
        yield StyleAddress(token.value, rule == "import")


_ESCAPED = re.compile(r"\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|u\{([0-9a-f]{1,6})\}|(/)|\r?\n)", re.IGNORECASE)
_LITERAL = re.compile(
    r"""["'`]\s*((?:(?:https?|wss?|ftp):[/\\]*(?=[\w\[%])|[/\\]{2}(?=[\w-]+(?:\.[\w-]+)+|\[))[^"'`\s<>]+)""",
    re.IGNORECASE,
)
# An address can also be unquoted in the HTML or the style that a script writes.
_WRITTEN = re.compile(r"(?:=|url\()\s*((?:https?:|ftp:)?//(?=[\w-]+\.)[^\"'`\s<>)]+)", re.IGNORECASE)
_TEXT_OR_COMMENT = re.compile(
    r"""("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)|/\*.*?\*/|(?<!:)//[^\n]*""", re.DOTALL
)
# Names of forms that nothing is loaded from.
_NAMESPACES = re.compile(
    r"http://www\.w3\.org/(?:1998/Math/MathML|1999/x(?:html|link)|2000/(?:svg|xmlns/)|XML/1998/namespace)"
)


def read_script(text: str, own_hosts: frozenset[str]) -> Iterator[str]:
    """The addresses of other websites that are in a script, each once."""
    plain = _ESCAPED.sub(_decode, text)
    written = _TEXT_OR_COMMENT.sub(lambda match: match[1] or " ", plain)
    found = [*_LITERAL.findall(plain), *_WRITTEN.findall(written)]
    for address in dict.fromkeys(found):
        if not _NAMESPACES.fullmatch(address) and judge_address(address, own_hosts) == "foreign":
            yield address


def _decode(escaped: re.Match[str]) -> str:
    code = escaped[1] or escaped[2] or escaped[3]
    if code is None:
        return escaped[4] or ""
    return chr(int(code, 16)) if int(code, 16) < 0x110000 else ""


SVG = "http://www.w3.org/2000/svg"
# Relations that only name another page or file; a link with any other is fetched, or may be.
HARMLESS_RELATIONS = frozenset({"alternate", "author", "bookmark", "canonical", "copyright", "describedby", "feed"})
HARMLESS_RELATIONS |= {"first", "help", "index", "last", "license", "me", "next", "prev", "privacy-policy", "search"}
HARMLESS_RELATIONS |= {"self", "shortlink", "tag", "terms-of-service", "up"}
_LOADING = {"src", "poster", "background", "manifest", "lowsrc", "dynsrc", "classid", "codebase", "archive", "base"}
_LISTS = {"srcset": ",", "imagesrcset": ",", "ping": " ", "attributionsrc": " "}
_SENDING = {"action", "formaction"}
_MOVING = {"to", "from", "by", "values"}
_IMAGES = {"img", "image", "input", "source", "video", "audio", "track", "feimage", "body", "table", "td", "th", "tr"}
_PAGES = (".html", ".htm", ".xhtml", ".xht", ".svg", ".xml")
_RUNNING = {"", "module", "importmap", "speculationrules", "javascript", "text/javascript1.5"}
_RUNNING |= {
    f"{kind}/{name}" for kind in ("text", "application") for name in ("javascript", "ecmascript", "x-javascript")
}
_REFRESH = re.compile(r"[\s\d.]*[\s;,]\s*(?:url\s*=\s*)?[\"']?(.*)", re.IGNORECASE | re.DOTALL)
# What Material's script fetches when it finds such an element on a page: a library for diagrams, figures of a project.
_BY_THEME = {
    "https://unpkg.com/mermaid": ("class", "mermaid"),
    "https://api.github.com/": ("data-md-component", "source"),
}
_ABSOLUTE = re.compile(r"\s*(?:[a-z]+:)?//", re.IGNORECASE)
_CANDIDATE = re.compile(r"[\s,]*(\S+)[^,]*")


@dataclass(frozen=True)
class HtmlElement:
    """An element: its name in small letters, its attributes by names without prefix, and the text in it."""

    name: str
    is_svg: bool
    pairs: tuple[tuple[str, str], ...]
    text: str = ""

    @property
    def attributes(self) -> dict[str, str]:
        """The attributes by name; of `href` and `xlink:href` the former counts, as both are read as pairs."""
        return dict(reversed(self.pairs))

    def words(self, name: str) -> set[str]:
        """The words of an attribute in small letters."""
        return set(self.attributes.get(name, "").lower().split())


class ElementReader:
    """Reads elements for a website of these hosts; `known_scripts` are those that the theme puts on every page.

    `read_page` reads a whole page that is in an attribute.
    """

    def __init__(
        self,
        own_hosts: frozenset[str],
        is_known: Callable[[str], bool],
        read_page: Callable[[str], Iterator[SafetyFinding]],
    ) -> None:
        self.own_hosts = own_hosts
        self.is_known = is_known
        self.read_page = read_page

    def read(self, element: HtmlElement) -> Iterator[SafetyFinding]:
        """The effects of an element by its name, its attributes and its text."""
        for name, value in element.pairs:
            yield from self._read_attribute(element, name, value)
        for address, (name, word) in _BY_THEME.items():
            if word in element.words(name):
                yield make_finding("request", address, word, name)
        match element.name:
            case "script":
                yield from self._read_script(element)
            case "style":
                yield from self.read_style(element.text, "<style")
            case "link":
                yield from self._read_link(element)
            case "meta" if "refresh" in element.words("http-equiv"):
                refresh = _REFRESH.match(element.attributes.get("content", ""))
                yield from self._read_address(refresh[1] if refresh else "", "target", "http-equiv")
            case "object" | "embed" | "applet":
                yield from self._read_embedded(element)

    def _read_attribute(self, element: HtmlElement, name: str, value: str) -> Iterator[SafetyFinding]:
        if re.fullmatch("on[a-z]+", name):
            yield make_finding("script", f'{name}="{value}"', f"{name}=", name)
            yield from self.read_script(value, f"{name}=")
        elif name == "style":
            yield from self.read_style(value, "style=")
        elif name == "srcdoc" and element.name == "iframe":
            yield make_finding("script", f'srcdoc="{value}"', "srcdoc")
            yield from self.read_page(value)
        elif name in _SENDING or (name == "href" and element.name == "base"):
            yield from self._read_address(value, "target", name)
        elif name == "href":
            yield from self._read_reference(element, value)
        elif element.is_svg and name not in _LOADING:
            yield from self._read_svg_attribute(element, name, value)
        else:
            yield from self._read_loaded(element, name, value)

    def _read_loaded(self, element: HtmlElement, name: str, value: str) -> Iterator[SafetyFinding]:
        """The addresses that a browser fetches by itself as soon as it sees the element."""
        if name in _LISTS:
            for address in _CANDIDATE.findall(value) if _LISTS[name] == "," else value.split():
                yield from self._read_address(address, "request", name, data=True)
        elif name in _LOADING or (name, element.name) == ("data", "object"):
            is_image = name in {"poster", "background"} or element.name in _IMAGES
            yield from self._read_address(value, "request", name, data=is_image)
        elif (name, element.name) == ("value", "param") and _ABSOLUTE.match(value):
            yield from self._read_address(value, "request", name)

    def _read_svg_attribute(self, element: HtmlElement, name: str, value: str) -> Iterator[SafetyFinding]:
        """Colours, filters and cursors can be addresses, and an animation can put one into any attribute."""
        if "(" in value:
            yield from self.read_style(value, f"{name}=")
        if name in _MOVING and element.name in {"animate", "set", "animatemotion", "animatetransform"}:
            for one in value.split(";"):
                yield from self._read_address(one, "request", f"{name}=", data=True)

    def _read_reference(self, element: HtmlElement, value: str) -> Iterator[SafetyFinding]:
        """Links to other websites are what pages are for; in SVG nearly everything else that is named is loaded."""
        if element.is_svg and element.name not in {"a", "script"}:
            yield from self._read_address(value, "request", "href", data=element.name in _IMAGES)
        elif element.name != "link" and judge_address(value) == "script":
            yield from self._read_address(value, "target", "href")

    def _read_link(self, element: HtmlElement) -> Iterator[SafetyFinding]:
        relations, address = element.words("rel"), element.attributes.get("href", "")
        if not relations <= HARMLESS_RELATIONS:
            found = list(self._read_address(address, "request", "<link", data=bool(relations & {"icon"})))
            yield from found
            if "stylesheet" in relations and not found:
                yield make_finding("style-file", address, address, "<link")

    def _read_script(self, element: HtmlElement) -> Iterator[SafetyFinding]:
        kind = element.attributes.get("type", element.attributes.get("language", "")).strip().lower()
        if kind.partition(";")[0].strip() not in _RUNNING:
            return
        address = element.attributes.get("href" if element.is_svg else "src")
        if address is not None:
            if element.is_svg:
                yield from self._read_address(address, "request", "href")
            if judge_address(address, self.own_hosts) == "own":
                yield make_finding("script-file", address, address, "<script")
        elif not self.is_known(element.text):
            yield make_finding("script", f"<script>{element.text}", "<script")
            yield from self.read_script(element.text, "<script")

    def _read_embedded(self, element: HtmlElement) -> Iterator[SafetyFinding]:
        """A page inside the page runs as the page does."""
        address = element.attributes.get("data", element.attributes.get("src", ""))
        is_page = re.split("[?#]", address, maxsplit=1)[0].strip().lower().endswith(_PAGES)
        kind = element.attributes.get("type", "").lower()
        if element.name == "applet" or is_page or "html" in kind or "svg" in kind or "xml" in kind:
            yield make_finding("script", f"<{element.name}> {address}", address, f"<{element.name}")

    def read_style(self, text: str, mark: str) -> Iterator[SafetyFinding]:
        """The addresses that a style loads from elsewhere; a style sheet is never taken from `data:`."""
        for one in read_style(text):
            yield from self._read_address(one.text, "request", mark, data=not one.is_sheet)

    def read_script(self, text: str, mark: str) -> Iterator[SafetyFinding]:
        """The other websites that a script names."""
        for address in read_script(text, self.own_hosts):
            yield make_finding("script-address", address, address, mark)

    def _read_address(self, text: str, kind: Kind, mark: str, *, data: bool = False) -> Iterator[SafetyFinding]:
        verdict = judge_address(text, self.own_hosts, data=data)
        if verdict == "foreign":
            yield make_finding(kind, text, text, mark)
        elif verdict == "script":
            yield make_finding("script", text, text, mark)
            yield from self.read_script(text, mark)
