"""Every text of a document, as it must be found again in what is made of it."""

from __future__ import annotations

from collections.abc import Iterable

from prongsai.blocks.block import Comment, Facts, Heading, PaperBlock, Paragraph, Signature
from prongsai.paper.content import Paper, merge_runs
from prongsai.views.content import Bullet, Bullets, Part, Table


def find_texts(document: Paper) -> tuple[str, ...]:
    """Every text of a document in reading order, as it must be found again in what is made of it."""
    found: list[str] = [] if document.is_letter else _titles(document)
    for block in document.blocks:
        found += _texts_of(block)
    for part in document.parts:
        found += [part.title, *(text for block in part.blocks for text in _texts_of(block))]
    return tuple(text for text in found if text.strip())


def _titles(document: Paper) -> list[str]:
    return [document.agency, document.place, document.title, document.period]


def _texts_of(block: PaperBlock) -> list[str]:
    if isinstance(block, Heading):
        return [block.text]
    if isinstance(block, Bullets):
        return [text for point in block.points for text in _bullet_texts(point)]
    if isinstance(block, Table):
        heads = [column.title for column in block.columns]
        said = [block.caption, block.said, *heads]
        return [*said, *(text for row in block.rows for one in row for text in _part_texts(one.parts))]
    if isinstance(block, Signature):
        return [block.office, block.acting_for]
    if isinstance(block, Paragraph | Comment):
        return [*([block.title] if isinstance(block, Comment) else []), *_part_texts(block.parts)]
    facts = block.facts if isinstance(block, Facts) else [fact for row in block.rows for fact in row]
    return [text for fact in facts for text in (fact.name, *_part_texts(fact.parts))]


def _part_texts(parts: Iterable[Part]) -> list[str]:
    texts: list[str] = []
    for one in merge_runs(parts):
        if isinstance(one, Bullets):
            texts += _texts_of(one)
        else:
            texts.append("".join(run.text for run in one))
    return texts


def _bullet_texts(point: Bullet) -> list[str]:
    return [point.text, *(text for below in point.points for text in _bullet_texts(below))]
