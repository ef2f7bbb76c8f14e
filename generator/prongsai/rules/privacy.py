"""Rules on what must not be published of a person: identity numbers, mobile numbers and mail that are no channel.

The number itself is never part of a problem, only a masked form. These problems belong to no year, so that no notes
page of the site shows the way to them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from prongsai.model.content import ContentFile, FilePassage
from prongsai.model.stated import known
from prongsai.problems import Problem, Where, problem
from prongsai.rules.context import Context, every_found, place_of
from prongsai.thai.numerals import to_arabic

_GAP = "[ \u00a0]"
_DASH = f"{_GAP}?[-\u2010\u2011\u2012\u2013\u2014\u2212]{_GAP}?"
_EITHER = f"(?:{_DASH}|{_GAP})"
_DOT = r"\."
# An address or a path: the numbers in it are times and names of files.
_ADDRESS = re.compile(r"(?:[A-Za-z][A-Za-z0-9+.-]{0,15}://|(?<![^\s(\"'=])/)[^\s<>\"')\]]+")
_MANY_DIGITS = re.compile("[0-9๐-๙](?:[^0-9๐-๙]{0,4}[0-9๐-๙]){8}")
# What is before and after must not make it a part of a longer number, of an amount or of a code.
_BEFORE = r"(?<![0-9A-Za-z_+])(?<![0-9][-.])"
_AFTER = r"(?![0-9A-Za-z_])(?!\.[0-9])"


def _grouped(lead: str, sizes: tuple[int, ...], gap: str) -> str:
    """Groups of that many digits; the first begins with `lead`, a pattern of one digit for each pair of brackets."""
    first, *others = sizes
    rest = "".join(f"{gap}[0-9]{{{size}}}" for size in others)
    return f"{lead}[0-9]{{{first - lead.count('[')}}}{rest}"


# Blanks only in the printed grouping, so that the columns of a table are no number; dashes anywhere.
_IDENTITY = re.compile(
    f"{_BEFORE}(?<!/)(?:[1-8](?:(?:{_DASH})?[0-9]){{12}}|{_grouped('[1-8]', (1, 4, 5, 2, 1), _EITHER)})"
    f"{_AFTER}(?!{_DASH}[0-9])"
)
_GROUPS = ((3, 3, 4), (3, 7), (2, 4, 4), (3, 4, 3), (2, 8), (6, 4), (10,))
_NATIONAL = "|".join(
    [
        *(_grouped("[0][689]", sizes, _EITHER) for sizes in _GROUPS),
        _grouped("[0][689]", (3, 3, 4), _DOT),
        f"0{_DASH}{_grouped('[689]', (4, 5), _DASH)}",
        f"0{_DASH}{_grouped('[689]', (4, 4, 1), _DASH)}",
    ]
)
_ABROAD_GROUPS = ((2, 3, 4), (1, 4, 4), (2, 7), (2, 4, 3), (1, 8), (9,))
_ABROAD = "|".join(_grouped("[689]", sizes, _EITHER) for sizes in _ABROAD_GROUPS)
_MOBILE = re.compile(
    rf"{_BEFORE}(?:{_NATIONAL}|(?:\+|00)66{_EITHER}?(?:\(0\){_EITHER}?|0)?(?:{_ABROAD}))"
    rf"(?![0-9])(?!{_DASH}[0-9]{{3}})(?!\.[0-9])"
)


@dataclass(frozen=True)
class PersonalNumber:
    """A number found in a text: where it begins (counted from 0), its digits alone, and a form that may be shown."""

    start: int
    digits: str
    masked: str


def has_many_digits(text: str) -> bool:
    """True if a text has digits enough, near enough to each other, for one of these numbers; quickly said."""
    return _MANY_DIGITS.search(text) is not None


def find_identity_numbers(text: str) -> Iterator[PersonalNumber]:
    """Every identity number of a person in a text, in Thai or Arabic digits.

    13 digits, the first 1 to 8, with the check digit of the Department of Provincial Administration: 11 less the
    rest of the sum of the digits times 13 to 2 divided by 11, its last digit. Numbers of legal persons begin with 0.
    """
    for found in _IDENTITY.finditer(_readable(text)):
        digits = _digits(found[0])
        if digits[-1] == check_digit(digits[:12]):
            yield PersonalNumber(found.start(), digits, f"{digits[0]}-{digits[1:3]}xx-xxxxx-xx-x")


def check_digit(digits: str) -> str:
    """The 13th digit of the identity number that begins with these 12."""
    whole = sum(int(digit) * weight for digit, weight in zip(digits, range(13, 1, -1), strict=True))
    return str((11 - whole % 11) % 10)


def find_mobile_numbers(text: str) -> Iterator[PersonalNumber]:
    """Every Thai mobile number in a text (06, 08 or 09 and eight more digits), grouped as people group them."""
    for found in _MOBILE.finditer(_readable(text)):
        digits = _digits(found[0])
        digits = f"0{digits[-9:]}"
        yield PersonalNumber(found.start(), digits, f"{digits[:3]}-xxx-xx{digits[-2:]}")


def _readable(text: str) -> str:
    """The text of the same length, its digits Arabic and its addresses blanked out."""
    return _ADDRESS.sub(lambda found: " " * len(found[0]), to_arabic(text))


def _digits(text: str) -> str:
    return re.sub("[^0-9]", "", text)


_MAIL = re.compile(r"[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.)+[A-Za-z]{2,24}")
_LETTER = "[\u0e01-\u0e3a\u0e40-\u0e4e]"
# Offices that begin like a title: นายกเทศมนตรี, นายช่างโยธา, นายอำเภอ, นายทะเบียน, นายแพทย์, นางรอง is a district.
_OFFICES = "ก(?:เทศ|องค์|อบ|รัฐ|สภา|สมาคม|เมือง|เหล่า|พัทยา|ฯ|[ ็])|ช่าง|อำเภอ|ทะเบียน|แพทย์|ตรวจ|จ้าง|ทหาร|ตำรวจ|ด่าน|สถานี|หน้า"
_TITLE = (
    f"(?:นางสาว|นาย(?!{_OFFICES})|นาง(?!พยาบาล|รอง|แล)|น\\.ส\\.|เด็กชาย|เด็กหญิง|ว่าที่ ?(?:ร้อย|พัน|ร\\.)[ตทอ.รีโ ]{{0,6}}"
    f"|(?:ดร|ผศ|รศ|พ\\.ต|พ\\.ท|ร\\.ต|ร\\.ท|จ\\.ส|ส\\.ต)\\.[ตอท]?\\.?)"
)
_PERSON = re.compile(f"(?<!อำเภอ)(?<!ตำบล)(?<!บ้าน){_TITLE} ?{_LETTER}{{2,}} +{_LETTER}{{2,}}")


def find_named_mails(text: str) -> Iterator[PersonalNumber]:
    """Every e-mail address of a text that also names a person with title, name and surname."""
    if "@" in text and _PERSON.search(text):
        for found in _MAIL.finditer(text):
            name, _, host = found[0].partition("@")
            yield PersonalNumber(found.start(), found[0].casefold(), f"{name[:1]}xxx@{host}")


Find = Callable[[str], Iterator[PersonalNumber]]
_MOST_PLACES = 5  # pages or lines that a sentence names
_PLACES = {"pdf": "หน้า", "pptx": "สไลด์"}


def identity_number(context: Context) -> Iterator[Problem]:
    """No identity number of a person is in the data, in pages written by hand or in attachments.

    Source: the Personal Data Protection Act, B.E. 2562 (2019).
    """
    yield from _found(context, "identity-number", find_identity_numbers, lambda _number: True)


def mobile_number(context: Context) -> Iterator[Problem]:
    """No mobile number is published that the agency does not itself name as a way to reach it.

    Public are the agency's channels, and what the register states as the value of an element: the contact of an
    executive, which the item asks for. Source: the Personal Data Protection Act, B.E. 2562 (2019).
    """
    if not _knows_public_numbers(context):
        return
    public = _public_numbers(context)

    yield from _found(context, "mobile-number", find_mobile_numbers, lambda number: number.digits not in public)


def person_with_mail(context: Context) -> Iterator[Problem]:
    """A person is not named with an e-mail address that the agency does not itself give as a way to reach it.

    Public are the same texts as for mobile numbers. Limit: the name is with its title in the same text, and what
    attachments say is not looked at, since lists of executives are asked for.
    """
    if not _knows_public_numbers(context):
        return
    public = {mail.casefold() for text in _public_texts(context) for mail in text.split() if "@" in mail}

    def find_private(text: str) -> Iterator[PersonalNumber]:
        return (mail for mail in find_named_mails(text) if mail.digits not in public)

    for way, mails in every_found(context, find_named_mails):
        for mail in _first(mail for mail in mails if mail.digits not in public):
            yield problem("person-with-mail", place_of(way), found=mail.masked)
    for file in context.site.content:
        if not file.is_attachment:
            yield from _found_in_page("person-with-mail", file, find_private)


def _knows_public_numbers(context: Context) -> bool:
    """True if all that names a number as public could be read."""
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
    """The contacts that the agency itself publishes."""
    agency = context.site.agency
    complaints = agency.complaints.channels if agency.complaints else ()
    texts = [channel.value for channel in (*(known(agency.channels) or ()), *complaints)]
    for result in context.years():
        register = result.year.register
        for answer in register.items.values() if register else ():
            texts += [value for element in answer.elements.values() for value in element.value]
    return texts


def _found(context: Context, code: str, find: Find, is_private: Callable[[PersonalNumber], bool]) -> Iterator[Problem]:
    """One problem for each value of the data, each line of a page and each attachment that holds such a number."""

    def find_private(text: str) -> Iterator[PersonalNumber]:
        return filter(is_private, find(text))

    for way, numbers in every_found(context, _IN_DATA[find]):
        for number in _first(filter(is_private, numbers)):
            yield problem(code, place_of(way), found=number.masked, at="")
    for file in context.site.content:
        search = _found_in_attachment if file.is_attachment else _found_in_page
        yield from search(code, file, find_private)


def _identity_numbers(text: str) -> Iterator[PersonalNumber]:
    return find_identity_numbers(text) if has_many_digits(text) else iter(())


def _mobile_numbers(text: str) -> Iterator[PersonalNumber]:
    return find_mobile_numbers(text) if has_many_digits(text) else iter(())


# Most values of the data have few digits, which is seen sooner than that they have no such number.
_IN_DATA: Mapping[Find, Find] = {find_identity_numbers: _identity_numbers, find_mobile_numbers: _mobile_numbers}


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
