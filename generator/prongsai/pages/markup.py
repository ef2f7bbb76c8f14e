"""The site's components as HTML: phrases, lists, tables and facts; the one place that knows their classes."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from html import escape as escape_attribute
from urllib.parse import quote

from markupsafe import Markup

from prongsai.pages.escape import escape
from prongsai.views.content import Bullet, Bullets, Cell, Fact, Part, Phrase, Table
from prongsai.views.speech import Speech

_TAGS = {"done", "active", "stopped", "planned", "unknown", "strong", "weak", "inferred"}
_CHANGES = {"up", "down", "same"}
_SAFE = "/:?#[]@!$&'()*+,;=%~-._"


class Components:
    """Makes HTML for one page: links are relative to it, and lead only to pages that exist."""

    def __init__(self, path: str, existing: frozenset[str], speech: Speech) -> None:
        self.path = path
        self.existing = existing
        self.digits = speech.digits
        self.steps_class = "ps-steps" if speech.thai else "ps-steps ps-steps--arabic"

    def href(self, target: str) -> str:
        """The address of `target` as seen from this page; empty when nothing stands there."""
        if not target.startswith("/"):
            return target
        page, _, fragment = target.partition("#")
        if page not in self.existing and not page.startswith("/files/"):
            return ""
        relative = posixpath.relpath(page, self.path) + ("/" if page.endswith("/") else "")
        relative = "./" if relative == "./" or page == self.path else relative
        return f"{relative}#{fragment}" if fragment else relative

    def link(self, text: str, target: str) -> Markup:
        """A link, or the text alone where the target does not exist."""
        address = self.href(target)
        if not address:
            return escape(text)
        shown = escape_attribute(quote(address, safe=_SAFE), quote=True)
        return Markup('<a href="%s">%s</a>') % (Markup(shown), escape(text))  # noqa: S704  escaped on the line above

    def phrase(self, phrase: Phrase) -> Markup:
        """A phrase with its meaning as a class, its machine value and its link."""
        text = self.link(phrase.text, phrase.href) if phrase.href else escape(phrase.text)
        if phrase.value and phrase.kind not in _CHANGES:
            text = Markup('<data value="%s">%s</data>') % (phrase.value, text)
        css = _class_of(phrase.kind)
        return Markup('<span class="%s">%s</span>') % (css, text) if css else text

    def parts(self, parts: Iterable[Part]) -> Markup:
        """Phrases and lists one after the other."""
        made: list[Markup] = []
        before: Part | None = None
        for part in parts:
            if isinstance(part, Bullets):
                made.append(self.bullets(part))
            else:
                needs_space = (
                    isinstance(before, Phrase) and (part.kind or before.kind) and not before.text.endswith(" ")
                )
                made.append((Markup(" ") if needs_space else Markup()) + self._spaced(part))
            before = part
        return Markup().join(made)

    def _spaced(self, part: Phrase) -> Markup:
        """A phrase; the blanks at its ends, which escaping folds, are kept."""
        lead = Markup(" ") if part.text.startswith(" ") else Markup()
        tail = Markup(" ") if part.text.endswith(" ") else Markup()
        return lead + self.phrase(part) + tail

    def bullets(self, bullets: Bullets) -> Markup:
        """A list with the lists below its points."""
        tag = Markup("ol") if bullets.ordered else Markup("ul")
        css = Markup(' class="%s"') % self.steps_class if bullets.ordered else Markup()
        inner = Markup().join(self._bullet(point) for point in bullets.points)
        return Markup("<%s%s>%s</%s>") % (tag, css, inner, tag)

    def _bullet(self, point: Bullet) -> Markup:
        below = self.bullets(Bullets(point.points)) if point.points else Markup()
        return Markup("<li>%s%s</li>") % (escape(point.text), below)

    def table(self, table: Table) -> Markup:
        """A table in a region that scrolls by itself, named by its caption."""
        name = f"t-{table.key}".removeprefix("t-t-")
        heads = Markup().join(
            Markup('<th scope="col"%s>%s</th>') % (_number(column.number), escape(column.title))
            for column in table.columns
        )
        rows = Markup("\n").join(
            Markup("<tr>%s</tr>") % Markup().join(self._cell(cell) for cell in row) for row in table.rows
        )
        return Markup(
            '<div class="ps-table" role="region" aria-labelledby="%s" tabindex="0">\n<table class="ps-grid">\n'
            '<caption id="%s">%s</caption>\n<thead><tr>%s</tr></thead>\n<tbody>\n%s\n</tbody>\n</table>\n</div>'
        ) % (name, name, escape(table.caption), heads, rows)

    def _cell(self, cell: Cell) -> Markup:
        anchor = Markup(' id="%s"') % cell.anchor if cell.anchor else Markup()
        tag = Markup('th scope="row"') if cell.head else Markup("td")
        end = Markup("th") if cell.head else Markup("td")
        return Markup("<%s%s%s>%s</%s>") % (tag, anchor, _number(cell.number), self.parts(cell.parts), end)

    def facts(self, facts: Iterable[Fact], css: str = "ps-kv") -> Markup:
        """Named facts as a description list."""
        rows = Markup("\n").join(
            Markup("<div><dt>%s</dt><dd>%s</dd></div>") % (escape(fact.name), self.parts(fact.parts)) for fact in facts
        )
        return Markup('<dl class="%s">\n%s\n</dl>') % (css, rows)


def _number(is_number: bool) -> Markup:
    return Markup(' class="ps-num"') if is_number else Markup()


def _class_of(kind: str) -> str:
    if kind in _TAGS:
        return f"ps-tag ps-tag--{kind}"
    if kind in _CHANGES:
        return f"ps-change ps-change--{kind}"
    return {"absent": "ps-absent", "printed": "ps-printed", "aside": "ps-aside"}.get(kind, "")
