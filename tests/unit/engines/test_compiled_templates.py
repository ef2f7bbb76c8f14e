"""Compiled templates are kept between builds of one process, and never a stale one."""

from __future__ import annotations

from jinja2 import DictLoader, Environment

from prongsai.engines.mkdocs.plugin import Plugin


class Counting(Environment):
    """Counts what it compiles."""

    compiled = 0

    def compile(self, *words, **named):
        """As Jinja does, counted."""
        self.compiled += 1
        return super().compile(*words, **named)


def build(source: str) -> tuple[str, int]:
    """The text that a new environment renders, as each build has one, and how many templates it compiled."""
    environment = Plugin().on_env(Counting(loader=DictLoader({"page.html": source})))
    return environment.get_template("page.html").render(name="ก"), environment.compiled


def test_a_second_build_compiles_nothing():
    """The second environment renders the same without compiling."""
    assert build("แรก {{ name }}") == ("แรก ก", 1)
    assert build("แรก {{ name }}") == ("แรก ก", 0)


def test_an_edited_template_is_compiled_again():
    """A template of the same name with another content is not mistaken for the old one."""
    build("เดิม {{ name }}")
    assert build("ใหม่ {{ name }}") == ("ใหม่ ก", 1)
    assert build("เดิม {{ name }}") == ("เดิม ก", 0)
