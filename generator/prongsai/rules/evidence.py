"""Rules on what measures and reports lead to: files are there, photos can be shown, links open."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.disk.names import shown
from prongsai.links.seen import Grade, grade_of
from prongsai.model.attached import Attachment, Photo, Result
from prongsai.model.content import MOST_PIXELS, ContentFile
from prongsai.model.follow_up import Report
from prongsai.model.measures import Measure
from prongsai.model.record import Record
from prongsai.model.reports import results_of
from prongsai.model.site import FiscalYear
from prongsai.problems import Problem, Where, problem
from prongsai.rules.attachments import is_there, name_differs, suggest_name
from prongsai.rules.context import Context
from prongsai.thai.dates import parse_date
from prongsai.wording.links import word_state

_ENDINGS = {"jpg": "jpeg", "jpeg": "jpeg", "png": "png", "webp": "webp"}
_MILLION = 1_000_000


def _named(year: FiscalYear) -> Iterator[Result | Photo | Attachment]:
    """Everything of a year that may name a file: results, photos and attachments."""
    for document in (year.measures, year.follow_up):
        yield from document.attachments if document else ()
    for report in year.reports:
        yield from report.results
    holders: tuple[Measure | Report, ...] = (*year.listed_measures, *year.reports)
    for holder in holders:
        yield from holder.photos
        yield from holder.attachments


def _files(context: Context) -> Iterator[tuple[int | None, Record, str]]:
    yield from ((None, one, one.file) for one in context.site.options.photos)
    for result in context.years():
        yield from ((result.year.year, one, one.file) for one in _named(result.year) if one.file)


def file_missing(context: Context) -> Iterator[Problem]:
    """A file that is named is in content/files; an error, since its link would lead nowhere."""
    for year, record, name in _files(context):
        where = record.where("file")
        if is_there(context, name):
            continue
        if differing := name_differs(context, name, where, year):
            yield differing
        else:
            values = {"what": type(record).called, "found": shown(name), "suggestion": suggest_name(context, name)}
            yield problem("named-file-missing", where, year=year, **values)


def photo_not_shown(context: Context) -> Iterator[Problem]:
    """A photo is a JPEG, PNG or WebP that opens, of no more pixels than a machine can hold."""
    content = {file.name: file for file in context.site.content}
    for year, record, name in _files(context):
        file = content.get(f"files/{name}") if isinstance(record, Photo) else None
        if file is None or file.kind == "empty" or _is_misnamed(file):
            continue  # reported as what it is
        where, values = record.where("file"), {"found": shown(name)}
        if file.extension not in _ENDINGS:
            yield problem("photo-of-other-kind", where, year=year, **values)
        elif file.reading.pixels is None:
            yield problem("photo-unreadable", where, year=year, **values)
        elif file.shown_pixels is None:
            wide, high = file.reading.pixels
            size = {"size": round(wide * high / _MILLION), "limit": MOST_PIXELS // _MILLION}
            yield problem("photo-too-large", where, year=year, **values, **size)


def _is_misnamed(file: ContentFile) -> bool:
    """True if an image has the ending of another kind, which is said of every attachment."""
    return file.kind != "unknown" and _ENDINGS.get(file.extension, file.kind) != file.kind


def does_not_open(context: Context) -> Iterator[Problem]:
    """A link to a result or an attachment that the program found broken is fixed."""
    for result in context.years():
        told: set[str] = set()
        for where, url in _addresses(result.year):
            row = context.links.rows.get(url)
            if row is None or grade_of(row.state) is not Grade.BROKEN or url in told:
                continue
            told.add(url)
            day = parse_date(row.checked_on) or row.checked_on
            values = {"link": url, "found": word_state(row.state, row.detail)[0], "day": day}
            yield problem("result-link-does-not-open", where, year=result.year.year, **values)


def _addresses(year: FiscalYear) -> Iterator[tuple[Where, str]]:
    """The addresses of the web that the measures and reports of a year give, with their places."""
    for report in year.reports:
        for one in results_of(report):
            if one.url:
                is_own = one in report.results
                yield one.where("url") if is_own else report.where("result_link"), one.url
    for attached in _named(year):
        if isinstance(attached, Attachment) and attached.url:
            yield attached.where("url"), attached.url


def unknown_topic(context: Context) -> Iterator[Problem]:
    """A report's topic is one of the topics of its file."""
    for result in context.years():
        follow_up = result.year.follow_up
        topics = {topic.id for topic in follow_up.topics} if follow_up else set()
        for report in follow_up.reports if follow_up else ():
            lost = follow_up is not None and report.topic and follow_up.may_have_lost(report.topic, "topics")
            if report.topic and report.topic not in topics and not lost:
                yield problem("unknown-topic", report.where("topic"), year=result.year.year, found=report.topic)


RULES = (file_missing, photo_not_shown, does_not_open, unknown_topic)
