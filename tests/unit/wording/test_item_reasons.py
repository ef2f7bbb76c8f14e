"""The reasons of items are declared once for every code that names an item: none is forgotten."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from prongsai.wording import sentences
from prongsai.wording.item_reasons import OF_ANSWERS, OF_OTHER_THINGS, REASON_WORDS, Reason

PACKAGE = Path(__file__).resolve().parents[3] / "generator" / "prongsai"
KNOWN = OF_ANSWERS.keys() | OF_OTHER_THINGS.keys()


def codes_that_name_an_item() -> Iterator[str]:
    """The codes in every function that gives a problem the value `item`, as the source has them."""
    codes = sentences().keys()
    for path in (*PACKAGE.glob("rules/*.py"), *PACKAGE.glob("prose/*.py"), *PACKAGE.glob("pipeline/checks/*.py")):
        for function in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(function, ast.FunctionDef):
                inside = list(ast.walk(function))
                texts = {
                    node.value for node in inside if isinstance(node, ast.Constant) and isinstance(node.value, str)
                }
                keys = {node.arg for node in inside if isinstance(node, ast.keyword)}
                if "item" in texts | keys:
                    yield from texts & codes


def test_every_code_that_names_an_item_has_its_reason_or_says_why_none():
    """A new code with an item in its sentence or in its values is declared, or this fails."""
    said = {code for code, one in sentences().items() if "{item}" in one.says + one.fix or code.startswith("oit-")}
    assert (said | set(codes_that_name_an_item())) - KNOWN - NO_ITEM == set()
    assert said <= KNOWN


# Codes in the same functions as such a problem that name no item themselves.
NO_ITEM = {"unknown-item", "point-without-subject", "site-moved"}


def test_no_code_is_declared_twice_or_unknown():
    """Each declared code is a code, of one kind."""
    assert sentences().keys() >= KNOWN
    assert OF_ANSWERS.keys() & OF_OTHER_THINGS.keys() == set()


def test_every_reason_has_its_words():
    """And each is used by a code or by what the answer itself says."""
    assert REASON_WORDS.keys() == set(Reason)
