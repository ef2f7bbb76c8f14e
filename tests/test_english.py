"""The English of papers, docstrings and comments is what CONTRIBUTING asks for."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
_DECISIONS = tuple(path.relative_to(ROOT).as_posix() for path in sorted((ROOT / "docs" / "decisions").glob("*.md")))
PAPERS = ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "tests/README.md", "docs/english.md", "docs/search.md")
CODE = tuple(sorted(path for top in ("generator", "tests", "tools") for path in (ROOT / top).rglob("*.py")))

# Phrases with a word of the list that are right where they are, as regular expressions, each with its reason.
RIGHT = {
    r"stands? for": "a sign, a name or an address means something else",
    r"stands? in for": "one thing takes the place of another",
    r"stands? out": "something is seen at once",
    r"ways to (?:ask|report|reach)": "a way of doing something, and no link",
    r"(?:is|are) told apart": "two things are distinguished",
    r"nobody is told": "who hears of it is a person",
    r"(?:one|none|which) of ours": "the things are named right before: a folder becomes one of ours",
}
_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_INLINE = re.compile(r"`[^`\n]+`")
_LIST = re.compile(r"^\| Write \| not \|\n.*?\n\n", re.MULTILINE | re.DOTALL)
_OPENING = re.compile(r"(?:What|Whether|Where|How|Which|Who|Whose|When|Why)\b")
_DOCUMENTED = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)


def read(paper: str) -> str:
    """The text of a paper."""
    return (ROOT / paper).read_text("utf-8")


@cache
def replaced() -> re.Pattern[str]:
    """The words that the list of CONTRIBUTING replaces."""
    listed = _LIST.search(read("CONTRIBUTING.md"))
    words = [word.strip("`") for word in _INLINE.findall(listed.group())] if listed else []
    assert words
    return re.compile(rf"\b(?:{'|'.join(words)})\b(?!-)", re.IGNORECASE)


def words_in(text: str) -> list[str]:
    """The replaced words in a text, without code and without the phrases that are right."""
    prose = " ".join(_INLINE.sub("", text).split())
    return replaced().findall(re.sub(rf"\b(?:{'|'.join(RIGHT)})\b", "", prose, flags=re.IGNORECASE))


@cache
def docstrings() -> tuple[tuple[str, str], ...]:
    """Every docstring of the code with its place."""
    found = []
    for path in CODE:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            text = ast.get_docstring(node) if isinstance(node, _DOCUMENTED) else None
            if text is not None:
                line = node.lineno if not isinstance(node, ast.Module) else 1
                found.append((f"{path.relative_to(ROOT)}:{line}", text))
    return tuple(found)


def comments() -> Iterator[tuple[str, str]]:
    """Every comment of the code with its place."""
    for path in CODE:
        for token in tokenize.generate_tokens(io.StringIO(path.read_text("utf-8")).readline):
            if token.type == tokenize.COMMENT:
                yield f"{path.relative_to(ROOT)}:{token.start[0]}", token.string


def test_papers_use_the_words_of_the_list():
    """No word that the list of CONTRIBUTING replaces is in a paper in English."""
    assert {paper: found for paper in (*PAPERS, *_DECISIONS) if (found := words_in(_FENCE.sub("", read(paper))))} == {}


def test_docstrings_and_comments_use_the_words_of_the_list():
    """No word that the list of CONTRIBUTING replaces is in a docstring or a comment of the code."""
    assert {place: found for place, text in (*docstrings(), *comments()) if (found := words_in(text))} == {}


def test_docstrings_open_with_a_noun_or_a_verb():
    """No docstring opens as a question does: it names the thing, or says what is done."""
    assert {place: text.splitlines()[0] for place, text in docstrings() if _OPENING.match(text)} == {}


def test_every_phrase_that_is_right_is_needed():
    """A phrase that neither code nor papers have any more is no exception to keep."""
    texts = [text for _, text in (*docstrings(), *comments())] + [read(paper) for paper in (*PAPERS, *_DECISIONS)]
    everything = " ".join(" ".join(texts).split())
    assert [phrase for phrase in RIGHT if not re.search(rf"\b{phrase}\b", everything, re.IGNORECASE)] == []


def test_a_replaced_word_is_seen():
    """The checks can fail: in capital letters, over the end of a line, and not within code or a right phrase."""
    assert words_in("Held\nagainst the scale, it stands there anew.") == ["Held against", "stands", "anew"]
    assert words_in("`beside` is a key, a stand-in stands for it, and nobody is told.") == []
