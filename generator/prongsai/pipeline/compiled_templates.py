"""Keep the theme's compiled templates while this process lives: a build compiles some eighty, `serve` builds often."""

from __future__ import annotations

from typing import Any

from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket
from mkdocs.plugins import BasePlugin

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

    def on_env(self, env: Environment, /, **_: Any) -> Environment:
        """Before the engine renders the first template."""
        env.bytecode_cache = _InMemory()
        return env
