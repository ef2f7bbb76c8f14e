"""The measures of each status across the years, and the ways by which all measures are found."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from prongsai import addresses
from prongsai.model.status import GROUPS, OTHER_KEY
from prongsai.pages.page import Page
from prongsai.pages.site_scope import SiteScope
from prongsai.views.measure_lists import status_view
from prongsai.views.measure_ways import ways_to


def plan_status_pages(scope: SiteScope) -> Iterator[Page]:
    """A page for every status, also for one that no measure has now: its address stays when others get it."""
    statuses = ways_to(scope.results, scope.speech)[0]
    for key, name in GROUPS.items():
        path = addresses.status_path(key)
        view = {**status_view(scope.results, key, scope.speech), "statuses": statuses, "key": key}
        title = f"มาตรการที่{'มี' if key == OTHER_KEY else ''}{name}"
        about = f"{title} ทุกปีงบประมาณของ{scope.agency} พร้อมผู้รับผิดชอบและระยะเวลา"
        files = (*scope.made_from("measures"), *scope.made_from("follow-up"))
        crumbs = (("มาตรการทุกปี", addresses.ALL_MEASURES),)
        yield Page(path, "status.md.j2", title, about, files, view, short=name, crumbs=crumbs)


def filter_view(scope: SiteScope) -> dict[str, Any]:
    """What the page of all measures needs to let people choose: links that always work, and where the data stands."""
    listed = scope.results.listed
    return {
        "ways": ways_to(scope.results, scope.speech),
        "data_path": addresses.MEASURES_DATA,
        "numerals": "thai" if scope.speech.thai else "arabic",
        "has_measures": bool(listed),
    }
