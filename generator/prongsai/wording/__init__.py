"""The sentences of problems, by code, in Thai and English, with the severity of each code."""

from __future__ import annotations

import re
from collections.abc import Mapping

from prongsai.wording import (
    chain,
    checkable,
    content,
    folders,
    follow_up,
    ledger,
    links,
    loading,
    prose,
    questions,
    register,
    rules,
    work,
)
from prongsai.wording.language import Language
from prongsai.wording.sentence import Sentence, Severity

_NAME = re.compile(r"\{([a-z_]+)\}")
_OPTIONAL = re.compile(r"\[\[((?:(?!\]\]).)*)\]\]", re.DOTALL)

SENTENCES: dict[str, Sentence] = {
    **loading.SENTENCES,
    **folders.SENTENCES,
    **ledger.SENTENCES,
    **rules.SENTENCES,
    **chain.SENTENCES,
    **follow_up.SENTENCES,
    **prose.SENTENCES,
    **register.SENTENCES,
    **content.SENTENCES,
    **links.SENTENCES,
    **questions.SENTENCES,
    **checkable.SENTENCES,
    **work.SENTENCES,
}


def severity_of(code: str) -> Severity:
    """How grave a problem of this code is."""
    return SENTENCES[code].severity


def message_of(code: str, values: Mapping[str, str], language: Language = "th") -> str:
    """What is wrong, with the value found."""
    sentence = SENTENCES[code]
    return _filled(sentence.th if language == "th" else sentence.en, _worded(values, language))


def hint_of(code: str, values: Mapping[str, str], language: Language = "th") -> str:
    """How to mend it, with an example; empty when nothing needs mending."""
    sentence = SENTENCES[code]
    hint = _filled(sentence.mend_th if language == "th" else sentence.mend_en, _worded(values, language))
    suggestion = values.get("suggestion", "")
    if suggestion and "{suggestion}" not in sentence.mend_th:
        hint += f" (หมายถึง “{suggestion}” หรือไม่)" if language == "th" else f" (did you mean “{suggestion}”?)"
    return hint.strip()


def _worded(values: Mapping[str, str], language: Language) -> Mapping[str, str]:
    """The values; what two names differ in is given by keys and read in words."""
    keys = values.get("differs")
    return {**values, "differs": folders.word_differences(keys.split(), language)} if keys else values


def _filled(template: str, values: Mapping[str, str]) -> str:
    """The template with its names replaced; a value is never read as a template itself.

    What stands in `[[ ]]` is said only where all its names have a value.
    """
    said = _OPTIONAL.sub(lambda part: part[1] if all(map(values.get, _NAME.findall(part[1]))) else "", template)
    return _NAME.sub(lambda name: values.get(name[1], ""), said)


__all__ = ["SENTENCES", "Language", "Sentence", "Severity", "hint_of", "message_of", "severity_of"]
