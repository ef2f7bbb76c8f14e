"""Photos, attachments and further sections of the documents of a year, for pages and on paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from prongsai.blocks.block import Block, Entries, Heading, Paragraph, Piece, Points, paragraph, paragraphs
from prongsai.blocks.scope import Scope
from prongsai.model.attached import Attachment, Photo
from prongsai.model.document_parts import TextSection
from prongsai.model.site import Site
from prongsai.views import year
from prongsai.views.content import Phrase
from prongsai.views.measures.attached import ShownPhoto, attachment_parts, shown_photos
from prongsai.views.printed import printed_table, table_key
from prongsai.views.speech import Speech


def attachment_blocks(attachments: Sequence[Attachment], scope: Scope) -> Iterator[Block]:
    """The attachments, a line each; nothing where there are none."""
    if attachments:
        yield Entries(tuple(attachment_parts(one, scope.speech) for one in attachments))


def photo_blocks(photos: Sequence[Photo], scope: Scope) -> Iterator[Block]:
    """The photos, which paper has in the words that say what they show; nothing where none can be shown."""
    if scope.on_paper:
        found = shown_photos(photos, scope.results.site, scope.speech)
        yield from paragraphs(map(_word, found), "aside")
    else:
        yield from photo_pieces(photos, scope.results.site, scope.speech)


def photo_pieces(photos: Sequence[Photo], site: Site, speech: Speech) -> Iterator[Piece]:
    """The photos as a page shows them; nothing where none can be shown."""
    if found := shown_photos(photos, site, speech):
        yield Piece("photos", {"photos": found}, tuple(map(_say, found)))


def _say(photo: ShownPhoto) -> Paragraph:
    """The text that a page has of a photo: what it shows, which leads to it, and what is below it."""
    below = (Phrase(f" {photo.words}"),) if photo.words else ()
    return Paragraph((Phrase(photo.alt, href=photo.path), *below))


def _word(photo: ShownPhoto) -> str:
    return f"ภาพ: {photo.alt}{f' ({photo.words})' if photo.words else ''}"


def text_sections(sections: Iterable[TextSection], page: str, place: str) -> Iterator[Block]:
    """The sections that a page shows before the table of the document, or after it."""
    for section in sections:
        if section.place != place:
            continue
        yield Heading(section.title, f"section-{section.id}")
        yield from paragraphs(section.paragraphs)
        if points := year.section_points(section.points):
            yield Points(points)
        yield from (printed_table(table, table_key(page, key)) for key, table in section.all_tables)


def titled_attachments(attachments: Sequence[Attachment], scope: Scope) -> Iterator[Block]:
    """The attachments of a whole document under their heading."""
    if attachments:
        yield Heading("เอกสารแนบ", "attachments")
        yield from attachment_blocks(attachments, scope)


def evidence_blocks(photos: Sequence[Photo], attachments: Sequence[Attachment], scope: Scope) -> Iterator[Block]:
    """The photos and the attachments of a measure or of one report."""
    yield from photo_blocks(photos, scope)
    if attachments:
        yield paragraph("เอกสารแนบ")
        yield from attachment_blocks(attachments, scope)
