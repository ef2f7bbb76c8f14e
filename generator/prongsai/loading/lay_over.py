"""Lay one edition over another: what is said later stands, what it does not speak of stays."""

from __future__ import annotations

from typing import Any

from prongsai.model.source import SourcedMap
from prongsai.thai.codes import parse_item_code

_OF_THE_NUMBER = ("subindicator",)  # what belongs to the number of an item in the list, whatever it means


def lay_over(base: SourcedMap, layer: SourcedMap) -> SourcedMap:
    """`layer` laid over `base`: mappings merge by key, an empty value removes, all else replaces.

    An item of another meaning (`key`) keeps nothing of the old one but its place in the list.
    """
    merged = SourcedMap(layer.where)
    merged.update(base)
    merged.key_places = {**base.key_places}
    spelled = {parse_item_code(key) or key: key for key in merged}
    for key, value in layer.items():
        here = spelled.get(parse_item_code(key) or key, key)
        if value is None:
            merged.pop(here, None)
            continue
        merged[here] = _joined(merged.get(here), value, is_item=parse_item_code(key) is not None)
        merged.key_places[here] = layer.key_places[key]
    merged.lost = base.lost | layer.lost
    merged.whole = base.whole and layer.whole
    return merged


def _joined(below: Any, value: Any, *, is_item: bool) -> Any:
    if not (isinstance(below, SourcedMap) and isinstance(value, SourcedMap)):
        return value
    return lay_over(_place_alone(below) if is_item and _means_another(below, value) else below, value)


def _means_another(below: SourcedMap, item: SourcedMap) -> bool:
    return "key" in item and "key" in below and item["key"] != below["key"]


def _place_alone(item: SourcedMap) -> SourcedMap:
    place = SourcedMap(item.where)
    place.update({key: value for key, value in item.items() if key in _OF_THE_NUMBER})
    place.key_places = {key: place_of_key for key, place_of_key in item.key_places.items() if key in place}
    return place
