"""The model agency shows what full data look like: nothing is said against it but what it has on purpose."""

from __future__ import annotations

import sites
from published.rendered import ROOT

# The register before the agency learned of its result, and a link that somebody is fixing.
TOLD_ON_PURPOSE = [
    ("data/2564/oit.yml", "oit-element-missing", "O8"),
    ("data/2564/oit.yml", "oit-element-missing", "O15"),
    ("data/2564/oit.yml", "oit-element-missing", "O43"),
    ("data/2567/oit.yml", "oit-link-does-not-open", "O7"),
]
# The years whose rules are not verified to the last: no register can change that.
HALF_KNOWN = ["data/2566/oit.yml", "data/2567/oit.yml"]


def test_the_model_agency_has_no_problem_but_those_it_tells_and_explains():
    """`prongsai check` reports the flaws of the registers, each with the agency's explanation, and no other."""
    checked = sites.checked(ROOT / "examples" / "model")
    assert [year.year for year in checked.results.site.years] == [2564, 2565, 2566, 2567]
    of_data = [one for one in checked.problems if one.code != "year-half-known"]
    assert [(one.where.file, one.code, one.values.get("item")) for one in of_data] == TOLD_ON_PURPOSE
    assert all(one.explanation for one in of_data)
    assert [one.where.file for one in checked.problems if one not in of_data] == HALF_KNOWN
