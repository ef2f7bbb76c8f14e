"""Any text in any text field comes out as that text and as nothing else."""

from __future__ import annotations

import dataclasses
from functools import cache
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import example, given, settings
from markdown import Markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils.meta import get_data

from prongsai.analysis.results import analyse_site
from prongsai.loading.load_site import load_site
from prongsai.model.record import Record
from prongsai.model.site import Site
from prongsai.model.stated import Absence, Printed
from prongsai.model.types import Text
from prongsai.pages.markup import Components
from prongsai.pages.page import Page
from prongsai.pages.plan import plan_pages, speech_of
from prongsai.pages.render import Renderer
from prongsai.problems import Problem, Where
from prongsai.thai.text import clean_text
from prongsai.views.content import Bullet, Bullets, Phrase
from prongsai.views.speech import Speech
from unit.pages.nasty import PAYLOADS, nasty_texts
from unit.pages.reading import Element, read_html

RELEASED = Path(__file__).parents[2] / "released" / "0.1.0"
SPEECH = Speech("arabic")
HARMLESS = "\ue000"  # of no script, so that it is found again and never means anything
# Texts that name something, say where something lies, or are part of an address.
NAMING = {"lead", "units", "unit", "page", "file", "aliases", "about", "scheme"}
MATCHED = {("Channel", "value"), ("Responsible", "printed")}


@cache
def released() -> Site:
    """A site that states something in every field."""
    return load_site(RELEASED).site


def is_text(annotation: Any, metadata: tuple[Any, ...] = ()) -> bool:
    """Whether a field is one that people type any text into."""
    marks = (*metadata, *getattr(annotation, "__metadata__", ()))
    return Text.__metadata__[0] in marks or any(is_text(inner) for inner in get_args(annotation))


def filled(value: Any, text: str, *, here: bool = False) -> Any:
    """The value with every text in it replaced by `text`."""
    if isinstance(value, Record):
        fields = type(value).model_fields
        update = {
            name: filled(getattr(value, name), text, here=is_text(field.annotation, tuple(field.metadata)))
            for name, field in fields.items()
            if name not in NAMING and (type(value).__name__, name) not in MATCHED
        }
        return value.model_copy(update=update)
    if isinstance(value, Absence):
        return value
    if isinstance(value, Printed):
        return Printed(printed=text, at=text)
    if isinstance(value, tuple):
        return tuple(filled(one, text, here=here) for one in value)
    if isinstance(value, dict):
        return {key: filled(one, text, here=here) for key, one in value.items()}
    return text if here and isinstance(value, str) else value


def filled_site(text: str) -> Site:
    """The released site with `text` in every text field."""
    site = released()
    years = [
        dataclasses.replace(year, **{name: filled(value, text) for name, value in vars(year).items() if name != "files"})
        for year in site.years
    ]
    documents = {key: filled(document, text) for key, document in site.documents.items()}
    return Site(filled(site.agency, text), filled(site.options, text), documents, tuple(years))


def pages_with(text: str) -> list[Page]:
    """The pages of the site that says `text` everywhere, its notes too."""
    notes = [Problem(code, Where("data/x.yml", 1, 1), {"text": text, "found": text}, 2570) for code in ("remark", "printed-value")]
    explained = [dataclasses.replace(note, explanation=text) for note in notes]
    return list(plan_pages(analyse_site(filled_site(text)), tuple(explained)))


@cache
def renderer() -> Renderer:
    """The renderer of the released site's pages."""
    results = analyse_site(released())
    return Renderer(frozenset(page.path for page in plan_pages(results, ())), speech_of(results))


def to_html(markdown: str) -> str:
    """Markdown as the engine converts it."""
    built_in = MkDocsConfig.markdown_extensions.builtins
    return Markdown(extensions=[*built_in, "attr_list"]).convert(markdown)


def skeleton(element: Element, harmless: str, text: str) -> list[tuple[str, dict[str, str]]]:
    """The elements with their attributes, with `text` for what is harmless; headings may be named after their text."""
    found = []
    for one in element.all():
        attributes = {
            name: value.replace(harmless, text)
            for name, value in one.attributes.items()
            if not (name == "id" and one.tag == "h1")
        }
        found.append((one.tag, attributes))
    return found


def folded(text: str) -> str:
    """White space folded as a browser folds it."""
    return " ".join(text.split())


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_payload_is_text_on_every_page(payload):
    """Each payload, in every field of every form at once, is seen as typed and adds no element or attribute."""
    check_every_page(payload)


@given(nasty_texts())
@settings(max_examples=25)
def test_any_text_is_text_on_every_page(raw):
    """So is any text that these pieces can make."""
    check_every_page(raw)


def check_every_page(raw: str) -> None:
    text, _ = clean_text(raw)
    harmless = HARMLESS * len(text)
    seen = 0
    for page, plain in zip(pages_with(text), pages_with(harmless), strict=True):
        assert page.path == plain.path
        source, expected = renderer().render(page), renderer().render(plain)
        (body, facts), (plain_body, plain_facts) = get_data(source), get_data(expected)
        assert facts == {name: replaced(value, harmless, text) for name, value in plain_facts.items()}
        shown, wanted = read_html(to_html(body)), read_html(to_html(plain_body))
        assert skeleton(shown, "", "") == skeleton(wanted, harmless, text), page.path
        assert shown.text == folded(wanted.text.replace(harmless, text)), page.path
        seen += harmless in wanted.text
    assert seen > 20


def replaced(value: Any, harmless: str, text: str) -> Any:
    """What stands in the front matter, with `text` for what is harmless."""
    return value.replace(harmless, text) if isinstance(value, str) else value


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
@settings(max_examples=60)
def test_escaped_text_is_text_wherever_it_stands(context, raw):
    """What the templates print is safe in every place that Markdown has."""
    text, _ = clean_text(raw)
    template = CONTEXTS[context]
    environment = renderer().environment
    printed = str(environment.from_string("{{ text }}").render(text=text))
    harmless = HARMLESS * 3
    shown, wanted = (read_html(to_html(template.format(*[one] * 2))) for one in (printed, harmless))
    assert skeleton(shown, "", "") == skeleton(wanted, harmless, text)
    assert shown.text == folded(wanted.text.replace(harmless, text))


@given(raw=nasty_texts())
@settings(max_examples=60)
def test_components_escape_what_they_are_given(raw):
    """Links, phrases, lists and facts are one element each, whatever their text, and in a paragraph as well."""
    text, _ = clean_text(raw)
    harmless = HARMLESS * len(text)
    ui = Components("/2570/", frozenset({"/", "/2570/"}), SPEECH)

    def made(word: str) -> Element:
        bullets = Bullets((Bullet(word, (Bullet(word),)),))
        pieces = [
            f"ก {ui.link(word, '/')} ก",
            str(ui.phrase(Phrase(word, kind="done", value=word))),
            f"<div>{ui.parts((Phrase(word), bullets))}</div>",
        ]
        return read_html(to_html("\n\n".join(pieces)))

    shown, wanted = made(text), made(harmless)
    assert skeleton(shown, "", "") == skeleton(wanted, harmless, text)
    assert shown.text == folded(wanted.text.replace(harmless, text))


@given(raw=nasty_texts())
@settings(max_examples=60)
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
