"""A stated period, also where it was kept as printed only because its letters came apart on the way into the data."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator

from prongsai.model.source import SourcedText, place_of
from prongsai.model.stated import Stated
from prongsai.model.types import Period
from prongsai.thai.dates import parse_period
from prongsai.thai.spaced_words import close_words


def _close(raw: Any) -> Any:
    """What was kept as printed, with its letters put together: a period where it then is one, else still as printed."""
    printed = raw.get("printed") if isinstance(raw, dict) and raw.keys() <= {"printed", "at"} else None
    closed = close_words(printed) if isinstance(printed, str) else printed
    if not isinstance(closed, str) or closed == printed:
        return raw
    return SourcedText.at(closed, place_of(raw)) if parse_period(closed) else {**raw, "printed": closed}


StatedPeriod = Annotated[Stated[Period], BeforeValidator(_close)]
