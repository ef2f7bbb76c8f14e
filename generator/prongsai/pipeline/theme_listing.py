"""List the theme's files without its icons: some 14,000 drawings that the engine would look at and leave out."""

from __future__ import annotations

import os

from jinja2 import Environment, FileSystemLoader
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
