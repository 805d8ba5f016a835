"""What differs apart from what sentences tell."""

from dataclasses import replace

import pytest

from orgdesign.designs.comparison.organisations import unreported_changes
from orgdesign.model import Assessment, Design, Function, Organisation, Outcome, Role

BAKERY = Organisation(
    "Harvest Bakery",
    Outcome("desired", "My bread is at the door before I open"),
    {"ovens": Function("ovens", "Ovens")},
    {"baker": Role("baker", "Baker")},
)


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        (
            {"roles": {"baker": Role("baker", "Baker", sections={"Skills": "Bread"})}},
            "the descriptions of roles",
        ),
        ({"designs": {"new": Design("new", "New")}}, "the designs"),
        ({"assessment": Assessment(power_core_function="ovens")}, "the assessment"),
        ({"rules": {"span-of-control": "off"}}, "how severe rules are"),
    ],
)
def test_each_is_said_in_words(changed, told):
    assert [*unreported_changes(BAKERY, replace(BAKERY, **changed))] == [told]


def test_what_is_new_or_gone_is_told_elsewhere():
    after = replace(BAKERY, roles={"owner": Role("owner", "Owner", holders=("A. Crumb",))})
    assert [*unreported_changes(BAKERY, after)] == []
