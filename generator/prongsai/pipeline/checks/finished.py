"""Check the finished site before it is put in its place: links, pages written by hand, whose names it holds, weight."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urlsplit

from prongsai.engines.shipped import ENGINE
from prongsai.pipeline.check import Checked
from prongsai.pipeline.checks.addresses import base_path_of
from prongsai.pipeline.checks.hosts import check_hosts
from prongsai.pipeline.checks.output import Output, check_output, find_target
from prongsai.pipeline.checks.own_content import OwnContent, OwnRules, decode_text, hosts_of
from prongsai.pipeline.content.owners import CONTENT, pages_of
from prongsai.problems import Problem
from prongsai.safety.finding import SafetyFinding, make_finding
from prongsai.safety.read_html import read_html

_SETTINGS = ENGINE.settings.name
_NOT_FOUND = "404.html"
_ROOT_OF_PAGE = re.compile(r'new URL\("[^"<>]*",location\)')  # the only part of Material's scripts that differs by page
_AS = {"script-file": ".js", "style-file": ".css"}


class OwnOutput:
    """The pages of a built site that were not generated, besides what every page has."""

    def __init__(self, output: Output, content: OwnContent, generated: Iterable[str], base_path: str) -> None:
        self.output = output
        self.content = content
        self.base_path = base_path
        self.generated = frozenset(_built_name(name) for name in generated if name.startswith(f"{CONTENT}/"))
        self.sources = {
            _built_name(f"{path.strip('/')}/index.md"): name for path, name in pages_of(content.pages).items()
        }

    @cached_property
    def pages(self) -> list[str]:
        """The pages to read: neither generated nor copied as they are, which is read before the engine runs."""
        ours = self.generated | set(self.content.files) | {_NOT_FOUND}
        return [name for name in self.output.pages if name not in ours]

    def check(self, rules: OwnRules) -> Iterator[Problem]:
        """The problems of these pages, at the lines of their Markdown, and of scripts that the settings add to all."""
        if not self.pages and not any(Path(name).suffix in {".js", ".mjs"} for name in self.content.files):
            return
        of_frame = (self._target(self._plain_page, one) for one in self._frame if one.kind == "script-file")
        everywhere = {target for target in of_frame if target}
        added = [make_finding("script", target, target, "extra_javascript") for target in sorted(everywhere)]
        engine = self.content.root / _SETTINGS
        yield from rules.judge(added, _SETTINGS, decode_text(engine.read_bytes()) if engine.is_file() else "")
        used: dict[str, str] = {}
        for name in self.pages:
            found = [one for one in self._read(name, rules) if self._counts(name, one, everywhere, used)]
            yield from self._judge(name, found, rules)
        for name, used_as in used.items():
            yield from self.content.check_file(name, rules, used_as)

    def _judge(self, name: str, found: list[SafetyFinding], rules: OwnRules) -> Iterator[Problem]:
        """The problems of a page at its Markdown, or at the page itself where a plugin made it."""
        file = self.sources.get(name) or f"{name.removesuffix('.html')}.md"
        if file in self.content.pages:
            yield from rules.judge(found, f"{CONTENT}/{file}", self.content.read(file))
        else:
            yield from rules.judge(found, f"site/{name}", decode_text(self.output.read(name)))

    def _read(self, name: str, rules: OwnRules) -> list[SafetyFinding]:
        return read_html(decode_text(self.output.read(name)), rules.hosts, self._is_of_frame)

    def _counts(self, name: str, finding: SafetyFinding, everywhere: set[str], used: dict[str, str]) -> bool:
        """True if a finding is the page's own: its files are the agency's, and not what every page has.

        `used` takes the files whose names do not say as what they are used.
        """
        if finding.kind not in _AS:
            return True
        target = self._target(name, finding)
        if target and Path(target).suffix.lower() not in {".js", ".mjs", ".css"}:
            used[target] = _AS[finding.kind]
        return bool(target) and target not in everywhere

    def _target(self, name: str, finding: SafetyFinding) -> str:
        """The file of the agency that a script or a style sheet comes from, or nothing when it is the theme's."""
        try:
            path = unquote(urlsplit(finding.marks[0].strip()).path)
        except ValueError:
            return ""
        target = find_target(self.output.files, self.base_path, name, path)
        return target if target in self.content.files else ""

    @cached_property
    def _plain_page(self) -> str:
        """A page that has only what every page has."""
        is_theirs = _NOT_FOUND in self.output.pages and _NOT_FOUND not in self.content.files
        return _NOT_FOUND if is_theirs else min(self.generated & self.output.pages.keys(), default="")

    @cached_property
    def _frame(self) -> list[SafetyFinding]:
        return read_html(self._plain_text)

    @cached_property
    def _plain_text(self) -> str:
        return decode_text(self.output.read(self._plain_page)) if self._plain_page else ""

    @cached_property
    def _known(self) -> frozenset[str]:
        """The scripts that are on the plain page itself, without what differs by page."""
        texts: list[str] = []

        def keep(script: str) -> bool:
            texts.append(_ROOT_OF_PAGE.sub("", script))
            return True

        read_html(self._plain_text, is_known=keep)
        return frozenset(texts)

    def _is_of_frame(self, script: str) -> bool:
        return _ROOT_OF_PAGE.sub("", script) in self._known


def _built_name(source: str) -> str:
    """The name of a file below content/ in the built site."""
    name = source.removeprefix(f"{CONTENT}/").removeprefix("/")
    return f"{name.removesuffix('.md')}.html" if name.endswith(".md") else name


def check_finished(output: Output, content: OwnContent, checked: Checked, generated: Iterable[str]) -> list[Problem]:
    """The problems of a site that was built, of which these files are ours and `content` is what people wrote."""
    options = checked.results.site.options
    base_path = base_path_of(options)
    own = OwnOutput(output, content, generated, base_path)
    rules = OwnRules(checked.own_hosts, options.own_scripts)
    found = [*check_output(output, base_path, frozenset(own.pages)), *own.check(rules)]
    return found + check_hosts(output, checked.root, checked.own_hosts, "".join(hosts_of(options.site_url)))
