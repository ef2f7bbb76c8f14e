"""Print what `prongsai check` answers first to each mistake of tests/mistakes, as Markdown; with --write, keep it."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from mistakes.table import CLEAN, first_answer, mistakes, write_expected


def _row(name: str, answer: str) -> str:
    why = mistakes()[name].get("silent", "")
    place, _, said = answer.partition("\n")
    cells = (name, place.strip(), said.strip() or why)
    return f"| {' | '.join(cell.replace('|', '&#124;') for cell in cells)} |"


def main() -> int:
    """The table on standard output; the kept answers are renewed when asked."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(shutil.copytree(CLEAN, Path(folder) / "site"))
        answers = {name: first_answer(name, site) for name in mistakes()}
    if "--write" in sys.argv[1:]:
        write_expected(answers)
    print("| mistake | first line of the report | what it says, or why nothing is said |\n|---|---|---|")
    print("\n".join(_row(name, answer) for name, answer in answers.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
