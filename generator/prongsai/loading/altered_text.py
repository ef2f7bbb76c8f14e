"""Texts that are not read as they were typed: cut at a number sign, or several cells of a sheet in one."""

from __future__ import annotations

import re

from prongsai.model.examples import written
from prongsai.problems import Problem, Where, problem
from prongsai.thai.text import clean_text

# To YAML a number sign behind a blank begins a comment; with a blank behind it, people mean one too.
_CUT = re.compile(r"[ \t]+#(?!\s*ยกเว้น)(?=[^\W_])")
_LONGEST = 60  # characters of a text that are shown


def find_cut(source: str, rest: str, where: Where) -> Problem | None:
    """What is lost of a text without quotes: `source` is what was read, `rest` what stands behind it on its line."""
    cut = _CUT.match(rest)
    if cut is None:
        return None
    last = source.rpartition("\n")[2]
    column = cut.end() + (len(last) if "\n" in source else where.column - 1 + len(last))
    place = Where(where.file, where.line + source.count("\n"), column)
    lost, whole = clean_text(rest[cut.end() - 1 :])[0], clean_text(source + rest)[0]
    return problem("text-cut-at-number-sign", place, found=_shown(lost), example=_quoted(whole))


def find_cells(text: str, where: Where) -> Problem | None:
    """The cells of a sheet that were pasted into one text."""
    if "\t" not in text.strip():
        return None
    cells = filter(None, (clean_text(cell)[0] for cell in text.split("\t")))
    return problem("cells-in-one-text", where, cells=" | ".join(_shown(one, 20) for one in [*cells][:4]))


def _quoted(text: str) -> str:
    return f'"{text}"' if not re.search(r'["\\]', text) else written(text)


def _shown(text: str, longest: int = _LONGEST) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"
