"""Any text in any text field comes out as that text and as nothing else."""

from __future__ import annotations

import dataclasses
import itertools
import json
import re
from functools import cache
from pathlib import Path
from typing import Any, get_args
from urllib.parse import unquote

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown import Markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils.meta import get_data

from prongsai.analysis.results import analyse_site
from prongsai.exports.search_index import read_page_text
from prongsai.loading.load_site import load_site
from prongsai.model.record import Record
from prongsai.model.site import Site
from prongsai.model.stated import Absence, Printed
from prongsai.model.types import Text
from prongsai.pages.markup import Components
from prongsai.pages.page import OF_BLOCKS, Page
from prongsai.pages.plan import plan_pages, speech_of
from prongsai.pages.render import Renderer
from prongsai.problems import Problem, Where
from prongsai.thai.numerals import to_arabic
from prongsai.thai.text import clean_text
from prongsai.views.content import Bullet, Bullets, Phrase
from prongsai.views.speech import Speech
from unit.pages.nasty import PAYLOADS, nasty_texts
from unit.pages.reading import Element, read_html

RELEASED = Path(__file__).parents[2] / "released" / "0.1.0"
SPEECH = Speech("arabic")
HARMLESS = 0xE000  # the first of the characters of no script: found again, and never meaning anything
# What a picture may have more of, or less, by the length of its words.
PARTS = {
    ("text", "class", "x", "y"),
    ("text", "class", "y"),
    ("text", "y"),
}
PICTURE = re.compile(r'<svg class="ps-picture".*?</svg>', re.DOTALL)
LAYOUT = {("w-", ()), ("wbr", ())}  # words of the field that are kept whole, and where long ones may break
CUT = re.compile("([\ue000-\uf8ff])\\1*…")  # a harmless text that is cut off
OWN_NUMBER = re.compile(r"ลำดับที่ ([0-9๐-๙]+): ")
# Texts that name something, say where something is, or are compared with others.
NAMING = {
    ("AnswerLink", "file"),
    ("AnswerLink", "page"),
    ("Answer", "unit"),
    ("Channel", "value"),
    ("Edition", "scheme"),
    ("Explanation", "about"),
    ("Question", "unit"),
    ("Responsible", "lead"),
    ("Responsible", "printed"),
    ("Responsible", "units"),
    ("Unit", "aliases"),
    ("Unit", "successor"),
    ("Unit", "units"),
}


@cache
def released() -> Site:
    """A site that states something in every field."""
    return load_site(RELEASED).site


def is_text(annotation: Any, metadata: tuple[Any, ...] = ()) -> bool:
    """True if a field is one that people type any text into."""
    marks = (*metadata, *getattr(annotation, "__metadata__", ()))
    return Text.__metadata__[0] in marks or any(is_text(inner) for inner in get_args(annotation))


class Words:
    """Gives every field that asks the next of some texts, in turn; the agency has one by its place among them."""

    def __init__(self, texts: list[str], first: int = 0, name: int = 0) -> None:
        self.endless = itertools.cycle([*texts[first:], *texts[:first]])
        self.name = texts[name]

    def fill(self, value: Any, *, here: bool = False) -> Any:
        """The value with every text in it replaced."""
        if isinstance(value, Record):
            return value.model_copy(update=self._fields(value))
        if isinstance(value, Absence):
            return value
        if isinstance(value, Printed):
            return Printed(printed=next(self.endless), at=next(self.endless))
        if isinstance(value, tuple):
            return tuple(self.fill(one, here=here) for one in value)
        if isinstance(value, dict):
            return {key: self.fill(one, here=here) for key, one in value.items()}
        return next(self.endless) if here and isinstance(value, str) else value

    def _fields(self, record: Record) -> dict[str, Any]:
        kind = type(record)
        return {
            name: self.fill(getattr(record, name), here=is_text(field.annotation, tuple(field.metadata)))
            for name, field in kind.model_fields.items()
            if (kind.__name__, name) not in NAMING
        }

    def site(self) -> Site:
        """The released site with these texts in all its text fields."""
        site = released()
        years = [
            dataclasses.replace(
                year, **{one.name: self.fill(getattr(year, one.name)) for one in dataclasses.fields(year)}
            )
            for year in site.years
        ]
        documents = {key: self.fill(document) for key, document in site.documents.items()}
        agency = self.fill(site.agency).model_copy(update={"name": self.name})
        return Site(agency, self.fill(site.options), documents, tuple(years))

    def pages(self) -> list[Page]:
        """The pages of that site, its notes too."""
        results = analyse_site(self.site())
        text = next(self.endless)
        where, values = Where("data/2570/scores.yml", 1, 1), {"text": text, "found": text}
        notes = [Problem(code, where, values, 2570, explanation=text) for code in ("remark", "printed-value")]
        return list(plan_pages(results, tuple(notes)))


@cache
def renderer() -> Renderer:
    """The renderer of the released site's pages."""
    results = analyse_site(released())
    return Renderer(frozenset(page.path for page in plan_pages(results, ())), speech_of(results))


@cache
def converter() -> Markdown:
    """The converter with the extensions that generated settings name."""
    return Markdown(extensions=[*MkDocsConfig.markdown_extensions.builtins, "attr_list"])


def to_html(markdown: str) -> str:
    """Markdown as the engine converts it."""
    return converter().reset().convert(markdown)


class Stand:
    """Harmless texts, each as long as the one it stands for, and what becomes of them.

    They end with ฯ and hold และ where it does, since sentences leave a blank after the one and around the other.
    """

    def __init__(self, texts: list[str]) -> None:
        self.harmless = [harmless_for(text, chr(HARMLESS + number)) for number, text in enumerate(texts)]
        self.pairs = list(zip(self.harmless, texts, strict=True))

    def replace(self, value: Any) -> Any:
        """A text, or each of a list or of a mapping, with the real texts for the harmless ones."""
        if isinstance(value, list):
            return [self.replace(one) for one in value]
        if isinstance(value, dict):
            return {name: self.replace(one) for name, one in value.items()}
        if not isinstance(value, str) or value.isascii():
            return value
        for harmless, text in self.pairs:
            value = value.replace(harmless, text)
        return value

    def check_page(self, shown: str, wanted: str, where: str) -> None:
        """The page says the same; its pictures lay words out by their letters, so of them the kinds of parts count."""
        (page, drawn), (plain, known) = map(apart, (to_html(shown), to_html(wanted)))
        self.check(read_html(page), read_html(plain), where)
        assert drawn - known <= PARTS, where

    def check(self, shown: Element, wanted: Element, where: str) -> None:
        """The shown text has the elements, the attributes and the text of what is wanted, and nothing else."""
        assert skeleton(shown) == [
            (tag, {key: self.replace(one) for key, one in facts.items()}) for tag, facts in skeleton(wanted)
        ], where
        assert self.says(numbered_alike(shown.text), numbered_alike(wanted.text)), where

    def says(self, shown: str, wanted: str) -> bool:
        """True if a text is the wanted one with the real texts in it; each may be cut off at another place of its own.

        Where a text is cut off depends on its words, so what is shown of it is any beginning of it and an ellipsis.
        """
        if not CUT.search(wanted):
            return shown == " ".join(self.replace(wanted).split())
        parts = [re.escape(" ".join(self.replace(f"|{one}|").split())[1:-1]) for one in CUT.split(wanted)[::2]]
        cuts = [self.beginnings(one[1]) for one in CUT.finditer(wanted)]
        pattern = "".join(itertools.chain.from_iterable(zip(parts, [*cuts, ""], strict=True)))
        return re.fullmatch(pattern, shown) is not None

    def says_as_much(self, shown: str, wanted: str) -> bool:
        """True if a text is the wanted one, or both are cut off and the shorter is how the other begins.

        Several texts are in it, so the place where it is cut off may be in another of them.
        """
        if shown == self.replace(wanted) or self.says(shown, wanted):
            return True
        plain = self.replace(re.sub("([\ue000-\uf8ff])\\1*$", "", wanted.removesuffix("…"))).rstrip()
        ends = [len(plain), len(shown) - 1]
        return shown[-1:] == wanted[-1:] == "…" and min(ends) > 0 and shown[: min(ends)] == plain[: min(ends)]

    def beginnings(self, letter: str) -> str:
        """A pattern of the text that a letter stands for, cut off anywhere and with an ellipsis."""
        text = " ".join(self.pairs[ord(letter) - HARMLESS][1].split())
        return f"(?:{'|'.join(re.escape(text[:end].rstrip()) for end in range(len(text), 0, -1))})…"


def apart(html: str) -> tuple[str, set[tuple[str, ...]]]:
    """A page without its pictures, and the elements of these with the names of their attributes."""
    pictures = PICTURE.findall(html)
    parts = (one for picture in pictures for one in read_html(picture).all())
    return PICTURE.sub("", html), {(one.tag, *sorted(one.attributes)) for one in parts}


def harmless_for(text: str, letter: str) -> str:
    """As many letters as the text has, with the words of it that Thai spacing depends on."""
    kept = ("และ" if "และ" in text else "") + ("ฯ" if text.endswith("ฯ") else "")
    return letter * (len(text) - len(kept)) + kept if len(kept) < len(text) else letter * len(text)


def numbered_alike(text: str) -> str:
    """The text with one form of a row's number; a title that begins with a number of its own has another before it."""
    return OWN_NUMBER.sub(r"\1. ", text)


def skeleton(element: Element) -> list[tuple[str, dict[str, str]]]:
    """The elements with their attributes; first headings are named after their text."""
    return [
        (one.tag, {key: read(value) for key, value in one.attributes.items() if not (key == "id" and one.tag == "h1")})
        for one in element.all()
        if (one.tag, tuple(one.attributes)) not in LAYOUT
    ]


def read(value: str) -> str:
    """An attribute as it is meant: letters and messages about a page carry its title, in the signs of addresses."""
    return unquote(value) if value.startswith(("mailto:", "https://line.me/R/oaMessage/")) else value


@pytest.mark.parametrize("first", range(0, len(PAYLOADS), 9))
def test_payloads_are_text_on_every_page(first):
    """Payloads in every field of every form are seen as typed and add no element or attribute."""
    check_every_page(list(PAYLOADS), first)


@given(st.lists(nasty_texts(), min_size=5, max_size=12))
@example([":smile:xฯ", "กและข", "<script>alert(1)</script>", "{{ config }}และ%s", "[x][y]ฯ", "O๔๒ ข้อ ๐๒ พ.ศ. ๒๕๖๔"])
@settings(max_examples=10)
def test_any_text_is_text_on_every_page(raw):
    """So is any text that these pieces can make; of a name that holds another, or the year, less is said: none here."""
    years = [str(year.year) for year in released().years]
    kept = [one for one in raw if not any(year in to_arabic(clean_text(one)[0]) for year in years)]
    check_every_page([one for one in kept if not any(one in other and one != other for other in kept)])


def test_what_is_searched_is_what_pages_show():
    """The text that is known from blocks is what their Markdown shows, whatever is in it; sentences are apart."""
    texts = list(dict.fromkeys(clean_text(one)[0] for one in PAYLOADS))
    pages = [page for page in Words(texts).pages() if page.form == OF_BLOCKS]
    assert len(pages) > 20
    for page in pages:
        said, shown = renderer().read(page), read_page_text(page.path, renderer().render(page))
        assert (said.units, said.files) == (shown.units, shown.files), page.path
        for one, whole in zip(said.passages, shown.passages, strict=True):
            words, text, aside = whole.text.split(), one.text.split(), one.aside.split()
            assert (one.anchor, one.heading, sorted(text + aside)) == (whole.anchor, whole.heading, sorted(words))
            assert is_within(text, words), (page.path, one.anchor)
            assert is_within(aside, words), (page.path, one.anchor)


def is_within(words: list[str], text: list[str]) -> bool:
    """True if words are said in a text in this order, with others between them or without."""
    remaining = iter(text)
    return all(word in remaining for word in words)


def check_every_page(raw: list[str], first: int = 0) -> None:
    """Every page says the same with these texts as with harmless ones in their place."""
    texts = list(dict.fromkeys(clean_text(one)[0] for one in raw))
    stand = Stand(texts)
    seen = 0
    # The agency has a name that no other text holds: where the title of the site says it, less is said.
    names = [place for place, text in enumerate(texts) if not any(text in other and text != other for other in texts)]
    name = names[first % len(names)]
    pages = zip(Words(texts, first, name).pages(), Words(stand.harmless, first, name).pages(), strict=True)
    for page, plain in pages:
        assert page.path == plain.path
        (body, facts), (plain_body, plain_facts) = (get_data(renderer().render(one)) for one in (page, plain))
        shown, wanted = meant(facts), meant(plain_facts)
        assert stand.says_as_much(shown.pop("description", ""), wanted.pop("description", "")), page.path
        assert shown == stand.replace(wanted)
        stand.check_page(body, plain_body, page.path)
        seen += any(harmless in plain_body for harmless in stand.harmless)
    assert seen > 20


def meant(facts: dict[str, Any]) -> dict[str, Any]:
    """The front matter, with what is JSON in it as the values that are meant."""
    return {name: json.loads(value) if name == "linked_data" and value else value for name, value in facts.items()}


CONTEXTS = {
    "paragraph": "{}",
    "after a paragraph": "ก่อน\n\n{}\n\nหลัง",
    "heading": "## {} {{ #x }}",
    "first heading": "# {}",
    "list item": "- {}\n- {}",
    "step": "1. {}\n1. {}",
    "strong": "**ก {} ก**",
    "cell": "<table>\n<tr><td>{}</td></tr>\n</table>",
    "block": '<p class="x">{}</p>',
    "inline element": "ก <span>{}</span> ก",
    "inline link": 'ก <a href="../">{}</a> ก',
    "quoted": "ก “{}” ก",
}


@pytest.mark.parametrize("context", CONTEXTS)
@given(raw=nasty_texts())
@example(raw="<b>x</b>")
@settings(max_examples=40)
def test_escaped_text_is_text_wherever_it_stands(context, raw):
    """Output of the templates is safe in every place that Markdown has."""
    text, _ = clean_text(raw)
    stand = Stand([text])
    printed = renderer().environment.from_string("{{ text }}").render(text=text)
    shown, wanted = (read_html(to_html(CONTEXTS[context].format(*[one] * 2))) for one in (printed, stand.harmless[0]))
    stand.check(shown, wanted, context)


@given(raw=nasty_texts())
@settings(max_examples=40)
def test_components_escape_what_they_are_given(raw):
    """Links, phrases, lists and facts are one element each, whatever their text, and in a paragraph as well."""
    text, _ = clean_text(raw)
    stand = Stand([text])
    ui = Components("/2570/", frozenset({"/", "/2570/"}), SPEECH)

    def made(word: str) -> Element:
        bullets = Bullets((Bullet(word, (Bullet(word),)),))
        pieces = [
            f"ก {ui.link(word, '/')} ก",
            str(ui.phrase(Phrase(word, kind="done", value=word))),
            f"<div>{ui.parts((Phrase(word), bullets))}</div>",
        ]
        return read_html(to_html("\n\n".join(pieces)))

    stand.check(made(text), made(stand.harmless[0]), "components")


@given(raw=nasty_texts())
@settings(max_examples=40)
def test_an_address_stays_inside_its_attribute(raw):
    """Whatever follows the scheme of a link, it is one link with this text, in a paragraph and in a table."""
    address = f"https://www.example.go.th/{clean_text(raw)[0]}"
    link = str(Components("/", frozenset(), SPEECH).link("ข้อความ", address))
    for template in ("ก {} ก", "<table>\n<tr><td>{}</td></tr>\n</table>"):
        shown = read_html(to_html(template.format(link)))
        [found] = shown.all("a")
        assert set(found.attributes) == {"href"}
        assert found.attributes["href"].startswith("https://www.example.go.th/")
        assert found.text == "ข้อความ"
        assert [one.tag for one in shown.all() if one.tag not in {"p", "table", "tbody", "tr", "td"}] == ["a"]
