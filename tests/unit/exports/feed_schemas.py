"""Feeds checked against what their standards say: RFC 4287 as a RELAX NG schema, JSON Feed 1.1 as a JSON schema."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from jsonschema import Draft202012Validator
from lxml import etree

HERE = Path(__file__).parent
ATOM = "{http://www.w3.org/2005/Atom}"


@cache
def _atom() -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(HERE / "atom.rng"))


@cache
def _json_feed() -> Draft202012Validator:
    schema = json.loads((HERE / "json_feed.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def faults_of_atom(document: str | bytes) -> list[str]:
    """The faults of an Atom feed: its form, and what the standard asks for besides."""
    data = document.encode() if isinstance(document, str) else document
    root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    schema = _atom()
    faults = [] if schema.validate(root) else [str(error) for error in schema.error_log]
    ids = [one.text for one in root.iter(f"{ATOM}id")]
    faults += ["an id stands twice"] if len(ids) != len(set(ids)) else []
    for relation in ("self", "alternate"):
        links = root.findall(f"{ATOM}link[@rel='{relation}']")
        faults += [] if len(links) == 1 else [f"{len(links)} links {relation}"]
    return faults


def faults_of_json_feed(document: str | bytes) -> list[str]:
    """The faults of a JSON feed."""
    feed = json.loads(document)
    faults = [f"{list(error.absolute_path)}: {error.message}" for error in _json_feed().iter_errors(feed)]
    ids = [item["id"] for item in feed.get("items", ())]
    return faults + (["an id stands twice"] if len(ids) != len(set(ids)) else [])
