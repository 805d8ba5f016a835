"""Whatever a design asks for, what comes out is an organisation that holds together."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from orgdesign.designs.replay import ReplayResult, replay
from orgdesign.model import (
    Alignment,
    Change,
    Design,
    Function,
    Handoff,
    Organisation,
    Outcome,
    Role,
    SplitPart,
    Stage,
)

FUNCTIONS = ("office", "baking", "ovens", "vans")
TODAY = Organisation(
    "Harvest Bakery",
    Outcome("desired", "My bread is at the door before I open", accountable="owner"),
    {
        "office": Function("office", "Office", accountable="owner", headcount=1),
        "baking": Function("baking", "Baking", "office", "owner", headcount=2),
        "ovens": Function("ovens", "Ovens", "baking", headcount=4),
        "vans": Function("vans", "Vans", "office", "driver", headcount=8),
    },
    {"owner": Role("owner", "Owner", function="office"), "driver": Role("driver", "Driver")},
    journey={"receives": Stage("receives", "Receives", functions=FUNCTIONS)},
    handoffs={"out": Handoff("out", "baking", "vans"), "up": Handoff("up", "ovens", "baking")},
)

ids = st.sampled_from((*FUNCTIONS, "new", "other"))
roles = st.sampled_from(("owner", "driver", "lead"))
above = st.none() | ids
parts = st.lists(ids, min_size=1, max_size=3, unique=True).flatmap(
    lambda names: st.tuples(*(st.builds(SplitPart, st.just(n), st.just(n), above) for n in names))
)
several = st.lists(ids, min_size=2, max_size=3, unique=True).map(tuple)
aligned = st.just(Alignment("desired", "Bakes"))
KINDS = {
    "move": {"function": ids, "reports_to": above},
    "add": {"function": ids, "name": ids, "reports_to": above},
    "merge": {"functions": several, "into": ids},
    "split": {"function": ids, "into": parts},
    "retire": {"function": ids, "reports_to": above},
    "align": {"function": ids, "alignment": aligned},
    "appoint": {"function": ids, "accountable": roles},
    "add-role": {"role": roles, "title": ids, "function": above},
    "move-role": {"role": roles, "function": ids},
    "retire-role": {"role": roles},
}
changes = st.one_of(
    *(
        st.builds(Change, st.just(kind), values=st.fixed_dictionaries(values))
        for kind, values in KINDS.items()
    )
)


def check_references(organisation: Organisation) -> None:
    functions, seats = organisation.functions, organisation.roles
    for function in functions.values():
        assert function.reports_to is None or function.reports_to in functions
        assert function.accountable is None or function.accountable in seats
    for role in seats.values():
        assert role.function is None or role.function in functions
    for stage in organisation.journey.values():
        assert set(stage.functions) <= functions.keys()
    for handoff in organisation.handoffs.values():
        assert {handoff.giver, handoff.taker} <= functions.keys()
        assert handoff.giver != handoff.taker


def check_lines(organisation: Organisation) -> None:
    for function in organisation.functions:
        seen, at = set(), organisation.functions[function].reports_to
        while at is not None:
            assert at not in seen
            seen.add(at)
            at = organisation.functions[at].reports_to


def check_lineage(done: ReplayResult) -> None:
    assert done.lineage.keys() == done.organisation.functions.keys()
    assert all(set(origins) <= TODAY.functions.keys() for origins in done.lineage.values())


@given(st.lists(changes, max_size=8))
def test_every_reference_leads_somewhere_and_nobody_reports_in_a_circle(
    asked: list[Change],
) -> None:
    done = replay(TODAY, Design("try", "Try", changes=tuple(asked)))
    check_references(done.organisation)
    check_lines(done.organisation)
    check_lineage(done)
    assert TODAY.functions["baking"].reports_to == "office"
