"""What one build of the engine is given by us: the theme without its icons, and templates that are compiled once.

The theme has some 14,000 drawings that the engine would look at and leave out; a build compiles some eighty templates,
and `serve` builds often.
"""

from __future__ import annotations

import os

from jinja2 import BytecodeCache, Environment, FileSystemLoader
from jinja2.bccache import Bucket
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin


class _Listing(FileSystemLoader):
    """Passes over folders with a dot before their name, none of whose files the engine ever copies."""

    def list_templates(self) -> list[str]:
        found: set[str] = set()
        for top in self.searchpath:
            for folder, folders, names in os.walk(top):
                folders[:] = (name for name in folders if not name.startswith("."))
                inside = os.path.relpath(folder, top).replace(os.sep, "/")
                found.update(name if inside == "." else f"{inside}/{name}" for name in names)
        return sorted(found)


class ThemeListing(BasePlugin):  # type: ignore[no-untyped-call,type-arg]  # the engine's base class is untyped
    """Hands this listing to the environment of one build; templates are found as before."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Before the engine asks for the theme's environment."""
        make = config.theme.get_env

        def get_env() -> Environment:
            env = make()
            env.loader = _Listing(config.theme.dirs)
            return env

        config.theme.get_env = get_env  # type: ignore[method-assign]  # the engine has no event before the listing
        return config


_KEPT: dict[str, bytes] = {}  # by name, file and content of a template: one that is edited is compiled anew


class _InMemory(BytecodeCache):
    """Compiled templates by the checksum of what they were compiled from."""

    def load_bytecode(self, bucket: Bucket) -> None:
        if code := _KEPT.get(f"{bucket.key} {bucket.checksum}"):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        _KEPT[f"{bucket.key} {bucket.checksum}"] = bucket.bytecode_to_string()


class CompiledTemplates(BasePlugin):  # type: ignore[no-untyped-call,type-arg]  # the engine's base class is untyped
    """Hands the kept templates to the environment of one build."""

    def on_env(self, env: Environment, /, **_: object) -> Environment:
        """Before the engine renders the first template."""
        env.bytecode_cache = _InMemory()
        return env
