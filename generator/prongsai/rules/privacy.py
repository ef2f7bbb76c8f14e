"""Rules on what must not be published of a person: identity numbers, mobile numbers and mail that are no channel.

The number itself is never part of a problem, only a masked form. These problems belong to no year, so that no notes
page of the site shows the way to them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from prongsai.model.content import ContentFile, FilePassage
from prongsai.model.stated import known
from prongsai.problems import Problem, Where, problem
from prongsai.rules.context import Context
from prongsai.rules.every_text import every_text, place_of
from prongsai.thai.persons import (
    PersonalNumber,
    find_identity_numbers,
    find_mobile_numbers,
    find_named_mails,
    has_many_digits,
)

Find = Callable[[str], Iterator[PersonalNumber]]
_MOST_PLACES = 5  # pages or lines that a sentence names
_PLACES = {"pdf": "หน้า", "pptx": "สไลด์"}


def identity_number(context: Context) -> Iterator[Problem]:
    """No identity number of a person stands in the data, in pages written by hand or in attachments.

    Source: the Personal Data Protection Act, B.E. 2562 (2019).
    """
    yield from _found(context, "identity-number", find_identity_numbers)


def mobile_number(context: Context) -> Iterator[Problem]:
    """No mobile number is published that the agency does not itself name as a way to reach it.

    Public are the agency's channels, and what the register states as the value of an element: the contact of an
    executive, which the item asks for. Source: the Personal Data Protection Act, B.E. 2562 (2019).
    """
    if not _knows_public_numbers(context):
        return
    public = _public_numbers(context)

    def find_private(text: str) -> Iterator[PersonalNumber]:
        return (number for number in find_mobile_numbers(text) if number.digits not in public)

    yield from _found(context, "mobile-number", find_private)


def person_with_mail(context: Context) -> Iterator[Problem]:
    """A person is not named with an e-mail address that the agency does not itself give as a way to reach it.

    Public are the same texts as for mobile numbers. Limit: the name stands with its title in the same text, and what
    attachments say is not looked at, since lists of executives are asked for.
    """
    if not _knows_public_numbers(context):
        return
    public = {mail.casefold() for text in _public_texts(context) for mail in text.split() if "@" in mail}

    def find_private(text: str) -> Iterator[PersonalNumber]:
        return (mail for mail in find_named_mails(text) if mail.digits not in public)

    for way, text in every_text(context):
        for mail in _first(find_private(text)):
            yield problem("person-with-mail", place_of(way), found=mail.masked)
    for file in context.site.content:
        if not file.is_attachment:
            yield from _found_in_page("person-with-mail", file, find_private)


def _knows_public_numbers(context: Context) -> bool:
    """Whether all that names a number as public could be read."""
    agency, registers = context.site.agency, [year.register for year in context.site.years if year.register]
    if context.unreadable or not (agency.is_whole("channels") and agency.is_whole("complaints")):
        return False
    return all(
        register.is_complete("items") and all(answer.is_whole("elements") for answer in register.items.values())
        for register in registers
    )


def _public_numbers(context: Context) -> set[str]:
    return {number.digits for text in _public_texts(context) for number in find_mobile_numbers(text)}


def _public_texts(context: Context) -> list[str]:
    """What the agency itself names as ways to reach it."""
    agency = context.site.agency
    complaints = agency.complaints.channels if agency.complaints else ()
    texts = [channel.value for channel in (*(known(agency.channels) or ()), *complaints)]
    for result in context.years():
        register = result.year.register
        for answer in register.items.values() if register else ():
            texts += [value for element in answer.elements.values() for value in element.value]
    return texts


def _found(context: Context, code: str, find: Find) -> Iterator[Problem]:
    """One problem for each value of the data, each line of a page and each attachment that holds such a number."""
    for way, text in every_text(context):
        for number in _first(find(text)) if has_many_digits(text) else ():
            yield problem(code, place_of(way), found=number.masked, at="")
    for file in context.site.content:
        yield from _found_in_attachment(code, file, find) if file.is_attachment else _found_in_page(code, file, find)


def _first(numbers: Iterator[PersonalNumber]) -> list[PersonalNumber]:
    found = next(numbers, None)
    return [] if found is None else [found]


def _found_in_page(code: str, file: ContentFile, find: Find) -> Iterator[Problem]:
    for passage in file.passages:
        for number in _first(find(passage.text)):
            where = Where(f"content/{file.name}", passage.place, number.start + 1)
            yield problem(code, where, found=number.masked, at="")


def _found_in_attachment(code: str, file: ContentFile, find: Find) -> Iterator[Problem]:
    hits = [(passage, number) for passage in file.passages for number in _first(find(passage.text))]
    if hits:
        at = _places(file, [passage for passage, _ in hits])
        yield problem(code, Where(f"content/{file.name}"), found=hits[0][1].masked, at=at)


def _places(file: ContentFile, passages: list[FilePassage]) -> str:
    """The pages or lines of an attachment as words behind the number; empty where its parts have no numbers."""
    numbers = [str(passage.place) for passage in passages if passage.place]
    if not numbers:
        return ""
    more = len(numbers) - _MOST_PLACES
    rest = f" และอีก {more} แห่ง" if more > 0 else ""
    return f" ({_PLACES.get(file.kind, 'บรรทัด')} {', '.join(numbers[:_MOST_PLACES])}{rest})"


RULES = (identity_number, mobile_number, person_with_mail)
