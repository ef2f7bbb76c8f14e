"""Which addresses a style sheet or a style attribute loads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_ADDRESS_FUNCTIONS = {"url", "src", "image", "image-set", "-webkit-image-set", "cross-fade", "-webkit-cross-fade"}
_NOT_LOADED = {"namespace", "document", "-moz-document"}  # they only name what a rule is about


@dataclass(frozen=True)
class StyleAddress:
    """An address in a style; `is_sheet` when what stands there is a style sheet again."""

    text: str
    is_sheet: bool = False


def read_style(text: str) -> Iterator[StyleAddress]:
    """Every address that would be loaded, however it is spelled or escaped."""
    from tinycss2 import parse_component_value_list

    waiting: list[tuple[list[Any], bool]] = [(parse_component_value_list(text, skip_comments=True), False)]
    while waiting:
        tokens, is_addresses = waiting.pop()
        yield from _read_tokens(tokens, is_addresses, waiting)


def _read_tokens(
    tokens: list[Any], is_addresses: bool, waiting: list[tuple[list[Any], bool]]
) -> Iterator[StyleAddress]:
    """The addresses of one level; what stands in brackets waits. In an own property a text can become an address."""
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
                waiting.append((token.arguments, token.lower_name in _ADDRESS_FUNCTIONS))
        elif token.type in {"{} block", "[] block", "() block"}:
            waiting.append((token.content, False))


def _address(token: Any, rule: str, is_addresses: bool) -> Iterator[StyleAddress]:
    if rule in _NOT_LOADED:
        return
    if token.type == "url" or (token.type == "string" and (rule == "import" or is_addresses)):
        yield StyleAddress(token.value, rule == "import")
