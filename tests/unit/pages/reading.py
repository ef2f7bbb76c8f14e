"""HTML as a reader and a browser take it: the elements with their attributes, and the text that is seen."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

EMPTY = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
UNSEEN = {"script", "style", "title", "template"}
INLINE = {"a", "b", "code", "data", "em", "i", "q", "small", "span", "strong", "sup", "w-", "wbr"}


@dataclass
class Element:
    """One element with everything inside it."""

    tag: str
    attributes: dict[str, str]
    children: list[Element | str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The text inside, white space folded."""
        return " ".join("".join(self._texts()).split())

    def _texts(self) -> list[str]:
        found: list[str] = []
        for child in self.children:
            if isinstance(child, str):
                found.append(child)
            elif child.tag not in UNSEEN:
                found += child._texts()
        is_block = self.tag not in INLINE
        return [" ", *found, " "] if is_block else found

    def all(self, tag: str = "", css: str = "") -> list[Element]:
        """The elements inside, of a tag and of a class, in the order of the page."""
        found: list[Element] = []
        for child in self.children:
            if isinstance(child, Element):
                if (not tag or child.tag == tag) and (not css or css in child.attributes.get("class", "").split()):
                    found.append(child)
                found += child.all(tag, css)
        return found

    def one(self, tag: str = "", **attributes: str) -> Element:
        """The only element inside of this tag and these attributes."""
        wanted = {name.rstrip("_"): value for name, value in attributes.items()}
        found = [one for one in self.all(tag) if wanted.items() <= one.attributes.items()]
        assert len(found) == 1, f"{len(found)} elements {tag} {wanted}"
        return found[0]

    def table(self, key: str) -> list[list[Element]]:
        """The rows of the body of the table that has this key, as lists of cells."""
        caption = self.one("caption", id=f"t-{key}")
        [table] = [one for one in self.all("table") if caption in one.children]
        [body] = table.all("tbody")
        return [[cell for cell in row.children if isinstance(cell, Element)] for row in body.all("tr")]

    def values(self) -> list[str]:
        """The machine values of the figures inside."""
        return [one.attributes["value"] for one in self.all("data")]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("", {})
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(element)
        if tag not in EMPTY:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].children.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        names = [element.tag for element in self.open]
        if tag in names[1:]:
            del self.open[len(names) - 1 - names[::-1].index(tag) :]

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)

    def handle_comment(self, data: str) -> None:
        self.open[-1].children.append(Element("!--", {"comment": data}))

    def handle_decl(self, decl: str) -> None:
        self.open[-1].children.append(Element("!", {"declaration": decl}))


def read_html(html: str) -> Element:
    """The tree of a page or of a piece of one."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.root
