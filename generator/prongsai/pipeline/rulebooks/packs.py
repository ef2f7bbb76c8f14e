"""Packs handed on and added: made of the agency's own file, and laid next to the others with what differs."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from prongsai.loading.load_packs import read_pack
from prongsai.model.packs import Pack
from prongsai.pipeline.handed_out import hand_out, handed_out_folder
from prongsai.pipeline.rulebooks.known import Known, read_known
from prongsai.pipeline.save import Proposed, propose_texts
from prongsai.problems import Problem
from prongsai.rulebooks.packing import Compared, Maker, compare_pack, pack_name, write_pack


class NothingEnteredError(Exception):
    """The agency has entered nothing of the year's rules that could be handed on."""


class NoAgencyError(Exception):
    """The site does not say of which agency it is."""


class UnreadPackError(Exception):
    """A file is no pack, or has parts that cannot be read."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = problems


@dataclass(frozen=True)
class Added:
    """A pack that is to be added: as it was read, compared with what is there, and the file that it becomes.

    `replaced` is the one that this agency handed on before; `alike` one that may be of the same agency by its name.
    """

    pack: Pack
    compared: Compared
    name: str
    replaced: Pack | None
    alike: Pack | None
    proposed: Proposed


def export_pack(root: Path, year: int, day: str, by: str = "", path: Path | None = None) -> tuple[Known, Path]:
    """Write the pack of what the agency entered itself; `by` is its name where its data does not say it.

    Raises NothingEnteredError, NoAgencyError, UnreadRulesError, FileLockedError, and UnreadPackError where others could
    not read what it would hold.
    """
    known = read_known(root, year)
    if not known.own.keys() - {"scheme", "fiscal_year", "evidence", "based_on", "assessment", "unverified"}:
        raise NothingEnteredError(known.name)
    maker = known.maker if not by else Maker(by, known.maker.district, known.maker.province, known.maker.website)
    if not maker.agency:
        raise NoAgencyError
    target = path or handed_out_folder(root) / f"edition-{year}.yml"
    data = write_pack(known.own, maker, day).encode()
    pack, problems = read_pack(data, known.name)
    if pack is None or problems:
        raise UnreadPackError(tuple(problems))
    hand_out({target: data})
    return known, target


def prepare_pack(root: Path, data: bytes, file: str) -> Added:
    """Read a pack and compare it with what is there; nothing is written.

    Raises UnreadPackError for a file that is no pack or is not sound as a whole.
    """
    pack, problems = read_pack(data, file)
    if pack is None or problems:
        raise UnreadPackError(tuple(problems))
    known = read_known(root, pack.year)
    editions = known.loaded.editions
    others = editions.packs(pack.year)
    name = pack_name(pack)
    replaced = next((one for one in others if one.file == name), None)
    alike = next((one for one in others if one.file != name and one.head.may_be_of_same(pack.head)), None)
    compared = compare_pack(pack, editions.raw(pack.year), others, replaced)
    return Added(pack, compared, name, replaced, alike, propose_texts(root, {name: data}))
