"""Load the editions that ship with the package, with what an agency adds to them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from prongsai.disk.overlay import NO_OVERLAY, Overlay
from prongsai.loading.lay_packs import disagreements, is_in_use, lay_packs
from prongsai.loading.offer_names import lacks_names, offer_names, scales_of
from prongsai.loading.parse_document import parse_document
from prongsai.loading.read_yaml import ParsedFile, read_yaml
from prongsai.model.edition import NACC, Edition
from prongsai.model.packs import Pack, Trust
from prongsai.model.source import SourcedMap
from prongsai.problems import Problem, problem
from prongsai.thai.codes import parse_item_code, parse_own_code
from prongsai.thai.dates import full_year
from prongsai.thai.numerals import to_arabic

_OF_THE_NUMBER = ("subindicator",)  # what belongs to the number of an item in the list, whatever it means


def lay_over(base: SourcedMap, layer: SourcedMap) -> SourcedMap:
    """`layer` laid over `base`: mappings merge by key, an empty value removes, all else replaces.

    An item of another meaning (`key`) keeps nothing of the old one but its place in the list. A key that something
    had before it was renamed means the same thing.
    """
    merged = SourcedMap(layer.where)
    merged.update(base)
    merged.key_places = {**base.key_places}
    former = {old: key for key, one in merged.items() if parse_item_code(key) is None for old in _former_keys(one)}
    spelled = {**former, **{_spelled(key): key for key in merged}}
    for key, value in layer.items():
        here = spelled.get(_spelled(key), key)
        if value is None:
            merged.pop(here, None)
            continue
        merged[here] = _joined(merged.get(here), value, is_item=parse_item_code(key) is not None)
        merged.key_places[here] = layer.key_places[key]
    merged.lost = base.lost | layer.lost
    merged.whole = base.whole and layer.whole
    return merged


def _spelled(key: str) -> str:
    """A key in the one spelling of its code."""
    return parse_item_code(key) or parse_own_code(key) or key


def _joined(below: object, value: object, *, is_item: bool) -> object:
    if not (isinstance(below, SourcedMap) and isinstance(value, SourcedMap)):
        return value
    if is_item and _means_another(below, value):
        return lay_over(_place_alone(below), value)
    return lay_over(below, value.without({"key"}) if value.get("key") in _former_keys(below) else value)


def _means_another(below: SourcedMap, item: SourcedMap) -> bool:
    if "key" not in item or "key" not in below:
        return False
    return {item["key"], *_former_keys(item)}.isdisjoint({below["key"], *_former_keys(below)})


def _former_keys(one: object) -> tuple[str, ...]:
    """The keys that something had before, as typed."""
    typed = one.get("former_keys") if isinstance(one, SourcedMap) else None
    listed = typed if isinstance(typed, list) else [typed]
    return tuple(key for key in listed if isinstance(key, str))


def _place_alone(item: SourcedMap) -> SourcedMap:
    place = SourcedMap(item.where)
    place.update({key: value for key, value in item.items() if key in _OF_THE_NUMBER})
    place.key_places = {key: place_of_key for key, place_of_key in item.key_places.items() if key in place}
    return place


_OF_NO_FACT = frozenset({"scheme", "fiscal_year"})  # a file with no more than these is a skeleton that waits
NO_PACKS: Mapping[int, Sequence[Pack]] = {}
_ABOUT_ITEMS = ("items", "items_total", "item_scores")  # numbers move from year to year


class EditionLibrary:
    """Editions by fiscal year (Buddhist Era), read when first asked for.

    What is `barred` of the agency's own, by its name below the site's folder, is reported elsewhere and never read.
    Files of an overlay stand in for its own.
    """

    def __init__(
        self,
        shipped: Path,
        own: Path,
        own_name: str,
        barred: Collection[str] = (),
        overlay: Overlay = NO_OVERLAY,
        packs: Mapping[int, Sequence[Pack]] = NO_PACKS,
    ) -> None:
        self._shipped = shipped
        self._own = own
        self._own_name = own_name
        self._barred = barred
        self._overlay = overlay
        self._raw: dict[int, SourcedMap | None] = {}
        self._editions: dict[tuple[int, Trust], Edition | None] = {}
        self._plain: dict[tuple[int, Trust], Edition | None] = {}
        self._others: EditionLibrary | None = None
        self._packs = packs
        self.problems: list[Problem] = []
        self.untouched: set[int] = set()

    def edition(self, year: int, trust: Trust = Trust.SHOWN) -> Edition | None:
        """The edition of a year, with what the nearest years offer for it; None when there is none that can be read."""
        asked = (year, trust if self._packs.get(year) else Trust.SHOWN)
        if asked not in self._editions:
            found = self._read_plain(*asked)
            self._editions[asked] = None if found is None else self._with_offers(found).beside(self._scales(found))
        return self._editions[asked]

    def rules(self, year: int) -> Edition:
        """The edition of a year; where there is none, one that knows nothing, with what the nearest years offer."""
        return self.edition(year) or self._with_offers(empty_edition(year))

    def raw(self, year: int) -> SourcedMap | None:
        """The rules of a year as they are typed, without what packs say."""
        return self._merged(year, frozenset())

    def packs(self, year: int) -> Sequence[Pack]:
        """The packs of a year, whether they are used or not."""
        return self._packs.get(year, ())

    def packs_in_use(self, year: int) -> list[Pack]:
        """The packs on which the edition of a year rests without being confirmed."""
        return is_in_use(self.raw(year), self.packs(year))

    def _with_offers(self, edition: Edition) -> Edition:
        return edition.offering(offer_names(edition, self._other)) if lacks_names(edition) else edition

    def _scales(self, edition: Edition) -> dict[int, tuple[str, ...]]:
        return scales_of(edition, self._other)

    def _other(self, year: int) -> Edition | None:
        """The rules of a year for the sake of another: what is wrong in years that nobody asked for is no matter."""
        if self._others is None:
            self._others = EditionLibrary(self._shipped, self._own, self._own_name, self._barred, self._overlay)
        return self._others._read_plain(year)

    def _read_plain(self, year: int, trust: Trust = Trust.SHOWN) -> Edition | None:
        if (year, trust) not in self._plain:
            self._plain[year, trust] = self._parsed(year, trust)
        return self._plain[year, trust]

    def _parsed(self, year: int, trust: Trust) -> Edition | None:
        raw = lay_packs(self.raw(year), self.packs(year), trust)
        if raw is None:
            return None
        # Rules are silent on what an edition does not know, but take each of its sections for complete.
        codes = () if _scheme(raw) in {"", NACC} else None
        edition, found = parse_document(
            raw, Edition, year=year, stand_ins=_stand_ins(year), by_section=True, item_codes=codes
        )
        if trust is Trust.SHOWN:
            self.problems += [*found, *disagreements(self.raw(year), self.packs(year))]
        if edition is None:
            return None
        return edition.model_copy(update={"items": {code: edition.items[code] for code in edition.in_order(())}})

    def _merged(self, year: int, asking: frozenset[int]) -> SourcedMap | None:
        if year in self._raw:
            return self._raw[year]
        ours = self._read(self._shipped / f"{year}.yml", f"editions/{year}.yml")
        own = self._read(self._own / f"{year}.yml", f"{self._own_name}/{year}.yml")
        if own is not None and _states_nothing(own):
            self.untouched.add(year)
            own = None
        asking = asking | {year}
        self._raw[year] = merged = self._with_own(self._on_base(ours, asking), own, asking)
        return merged

    def _with_own(self, ours: SourcedMap | None, own: SourcedMap | None, asking: frozenset[int]) -> SourcedMap | None:
        """The agency's facts of a year laid over what ships; another scheme has none of our facts."""
        if own is None:
            return ours
        if ours is None or not _is_one_scheme(ours, own):
            return self._on_base(own, asking)
        parent = self._base(own, asking)
        if parent is not None and not _is_one_scheme(parent, ours):
            parent = None
        return lay_over(ours if parent is None else lay_over(_without_items(parent, ours), ours), own)

    def _on_base(self, layer: SourcedMap | None, asking: frozenset[int]) -> SourcedMap | None:
        """The facts of a file laid over the year that it is based on."""
        base = self._base(layer, asking) if layer is not None else None
        return lay_over(base, layer) if base is not None and layer is not None else layer

    def _base(self, layer: SourcedMap, asking: frozenset[int]) -> SourcedMap | None:
        """The edition that a file is based on, unless it is of another scheme, which is reported."""
        named = layer.get("based_on")
        year = full_year(to_arabic(named)) if isinstance(named, str) else None
        parent = self._parent(year, layer, asking) if year is not None else None
        if parent is None or _is_one_scheme(parent, layer):
            return parent
        where, base, scheme = layer.key_places["based_on"], _scheme(parent), _scheme(layer)
        self.problems.append(problem("edition-other-scheme", where, found=year, base=base, scheme=scheme))
        return None

    def _parent(self, year: int, layer: SourcedMap, asking: frozenset[int]) -> SourcedMap | None:
        where = layer.key_places["based_on"]
        if year in asking:
            self.problems.append(problem("edition-circular", where, found=year))
            return None
        parent = self._merged(year, asking)
        if parent is None:
            self.problems.append(problem("edition-missing-base", where, found=year))
        return parent

    def _read(self, path: Path, name: str) -> SourcedMap | None:
        source = self._overlay.get(name, path)
        if name in self._barred or source is None or (isinstance(source, Path) and not source.exists()):
            return None
        reading = read_yaml(source, name) if path.parent != self._shipped else _read_shipped(path, _state_of(path))
        self.problems.extend(reading.problems)
        if reading.data is None or isinstance(reading.data, SourcedMap):
            return reading.data
        _, found = parse_document(reading.data, Edition)
        self.problems.extend(found)
        return None


def load_editions(
    shipped: Path,
    own: Path,
    own_name: str,
    barred: Collection[str] = (),
    overlay: Overlay = NO_OVERLAY,
    packs: Mapping[int, Sequence[Pack]] = NO_PACKS,
) -> EditionLibrary:
    """The editions that ship with the package, with those that an agency keeps in `own` and that are not `barred`.

    The files of an overlay, by their names below the site's folder, stand in for those in `own`.
    Without own ones the library is the same for every site and stays in memory while its files stay the same:
    reading it is half the work of checking a small site.
    """
    if own.is_dir() or any(name.startswith(f"{own_name}/") for name in overlay):
        return EditionLibrary(shipped, own, own_name, barred, overlay, packs)
    return _load_shipped(shipped, tuple((path.name, *_state_of(path)) for path in sorted(shipped.glob("*.yml"))))


def _state_of(path: Path) -> tuple[int, int]:
    return path.stat().st_size, path.stat().st_mtime_ns


@lru_cache(maxsize=32)
def _read_shipped(path: Path, state: tuple[int, int]) -> ParsedFile:  # noqa: ARG001 - the key
    """The rules of a year that ship, read once for all sites that add rules of their own."""
    return read_yaml(path, f"editions/{path.name}")


@lru_cache(maxsize=1)
def _load_shipped(shipped: Path, state: tuple[tuple[str, int, int], ...]) -> EditionLibrary:  # noqa: ARG001 - the key
    return EditionLibrary(shipped, shipped / "none", "")


def _states_nothing(edition: SourcedMap) -> bool:
    """True if a file is a skeleton that waits to be filled in."""
    return not edition.keys() - _OF_NO_FACT and _scheme(edition) in {"", NACC}


def _scheme(edition: SourcedMap) -> str:
    return " ".join(str(edition.get("scheme") or "").split())


def _is_one_scheme(one: SourcedMap, other: SourcedMap) -> bool:
    """True if two editions are of one scheme; one that names none is of the other's."""
    names = {name.casefold() for name in (_scheme(one), _scheme(other)) if name}
    return len(names) <= 1


def _without_items(parent: SourcedMap, ours: SourcedMap) -> SourcedMap:
    """An earlier year as the base of a year that ships: without the items where that year has its own numbers."""
    return parent.without(_ABOUT_ITEMS if ours.get("items") else ())


def empty_edition(year: int) -> Edition:
    """An edition that knows nothing, for a year whose rules are not known."""
    return Edition.model_validate(_stand_ins(year))


def _stand_ins(year: int) -> dict[str, str]:
    return {"scheme": NACC, "fiscal_year": str(year)}
