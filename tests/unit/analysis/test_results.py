"""The results of all years of a site."""

from prongsai.analysis.results import analyse_site
from prongsai.model.agency import Agency, SiteOptions
from prongsai.model.site import FiscalYear, Site
from unit.makers import make_edition, make_scores


def site_of(*years):
    """A site of the given years; True means that the year has scores."""
    made = tuple(FiscalYear(year, make_edition(), scores=make_scores() if scored else None) for year, scored in years)
    return Site(Agency(), SiteOptions(title="ทดสอบ"), {}, made)


def test_a_year_is_compared_with_the_year_before_it():
    """2564 is compared with 2563 and with nothing else."""
    results = analyse_site(site_of((2563, True), (2564, True)))
    assert results.years[2563].previous is None
    assert results.years[2563].previous_scores is None
    assert results.years[2564].previous_scores is not None
    assert results.years[2564].previous.year == 2563


def test_a_year_is_not_compared_over_a_gap():
    """Without the scores of the year before there is nothing to compare with."""
    results = analyse_site(site_of((2562, True), (2563, False), (2564, True), (2566, True)))
    assert [results.years[year].previous for year in (2564, 2566)] == [None, None]


def test_a_year_of_measures_follows_the_year_that_has_scores():
    """A year without scores of its own still knows the result of the year before."""
    results = analyse_site(site_of((2564, True), (2565, False)))
    assert results.years[2565].previous.year == 2564
    assert results.latest_with_scores().year.year == 2564


def test_there_may_be_no_scores_at_all():
    """A site may begin with measures only."""
    assert analyse_site(site_of((2565, False))).latest_with_scores() is None


def test_years_of_two_schemes_are_not_compared():
    """A figure of another assessment is none that this one rose or fell from."""
    years = [
        FiscalYear(year, make_edition(scheme=scheme), scores=make_scores(total="80.00"))
        for year, scheme in ((2564, "TEST"), (2565, "TEST"), (2566, "OTHER"))
    ]
    results = analyse_site(Site(Agency(), SiteOptions(title="x"), {}, tuple(years))).years
    assert results[2565].previous is years[0]
    assert results[2566].previous is None
