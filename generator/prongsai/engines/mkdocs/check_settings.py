"""Check the engine's settings of a site, mkdocs.yml: it is there, it is YAML, and it rests on what is generated."""

from __future__ import annotations

from pathlib import Path

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent

from prongsai.disk.read import explain_unread, read_inside
from prongsai.engines.mkdocs.base_settings import BASE
from prongsai.loading.explain_syntax import explain_syntax
from prongsai.problems import Problem, Where, problem

SETTINGS = "mkdocs.yml"
_LARGEST = 1_000_000  # bytes
_RIGHT = f"INHERIT: {BASE}\ndocs_dir: content\nsite_dir: site"


def check_settings(root: Path, *, is_data_only: bool = False) -> list[Problem]:
    """Problems of the engine's settings of the site kept in `root`; at most one.

    A folder that `is_data_only`, without a page and never generated from, needs none until a site is built from it.
    """
    try:
        text = read_inside(root, SETTINGS, _LARGEST).decode("utf-8-sig")
    except FileNotFoundError:
        return [] if is_data_only else [problem("engine-file-missing", Where(SETTINGS), text=_RIGHT)]
    except OSError as failure:
        return [explain_unread(failure, SETTINGS, _LARGEST)]
    except UnicodeDecodeError as failure:
        return [problem("file-not-utf8", Where(SETTINGS), found=f"0x{failure.object[failure.start]:02X}")]
    try:
        base = _base_of(text)
    except MarkedYAMLError as failure:
        return [explain_syntax(failure, text.replace("\r\n", "\n"), SETTINGS)]
    except YAMLError as failure:
        return [problem("yaml-syntax", Where(SETTINGS), reason=str(failure).splitlines()[0])]
    is_sound = base == BASE or (base != "" and (root / base).is_file())
    return [] if is_sound else [problem("engine-file-without-base", Where(SETTINGS), text=_RIGHT)]


def _base_of(text: str) -> str:
    """The file that the settings inherit from; empty where they inherit nothing. Tags and anchors are kept."""
    depth, key, base = 0, "", ""
    is_key = True
    for event in YAML(typ="safe").parse(text):
        if isinstance(event, MappingStartEvent | SequenceStartEvent):
            depth += 1
        elif isinstance(event, MappingEndEvent | SequenceEndEvent):
            depth -= 1
        if depth != 1 or not isinstance(event, ScalarEvent | MappingEndEvent | SequenceEndEvent):
            continue
        if isinstance(event, ScalarEvent) and is_key:
            key = str(event.value)
        elif isinstance(event, ScalarEvent) and key == "INHERIT":
            base = str(event.value)
        is_key = not is_key
    return base.removeprefix("./").replace("\\", "/")
