"""The sentences of problems, by code, in Thai and English, with the severity of each code."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from prongsai.wording.catalogue import Language, Sentence, Severity, sentences
from prongsai.wording.costs import cost_of, is_shared
from prongsai.wording.item_reasons import REASONS

_JOINTS = {"th": " ", "en": "; "}
_NAME = re.compile(r"\{([a-z_]+)\}")
_OPTIONAL = re.compile(r"\[\[((?:(?!\]\]).)*)\]\]", re.DOTALL)

_DIFFERENCES = {
    "unseen": ("อักขระที่มองไม่เห็น", "a sign that nobody sees"),
    "blanks": ("ช่องว่าง (จำนวนหรือชนิดของช่องว่างไม่เท่ากัน)", "blanks (their number or their kind)"),
    "sara-am": ("สระอำพิมพ์คนละแบบ", "sara am, typed in two ways"),
    "sara-ae": ("สระแอพิมพ์เป็นสระเอสองตัว", "sara ae, typed as sara e twice"),
    "unicode": ("รหัสอักขระ (Unicode) คนละแบบ", "the normal form of its letters"),
    "capitals": ("ตัวพิมพ์เล็กใหญ่", "capital and small letters"),
    "dashes": ("ขีดคนละชนิด", "the kind of a dash"),
    "digits": ("เลขไทยกับเลขอารบิก", "Thai and Arabic digits"),
    "escapes": ("รหัส % แทนอักขระ เช่น %20 แทนช่องว่าง", "a letter written as % and its number"),
}


def word_differences(keys: Iterable[str], language: Language = "th") -> str:
    """The differences of two names, in words."""
    words = [_DIFFERENCES[key][0 if language == "th" else 1] for key in keys]
    *first, last = words
    joint = " และ" if language == "th" else " and "
    return f"{', '.join(first)}{joint}{last}" if first else last


def severity_of(code: str) -> Severity:
    """The severity of problems of this code."""
    return Severity(sentences()[code].severity)


def message_of(code: str, values: Mapping[str, str], language: Language = "th", *, below: str = "") -> str:
    """The sentence that says what is wrong, with the value found, and what that may cost.

    `below` is the code of the problem whose report includes this one, if any;
    a cost that is said there is not repeated.
    """
    said, cost = _filled(sentences(language)[code].says, _worded(values, language)), cost_of(code, language, values)
    is_said = bool(below) and is_shared(code) and cost == cost_of(below, language, values)
    return f"{said}{_JOINTS[language]}{cost}" if cost and not is_said else said


# How what a document prints in the place of a value is typed: in a data file, and in a cell of a workbook.
_PRINTED = {False: '{{printed: "{}"}}', True: "พิมพ์ว่า: {}"}
_EXAMPLES = {"th": "ข้อความตามเอกสาร", "en": "…"}


def hint_of(code: str, values: Mapping[str, str], language: Language = "th", *, in_cell: bool = False) -> str:
    """The hint how to fix it, with an example; empty when nothing needs it. `in_cell` words it for a workbook."""
    form = _PRINTED[in_cell]
    printed = {"as_printed": form.format(values.get("found", "")), "example_printed": form.format(_EXAMPLES[language])}
    hint = _filled(sentences(language)[code].fix, {**_worded(values, language), **printed})
    suggestion = values.get("suggestion", "")
    if suggestion and "{suggestion}" not in sentences(language)[code].fix:
        hint += f" (หมายถึง “{suggestion}” หรือไม่)" if language == "th" else f" (did you mean “{suggestion}”?)"
    return hint.strip()


def _worded(values: Mapping[str, str], language: Language) -> Mapping[str, str]:
    """The values; what two names differ in is given by keys and read in words, as is what another code says."""
    keys, code = values.get("differs"), values.get("finding", "")
    told = {**values, "differs": word_differences(keys.split(), language)} if keys else values
    if code not in sentences(language):
        return told
    inner = {name: text for name, text in told.items() if name != "finding"}
    return {**told, "says": message_of(code, inner, language), "hint": hint_of(code, inner, language)}


def _filled(template: str, values: Mapping[str, str]) -> str:
    """The template with its names replaced; a value is never read as a template itself.

    What is in `[[ ]]` is said only where all its names have a value.
    """
    said = _OPTIONAL.sub(lambda part: part[1] if all(map(values.get, _NAME.findall(part[1]))) else "", template)
    return _NAME.sub(lambda name: values.get(name[1], ""), said)


__all__ = ["REASONS", "Language", "Sentence", "Severity", "hint_of", "message_of", "sentences", "severity_of"]
