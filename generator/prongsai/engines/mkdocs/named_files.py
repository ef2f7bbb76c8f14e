"""Files of a site's own that its mkdocs.yml names: a theme, hooks, another configuration."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from prongsai.engines.engine import CONTENT
from prongsai.engines.mkdocs.check_settings import SETTINGS

_ELSEWHERE = {CONTENT, "data", "site", "site_config", SETTINGS}  # kept anyway, or made again
_NAMED_APART = ("docs_dir", "site_dir")
_LONGEST = 300


def find_named(root: Path) -> list[str]:
    """Files and folders of the site's own that its mkdocs.yml names: a theme, hooks, another configuration."""
    found: dict[str, None] = {}
    read, waiting = set(), [SETTINGS]
    while waiting:
        name = waiting.pop()
        read.add(name)
        for path in (Path(os.path.normpath(root / value)) for value in _values(root / name)):
            if not _is_own(root, path):
                continue
            own = path.parent if path.suffix == ".py" and path.parent != root else path  # a hook imports its neighbours
            found[own.relative_to(root).as_posix()] = None
            if path.suffix in {".yml", ".yaml"} and path.relative_to(root).as_posix() not in read:
                waiting.append(path.relative_to(root).as_posix())
    return list(found)


def _is_own(root: Path, path: Path) -> bool:
    """True if a value of the configuration names something in the site's folder that is not made again."""
    try:
        steps = path.relative_to(root).parts
        return bool(steps) and steps[0] not in _ELSEWHERE and steps[0][0] != "." and path.exists()
    except (OSError, ValueError):
        return False


def _values(config: Path) -> Iterator[str]:
    """Every text of a YAML file but the names of content and site; its tags are not obeyed."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError
    from ruamel.yaml.nodes import MappingNode, ScalarNode

    try:
        tree = YAML(typ="safe", pure=True).compose(config.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError, YAMLError):
        return
    waiting, seen = [tree] if tree else [], set()
    while waiting:
        node = waiting.pop()
        if id(node) in seen:  # an alias may name a node many times, or itself
            continue
        seen.add(id(node))
        if isinstance(node, ScalarNode):
            if 0 < len(node.value) < _LONGEST and node.value.isprintable():
                yield node.value
        elif isinstance(node, MappingNode):
            waiting += [one for pair in node.value if pair[0].value not in _NAMED_APART for one in pair]
        else:
            waiting += node.value
