"""Front matter of pages as MkDocs reads it, and written as JSON, which all readers of YAML take alike."""

from __future__ import annotations

import json
import re
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import MappingNode, ScalarNode

_YAML = re.compile(r"\A-{3}[ \t]*\n(.*?\n)(?:-{3}|\.{3})[ \t]*\n", re.DOTALL)
_LINE = re.compile(r" {0,3}([A-Za-z0-9_-]+):\s*(.*)")
_FURTHER = re.compile(r"(?: {4}|\t)\s*(.*)")
# Of what YAML 1.1 takes for a number or for yes and no, the reader of the shipped engine takes these alone.
_FRACTION = re.compile(
    r"[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+][0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?"
    r"|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
)
_NO_ANSWER = {"y", "Y", "n", "N"}
_BOOL, _FLOAT, _TEXT, _VALUE = (f"tag:yaml.org,2002:{one}" for one in ("bool", "float", "str", "value"))
_OPENED_AGAIN = re.compile(r"\A---[ \t]*\n")


def with_json(data: dict[str, Any], body: str) -> str:
    """The text of a page with its front matter as JSON."""
    return f"---\n{json.dumps(data, ensure_ascii=False, default=str)}\n---\n\n{body}"


def read_front_matter(text: str) -> tuple[dict[str, Any], str]:
    """The values of the front matter, and the rest of the page.

    Besides YAML between lines of hyphens, lines such as `Title: เกี่ยวกับเรา` up to the first empty one are read. Front
    matter that is no YAML is text of the page.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    found = _YAML.match(text)
    if found is None:
        return _plain_lines(text)
    data = _loaded(found[1])
    return (data, text[found.end() :].lstrip("\n")) if data is not None else ({}, text)


def _loaded(text: str) -> dict[str, Any] | None:
    """A mapping as MkDocs reads it: yes and no are as in YAML 1.1, and of a key that is said twice the last counts."""
    reader = YAML(typ="safe", pure=True)
    reader.version = (1, 1)
    try:
        node = reader.compose(_OPENED_AGAIN.sub("", text, count=1))
        _settle(node)
        data = reader.constructor.construct_document(node) if node is not None else None
    except (YAMLError, ValueError, TypeError, RecursionError):
        return None
    return {str(key): value for key, value in data.items()} if isinstance(data, dict) else None


def _settle(node: Any) -> None:
    """Have a node and all below it be as the shipped engine reads them; raises ValueError for what it refuses."""
    if isinstance(node, ScalarNode):
        node.value.encode()  # half of a sign is none
        if node.tag == _VALUE:
            raise ValueError(node.value)
        if (node.tag == _BOOL and node.value in _NO_ANSWER) or (
            node.tag == _FLOAT and not node.style and not _FRACTION.fullmatch(node.value)
        ):
            node.tag = _TEXT
    elif isinstance(node, MappingNode):
        if not all(isinstance(key, ScalarNode) for key, _ in node.value):
            raise ValueError(node.value)
        for pair in node.value:
            for one in pair:
                _settle(one)
        node.value = [*{key.value: (key, value) for key, value in node.value}.values()]
    elif node is not None:
        for one in node.value:
            _settle(one)


def _plain_lines(text: str) -> tuple[dict[str, Any], str]:
    """Front matter without its hyphens, as MultiMarkdown has it; each value is text."""
    data: dict[str, Any] = {}
    lines, key = text.split("\n"), ""
    for number, line in enumerate(lines):
        if not line.strip():
            return data, "\n".join(lines[number + 1 :]).lstrip("\n")
        if first := _LINE.match(line):
            key = first[1].lower()
            data[key] = f"{data[key]} {first[2].strip()}" if key in data else first[2].strip()
        elif key and (further := _FURTHER.match(line)):
            data[key] = f"{data[key]} {further[1].strip()}"
        else:
            return data, "\n".join(lines[number:])
    return data, ""
