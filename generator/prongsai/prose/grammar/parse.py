"""The claims of a text: every construction of the grammar in turn, each on what those before it left."""

from __future__ import annotations

from prongsai.prose.grammar.claims import TOTAL, Claim
from prongsai.prose.grammar.lexer import Lexer
from prongsai.prose.grammar.read_announced import read_announced
from prongsai.prose.grammar.read_best_ranks import read_best_ranks
from prongsai.prose.grammar.read_bounds import read_bounds
from prongsai.prose.grammar.read_change_forms import read_change_forms
from prongsai.prose.grammar.read_changes import read_changes
from prongsai.prose.grammar.read_computed import read_computed
from prongsai.prose.grammar.read_end_scores import read_end_scores
from prongsai.prose.grammar.read_ends import read_ends
from prongsai.prose.grammar.read_first_places import read_first_places
from prongsai.prose.grammar.read_level_paths import read_level_paths
from prongsai.prose.grammar.read_level_rows import read_level_rows
from prongsai.prose.grammar.read_levels import read_levels
from prongsai.prose.grammar.read_means import read_means
from prongsai.prose.grammar.read_members import read_members
from prongsai.prose.grammar.read_most_moved import read_most_moved
from prongsai.prose.grammar.read_named_items import read_named_items
from prongsai.prose.grammar.read_orders import read_orders
from prongsai.prose.grammar.read_pairs import read_pairs
from prongsai.prose.grammar.read_peer_forms import read_peer_forms
from prongsai.prose.grammar.read_peer_means import read_peer_means
from prongsai.prose.grammar.read_peers import read_peers
from prongsai.prose.grammar.read_rank_forms import read_rank_forms
from prongsai.prose.grammar.read_rank_rows import read_rank_rows
from prongsai.prose.grammar.read_ranks import read_ranks
from prongsai.prose.grammar.read_raters import read_raters
from prongsai.prose.grammar.read_scores import read_scores
from prongsai.prose.grammar.read_shortfalls import read_shortfalls
from prongsai.prose.grammar.read_year_means import read_year_means
from prongsai.prose.grammar.read_zero_items import read_zero_items
from prongsai.prose.grammar.reading import Reading
from prongsai.prose.grammar.sentence import read_sentence

_READERS = (
    read_pairs,
    read_raters,
    read_year_means,
    read_level_paths,
    read_level_rows,
    read_levels,
    read_rank_forms,
    read_rank_rows,
    read_best_ranks,
    read_ranks,
    read_computed,
    read_named_items,
    read_members,
    read_zero_items,
    read_first_places,
    read_orders,
    read_most_moved,
    read_end_scores,
    read_ends,
    read_announced,
    read_change_forms,
    read_changes,
    read_means,
    read_peer_means,
    read_peers,
    read_peer_forms,
    read_shortfalls,
    read_bounds,
    read_scores,
)


def parse_claims(text: str, lexer: Lexer, about: int | None, *, of_part: bool = False) -> tuple[Claim, ...]:
    """The claims of a text; `about` is the year that it speaks of where it names none, or None.

    Of a text that is under a part of the result (`of_part`) what names no subject may be said of that part.
    """
    reading = Reading(read_sentence(text, lexer, about))
    if not any(token.kind not in {"unknown", "filler"} for token in reading.sentence.tokens):
        return ()
    claims = (claim for reader in _READERS for claim in reader(reading))
    if of_part and not any(token.kind == "total" for token in reading.sentence.tokens):
        return tuple(claim for claim in claims if getattr(claim, "subject", None) != TOTAL)
    return tuple(claims)
