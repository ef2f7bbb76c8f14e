"""Figures that published documents print, one case for each result; nothing here is invented.

Each case names the document, the indicators in the order 1 to 10 and the total as printed, and what an independent
reckoning by fractions gives: the instruments, the exact total to four decimals, the interval that rounding allows
(half of the last printed place of every indicator, and a cent for rounding on the way and at the end), and whether the
printed total is in it. A full score that one table prints as 100 and another as 100.00 is entered as 100.00.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Published:
    """One result as printed, and what follows from it."""

    name: str
    document: str
    year: int
    indicators: tuple[str, ...]
    total: str
    instruments: tuple[str, str, str]
    exact_total: str
    interval: tuple[str, str]
    is_explained: bool

    def __str__(self) -> str:
        return self.name


_DON = "องค์การบริหารส่วนตำบลดอน, รายงานผลคะแนนการประเมิน ITA ประจำปีงบประมาณ พ.ศ. ๒๕๖๗ (ตารางเทียบกับ พ.ศ. ๒๕๖๖)"
_NAM_MONG = "องค์การบริหารส่วนตำบลน้ำโมง, มาตรการส่งเสริมคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. ๒๕๖๕"
_KLAENG = "เทศบาลตำบลเมืองแกลง, การวิเคราะห์ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. ๒๕๖๔"

CASES = (
    Published(
        "don-2566",
        _DON,
        2566,
        ("91.43", "76.39", "80.98", "73.95", "70.20", "84.80", "79.60", "73.84", "100.00", "100.00"),
        "87.40",
        ("78.59", "79.41", "100.00"),
        "87.4010",
        ("87.3860", "87.4160"),
        True,
    ),
    Published(
        "don-2567",
        _DON,
        2567,
        ("84.17", "93.06", "97.78", "88.89", "88.33", "93.48", "92.82", "79.44", "100.00", "100.00"),
        "93.71",
        ("90.45", "88.58", "100.00"),
        "93.7078",
        ("93.6928", "93.7228"),
        True,
    ),
    Published(
        "nam-mong-2565-first-list",
        f"{_NAM_MONG} (รายการแรก)",
        2565,
        ("85", "80", "86", "75", "85", "84", "74", "85", "80", "80"),
        "84.40",
        ("82.20", "81.00", "80.00"),
        "80.9600",
        ("80.4500", "81.4700"),
        False,
    ),
    Published(
        "nam-mong-2565-table",
        f"{_NAM_MONG} (ตาราง)",
        2565,
        ("85", "80", "86", "85", "95", "84", "69", "80", "90", "90"),
        "84.40",
        ("86.20", "77.67", "90.00"),
        "85.1600",
        ("84.6500", "85.6700"),
        False,
    ),
    Published(
        "mueang-klaeng-2563",
        _KLAENG,
        2563,
        ("97.70", "96.83", "98.00", "96.04", "97.87", "69.2", "76.24", "71.24", "50.26", "18.75"),
        "64.68",
        ("97.29", "72.23", "34.51"),
        "64.6564",
        ("64.6369", "64.6759"),
        False,
    ),
)
