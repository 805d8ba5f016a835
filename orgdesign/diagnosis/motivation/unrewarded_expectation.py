"""A role that is expected to achieve one thing and paid only for another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from orgdesign.diagnosis.finding import Finding, Place
from orgdesign.diagnosis.motivation.judging import paid_for
from orgdesign.diagnosis.rule import rule
from orgdesign.diagnosis.ties import Ties
from orgdesign.diagnosis.wording import joined, quoted
from orgdesign.model import Organisation, Role

Expected = dict[str, list[Place]]


@rule(
    "motivation",
    "warning",
    title="Expected, but not rewarded",
    why="Where what people are asked for and what they are paid for differ, the pay wins, and the "
    "customer gets what is left.",
)
def unrewarded_expectation(organisation: Organisation) -> Iterator[Finding]:
    """Yield each role that is paid, and for nothing of what is expected of it.

    What is expected are the measures that it is measured by, and those of the outcomes,
    functions and hand-offs that it is accountable for. Where customer measures are among them,
    being paid for a measure of the company does not count.
    """
    measures_of = _measures_of(organisation)
    held = Ties(organisation).answers_for
    paid = {each for role in organisation.roles.values() for each in paid_for(role)}
    for role in organisation.roles.values():
        rewards = {*paid_for(role)}
        expected = _expected(role, held.get(role.id, []), measures_of)
        missed = _of_customers(organisation, expected) or expected
        if rewards and missed and rewards.isdisjoint(missed):
            yield _finding(organisation, role, missed, paid)


def _measures_of(organisation: Organisation) -> Mapping[tuple[str, str], tuple[str, ...]]:
    """Return the measures of whatever a role can be accountable for, by its kind and id."""
    measures = {("function", each.id): each.measures for each in organisation.functions.values()}
    measures |= {("outcome", each.id): each.measures for each in organisation.outcome.walk()}
    for each in organisation.handoffs.values():
        measures["handoff", each.id] = (each.measure,) if each.measure else ()
    return measures


def _expected(
    role: Role, held: list[Place], measures_of: Mapping[tuple[str, str], tuple[str, ...]]
) -> Expected:
    """Return what is expected of a role: each measure with the places that say so."""
    expected: Expected = {}
    for measure in role.measured_by:
        expected[measure] = [Place("role", role.id, ("measured_by",))]
    for place in held:
        field = "measure" if place.kind == "handoff" else "measures"
        for measure in measures_of[place.kind, place.id]:
            expected.setdefault(measure, []).append(Place(place.kind, place.id, (field,)))
    return expected


def _of_customers(organisation: Organisation, expected: Expected) -> Expected:
    kinds = {each: organisation.measures[each].kind for each in expected}
    return {each: places for each, places in expected.items() if kinds[each] == "customer"}


def _finding(
    organisation: Organisation, role: Role, missed: Expected, paid_at_all: set[str]
) -> Finding:
    names = _named(organisation, missed)
    rewards = _named(organisation, paid_for(role))
    unpaid = [each for each in missed if each not in paid_at_all]
    nobody = f" Nobody at all is paid for {_named(organisation, unpaid)}." if unpaid else ""
    it = "it" if len(missed) == 1 else "them"
    return Finding(
        f"{role.title} is expected to improve {names}, but is paid only for {rewards}.{nobody}",
        Place("role", role.id, ("rewarded_for",)),
        f"Pay {role.title} for {names}, or stop expecting {it}.",
        tuple(dict.fromkeys(place for places in missed.values() for place in places)),
    )


def _named(organisation: Organisation, measures: Iterable[str]) -> str:
    return joined(quoted(organisation.measures[each].name) for each in measures)
