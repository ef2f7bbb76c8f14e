"""Rules on the dress of a site: its logo and its emblem are there and can be shown, and no page waits for them."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.disk.names import shown
from prongsai.model.content import ContentFile
from prongsai.model.dress import DRAWN, can_be_worn
from prongsai.problems import Problem, Where, problem
from prongsai.rules.attachments import is_there, name_differs, suggest_name
from prongsai.rules.context import Context

_SHOWN = {"logo": ("ตราของหน่วยงาน", "SVG PNG JPG หรือ WebP"), "emblem": ("ครุฑของบันทึกข้อความ", "SVG PNG หรือ JPG")}
_HEAVIEST, _KILOBYTE = 40_000, 1000  # bytes of a drawing, which every first view has; images are made smaller


def not_shown(context: Context) -> Iterator[Problem]:
    """A picture that a site wears is in content/files and opens; an error where it is not there, as of all files."""
    options, content = context.site.options, {file.name: file for file in context.site.content}
    for key, (what, kinds) in _SHOWN.items():
        name = getattr(options, key)
        if name is None:
            continue
        where = options.where(key)
        file = content.get(f"files/{name}")
        if not is_there(context, name) or file is None:
            yield name_differs(context, name, where) or _missing(context, name, where, what)
        elif not can_be_worn(file) or (key == "emblem" and file.extension == "webp"):
            yield problem("dress-not-shown", where, kinds=kinds, what=what, found=shown(name))
        elif key == "logo" and _is_heavy(file):
            size = {"size": file.size // _KILOBYTE, "limit": _HEAVIEST // _KILOBYTE}
            yield problem("logo-too-heavy", where, found=shown(name), **size)


def _missing(context: Context, name: str, where: Where, what: str) -> Problem:
    suggestion = suggest_name(context, name)
    return problem("named-file-missing", where, what=what, found=shown(name), suggestion=suggestion)


def _is_heavy(file: ContentFile) -> bool:
    return file.extension == DRAWN and file.size > _HEAVIEST


RULES = (not_shown,)
