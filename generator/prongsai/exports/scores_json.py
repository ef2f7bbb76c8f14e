"""The scores of a year for machines: published and computed side by side, two decimals, null where not stated."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction

from prongsai.analysis.results import YearResult
from prongsai.analysis.scoring import keys_of, rounded, stated_or_none
from prongsai.json_value import Json
from prongsai.model.stated import known
from prongsai.thai.numerals import two_decimals


def export_scores(result: YearResult) -> str:
    """The content of /data/{year}/scores.json."""
    return json.dumps(scores_document(result), ensure_ascii=False, indent=2) + "\n"


def scores_document(result: YearResult) -> dict[str, Json]:
    """The same as a document; every key is always there."""
    scores, edition, computed = result.year.scores, result.year.edition, result.computed
    instruments = keys_of(edition.instruments, scores, "instruments")
    indicators = keys_of(edition.indicators, scores, "indicators")
    return {
        "fiscal_year": result.year.year,
        "published": {
            "total": _text(known(scores.total.value)) if scores else None,
            "level": known(scores.level.value) if scores else None,
            "instruments": {key: _text(stated_or_none(scores, "instruments", key)) for key in instruments},
            "indicators": {key: _text(stated_or_none(scores, "indicators", key)) for key in indicators},
        },
        "computed": {
            "total": _text(computed.total),
            "level": computed.level.name,
            "instruments": _texts(instruments, computed.instruments),
            "indicators": _texts(indicators, computed.indicators),
            "subindicators": _texts(edition.subindicators, computed.subindicators),
            "path": computed.path.key if computed.path and computed.total is not None else None,
        },
        "items": {
            code: {
                "score": _text(item.score),
                "reason": " ".join(item.reasons) or None,
                "basis": item.basis,
            }
            for code, item in computed.items.items()
        },
    }


def _texts(keys: Iterable[str], values: Mapping[str, Decimal | Fraction]) -> dict[str, str | None]:
    return {key: _text(values.get(key)) for key in keys}


def _text(value: Decimal | Fraction | None) -> str | None:
    if value is None:
        return None
    return two_decimals(rounded(value) if isinstance(value, Fraction) else value)
