"""Print how well the checks of written Thai find the false ones of labelled sentences; --all names every miss."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from judging import SHEETS, Row, judge, read_sentences, table


def _line(row: Row) -> str:
    missed = row.false - row.hits
    numbers = f"{row.n:>5}{row.false:>7}{row.hits:>6}{missed:>8}{row.alarms:>8}"
    return f"{row.kind:<12}{numbers}{row.recall:>9.2f}{row.precision:>11.2f}"


def main() -> int:
    """The table of a file of sentences, by default of the one in tests/cases/sentences."""
    names = [one for one in sys.argv[1:] if not one.startswith("--")]
    sentences = read_sentences(Path(names[0]) if names else SHEETS.with_name("seen.yml"))
    found = judge(sentences, Path(names[1]) if len(names) > 1 else SHEETS)
    print(f"{'kind':<12}{'n':>5}{'false':>7}{'hits':>6}{'misses':>8}{'alarms':>8}{'recall':>9}{'precision':>11}")
    for row in table(sentences, found):
        print(_line(row))
    for one in sentences if "--all" in sys.argv else ():
        problems, is_false = found[one.name], one.verdict == "false"
        if bool(problems) is not is_false:
            codes = ", ".join(f"{problem.code} {dict(problem.values)}" for problem in problems)
            print(f"{'missed' if is_false else 'alarm '} {one.name} {one.sheet} {one.pattern}: {one.text}  {codes}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
