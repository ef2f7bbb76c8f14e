"""Make the sheets for an appeal: of each item with a provisional zero what the records show, as papers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from prongsai.blocks.appeal import appeal_blocks
from prongsai.model.site import Site
from prongsai.model.stated import known
from prongsai.paper.content import Paper
from prongsai.paper.write_docx import write_docx
from prongsai.paper.write_pdf import read_styles, render_html, write_pdf
from prongsai.pipeline.check import Checked, site_now
from prongsai.pipeline.handed_out import hand_out
from prongsai.pipeline.make_documents import find_lacking_makers
from prongsai.pipeline.submissions.current import read_kept_texts, read_now
from prongsai.submissions.appeal import AppealSheet, Known, describe_link
from prongsai.submissions.compare import compare_submission
from prongsai.submissions.keep import Submissions
from prongsai.submissions.record import Submission
from prongsai.thai.dates import parse_date


@dataclass(frozen=True)
class Appeal:
    """The sheets of a year, the files that were written of them, and why some form of them is missing, or empty."""

    sheets: tuple[AppealSheet, ...]
    paths: tuple[Path, ...]
    lacking: str = ""


def make_sheets(checked: Checked, submissions: Submissions, submission: Submission) -> tuple[AppealSheet, ...]:
    """A sheet for each item of which a provisional zero is remembered, in the order of the items."""
    notes = submissions.notes_of(submission.year)
    seen = submissions.seen_of(submission.year)
    now = read_now(site_now(checked), submission, seen)
    findings = tuple(compare_submission(submission, now))
    texts = read_kept_texts(checked.root, (link for link in submission.links if link.kind == "page"))
    facts = Known(checked.links, seen, texts, _window(checked, submission.year))
    return tuple(
        AppealSheet(
            submission=submission,
            item=item,
            zero=notes.zeros[item.code],
            links=tuple(describe_link(submission, n, link, facts) for n, link in enumerate(item.links, start=1)),
            findings=tuple(one for one in findings if one.item.code == item.code),
            is_compared=now.addresses is not None,
            release=notes.released.get(item.code),
        )
        for item in submission.items
        if item.code in notes.zeros
    )


def _window(checked: Checked, year: int) -> tuple[str, str] | None:
    """The days of the assessment, as the register states them."""
    result = checked.results.years.get(year)
    window = result.year.register.check_window if result and result.year.register else None
    return (window.first.in_digits(), window.last.in_digits()) if window else None


def write_appeal(
    checked: Checked, sheets: tuple[AppealSheet, ...], folder: Path, lacking: Mapping[str, str] | None = None
) -> Appeal:
    """Write the sheets into `folder`, each as Word and PDF as far as this machine can, else as a page to be printed.

    `lacking` says what a form (docx, pdf) would need, as this machine is unless it is given. Raises
    FileLockedError where another program keeps one of the files.
    """
    lacking = find_lacking_makers() if lacking is None else lacking
    makers = _makers(lacking)
    files: dict[Path, bytes] = {}
    for sheet in sheets:
        paper = sheet_paper(checked.results.site, sheet)
        for ending, make in makers.items():
            files[folder / f"appeal-{sheet.submission.year}-{sheet.item.code}{ending}"] = make(paper)
    hand_out(files)
    return Appeal(sheets, tuple(files), " ".join(dict.fromkeys(lacking.values())))


def _makers(lacking: Mapping[str, str]) -> Mapping[str, Callable[[Paper], bytes]]:
    """The forms that are not lacking, each by its ending; a page for a browser where none is left."""
    makers: dict[str, Callable[[Paper], bytes]] = {}
    if "docx" not in lacking:
        makers[".docx"] = write_docx
    if "pdf" not in lacking:
        makers[".pdf"] = lambda paper: write_pdf(paper).data
    if not makers:
        makers[".html"] = _write_html
    return makers


def _write_html(paper: Paper) -> bytes:
    """The sheet as a page that any browser prints."""
    return render_html(paper).replace("</head>", f"<style>{read_styles()}</style></head>", 1).encode()


def sheet_paper(site: Site, sheet: AppealSheet) -> Paper:
    """The sheet of an item as a paper, which has no page."""
    year, options = sheet.submission.year, site.options
    named = site.in_year(year)
    return Paper(
        year=year,
        kind="appeal",
        title=f"ข้อเท็จจริงประกอบการอุทธรณ์ผลการประเมิน OIT ข้อ {sheet.item.code}",
        period=f"ปีงบประมาณ พ.ศ. {year}",
        agency=known(named.agency.name) or options.title,
        page="",
        url="",
        dated=f"คำตอบที่ยื่นเมื่อ {parse_date(sheet.submission.day)}",
        notice=options.notice or "",
        blocks=tuple(appeal_blocks(sheet)),
        thai_digits=False,
        place=" ".join(_place(named)),
    )


def _place(site: Site) -> Iterator[str]:
    """อำเภอ… จังหวัด… of the agency, as far as they are known."""
    for kinds, name in (
        (("อำเภอ", "เขต"), known(site.agency.district)),
        (("จังหวัด", "กรุงเทพ"), known(site.agency.province)),
    ):
        if name:
            yield name if name.startswith(kinds) else f"{kinds[0]}{name}"
