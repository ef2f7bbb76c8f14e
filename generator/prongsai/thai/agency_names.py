"""Names of local agencies: their kind, and the place that they are named after."""

from __future__ import annotations

import re

KINDS = ("องค์การบริหารส่วนจังหวัด", "องค์การบริหารส่วนตำบล", "เทศบาลนคร", "เทศบาลเมือง", "เทศบาลตำบล")


def kind_and_place(name: str) -> tuple[str, str] | None:
    """An agency's name as its kind and what follows: เทศบาลตำบล and เมืองแกลง; None where it begins with no kind."""
    kind = next((kind for kind in KINDS if name.startswith(kind)), None)
    place = re.split(r"[\s(]", name.removeprefix(kind).strip(), maxsplit=1)[0] if kind else ""
    return (kind, place) if kind and place else None
