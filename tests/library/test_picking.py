"""What is picked from the library stands in the file, with what it refers to and nothing else."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgdesign.library import SECTORS, Picks, beginning, match_existing, organisation_of, pick
from orgdesign.model import Organisation, Outcome
from orgdesign.resources import folder
from orgdesign.web.kit import taken_ids
from orgdesign.workspace.needed_edits import necessary_edits
from orgdesign.yamlfile import Reading, read
from orgdesign.yamlfile.editing import apply
from tests.properties import examples

SMALLEST = """\
organization: Harbour Mutual
outcome: {statement: My roof is whole again before the rain}
"""
STEERED = """\
organization: Harbour Mutual
outcome:
  statement: My roof is whole again before the rain
  outcomes:
    paid: {statement: I am paid within a week}
functions:
  board: {name: Board, accountable: head}
  claims: {name: CLAIMS, reports_to: board}
roles:
  head: {title: Claims  director}
measures:
  days: {name: Days from first notice to settlement}
designs:
  later:
    name: Later
    changes: [{change: add, function: complaints, name: Ombudsman}]
"""


def added(text: str, sector: str, picks: Picks) -> Organisation:
    """Return an organisation with what was picked."""
    after, _ = added_to(read(text.encode(), "it.yaml"), sector, picks)
    assert after.organisation
    return after.organisation


def added_to(reading: Reading, sector: str, picks: Picks) -> tuple[Reading, str]:
    organisation, source = reading.organisation, reading.source
    assert organisation
    assert source
    taken = partial(taken_ids, organisation)
    picked = pick(organisation, organisation_of(sector), picks, taken)
    edits = necessary_edits(picked.edits, source)
    after = apply(reading, edits) if edits else None
    return (read(after.data, "it.yaml") if after else reading), picked.told


def test_a_function_brings_its_outcome_its_role_and_their_measures():
    after = added(SMALLEST, "insurance", Picks(functions=["loss-prevention"]))

    function = after.functions["loss-prevention"]
    assert function.name == "Loss Prevention"
    assert function.alignment.outcome == "spared"
    assert function.alignment.link == "direct"
    assert after.outcome.outcomes["spared"].measures == ("preventable-losses",)
    assert after.roles["head-of-loss-prevention"].function == "loss-prevention"
    assert after.outcome.outcomes["spared"].accountable == "head-of-loss-prevention"
    assert [*after.measures] == ["preventable-losses"]


def test_without_measures_nothing_refers_to_one():
    picks = Picks(["told"], ["claims"], with_measures=False)
    after = added(SMALLEST, "insurance", picks)

    assert after.measures == {}
    assert after.functions["claims"].measures == ()
    assert after.roles["claims-director"].measured_by == ()
    assert after.outcome.outcomes["told"].accountable is None


def test_a_function_reports_to_the_nearest_above_it_that_is_there():
    after = added(SMALLEST, "insurance", Picks(functions=["executive", "repair-network"]))
    assert after.functions["repair-network"].reports_to == "executive"

    after = added(STEERED, "insurance", Picks(functions=["repair-network", "products"]))
    assert after.functions["repair-network"].reports_to == "claims"  # called CLAIMS
    assert after.functions["products"].reports_to == "board"

    after = added(SMALLEST, "insurance", Picks(functions=["products", "pricing", "finance"]))
    assert after.functions["finance"].reports_to is None
    assert after.functions["pricing"].reports_to == "products"


def test_of_several_tops_the_largest_takes_what_would_report_to_nobody():
    tops = "functions:\n  a: {name: A}\n  b: {name: B}\n  c: {name: C, reports_to: b}\n"
    after = added(SMALLEST + tops, "insurance", Picks(functions=["brokers"]))
    assert after.functions["brokers"].reports_to == "b"


def test_what_has_the_same_name_is_the_same():
    after = added(STEERED, "insurance", Picks(functions=["claims", "claims-intake", "finance"]))

    assert [*after.functions] == ["board", "claims", "claims-intake", "finance"]
    assert after.functions["claims"].measures == ()  # was there: left alone
    library = organisation_of("insurance")
    assert match_existing(after, library).measures["days-to-settlement"] == "days"
    assert after.outcome.outcomes["settled"].measures[0] == "days"
    assert after.outcome.outcomes["settled"].accountable == "head"  # titled Claims  director


def test_ids_are_fresh_also_to_what_a_design_adds():
    after = added(STEERED, "insurance", Picks(functions=["complaints"]))

    assert after.functions["complaints-2"].name == "Complaints"
    assert after.roles["head-of-complaints"].function == "complaints-2"


@pytest.mark.parametrize(("serves", "outcome"), [("paid", "paid"), ("", None)])
def test_functions_can_be_made_to_serve_another_outcome_or_none_yet(serves, outcome):
    picks = Picks(functions=["underwriting", "claims-payments"], serves=serves)
    after = added(STEERED, "insurance", picks)

    assert [*after.outcome.outcomes] == ["paid"]
    alignment = after.functions["underwriting"].alignment
    assert (alignment.outcome, alignment.also) == (outcome, ())
    assert alignment.contribution == "Says yes, no or what has to be mended first while the customer is still on the line"  # fmt: skip  # noqa: E501


def test_the_root_can_take_the_words_of_the_library():
    picks = Picks(desired=True)
    after = added(STEERED, "insurance", picks)

    assert after.outcome.statement == organisation_of("insurance").outcome.statement
    assert after.outcome.customer == "Households and small firms that hold a policy with us"
    assert after.outcome.measures == ("days-to-restored",)
    assert [*after.outcome.outcomes] == ["paid"]
    reading = read(beginning("insurance").encode(), "it.yaml")
    assert added_to(reading, "insurance", picks) == (reading, "")


def test_a_root_keeps_its_customer_and_its_measures():
    after = added(beginning(), "insurance", Picks(desired=True))

    assert after.outcome.customer == "Cafés within an hour's drive"
    assert after.outcome.measures == ("missed-mornings", "days-to-restored")


def test_it_is_told_in_words():
    reading = read(SMALLEST.encode(), "it.yaml")
    _, told = added_to(reading, "insurance", Picks(functions=["executive", "claims"]))
    assert told == "1 outcome, 2 functions, 2 roles and 3 measures"
    _, told = added_to(reading, "insurance", Picks(measures=["hours-to-money"]))
    assert told == "1 measure"
    _, told = added_to(reading, "bank", Picks(desired=True, with_measures=False))
    assert told == "1 desired customer outcome"
    assert added_to(reading, "insurance", Picks())[1] == ""


EXAMPLES = {path.name: path.read_text("utf-8") for path in folder("examples").glob("*.yaml")}
TEXTS = {"smallest": SMALLEST, "steered": STEERED, "starter": beginning(), **EXAMPLES}
READINGS = {name: read(text.encode(), name) for name, text in TEXTS.items()}


@st.composite
def any_picks(draw: st.DrawFn, sector: str, organisation: Organisation) -> Picks:
    """Draw any part of what a sector offers, served in any way."""

    def some(ids: object) -> list[str]:
        return draw(st.lists(st.sampled_from([*ids]), unique=True, max_size=6))  # type: ignore[call-overload]

    library = organisation_of(sector)
    outcomes = [one.id for one in organisation.outcome.walk()]
    return Picks(
        some(library.outcome.outcomes),
        some(library.functions),
        some(library.measures),
        draw(st.sampled_from([None, None, "", *outcomes])),
        draw(st.booleans()),
    )


@settings(max_examples=examples(15))
@given(st.data(), st.sampled_from([*READINGS]), st.sampled_from([*SECTORS]))
def test_any_picks_into_any_file_are_there_and_change_nothing_else(data, name, sector):
    reading = READINGS[name]
    before = reading.organisation
    assert before
    picks = data.draw(any_picks(sector, before))

    after, _ = added_to(reading, sector, picks)

    assert after.problems == ()
    assert after.organisation
    assert without_what_is_new(after.organisation, before) == before
    now = match_existing(after.organisation, organisation_of(sector))
    assert now.outcomes.keys() >= {*picks.outcomes}
    assert now.functions.keys() >= {*picks.functions}
    assert now.measures.keys() >= {*picks.measures}
    for id_ in after.organisation.functions.keys() - before.functions.keys():
        assert after.organisation.functions[id_].accountable
    again, told = added_to(after, sector, picks)
    assert (again, told) == (after, "")


def without_what_is_new(after: Organisation, before: Organisation) -> Organisation:
    """Return an organisation with only the parts that another has too."""
    known = {one.id for one in before.outcome.walk()}
    return replace(
        after,
        outcome=_old(after.outcome, known),
        functions={id_: one for id_, one in after.functions.items() if id_ in before.functions},
        roles={id_: one for id_, one in after.roles.items() if id_ in before.roles},
        measures={id_: one for id_, one in after.measures.items() if id_ in before.measures},
    )


def _old(outcome: Outcome, known: set[str]) -> Outcome:
    kept = {id_: _old(one, known) for id_, one in outcome.outcomes.items() if id_ in known}
    return replace(outcome, outcomes=kept)
