"""Names of the agency and of its officials in the texts of one measure."""

from __future__ import annotations

import re
from collections.abc import Mapping

from prongsai.drafts.bank import fill
from prongsai.thai.agency_names import kind_and_place, short_name

_TOWN = "เทศบาล"
_AGENCY = re.compile(r" ?\{agency\} ?")


class Naming:
    """Fills the texts of one measure in their order: its agency has its whole name once, then the short one."""

    def __init__(self, agency: str, values: Mapping[str, str]) -> None:
        self._agency, self._values = agency, values
        self._is_named = False

    def fill(self, text: str) -> str:
        """A text of the bank with names and values in its places."""
        return fill(_AGENCY.sub(self._name, text), self._values)

    def _name(self, place: re.Match[str]) -> str:
        """The name, with the blanks that the text has; an abbreviation has one on both sides."""
        short = short_name(self._agency)
        if not self._is_named or short == self._agency:
            self._is_named = True
            return place[0].replace("{agency}", self._agency)
        before = "" if place.start() == 0 else " "
        after = "" if place.end() == len(place.string) else " "
        return f"{before}{short}{after}"


def officials(agency: str) -> dict[str, str]:
    """The highest official and the clerk of an agency: นายกเทศมนตรีตำบลเมืองแกลง, ปลัดเทศบาลตำบลเมืองแกลง."""
    found = kind_and_place(agency)
    if found is None:
        return {"head": f"ผู้บริหารสูงสุดของ{agency}", "chief": f"ผู้บริหารที่ได้รับมอบหมายของ{agency}"}
    kind, place = found
    head = f"นายกเทศมนตรี{kind.removeprefix(_TOWN)}{place}" if kind.startswith(_TOWN) else f"นายก{kind}{place}"
    return {"head": head, "chief": f"ปลัด{kind}{place}"}
