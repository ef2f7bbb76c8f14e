"""Take out of the lines of a file what no text has, and read blanks of any kind before a text as plain ones."""

from __future__ import annotations

import re
from functools import partial

from prongsai.problems import FewAlike, Where, problem

# The last three are line breaks to YAML and to no editor, so that lines would be counted differently.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\x85\u2028\u2029]")
_STRANGE = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
# Where YAML counts blanks or needs one: at the beginning of a line, behind a dash, behind the colon of a key.
_BEFORE_TEXT = re.compile(f"^[ {_STRANGE}]*(?:-[ {_STRANGE}]+)*(?:[\\w.-]+:[ {_STRANGE}]+)?")


def clean_lines(text: str, name: str, problems: FewAlike) -> str:
    """The text of the file `name` as YAML can read it; each line that had to be changed is a problem."""
    if re.search(f"[{_STRANGE}]", text):
        text = "\n".join(
            _with_plain_blanks(line, Where(name, n), problems) for n, line in enumerate(text.split("\n"), 1)
        )
    return _without_forbidden(text, name, problems)


def _with_plain_blanks(line: str, where: Where, problems: FewAlike) -> str:
    before = _BEFORE_TEXT.match(line)
    found = [*re.finditer(f"[{_STRANGE}]", before.group())] if before and line.strip() else []
    if not before or not found:
        return line
    shown = ", ".join(dict.fromkeys(f"U+{ord(one.group()):04X}" for one in found))
    place = Where(where.file, where.line, found[0].start() + 1)
    problems.add(place.file, "yaml-strange-blank", partial(problem, "yaml-strange-blank", place, found=shown))
    return re.sub(f"[{_STRANGE}]", " ", before.group()) + line[before.end() :]


def _without_forbidden(text: str, name: str, problems: FewAlike) -> str:
    """The text without characters that no text has; each line that had some is a problem."""
    if not _FORBIDDEN.search(text):
        return text
    for number, line in enumerate(text.split("\n"), start=1):
        found = list(_FORBIDDEN.finditer(line))
        if found:
            shown = ", ".join(dict.fromkeys(f"U+{ord(one.group()):04X}" for one in found))
            place = Where(name, number, found[0].start() + 1)
            problems.add(name, "hidden-characters", partial(problem, "hidden-characters", place, found=shown))
    return _FORBIDDEN.sub("", text)
