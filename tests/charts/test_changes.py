"""What a design changes, as the boxes of three charts tell it."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import example, given
from hypothesis import strategies as st

from orgdesign.charts import BeforeAfterCharts, Box, ChangeNote, Chart, DesignCharts, changes, fold
from orgdesign.designs.comparison import compare
from orgdesign.designs.replay import replay
from orgdesign.model import Change, Design, Function, Organisation, Phase, Role, SplitPart
from orgdesign.yamlfile import read
from tests.designs.replay.test_any_design import TODAY
from tests.designs.replay.test_any_design import changes as any_changes


def drawn(*asked: Change, today: Organisation = TODAY) -> BeforeAfterCharts:
    done = replay(today, Design("try", "Try", changes=asked))
    assert not done.failures
    differences = compare(today, done.organisation, done.lineage)
    return changes(today, done.organisation, done.lineage, differences, done.open)


def asks(kind: str, **values: object) -> Change:
    return Change(kind, values=values)


def box(chart: Chart, id_: str) -> Box:
    return next(each for each in chart.boxes if each.id == id_)


def ids(chart: Chart) -> list[str]:
    return [each.id for each in chart.boxes]


def told(chart: Chart, id_: str) -> tuple[ChangeNote, ...]:
    return box(chart, id_).changes


MOVED = drawn(asks("move", function="ovens", reports_to="vans"))
ENDED = drawn(asks("retire", function="baking"))
MERGED = drawn(asks("merge", functions=("baking", "vans"), into="bread", name="Bread"))
SPLIT = drawn(
    asks(
        "split",
        function="vans",
        into=(SplitPart("north", "North"), SplitPart("south", "South", "baking")),
    )
)
PHASED = Design(
    "try",
    "Try",
    {"spring": Phase("spring", "Spring"), "autumn": Phase("autumn", "Autumn")},
    (
        Change("move", phase="spring", values={"function": "vans", "reports_to": "baking"}),
        Change("add", phase="spring", values={"function": "mill", "name": "Mill"}),
        Change("move", phase="autumn", values={"function": "vans", "reports_to": "office"}),
    ),
)


def test_a_function_that_moves_says_from_where_and_leaves_a_ghost_that_says_to_where():
    assert told(MOVED.changes, "function-ovens") == (ChangeNote("→ Moved", "from Baking"),)
    assert told(MOVED.changes, "ghost-ovens") == (ChangeNote("→ Moved", "to Vans"),)
    assert box(MOVED.changes, "ghost-ovens").parent == "function-baking"


def test_what_does_not_change_steps_back_and_tells_nothing():
    same = box(MOVED.changes, "function-baking")
    assert (same.tone, same.changes) == ("same", ())


def test_a_function_that_ends_stands_there_as_a_ghost_with_what_reported_to_it_then():
    assert told(ENDED.changes, "ghost-baking") == (ChangeNote("− Ends"),)
    assert box(ENDED.changes, "ghost-ovens").parent == "ghost-baking"
    assert told(ENDED.changes, "function-ovens") == (ChangeNote("→ Moved", "from Baking"),)


def test_functions_that_merge_become_one_at_the_place_of_the_first():
    assert told(MERGED.changes, "function-bread")[0] == ChangeNote(
        "⊃ Merged", "from Baking and Vans"
    )
    assert told(MERGED.changes, "ghost-vans") == (ChangeNote("⊃ Merged", "into Bread"),)
    assert "ghost-baking" not in ids(MERGED.changes)
    bread, baking = box(MERGED.reporting, "function-bread"), box(MERGED.before, "function-baking")
    assert bread.place == baking.place


def test_what_becomes_part_of_one_elsewhere_leaves_a_ghost_too():
    chart = drawn(
        asks("merge", functions=("baking", "vans"), into="baking"),
        asks("move", function="baking", reports_to=None),
    ).changes
    assert told(chart, "ghost-baking") == (ChangeNote("⊃ Merged", "into Baking"),)


def test_of_the_parts_of_a_split_the_one_that_stays_keeps_the_place():
    north, south = (box(SPLIT.reporting, f"function-{each}") for each in ("north", "south"))
    assert north.place == box(SPLIT.before, "function-vans").place
    assert south.place not in {each.place for each in SPLIT.before.boxes}
    assert told(SPLIT.changes, "function-south")[0] == ChangeNote("⊂ Split", "from Vans")


def test_the_parts_of_a_split_say_what_nobody_has_given_a_place():
    kept = Function("vans", "Vans", "office", measures=())
    today = replace(
        TODAY,
        functions={**TODAY.functions, "vans": kept},
        roles={**TODAY.roles, "driver": Role("driver", "Driver", function="vans")},
    )
    parts = (SplitPart("north", "North"), SplitPart("south", "South"))
    split = drawn(asks("split", function="vans", into=parts), today=today)
    for part in ("north", "south"):
        (undecided,) = [
            note for note in told(split.changes, f"function-{part}") if "Undecided" in note.word
        ]
        assert "Driver" in undecided.rest


def test_a_new_name_and_a_new_accountable_role_say_what_was_before():
    chart = drawn(
        asks("rename", function="vans", name="Delivery"),
        asks("appoint", function="ovens", accountable="owner"),
    ).changes
    assert told(chart, "function-vans") == (ChangeNote("≈ Renamed", "was Vans"),)
    assert told(chart, "function-ovens") == (ChangeNote("● New accountable role", "was nobody"),)


def test_a_new_function_and_a_new_role_are_told_where_they_are():
    chart = drawn(
        asks("add", function="mill", name="Mill", reports_to="office"),
        asks("add-role", role="lead", title="Lead Baker", function="baking"),
    ).changes
    assert told(chart, "function-mill") == (ChangeNote("+ New"),)
    assert told(chart, "function-baking") == (ChangeNote("+ New role", "Lead Baker"),)


def test_the_chart_says_how_many_functions_change_and_are_gone():
    assert drawn().changes.about == "No function changes."
    assert MOVED.changes.about == "1 function changes."
    assert ENDED.changes.about == "1 function changes, and 1 is no longer there."


def test_a_second_root_hangs_from_the_name_in_all_three_charts():
    charts = drawn(asks("move", function="vans", reports_to=None))
    assert [chart.root.id for chart in charts] == ["organisation"] * 3
    assert len({chart.root.place for chart in charts}) == 1


def test_a_folded_box_says_how_many_changes_it_hides():
    hidden = box(fold(MOVED.changes, 1), "function-vans").hidden
    assert hidden
    assert hidden.changed == 1


def above(chart: Chart) -> dict[str, str]:
    """Return the place above each place."""
    places = {each.id: each.place for each in chart.boxes}
    return {each.place: places.get(each.parent or "", "") for each in chart.boxes}


in_phases = st.lists(
    st.builds(replace, any_changes, phase=st.sampled_from(["spring", "autumn"])), max_size=8
)


@given(in_phases)
def test_places_are_one_tree_and_no_two_boxes_of_a_chart_share_one(asked: list[Change]):
    redrafted = DesignCharts(TODAY, replace(PHASED, changes=tuple(asked)))
    hangs: dict[str, str] = {}
    for chart in redrafted.layout:
        assert len({each.place for each in chart.boxes}) == len(chart.boxes)
        for place, over in above(chart).items():
            assert hangs.setdefault(place, over) == over


@given(st.lists(any_changes, max_size=8))
def test_the_changes_show_every_function_there_is_then_beside_the_ghosts(asked: list[Change]):
    done = replay(TODAY, Design("try", "Try", changes=tuple(asked)))
    differences = compare(TODAY, done.organisation, done.lineage)
    _, shown, new = changes(TODAY, done.organisation, done.lineage, differences)
    assert set(ids(new)) == {each for each in ids(shown) if not each.startswith("ghost-")}


@given(st.lists(any_changes, max_size=8))
def test_a_function_under_the_same_functions_as_before_stays_at_its_place(asked: list[Change]):
    done = replay(TODAY, Design("try", "Try", changes=tuple(asked)))
    differences = compare(TODAY, done.organisation, done.lineage)
    old, _, new = changes(TODAY, done.organisation, done.lineage, differences)
    for each in new.boxes:
        if line(done.organisation, each.subject) == line(TODAY, each.subject):
            kept = all(done.lineage[one] == (one,) for one in line(TODAY, each.subject))
            if kept and each.kind == "function":
                assert each.place == box(old, each.id).place


def line(organisation: Organisation, id_: str) -> list[str]:
    """Return the functions from one up to the top."""
    found: list[str] = []
    function: Function | None = organisation.functions.get(id_)
    while function:
        found.append(function.id)
        function = organisation.functions.get(function.reports_to or "")
    return found


def test_all_phases_of_a_design_are_of_one_layout():
    redrafted = DesignCharts(TODAY, PHASED)
    spring, autumn = redrafted.charts("spring"), redrafted.charts("autumn")
    mill = [box(each["reporting"], "function-mill").place for each in (spring, autumn)]
    assert mill[0] == mill[1]
    vans = [box(each["reporting"], "function-vans").place for each in (spring, autumn)]
    assert vans[0] != vans[1] == box(spring["before"], "function-vans").place


def test_a_design_ends_as_it_is_after_its_last_phase():
    redrafted = DesignCharts(TODAY, PHASED)
    end, autumn = redrafted.charts(None)["changes"], redrafted.charts("autumn")["changes"]
    assert end.boxes == autumn.boxes
    assert (end.title, autumn.title) == (
        "Harvest Bakery: Try, changes",
        "Harvest Bakery: Try, after Autumn, changes",
    )


def test_four_that_become_four_are_told_once_and_their_roles_not_twelve_times() -> None:
    text = """\
organization: Bank
outcome: {statement: I have it on my phone}
functions:
  board: {name: Board}
  a: {name: A, reports_to: board}
  b: {name: B, reports_to: board}
roles:
  lead-a: {title: Lead A, function: a}
  lead-b: {title: Lead B, function: b}
designs:
  tribes:
    name: Tribes
    changes:
      - {change: merge, functions: [a, b], into: pool, name: Pool}
      - {change: split, function: pool, into: {x: {name: X}, y: {name: Y}, z: {name: Z}}}
      - {change: retire-role, role: lead-a}
      - {change: retire-role, role: lead-b}
"""
    bank = read(text.encode(), "bank.yaml").organisation
    assert bank
    done = replay(bank, bank.designs["tribes"])
    found = compare(bank, done.organisation, done.lineage)
    chart = changes(bank, done.organisation, done.lineage, found).changes
    notes = {box.id: [f"{note.word}: {note.rest}" for note in box.changes] for box in chart.boxes}
    assert notes["ghost-b"] == ["↕ Regrouped: into X, Y and Z"]
    assert notes["function-x"] == ["↕ Regrouped: from A and B"]
    assert [each.sentence for each in found if each.of == "function"] == [
        "A and B become X, Y and Z."
    ]


def resized(said: str) -> tuple[ChangeNote, ...]:
    """What the box of a function tells, that has two people and no cost that is given."""
    text = f"""\
organization: Bakery
outcome: {{statement: Bread}}
functions:
  office: {{name: Office, headcount: 2}}
  shop: {{name: Shop, reports_to: office, cost: 5}}
designs: {{try: {{name: Try, changes: [{{change: {said}}}]}}}}
"""
    bakery = read(text.encode(), "bakery.yaml").organisation
    assert bakery
    done = replay(bakery, bakery.designs["try"])
    assert not done.failures
    differences = compare(bakery, done.organisation, done.lineage)
    drawn = changes(bakery, done.organisation, done.lineage, differences).changes
    return told(drawn, "function-office")


def test_what_is_not_given_is_not_told_as_nothing():
    def size(rest: str) -> tuple[ChangeNote]:
        return (ChangeNote("Δ People and cost", rest),)

    assert resized("change-function, function: office, cost: 0") == ()
    assert resized("change-function, function: office, cost: 7") == size("now 7 a year")
    assert resized("transfer, from: shop, to: office, cost: 4") == size("now 4 a year")
    assert resized("change-function, function: office, headcount: 0") == size("2 → 0 people")


@example([asks("retire-role", role="owner")])
@given(st.lists(any_changes, max_size=8))
def test_no_box_tells_of_a_new_accountable_role_and_of_none(asked: list[Change]):
    done = replay(TODAY, Design("try", "Try", changes=tuple(asked)))
    differences = compare(TODAY, done.organisation, done.lineage)
    for each in changes(TODAY, done.organisation, done.lineage, differences).changes.boxes:
        words = {note.word for note in each.changes if each.kind == "function"}
        assert (
            "● New accountable role" if each.lacks_role else "○ No accountable role now"
        ) not in words
