"""The words of what a link shows, for each state."""

from __future__ import annotations

import re
from collections.abc import Mapping

from prongsai.wording.catalogue import Language, link_states

_NAME = re.compile(r"\{([a-z_]+)\}")
_CLAUSE = re.compile(r"\[([^\[\]]*)\]")  # left out where a value that it names is not known


def word_label(state: str, language: Language = "th") -> str:
    """The short name of a state."""
    return link_states(language)[state].label


def word_state(state: str, values: Mapping[str, str], language: Language = "th") -> tuple[str, str, str]:
    """What was seen, what it means and what to do; the last is empty where nothing is to be done."""
    words = link_states(language)[state]
    return _filled(words.seen, values), _filled(words.means, values), _filled(words.do, values)


def _filled(template: str, values: Mapping[str, str]) -> str:
    """The template with its names replaced; a clause in brackets only stands where all it names is known."""

    def clause(found: re.Match[str]) -> str:
        known = all(values.get(name) for name in _NAME.findall(found[1]))
        return found[1] if known else ""

    return _NAME.sub(lambda name: values.get(name[1], ""), _CLAUSE.sub(clause, template))
