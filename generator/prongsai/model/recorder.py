"""Recorded reads: what was read of a site while something was made of it, which is made again only where that changed.

A value that is read has a key: the place of the object that has it, and the name of its field. Values are the same
where they are one object, or are plain and equal: two records that state the same are still two, since their places in
the file may differ.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from decimal import Decimal
from functools import cached_property, wraps
from typing import Any, Concatenate, Generic, ParamSpec, Protocol, Self, TypeVar, cast, overload

from prongsai.model.record import Record

T = TypeVar("T")
Holder = TypeVar("Holder", bound="HasRecorder")
Asked = ParamSpec("Asked")
Key = tuple[Hashable, ...]
_NOTHING = object()


class HasRecorder(Protocol):
    """An object that may note what is read of it."""

    @property
    def recorder(self) -> Recorder | None:
        """The recorder, if there is one."""


@dataclass(frozen=True)
class Made(Generic[T]):
    """A value that was made, with what was read meanwhile, by key."""

    value: T
    reads: Mapping[Key, object]


class Recorder:
    """Notes what is read, for whatever is being made at the moment; what is made inside of that counts for it too."""

    def __init__(self, keeper: Keeper) -> None:
        self.keeper = keeper
        self.open: list[dict[Key, object]] = []

    def note(self, key: Key, value: object) -> None:
        """Note that a value was read."""
        if self.open:
            self.open[-1][key] = value

    def repeat(self, reads: Mapping[Key, object]) -> None:
        """Note reads once more, where what came of them is taken as it is."""
        if self.open:
            self.open[-1].update(reads)

    def record(self, make: Callable[[], T]) -> Made[T]:
        """Make a value and note what is read meanwhile."""
        made = self._record(make)
        self.repeat(made.reads)
        return made

    def aside(self, make: Callable[[], T]) -> T:
        """Make a value whose reads count for nothing else."""
        return self._record(make).value

    def _record(self, make: Callable[[], T]) -> Made[T]:
        reads: dict[Key, object] = {}
        self.open.append(reads)
        try:
            return Made(make(), reads)
        finally:
            self.open.pop()


def ask_once(recorder: Recorder | None, known: dict[Any, Any], key: Hashable, make: Callable[[], T]) -> T:
    """The answer that is `known`, else what `make` gives; its reads count for everybody who asks."""
    if recorder is None:
        if key not in known:
            known[key] = make()
        return cast("T", known[key])
    if (recorder, key) not in known:
        known[recorder, key] = recorder.record(make)
    else:
        recorder.repeat(known[recorder, key].reads)
    return cast("T", known[recorder, key].value)


class recorded_property(cached_property[T]):  # noqa: N801  used as the built-in one
    """A property that is computed once; of an object with a `recorder`, its reads count for everybody who asks."""

    @overload
    def __get__(self, instance: None, owner: type[Any] | None = None) -> Self: ...
    @overload
    def __get__(self, instance: object, owner: type[Any] | None = None) -> T: ...
    def __get__(self, instance: Any, owner: type[Any] | None = None) -> Any:
        """The value of the property."""
        if instance is None or instance.recorder is None:
            return super().__get__(instance, owner)
        asked = instance.__dict__.setdefault("_asked", {})
        return ask_once(instance.recorder, asked, self.attrname, lambda: self.func(instance))


def told(find: Callable[Concatenate[Holder, Asked], T]) -> Callable[Concatenate[Holder, Asked], T]:
    """Let an answer count as what was read, instead of all that it was found in; what is asked must be hashable."""

    @wraps(find)
    def ask(holder: Holder, /, *asked: Asked.args, **named: Asked.kwargs) -> T:
        recorder: Recorder | None = holder.recorder
        if recorder is None:
            return find(holder, *asked, **named)
        place = holder.__dict__["_place"]
        return cast("T", recorder.keeper.tell((place, find, asked, *named.items()), holder))

    return ask


class _Noted:
    """A field that is noted whenever it is read of an object that has a recorder."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __get__(self, instance: Any, owner: type | None = None) -> Any:
        inside = instance.__dict__
        recorder = inside.get("recorder")
        if recorder is not None and recorder.open:
            recorder.open[-1][inside["_place"], self._name] = inside["_seen"][self._name]
        return inside[self._name]

    def __set__(self, instance: Any, value: object) -> None:
        instance.__dict__[self._name] = value


def noting(base: type[T], *names: str) -> type[T]:
    """The same class of which the fields and properties with these names are noted as they are read."""
    return cast("type[T]", type(f"Noted{base.__name__}", (base,), {name: _Noted(name) for name in names}))


def is_same(one: object, other: object) -> bool:
    """True if nobody can tell two values apart: records are compared as objects, since each knows its place."""
    if one is other:
        return True
    if type(one) is not type(other) or isinstance(one, Record):
        return False
    if isinstance(one, tuple | list):
        return len(one) == len(cast("Any", other)) and all(map(is_same, one, cast("Any", other)))
    if isinstance(one, dict):
        mine, theirs = [*one.items()], [*cast("Any", other).items()]  # their order counts: pages follow it
        return len(mine) == len(theirs) and all(map(is_same, mine, theirs))
    if is_dataclass(one):
        return all(is_same(getattr(one, part.name), getattr(other, part.name)) for part in fields(one))
    return str(one) == str(other) if isinstance(one, Decimal) else one == other  # 80.50 is printed, 80.5 another time


@dataclass
class _Kept:
    """A result with all that it was made of, and when it was last of use."""

    given: tuple[object, ...]
    made: Made[Any]


class Keeper:
    """Results made of a site, each with what it read; the next time it is made again only where that has changed.

    It is of one site and of one process. `alike` are how many results of one name are kept, since a site is judged in
    several ways in one check; what `spare` rounds did not need is forgotten.
    """

    def __init__(self, alike: int = 6, spare: int = 8) -> None:
        self.recorder = Recorder(self)
        self._holders: dict[Hashable, Any] = {}
        self._alike, self._spare, self._round = alike, spare, 0
        self.view = 0  # what was made of an earlier view must not be asked for or kept any more
        self._seen: dict[Key, list[object]] = {}
        self._now: dict[Key, object] = {}
        self._kept: dict[Hashable, list[_Kept]] = {}
        self._used: dict[Hashable, int] = {}

    def begin(self) -> None:
        """Begin a round, of which a check or a build is one."""
        self._round += 1
        for name in [name for name, used in self._used.items() if used < self._round - self._spare]:
            self._used.pop(name)
            self._kept.pop(name, None)
            self._seen.pop(cast("Key", name), None)

    def forget_now(self) -> None:
        """Forget the values of now, before those of another view of the site are seen."""
        self._now, self._holders, self.view = {}, {}, self.view + 1

    def see(self, key: Key, value: T) -> T:
        """Have a value as the one of now; the same object as earlier where it is the same."""
        known = self._seen.setdefault(key, [])
        self._used[key] = self._round
        found = next((one for one in known if is_same(one, value)), _NOTHING)
        if found is _NOTHING:
            found = value
            known.insert(0, value)
            del known[self._alike :]
        self._now[key] = found
        return cast("T", found)

    def note(self, instance: Any, place: Key, seen: Iterable[str], **others: object) -> None:
        """Let an object of a class that is `noting` note its fields from now on; `others` count by another value."""
        inside = instance.__dict__
        values = {name: self.see((place, name), others.get(name, inside[name])) for name in seen}
        inside |= {name: value for name, value in values.items() if name not in others}
        inside |= {"_place": place, "_seen": values, "recorder": self.recorder}
        self.hold(place, instance)

    def hold(self, place: Key, holder: T) -> T:
        """Have an object as the one of now at its place."""
        self._holders[place] = holder
        return holder

    def get(self, name: Hashable, make: Callable[[], T], *given: object) -> T:
        """The result of that name, as it was made of just these objects where all that it read is what it was."""
        kept = self._kept.setdefault(name, [])
        self._used[name] = self._round
        for place, one in enumerate(kept):
            if self._holds(one, given):
                if place:
                    kept.insert(0, kept.pop(place))
                self.recorder.repeat(one.made.reads)
                return cast("T", one.made.value)
        kept.insert(0, _Kept(given, self.recorder.record(make)))
        del kept[self._alike :]
        return cast("T", kept[0].made.value)

    def get_of(self, name: Hashable, make: Callable[[], T], *given: object) -> T:
        """The same of what may be equal to what was given then, and is another object."""
        return self.get(name, make, *(self.see((name, place), one) for place, one in enumerate(given)))

    def later(self, name: Hashable, make: Callable[[], T], *given: object) -> Callable[[], T]:
        """A value to be asked for later; once another view of the site was seen, it is made as if nothing was kept."""
        view = self.view
        return lambda: self.get_of(name, make, *given) if self.view == view else make()

    def tell(self, key: Key, holder: object) -> object:
        """The answer to a question of a holder, which counts as what was read."""
        place, find, asked, *named = cast("Any", key)
        if self._holders.get(place) is not holder:  # of an earlier view
            return cast("object", find(holder, *asked, **dict(named)))
        if key not in self._now:
            found = self.recorder.aside(lambda: self.get(key, lambda: find(holder, *asked, **dict(named))))
            self.see(key, found)
        self.recorder.note(key, self._now[key])
        return self._now[key]

    def _value(self, key: Key) -> object:
        """The value of now; the answer to a question is found where nobody has asked yet."""
        if key not in self._now and len(key) > 2 and key[0] in self._holders:
            self.recorder.aside(lambda: self.tell(key, self._holders[key[0]]))
        return self._now.get(key, _NOTHING)

    def _holds(self, kept: _Kept, given: tuple[object, ...]) -> bool:
        return (
            len(kept.given) == len(given)
            and all(map(_is, kept.given, given))
            and all(self._value(key) is value for key, value in kept.made.reads.items())
        )


def _is(one: object, other: object) -> bool:
    return one is other
