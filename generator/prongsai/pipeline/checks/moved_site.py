"""Check whether a site moved to another address than the one under which it was published."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from prongsai.addresses import subject_of
from prongsai.exports.oit_sheet import url_at
from prongsai.exports.redirect_rules import Move, find_move, rules_for_apache, rules_for_iis, rules_for_nginx
from prongsai.ledger.load_ledger import load_last_address
from prongsai.ledger.rows import Ledger
from prongsai.model.agency import SiteOptions
from prongsai.problems import Problem, problem

_NAMED = 3


def check_move(root: Path, options: SiteOptions, ledger: Ledger) -> Iterator[Problem]:
    """A warning where the site was published under another address than it has now."""
    if not ledger.rows or not options.site_url:
        return
    move = find_move(load_last_address(root), options.site_url, [row.path for row in ledger.rows])
    if move is not None:
        yield _site_moved(move, options, ledger)


def _site_moved(move: Move, options: SiteOptions, ledger: Ledger) -> Problem:
    open_rows = [row.path for row in ledger.rows if row.state != "withdrawn"]
    items = [path for path in open_rows if subject_of(path).kind == "item" and "#" not in path]
    named = (items or [path for path in open_rows if "#" not in path] or open_rows)[:_NAMED]
    return problem(
        "site-moved",
        options.where("site_url"),
        old=move.old,
        new=move.new,
        count=len(open_rows),
        items=len(items) or "",
        some=" ".join(url_at(str(move.old).rstrip("/"), path) for path in named),
        apache=rules_for_apache(move),
        nginx=rules_for_nginx(move),
        iis=rules_for_iis(move),
    )
