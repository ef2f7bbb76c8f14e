"""Check the finished site before it is put in its place: links, pages written by hand, whose names it holds, weight."""

from __future__ import annotations

from pathlib import Path

from prongsai.pipeline.check import Checked
from prongsai.pipeline.check_addresses import base_path_of
from prongsai.pipeline.check_hosts import check_hosts
from prongsai.pipeline.check_output import check_output
from prongsai.pipeline.check_own_content import OwnContent, OwnRules, hosts_of
from prongsai.pipeline.check_own_output import OwnOutput
from prongsai.pipeline.read_output import read_output
from prongsai.problems import Problem


def check_finished(root: Path, built: Path, checked: Checked) -> list[Problem]:
    """The problems of the site that was built from `root` into the folder `built`."""
    options = checked.results.site.options
    content, base_path = OwnContent(root), base_path_of(options)
    output = read_output(built, frozenset(content.files))
    own = OwnOutput(output, content, checked.planned, base_path)
    rules = OwnRules(checked.own_hosts, options.own_scripts)
    found = [*check_output(output, base_path, frozenset(own.pages)), *own.check(rules)]
    return found + check_hosts(output, root, checked.own_hosts, "".join(hosts_of(options.site_url)))
