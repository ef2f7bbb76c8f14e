"""One problem's sentence: how grave it is, what is wrong and how to mend it, in two languages."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """error stops the build; warning and note are shown on the notes page of the year."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True)
class Sentence:
    """Sentences with names in braces that the problem's values fill."""

    severity: Severity
    th: str
    mend_th: str
    en: str
    mend_en: str
