"""Proposals: fewer hand-offs between branches, within limits, as a design."""

from __future__ import annotations

from dataclasses import replace
from time import process_time

from hypothesis import given, settings
from hypothesis import strategies as st

from orgdesign.designs.replay import replay_steps
from orgdesign.diagnosis.crossings import Crossings
from orgdesign.model import Function, Handoff, Organisation, Outcome, Role, Stage
from orgdesign.proposals import Limits, propose
from orgdesign.yamlfile import read
from orgdesign.yamlfile.editing import Add, apply
from tests.properties import examples

LINES = {
    "top": None,
    "claims": "top",
    "paying": "claims",
    "loss": "claims",
    "finance": "top",
    "fraud": "finance",
    "books": "finance",
    "sales": "top",
    "offers": "sales",
}


def company(
    *handoffs: tuple[str, str], lines: dict[str, str | None] = LINES, people: float = 5
) -> Organisation:
    """Return functions each led by a role of its own, and unowned hand-offs between them."""
    functions = {
        id_: Function(id_, id_.capitalize(), above, f"head-{id_}", headcount=people)
        for id_, above in lines.items()
    }
    roles = {f"head-{id_}": Role(f"head-{id_}", f"Head of {id_}") for id_ in lines}
    passed = {
        f"h{number}": Handoff(f"h{number}", giver, taker)
        for number, (giver, taker) in enumerate(handoffs)
    }
    promise = Outcome("desired", "Paid within five days")
    return Organisation("Company", promise, functions, roles, handoffs=passed)


FRAUD = company(("paying", "fraud"), ("fraud", "paying"), ("loss", "fraud"), ("books", "offers"))


def moves(organisation: Organisation, limits: Limits) -> list[tuple[str, str]]:
    """Return which functions a proposal moves, and to whom."""
    return [(one.function, one.reports_to) for one in propose(organisation, limits).moves]


def test_a_function_goes_to_the_leader_of_those_it_works_with():
    assert moves(FRAUD, Limits(people=5)) == [("fraud", "claims")]


def test_a_function_that_is_to_stay_stays():
    assert moves(FRAUD, Limits(frozenset({"fraud"}), people=5)) == [("paying", "finance")]


def test_nobody_moves_where_nobody_may():
    assert moves(FRAUD, Limits(people=4)) == []
    assert moves(FRAUD, Limits(people=100, moves=0)) == []


def test_a_leader_gets_no_more_reports_than_the_span_allows():
    assert "claims" not in {to for _, to in moves(FRAUD, Limits(span=2, people=100))}
    assert "claims" in {to for _, to in moves(FRAUD, Limits(span=3, people=100))}


def test_two_functions_that_keep_each_other_move_together():
    tied = company(
        ("fraud", "books"), ("fraud", "paying"), ("books", "loss"),
        ("fraud", "books"), ("fraud", "books"), lines=LINES | {"cash": "finance"},
    )  # fmt: skip
    assert {one for one, _ in moves(tied, Limits(frozenset({"paying", "loss"}), people=100))} == {
        "fraud",
        "books",
    }


def test_whoever_leads_both_sides_answers_for_what_nobody_owned():
    proposal = propose(FRAUD, Limits(people=5))
    said = [sentence for change, sentence in proposal.sentences if change.kind == "appoint"]
    assert said == [
        "Head of claims answers for the hand-off from Paying to Fraud.",
        "Head of claims answers for the hand-off from Fraud to Paying.",
        "Head of claims answers for the hand-off from Loss to Fraud.",
        "Head of offers answers for the hand-off from Books to Offers.",
    ]


def test_a_step_that_no_hand_off_joins_gets_one():
    met = replace(company(), journey={"pay": Stage("pay", "Is paid", functions=("loss", "paying"))})
    after = propose(met).after
    assert after.handoffs["loss-to-paying"].accountable == "head-claims"
    assert not Crossings(after).ownerless


def test_each_move_says_what_crosses_today():
    (change, _), *_ = propose(FRAUD, Limits(people=5)).sentences
    assert change.reason == (
        "3 hand-offs and steps of its own cross to other branches today, most of all with "
        "Paying (2) and Loss (1)."
    )


def test_figures_say_what_it_would_do():
    figures = {
        one.name: (one.before, one.after) for one in propose(FRAUD, Limits(people=5)).figures()
    }
    assert figures["Cross from branch to branch"] == (4, 1)
    assert figures["Owned by nobody"] == (4, 0)
    assert figures["People who move"] == (0, 5)


TEXT = b"""organization: Small
outcome: {statement: Paid within five days}
functions:
  top: {name: Top, accountable: chief}
  a: {name: A, reports_to: top, accountable: chief}
  a1: {name: A1, reports_to: a}
  a2: {name: A2, reports_to: a}
  b: {name: B, reports_to: top}
  b1: {name: B1, reports_to: b}
roles:
  chief: {title: Chief}
journey:
  buy: {name: Buys, functions: [a1, b1]}
handoffs:
  one: {from: b1, to: a2}
"""


def test_a_proposal_is_a_design_that_the_file_can_say():
    reading = read(TEXT, "small.yaml")
    assert reading.organisation
    proposal = propose(reading.organisation)
    applied = apply(reading, [Add(("designs",), "proposal", proposal.as_written())])
    assert applied.reading.organisation
    written = applied.reading.organisation.designs["proposal"]
    assert written == proposal.design
    assert not any(step.reason for step in replay_steps(reading.organisation, written))


@st.composite
def companies(draw: st.DrawFn) -> Organisation:
    """Return any reporting lines with any hand-offs, some of them owned, and a journey."""
    count = draw(st.integers(1, 14))
    lines: dict[str, str | None] = {"f0": None}
    for number in range(1, count):
        above = draw(st.integers(-1, number - 1))
        lines[f"f{number}"] = f"f{above}" if above >= 0 else None
    ids = st.sampled_from([*lines])
    whole = company(*draw(st.lists(st.tuples(ids, ids), max_size=20)), lines=lines)
    vacant = {id_: replace(role, vacant=draw(st.booleans())) for id_, role in whole.roles.items()}
    owned = {
        id_: replace(one, accountable=draw(st.sampled_from([None, *vacant])))
        for id_, one in whole.handoffs.items()
    }
    met = {f"s{n}": Stage(f"s{n}", "Stage", functions=tuple(draw(st.lists(ids)))) for n in range(2)}
    counted = {
        id_: replace(one, headcount=draw(st.sampled_from([None, 0, 3, 40])))
        for id_, one in whole.functions.items()
    }
    return replace(whole, functions=counted, roles=vacant, handoffs=owned, journey=met)


@st.composite
def limits(draw: st.DrawFn) -> Limits:
    """Return any limits."""
    return Limits(
        frozenset(draw(st.sets(st.sampled_from([f"f{n}" for n in range(14)])))),
        draw(st.sampled_from([None, 0, 1, 3, 20])),
        draw(st.sampled_from([None, 0, 5, 1000])),
        draw(st.integers(0, 6)),
    )


@settings(max_examples=examples(60), deadline=None)
@given(companies(), limits())
def test_a_proposal_is_never_worse_than_today_and_breaks_no_limit(
    whole: Organisation, limits: Limits
):
    proposal = propose(whole, limits)
    was, now = Crossings(whole), Crossings(proposal.after)
    assert len(now.crossing) <= len(was.crossing)
    assert len(now.ownerless) <= len(was.ownerless)
    assert bool(proposal.moves) == (len(now.crossing) < len(was.crossing))
    assert not any(step.reason for step in replay_steps(whole, proposal.design))
    moved = {
        id_
        for id_, one in proposal.after.functions.items()
        if one.reports_to != whole.functions[id_].reports_to
    }
    assert not moved & limits.stays
    assert len(moved) == len(proposal.moves) <= limits.moves
    assert not moved or proposal.people <= limits.most_people(whole)
    for leader in {proposal.after.functions[id_].reports_to for id_ in moved}:
        assert leader
        lines = proposal.after.index.lines
        assert len(lines[leader]) <= limits.most_reports(whole.functions[leader])


def test_a_thousand_functions_take_less_than_ten_seconds():
    lines: dict[str, str | None] = {"f0": None}
    lines |= {f"f{n}": f"f{(n - 1) // 6}" for n in range(1, 1000)}
    passed = [(f"f{n * 7 % 1000}", f"f{(n * n + 3) % 1000}") for n in range(3000)]
    started = process_time()
    proposal = propose(company(*passed, lines=lines), Limits(moves=10))
    assert proposal.moves
    assert proposal.design.changes
    assert process_time() - started < 10
