"""The claims of all texts of a site, read once a check."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import TypeVar

from prongsai.model.edition import Edition
from prongsai.model.stated import known
from prongsai.prose.grammar.agency_words import own_names
from prongsai.prose.grammar.claims import Claim, Members
from prongsai.prose.grammar.kept_claims import pack_claims, unpack_claims
from prongsai.prose.grammar.lexer import Lexer
from prongsai.prose.grammar.parse import parse_claims
from prongsai.prose.grammar.tokens import Vocabulary
from prongsai.prose.item_mentions import titles_of
from prongsai.prose.passages import Statement, passages_of
from prongsai.prose.zero_lists import ZERO, read_zero_lists, read_zero_share
from prongsai.rules.context import Context, once

C = TypeVar("C", bound=Claim)


def claimed(context: Context, sort: type[C]) -> Iterator[tuple[Statement, C]]:
    """Every claim of one sort, with the passage it is in."""
    for passage, claim in _claims(context):
        if isinstance(claim, sort):
            yield passage, claim


@once
def _claims(context: Context) -> Iterator[tuple[Statement, Claim]]:
    for number in context.results.years:
        yield from context.kept((_claims, number), partial(_claims_in, context, number))


def _claims_in(context: Context, number: int) -> tuple[tuple[Statement, Claim], ...]:
    return tuple(_claims_of(context, number))


def _claims_of(context: Context, number: int) -> Iterator[tuple[Statement, Claim]]:
    for passage in passages_of(context, number):
        lexer = lexer_of(context, passage.edition)
        claims = _parsed(context, passage, lexer)
        for claim in (*claims, *_on_items(context, passage, claims)):
            yield passage, claim


def _parsed(context: Context, passage: Statement, lexer: Lexer) -> tuple[Claim, ...]:
    """The claims that the grammar reads in a passage, or read in an earlier run: they rest on nothing else."""
    parse = partial(parse_claims, passage.text, lexer, passage.about, of_part=passage.of_part)
    if context.of_texts is None:
        return parse()
    asked = f"{lexer.mark}\0{passage.about}\0{passage.of_part}\0{passage.text}"
    kept = unpack_claims(context.of_texts.get(asked, lambda: pack_claims(parse())))
    return parse() if kept is None else kept


def _on_items(context: Context, passage: Statement, claims: tuple[Claim, ...]) -> Iterator[Claim]:
    """The claims on items without a score that need their titles, where the grammar alone reads none."""
    if not ZERO.search(passage.text):
        return
    of_items = [one for one in claims if isinstance(one, Members) and one.kind == "item"]
    year = context.site.year(passage.about) if passage.about is not None else None
    if all(one.keys is None for one in of_items):
        titles = titles_of(passage.edition, year.scores if year else None)
        for claim in read_zero_lists(passage.text, passage.about, titles):
            yield replace(claim, count=None) if of_items else claim
    if all(one.share is None for one in of_items):
        yield from read_zero_share(passage.text, passage.about)


def lexer_of(context: Context, edition: Edition) -> Lexer:
    """The reader of texts by the names of an edition, the levels of all years of the site, and the agency's name."""
    return context.kept(("lexer", edition.scheme, edition.fiscal_year), lambda: _lexer(context, edition), edition)


def _lexer(context: Context, edition: Edition) -> Lexer:
    names = _vocabulary(context, edition)
    alike = ("lexer", *(tuple(sorted(one.items())) for one in (names.indicators, names.tools)), names.instruments)
    return context.once(alike, lambda: Lexer(names))


def _vocabulary(context: Context, edition: Edition) -> Vocabulary:
    names = {
        name: number for number, one in edition.indicators.items() for name in (one.name, *one.aliases) if len(name) > 3
    }
    levels = {rule.name for result in context.years() for rule in result.year.edition.levels}
    tools = {name: code for code, one in edition.instruments.items() for name in (one.name,) if len(name) > 10}
    agency = context.site.agency
    own = known(agency.name)
    return Vocabulary(names, frozenset(edition.instruments), frozenset(levels), tools, own_names(own or ""))
