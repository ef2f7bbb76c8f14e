"""Make a new site aside, whole or what changes alone, and check it before anybody sees it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from prongsai.engines.engine import Article, Engine, Made, Order, make_site
from prongsai.exports.packed_files import TWIN, has_twin
from prongsai.pipeline.check import Checked
from prongsai.pipeline.checks.addresses import check_headings
from prongsai.pipeline.checks.file_facts import Facts, read_facts
from prongsai.pipeline.checks.finished import check_finished
from prongsai.pipeline.checks.output import read_output
from prongsai.pipeline.checks.own_content import OwnContent
from prongsai.pipeline.content.write_files import write_file
from prongsai.pipeline.last_site import NOTHING_KNOWN, Known, LastSite
from prongsai.pipeline.make_photos import bare_copies, replace_originals
from prongsai.pipeline.target.pack_files import pack_files
from prongsai.problems import Problem
from prongsai.wording import Severity, severity_of


@dataclass(frozen=True)
class Making:
    """The means by which a site is made: the engine, the names of generated files, articles of pages.

    `packs` says that files get packed twins, `last` is the site in place where that may be kept in parts.
    """

    engine: Engine
    names: frozenset[str]
    articles: Mapping[str, Article]
    packs: bool = False
    last: LastSite | None = None


@dataclass(frozen=True)
class NewSite:
    """A site that was made in `folder`, with its problems; of the site in place these files are `kept`."""

    problems: list[Problem]
    folder: Path
    kept: frozenset[str] = frozenset()
    known: Known = NOTHING_KNOWN

    @property
    def has_errors(self) -> bool:
        """True if it must not be put in its place."""
        return has_errors(self.problems)


def has_errors(problems: list[Problem]) -> bool:
    """True if one of the problems is an error."""
    return any(severity_of(found.code) is Severity.ERROR for found in problems)


def make_new_site(checked: Checked, making: Making, folders: tuple[Path, Path], check: Callable[[], None]) -> NewSite:
    """Make the site of checked facts in the first of the folders, or what changes of the last one in the second.

    `check` is called when it is made, before it is checked.
    """
    whole, changes = folders
    last = making.last
    order = Order(whole, making.articles, read_facts, last.in_place(changes) if last else None)
    made = make_site(making.engine, checked.root, order)
    if made.problems:
        return NewSite(made.problems, made.folder)
    replace_originals(made.folder, bare_copies(checked.root, checked.results.site, checked.store))
    check()
    return _checked(checked, making, made)


def _checked(checked: Checked, making: Making, made: Made) -> NewSite:
    content = OwnContent(checked.root)
    before = making.last.before(made.kept) if making.last and made.kept else None
    read = {name: facts for name, facts in made.facts.items() if isinstance(facts, Facts)}
    output = read_output(made.folder, frozenset(content.files), read, before)
    found = check_finished(output, content, checked, making.names)
    found += check_headings(checked.ledger, checked.planned, made.folder)
    twins: frozenset[str] = frozenset()
    if making.packs and not has_errors(found):
        twins = pack_site(made, making.last)
    known = Known(made.keys, output.facts, twins, making.packs)
    return NewSite(found, made.folder, made.kept | twins if made.kept else frozenset(), known)


def pack_site(made: Made, last: LastSite | None) -> frozenset[str]:
    """Pack what was made; the twins of it and of what is kept."""
    kept = {f"{name}{TWIN}" for name in made.kept if has_twin(name)}
    if last is not None:
        for twin in (kept & last.files.keys()) - last.known.twins - made.kept:
            # A file of the agency's own had the name of the twin, and is gone.
            name = twin.removesuffix(TWIN)
            write_file(made.folder / name, (last.folder / name).read_bytes())
        kept &= last.known.twins
    packed = pack_files(made.folder)
    return packed | frozenset(twin for twin in kept if not (made.folder / twin).exists())
