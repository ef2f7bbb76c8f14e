"""What an assessment and who holds it are called: the words of the NACC's own, and those of any other."""

from __future__ import annotations

NACC_SHORT = "ITA"
NACC_NAME = "การประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ"
NACC_ORGANISER = "สำนักงาน ป.ป.ช."

HELD_EVERY_YEAR = "{name} {organiser} จัดขึ้นทุกปี"
HELD = "{name} {organiser} เป็นผู้จัด"
ANY_ORGANISER = "ผู้จัดการประเมิน"
ASKED, ASKED_OF_ANY = "{short} คืออะไร", "การประเมินนี้คืออะไร"
DEFINED, DEFINED_FOR_ANY = "{short} คือ{meaning}", "การประเมินนี้คือ{meaning}"
RESULT, SCORES = "ผลการประเมิน", "คะแนน"
