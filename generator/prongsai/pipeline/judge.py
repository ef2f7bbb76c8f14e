"""Every rule run over a site: those on written Thai alongside the others, where a second process may run."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial

from prongsai import rules
from prongsai.engines.workers import Alongside
from prongsai.model.packs import Pack
from prongsai.pipeline.store import Kind, Store, Used
from prongsai.problems import Problem
from prongsai.rules import Context, Rule, check_by
from prongsai.rules.by_trust import EditionOf, check_by_trust

CLAIMS = Kind("claims", (), spare=2000, packed=True)


def every_rule() -> tuple[Rule, ...]:
    """Every rule there is, in the order of their problems."""
    return (*rules.RULES, *_rules_on_texts())


def _rules_on_texts() -> tuple[Rule, ...]:
    """The rules that read sentences, which cost as much as all others; imported where they run."""
    from prongsai import prose
    from prongsai.drafts import same_texts

    return (*prose.RULES, *same_texts.RULES)


@dataclass(frozen=True)
class Judging:
    """The rules on texts at work on a context, of which the others are asked meanwhile; what they read is stored."""

    context: Context
    store: Store
    on_texts: Alongside[tuple[list[Problem], Used]]

    def finish(self) -> list[Problem]:
        """All problems that rules find in it."""
        try:
            found = check_by(rules.RULES, self.context)
            on_texts, used = self.on_texts.result()
            self.store.use(CLAIMS, used)
            return [*found, *on_texts]
        finally:
            self.on_texts.stop()


@dataclass(frozen=True)
class _Claims:
    """The claims that earlier runs read in texts."""

    store: Store

    def get(self, text: str, make: Callable[[], bytes]) -> bytes:
        """Those of just this text and its reader, or else what `make` makes of it."""
        return self.store.get(CLAIMS, text, make)


def start_judging(context: Context, store: Store) -> Judging | None:
    """Begin to run the rules over a context; None where a keeper has to learn what each of them reads."""
    if context.keeper is not None:
        return None
    return Judging(context, store, Alongside(partial(_judge_texts, context, store)))


def _judge_texts(context: Context, store: Store) -> tuple[list[Problem], Used]:
    found = check_by(_rules_on_texts(), replace(context, of_texts=_Claims(store)))
    return found, store.used(CLAIMS)


def judge(
    context: Context, packs: Mapping[int, list[Pack]], edition_of: EditionOf, store: Store, begun: Judging | None
) -> list[Problem]:
    """All problems that rules find, by how far `packs` are trusted; of one context they may have `begun`."""
    return check_by_trust(partial(_check, store, begun), context, dict(packs), edition_of)


def _check(store: Store, begun: Judging | None, context: Context) -> list[Problem]:
    known = begun if begun is not None and begun.context is context else start_judging(context, store)
    return known.finish() if known is not None else check_by(every_rule(), context)
