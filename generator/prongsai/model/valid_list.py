"""Scores by the list that their agency holds valid, where its document prints two that differ."""

from __future__ import annotations

from prongsai.model.scores import Figure, FigureAgain, Scores

_GROUPS = ("instruments", "parts", "indicators", "subindicators")


def by_valid_list(scores: Scores) -> Scores:
    """The scores with the figures of the valid list in the first place and those of the other as stated again."""
    chosen = scores.valid_list
    if chosen is None:
        return scores
    found = {name: {key: _first_of(one, chosen.at) for key, one in getattr(scores, name).items()} for name in _GROUPS}
    return scores.model_copy(update={"total": _first_of(scores.total, chosen.at), **found})


def _first_of(figure: Figure, at: str) -> Figure:
    """The figure as the list at a place states it, with its former first statement next to the others."""
    if is_in_list(figure.at, at):
        return figure
    valid = next((one for one in figure.also_stated if is_in_list(one.at, at)), None)
    if valid is None:
        return figure
    first = FigureAgain.model_construct(value=figure.value, at=figure.at or "", printed_name=figure.printed_name)
    first._raw = figure.typed
    others = tuple(one for one in figure.also_stated if one is not valid)
    update = {"value": valid.value, "at": valid.at, "also_stated": (first, *others)}
    return figure.model_copy(update=update | ({"printed_name": valid.printed_name} if valid.printed_name else {}))


def is_in_list(place: str | None, at: str) -> bool:
    """True if a place in the document is in the list that is at another; blanks do not count."""
    rest = _bare(place or "").partition(_bare(at))
    return rest[0] == "" and rest[1] != "" and not (at[-1:].isdigit() and rest[2][:1].isdigit())


def _bare(text: str) -> str:
    return "".join(text.split())


def places_of(scores: Scores) -> tuple[str, ...]:
    """Every place at which a figure is stated, the first statements first."""
    figures = [scores.total, *(one for name in _GROUPS for one in getattr(scores, name).values())]
    again = (other.at for one in figures for other in one.also_stated)
    return tuple(dict.fromkeys(filter(None, (*(one.at for one in figures), *again))))
