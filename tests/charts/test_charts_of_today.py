from dataclasses import replace

import pytest

from orgdesign.charts import ChartsOfToday, after, before
from orgdesign.charts.boxes import KnownBoxes
from orgdesign.model import Assessment, Organisation
from tests.organisations import CLAIMS, organisation


def boxes_made_anew(first: Organisation, second: Organisation) -> set[str]:
    """Return the boxes of the chart before that are not those of the edition before."""
    earlier = ChartsOfToday(first)
    known = {id(box) for box in earlier["before"].boxes}
    later = ChartsOfToday(second, earlier)
    assert later["before"] == before(second)
    assert later["after"] == after(second)
    return {box.id for box in later["before"].boxes if id(box) not in known}


def test_only_what_an_edit_touches_is_made_anew():
    today = organisation()
    renamed = replace(CLAIMS, name="Settlement")

    functions = {**today.functions, "claims": renamed}
    assert boxes_made_anew(today, replace(today, functions=functions)) == {"function-claims"}


def test_a_box_is_made_anew_where_something_else_that_it_tells_has_changed():
    today = organisation()
    vacant = {id_: replace(role, vacant=not role.vacant) for id_, role in today.roles.items()}
    core = Assessment(power_core_function="claims")

    led = {f"function-{each.id}" for each in today.functions.values() if each.accountable}
    assert boxes_made_anew(today, replace(today, roles=vacant)) == led
    assert boxes_made_anew(today, replace(today, assessment=core)) == {"function-claims"}
    assert boxes_made_anew(replace(today, assessment=core), today) == {"function-claims"}


def test_another_chart_may_be_looked_at_while_the_next_edition_takes_from_the_first(
    monkeypatch: pytest.MonkeyPatch,
):
    today = ChartsOfToday(organisation())
    assert today["before"]

    def known_boxes(*made_of: object) -> KnownBoxes:
        assert today["after"]  # as somebody else does, in a thread of their own
        return KnownBoxes(*made_of)

    monkeypatch.setattr("orgdesign.charts.structure_charts.KnownBoxes", known_boxes)

    assert "before" in today.known_boxes()
