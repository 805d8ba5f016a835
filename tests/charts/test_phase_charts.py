"""The reporting lines phase by phase, in which what stays keeps its place."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from orgdesign.charts import ChangeNote, Chart
from orgdesign.charts.box_places import places_of
from orgdesign.charts.phase_charts import phase_charts
from orgdesign.designs.replay import Structure
from orgdesign.model import Change, Design, Function, Phase
from orgdesign.render import compose_chart
from tests.designs.replay.test_any_design import TODAY
from tests.designs.replay.test_any_design import changes as any_changes

PHASES = {"one": Phase("one", "One"), "two": Phase("two", "Two")}


def walked(*changes: Change) -> tuple[list[Structure], list[Chart]]:
    return phase_charts(TODAY, Design("try", "Try", PHASES, changes))


def charts(*changes: Change) -> list[Chart]:
    return walked(*changes)[1]


def asks(kind: str, phase: str, **values: object) -> Change:
    return Change(kind, phase, values=values)


def told(chart: Chart, id_: str) -> tuple[ChangeNote, ...]:
    return next(box.changes for box in chart.boxes if box.id == id_)


MOVE = asks("move", "one", function="ovens", reports_to="vans")


def test_a_box_tells_what_is_new_since_the_phase_before():
    _, first, second = charts(MOVE)
    assert told(first, "function-ovens") == (ChangeNote("→ Moved", "from Baking"),)
    assert told(second, "function-ovens") == ()


def test_today_tells_of_no_change():
    assert all(box.changes == () for box in charts(MOVE)[0].boxes)


def test_a_function_that_moved_keeps_its_new_place():
    before, first, second = charts(MOVE)
    places = [places_of(chart)["function-ovens"] for chart in (before, first, second)]
    assert places[0] != places[1] == places[2]


def test_one_root_needs_no_head():
    assert charts()[0].root.kind == "function"


def test_a_second_root_gives_all_charts_a_head():
    found = charts(asks("move", "two", function="vans", reports_to=None))
    assert {chart.root.kind for chart in found} == {"organisation"}


def test_all_charts_are_drawn_to_one_layout():
    found = charts(MOVE)
    points = [
        {each.card.box.id: (each.x, each.y) for each in compose_chart(chart, found).cards}
        for chart in found
    ]
    assert points[0]["function-vans"] == points[1]["function-vans"] == points[2]["function-vans"]


@given(st.lists(any_changes, max_size=6), st.data())
def test_what_stays_under_what_stays_keeps_its_place(changes: list[Change], data: st.DataObject):
    phases = [replace(each, phase=data.draw(st.sampled_from([*PHASES]))) for each in changes]
    structures, found = walked(*phases)
    kept = [
        function.id
        for function in TODAY.functions.values()
        if all(_line(each, function) == _line(structures[0], function) for each in structures)
    ]
    for id_ in kept:
        assert len({places_of(chart)[f"function-{id_}"] for chart in found}) == 1


def _line(structure: Structure, function: Function) -> list[tuple[str, tuple[str, ...]]] | None:
    """Return what stands over a function and where each comes from; None where it is gone."""
    found, at = [], structure.organisation.functions.get(function.id)
    while at:
        found.append((at.id, structure.lineage[at.id]))
        at = structure.organisation.functions.get(at.reports_to or "")
    return found or None
