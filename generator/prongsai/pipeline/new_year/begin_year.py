"""Begin a fiscal year: write the files that it lacks, carry what is known of it, and add to what is there already."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath

from prongsai.disk.walk import FileType, Tree
from prongsai.forms.file_head import SCHEMAS, schema_path
from prongsai.forms.register_items import left_over, place_items
from prongsai.forms.year_files import KnownOfYear, named_measures, write_year_file
from prongsai.loading.load_editions import empty_edition
from prongsai.loading.load_site import YEAR_FILES, Loaded, load_site
from prongsai.loading.stray_files import CONFIG, DATA
from prongsai.model.stated import known
from prongsai.pipeline.begin import write_schemas
from prongsai.pipeline.new_year.add_answers import AddedAnswers, add_answers
from prongsai.pipeline.new_year.add_rows import add_rounds, add_weak_points, missing_rounds
from prongsai.pipeline.new_year.known_of_year import answers_of, gather_known, years_before
from prongsai.pipeline.new_year.sources import LIST, document_changes, source_of
from prongsai.pipeline.new_year.told import NewYear, NotWritten, OddFolderError, Reason
from prongsai.pipeline.new_year.weak_points import word_weak_points
from prongsai.pipeline.undo.places import read_now
from prongsai.pipeline.undo.write_all import Step, write_all
from prongsai.writing.apply import apply
from prongsai.writing.change import Change, Put, RefusedError


def begin_year(root: Path, year: int, what: str) -> NewYear:
    """Write the files that a fiscal year (Buddhist Era) lacks, and add to those that are there what they lack.

    All is written in one save, that of the command `what`, or nothing. Raises OddFolderError where there is no folder
    of the site to write into, and what `write_all` raises.
    """
    loaded = load_site(root)
    _hold_inside(loaded.tree, year)
    begun = _Beginning(root, loaded, year)
    told = begun.make()
    steps = [Step(name, read_now(root, name), text.encode()) for name, text in begun.texts.items()]
    number = write_all(root, steps, what).number if steps else 0
    write_schemas(root / SCHEMAS)
    return replace(told, number=number)


def _hold_inside(tree: Tree, year: int) -> None:
    """Refuse a file, a link out of the site, and whatever else is no folder of the site."""
    for name in (DATA, f"{DATA}/{year}"):
        if tree.kinds.get(name, FileType.FOLDER) is not FileType.FOLDER:
            raise OddFolderError(name)


_OF_FAULTS = {"faulty", "faulty-answers", "faulty-measures"}


class _Beginning:
    """The lacks of a year, file by file; `texts` has what is to be written."""

    def __init__(self, root: Path, loaded: Loaded, year: int) -> None:
        self.root, self.loaded, self.year = root, loaded, year
        self.weak_points = word_weak_points(loaded, year)
        self.known = gather_known(loaded, year, tuple(one.line for one in self.weak_points))
        self.begun = loaded.site.year(year)
        self.names = {name: f"{DATA}/{year}/{name}" for name in YEAR_FILES}
        self.kept = [full for full in self.names.values() if os.path.lexists(root / full)]
        self.texts: dict[str, str] = {}
        self.left: list[NotWritten] = []
        self.lists_documents = LIST not in loaded.incomplete
        self.placed = place_items(self.known.items, self.known.earlier)

    def make(self) -> NewYear:
        """Everything that can be written now, and what is said of it."""
        answers, rounds = self._add_answers(), self._add_rounds()
        self._add_weak_points()
        written = [*self._write_files()]
        documents = tuple(self._list_documents(written))
        register = self.begun.register if self.begun else None
        if self.names["oit.yml"] in written:
            answers = AddedAnswers(carried=tuple(one.code for one in self.placed if one.before))
        items, earlier = self.known.items, self.known.earlier
        waiting = len(answers.carried) + (len(register.waiting) if register else 0)
        return NewYear(
            tuple(written),
            tuple(self.kept),
            tuple(self.left),
            answers,
            earlier.year if earlier else 0,
            items.edition.fiscal_year if items.is_borrowed else 0,
            waiting,
            tuple((one.year, one.code) for one in left_over(earlier, self.placed)) if earlier and waiting else (),
            rounds,
            documents,
            () if self.known.measures else tuple(one.words for one in self.weak_points),
        )

    def _write_files(self) -> Iterator[str]:
        for name, full in self.names.items():
            reason = self._reason(name)
            if full in self.kept:
                continue
            if reason:
                self.left.append(NotWritten(full, *reason))
                continue
            self.texts[full] = self._text(name, self.known)
            yield full

    def _text(self, name: str, known_of: KnownOfYear) -> str:
        code = source_of(PurePosixPath(name).stem, self.year) if self.lists_documents else ""
        own = {"source": code} if code else {}
        with_source = replace(known_of, values={**known_of.values, **own})
        return write_year_file(YEAR_FILES[name][1], with_source, schema_path(self.names[name]))

    def _reason(self, name: str) -> tuple[Reason, str] | None:
        """The reason for which a file cannot be what it is for yet, and the file that it waits for."""
        measures, before = self.names["measures.yml"], next(years_before(self.loaded, self.year), None)
        if name == "oit.yml" and before and answers_of(before.year) in self.loaded.incomplete:
            return "faulty-answers", answers_of(before.year)
        if name == "oit.yml" and not self.placed:
            return "no-items", f"{CONFIG}/editions/{self.year}.yml"
        if name == "follow-up.yml" and measures in self.loaded.incomplete:
            return "faulty-measures", measures
        if name == "follow-up.yml" and not named_measures(self.known.measures):
            return "no-measures", measures
        return None

    def _kept_text(self, name: str) -> str | None:
        """The text of a file that is there and could be read whole; one that could not is left as it is and named."""
        full = self.names[name]
        if full not in self.kept:
            return None
        faulty: tuple[Reason, str] = ("faulty", full)
        reason = faulty if full in self.loaded.incomplete else self._reason(name)
        if reason and reason[0] in _OF_FAULTS:
            self.left.append(NotWritten(full, *reason))
            return None
        data = read_now(self.root, full)
        return data.decode() if data is not None else None

    def _change(self, full: str, make: Callable[[], str]) -> bool:
        """Take a new text of a file; one in which nothing can be changed is left as it is and named."""
        try:
            text = make()
        except RefusedError:
            self.left.append(NotWritten(full, "refused", full))
            return False
        self.texts[full] = text
        return True

    def _add_answers(self) -> AddedAnswers:
        full, register = self.names["oit.yml"], self.begun.register if self.begun else None
        text = self._kept_text("oit.yml")
        if text is None or register is None:
            return AddedAnswers()
        without = replace(self.known, edition=empty_edition(self.year))
        made_before = self._text("oit.yml", without)
        added = add_answers(full, register, text, self.known, {line.strip() for line in made_before.splitlines()})
        if text == made_before and not self.known.items.is_borrowed:  # nobody typed anything in it
            self.texts[full] = self._text("oit.yml", self.known)
            return added
        is_changed = added.changes and self._change(full, lambda: apply({full: text}, added.changes)[full])
        return added if is_changed or not added.changes else AddedAnswers()

    def _add_rounds(self) -> int:
        full, text = self.names["follow-up.yml"], self._kept_text("follow-up.yml")
        follow_up = self.begun.follow_up if self.begun else None
        if text is None or follow_up is None:
            return 0
        rounds = missing_rounds(text, follow_up, self.known.measures)
        made = add_rounds(text, full, self.year, self.known.measures, rounds) if rounds else text
        if made == text:
            self.left += [NotWritten(full, "refused", full)] if rounds else []
            return 0
        self.texts[full] = made
        return len(rounds)

    def _add_weak_points(self) -> None:
        """Words above the key of the measures, as long as no measure is entered: then the check says what lacks."""
        full = self.names["measures.yml"]
        if self.known.measures or full not in self.kept or not self.known.weak_points:
            return
        text = self._kept_text("measures.yml")
        made = add_weak_points(text, full, self.known.weak_points) if text is not None else None
        if made is not None and made != text:
            self.texts[full] = made

    def _list_documents(self, written: Sequence[str]) -> Iterator[str]:
        if not self.lists_documents:
            self.left.append(NotWritten(LIST, "faulty", LIST))
            return
        parts = self.begun.parts if self.begun else {}
        cited = [
            one for one, part in parts.items() if source_of(one, self.year) in (getattr(part, "source", None) or ())
        ]
        stems = [*(PurePosixPath(name).stem for name in written), *cited]
        site = self.loaded.site
        changes: list[Change] = [*document_changes(stems, self.year, site.documents, known(site.agency.name) or "")]
        data = read_now(self.root, LIST)
        before = data.decode() if data is not None else None
        if changes and self._change(LIST, lambda: apply({LIST: before}, changes)[LIST]):
            yield from (str(one.path[-1]) for one in changes if isinstance(one, Put))
