"""Whatever a design asks for, settled, the file says exactly what the structure was."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from hypothesis import assume, example, given
from hypothesis import strategies as st

from orgdesign.designs.adoption import adopt_design
from orgdesign.designs.adoption.edits import edits_between
from orgdesign.designs.comparison import ChangeFormatter, compare
from orgdesign.designs.ledger import DesignLedger
from orgdesign.designs.ledger.amounts import NOTHING
from orgdesign.designs.replay import replay, replay_steps
from orgdesign.model import Design
from orgdesign.yamlfile import Reading, read
from orgdesign.yamlfile.editing import apply

TODAY = """\
# The bakery as it is.
organization: Harvest Bakery
outcome:
  statement: My bread is at the door before I open
  accountable: owner
  outcomes: {fresh: {statement: My bread is fresh, accountable: driver}}
functions:
  office: {name: Office, accountable: owner, headcount: 1}
  # Everything that rises.
  baking:
    name: Baking
    reports_to: office
    accountable: owner      # since the strike
    alignment: {outcome: fresh, contribution: Bakes at four, also: [desired]}
    measures: [late]
    headcount: 2.5

  ovens: {name: Ovens, reports_to: baking, headcount: 4, cost: 12}
  vans: {name: Vans, reports_to: office, accountable: driver, measures: [late, short]}
roles:
  owner: {title: Owner, function: office}
  driver:
    title: Driver
    function: vans
    vacant: yes
    rewarded_for: [{measure: short, weight: 100}]
measures:
  late: {name: Late mornings}
  short: {name: Short trays, baseline: 12}
journey:
  receives: {name: Receives, functions: [office, baking, ovens, vans]}
handoffs:
  out: {from: baking, to: vans, stage: receives, accountable: driver}
  up: {from: ovens, to: baking}
assessment:
  chief_customer_officer: {clarity: {answer: yes, who: driver}}
  power_core_function: vans
  sharing: {sponsor: driver, commitments: {vans: {time: 30}, ovens: {time: 10}}}
designs:
  # What we want to try.
  try:
    name: Try
    phases: {spring: {name: Spring}, autumn: {name: Autumn}}
    changes:
"""

ids = st.sampled_from(("office", "baking", "ovens", "vans", "new", "other"))
roles = st.sampled_from(("owner", "driver", "lead"))
measures = st.sampled_from(("late", "short"))
new_ids = st.sampled_from(("one", "two"))
several_ids = st.lists(ids, max_size=2, unique=True)
alignments = st.sampled_from(
    ({"outcome": "fresh", "contribution": "Bakes: twice"}, {"contribution": ""}, {"link": "direct"})
)
rewards = st.lists(st.fixed_dictionaries({"measure": measures}), max_size=1)
told = {"reports_to": ids, "accountable": roles, "alignment": alignments, "cost": st.just("7.5")}
parts = st.dictionaries(
    ids, st.fixed_dictionaries({"name": ids}, optional=told), min_size=1, max_size=3
)
NEWER: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "change-function": (
        {"function": ids},
        {
            "headcount": st.sampled_from(("0", "3")),
            "attributes": st.sampled_from(({"location": "Leeds"}, {"location": ""})),
            "measures": st.just(["late"]),
        },
    ),
    "transfer": (
        {"from": ids, "to": ids, "people": st.sampled_from(("1", "2"))},
        {"posts": st.just("2"), "cost": st.just("2")},
    ),
    "dot": ({"function": ids, "to": ids}, {"label": st.just("chapter")}),
    "undot": ({"function": ids, "to": ids}, {}),
    "move-holder": ({"from": roles, "to": roles}, {"acting": st.just("yes")}),
    "add-holder": ({"role": roles, "holder": st.just("Ada")}, {"shares": st.just("yes")}),
    "end-holder": ({"role": roles}, {"status": st.just("held")}),
    "fill-seat": ({"role": roles, "status": st.sampled_from(("open", "acting"))}, {}),
    "add-outcome": ({"outcome": new_ids, "statement": ids}, {"under": st.just("fresh")}),
    "change-outcome": ({"outcome": st.sampled_from(("fresh", "one"))}, {"statement": ids}),
    "retire-outcome": (
        {"outcome": st.sampled_from(("fresh", "one"))},
        {"replaced_by": st.just("desired")},
    ),
    "add-measure": ({"measure": new_ids, "name": ids}, {}),
    "retire-measure": ({"measure": measures}, {"replaced_by": measures}),
    "add-handoff": ({"handoff": new_ids, "from": ids, "to": ids}, {"accountable": roles}),
    "change-handoff": ({"handoff": st.sampled_from(("out", "up", "one"))}, {"to": ids}),
    "retire-handoff": ({"handoff": st.sampled_from(("out", "up"))}, {}),
    "add-stage": ({"stage": new_ids, "name": ids}, {"before": st.just("receives")}),
    "change-stage": ({"stage": st.sampled_from(("receives", "one"))}, {"functions": several_ids}),
    "retire-stage": ({"stage": st.just("receives")}, {}),
    "rename-organization": ({"name": ids}, {}),
}
KINDS: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "move": ({"function": ids}, {"reports_to": ids}),
    "add": ({"function": ids, "name": ids}, told),
    "rename": ({"function": ids, "name": st.sampled_from(("no", "Bread: fresh", "012"))}, {}),
    "merge": (
        {"functions": st.lists(ids, min_size=2, max_size=3, unique=True), "into": ids},
        {"name": ids},
    ),
    "split": ({"function": ids, "into": parts}, {}),
    "retire": ({"function": ids}, {"reports_to": ids}),
    "align": ({"function": ids, "alignment": alignments}, {}),
    "appoint": ({"accountable": roles, "handoff": st.sampled_from(("out", "up"))}, {}),
    "add-role": ({"role": roles, "title": ids}, {"function": ids, "purpose": st.just("")}),
    "change-role": ({"role": roles}, {"vacant": st.sampled_from(("yes", "no"))}),
    "move-role": ({"role": roles, "function": ids}, {}),
    "retire-role": ({"role": roles}, {}),
    "change-measure": ({"measure": measures}, {"target": st.just("3"), "unit": ids}),
    "reward": ({"role": roles, "rewarded_for": rewards}, {}),
    **NEWER,
}
phases = st.sampled_from(("spring", "autumn"))
changes = st.one_of(
    *(
        st.fixed_dictionaries({"change": st.just(kind), **must}, optional={"phase": phases, **may})
        for kind, (must, may) in KINDS.items()
    )
)


def told_in(asked: list[dict[str, Any]]) -> Reading:
    """Return the bakery with a design of changes, each a line of the file."""
    lines = "".join(f"      - {json.dumps(change)}\n" for change in asked)
    return read((TODAY + (lines or "      []\n")).encode(), "bakery.yaml")


def possible(asked: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the changes that can be made one after the other."""
    made: list[dict[str, Any]] = []
    for change in asked:
        organisation = told_in([*made, change]).organisation
        if organisation and not replay(organisation, organisation.designs["try"]).failures:
            made.append(change)
    return made


@given(st.lists(changes, min_size=1, max_size=8).map(possible))
@example([{"change": "split", "function": "office", "into": {"new": {"name": "Office"}}}])
def test_a_settled_design_is_what_the_file_says(asked: list[dict[str, Any]]) -> None:
    assume(asked)
    reading = told_in(asked)
    assert reading.organisation
    then = replay(reading.organisation, reading.organisation.designs["try"]).organisation
    settled = adopt_design(reading, "try").reading
    assert settled.organisation
    assert settled.organisation.designs == {}
    assert _parts(settled.organisation) == _parts(then)
    again = read(settled.source.text.encode(), "bakery.yaml")  # type: ignore[union-attr]
    assert again.organisation == settled.organisation
    assert again.problems == ()


@given(st.lists(changes, min_size=1, max_size=6).map(possible))
def test_later_phases_make_of_the_new_today_what_they_made_of_the_old_one(
    asked: list[dict[str, Any]],
) -> None:
    assume(any(change.get("phase") == "autumn" for change in asked))
    reading = told_in(asked)
    assert reading.organisation
    design = reading.organisation.designs["try"]
    assume(not replay(reading.organisation, design, "spring").failures)
    whole = replay(reading.organisation, design).organisation
    settled = adopt_design(reading, "try", "spring")
    assert settled.left == sum(change.get("phase") == "autumn" for change in asked)
    assert settled.reading.organisation
    rest: Design = settled.reading.organisation.designs["try"]
    assert [*rest.phases] == ["autumn"]
    assert _parts(replay(settled.reading.organisation, rest).organisation) == _parts(whole)


def _parts(organisation: Any) -> list[object]:
    """Return the parts of an organisation, in order, without its designs."""
    sections = ("functions", "roles", "measures", "journey", "handoffs")
    listed = [list(getattr(organisation, section).items()) for section in sections]
    return [organisation.name, organisation.outcome, *listed, organisation.assessment]


@given(st.lists(changes, min_size=1, max_size=8).map(possible))
def test_a_ledger_balances_and_nothing_is_lost_without_a_word(asked: list[dict[str, Any]]) -> None:
    assume(asked)
    today = told_in(asked).organisation
    assert today
    design = today.designs["try"]
    ledger, end = DesignLedger(today, design), replay(today, design)
    assert ledger.before + sum((e.delta for e in ledger.entries), NOTHING) == ledger.after
    assert ledger.phases[-1].after == ledger.after if ledger.phases else True
    formatter = ChangeFormatter(today, design)
    words = " ".join(formatter.sentence(step) for step in replay_steps(today, design))
    differences = compare(today, end.organisation, end.lineage)
    said = {(each.of, id_) for each in differences for id_ in each.origins}
    for kind, section in (("role", "roles"), ("measure", "measures"), ("handoff", "handoffs")):
        for id_ in getattr(today, section).keys() - getattr(end.organisation, section).keys():
            assert (kind, id_) in said
    for _ in end.open:
        assert "undecided" in words


def test_an_entry_that_is_to_be_last_is_reached_by_moving_the_others() -> None:
    reading = told_in([{"change": "rename", "function": "office", "name": "Head office"}])
    assert reading.organisation
    today = reading.organisation
    first, *others = today.functions
    turned = {id_: today.functions[id_] for id_ in (*others, first)}
    edits = [
        *edits_between(today, replace(today, functions=turned), {id_: (id_,) for id_ in turned})
    ]
    done = apply(reading, edits).reading.organisation
    assert done
    assert [*done.functions] == [*turned]
