"""The charts of pages as files that others may show, each with its source inside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from prongsai import addresses
from prongsai.analysis.results import Results
from prongsai.blocks.block import Picture
from prongsai.model.stated import known
from prongsai.pages.page import Page
from prongsai.pages.plan import speech_of
from prongsai.pictures.file import Source, write_absence, write_file
from prongsai.pipeline.planning.data_files import Make
from prongsai.views.ask import permanent_address
from prongsai.views.charts import Chart, LineChart
from prongsai.views.frame import notice_of


def chart_files(results: Results, pages: Iterable[Page], published: Iterable[str]) -> Mapping[str, Make]:
    """The makers of the files by their addresses.

    A file that was `published` once stays: where its chart is not drawn any more, it says so.
    """
    found = {path: partial(write_file, chart, source) for path, chart, source in _charts(results, pages)}
    gone = [path for path in published if addresses.subject_of(path).kind == "chart" and path not in found]
    home = _source(results, results.site.options.title, addresses.HOME, "")
    return {**dict.fromkeys(gone, partial(write_absence, home)), **found}


def _charts(results: Results, pages: Iterable[Page]) -> Iterator[tuple[str, Chart, Source]]:
    for page in pages:
        for block in page.blocks:
            if isinstance(block, Picture):
                source = _source(results, page.title, page.path, _years(results, page, block.chart))
                yield addresses.chart_path(page.path, block.chart.key), block.chart, source


def _source(results: Results, page: str, path: str, years: str) -> Source:
    site = results.site
    return Source(
        agency=known(site.agency.name) or site.options.title,
        page=page,
        data=years,
        address=permanent_address(site, path) if site.options.site_url else "",
        notice=notice_of(site, speech_of(results)),
    )


def _years(results: Results, page: Page, chart: Chart) -> str:
    """The fiscal years of the data that a chart of a page shows."""
    speech = speech_of(results)
    if isinstance(chart, LineChart):
        shown = [chart.columns[0], chart.columns[-1]]
    else:
        years = [page.year] if page.year else sorted(results.years)
        shown = [speech.digits(years[0]), speech.digits(years[-1])]
    return f"ข้อมูลปีงบประมาณ พ.ศ. {' ถึง '.join(dict.fromkeys(shown))}"
