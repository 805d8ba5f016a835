"""What the file shows beside each question; the answer is for people to give."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from orgdesign.diagnosis.finding import Place
from orgdesign.diagnosis.journey import journey_steps
from orgdesign.diagnosis.ties import Ties
from orgdesign.model import Function, Handoff, Measure, Organisation, Outcome, Role
from orgdesign.value_objects import value_object


@value_object
class Evidence:
    """One thing that the file shows, and the places where it does not hold."""

    says: str
    lacking: tuple[Place, ...] = ()


Show = Callable[[Organisation, Ties], Iterator[Evidence]]


def evidence(organisation: Organisation, ties: Ties, question: str) -> list[Evidence]:
    """Return what the file shows of one of the eleven questions."""
    return list(_SHOWN[question](organisation, ties))


def _counted(what: str, places: Iterable[tuple[Place, bool]]) -> Evidence:
    """Return how many of the places hold: ``3 of 5`` and what is said of them."""
    places = list(places)
    lacking = tuple(place for place, holds in places if not holds)
    if not places:
        return Evidence(f"There are none of which to say: {what}.")
    return Evidence(f"{len(places) - len(lacking):,} of {len(places):,} {what}.", lacking)


def _clarity(organisation: Organisation, ties: Ties) -> Iterator[Evidence]:
    role = organisation.roles.get(organisation.outcome.accountable or "")
    who = f"{role.title} is" if role else "Nobody is"
    yield Evidence(f"{who} accountable for the desired customer outcome.")
    yield _counted(
        "outcomes have an accountable role whose seat is filled",
        ((Place("outcome", one.id), ties.is_filled(one.accountable)) for one in _outcomes(ties)),
    )


def _alignment(organisation: Organisation, ties: Ties) -> Iterator[Evidence]:
    yield _functions("functions serve an outcome", organisation, lambda one: one.alignment.outcome)
    yield _functions(
        "functions say what they contribute", organisation, lambda one: one.alignment.contribution
    )


def _road_map(organisation: Organisation, ties: Ties) -> Iterator[Evidence]:
    for design in organisation.designs.values():
        dated = sum(1 for phase in design.phases.values() if phase.ends)
        phases = len(design.phases)
        yield Evidence(f"{design.name} has {phases:,} phases, {dated:,} of them with an end.")
    if not organisation.designs:
        yield Evidence("There is no design with phases in the file.")
    yield _measures("customer measures have a baseline and a target", organisation, _runs)


def _metrics(organisation: Organisation, ties: Ties) -> Iterator[Evidence]:
    yield _counted(
        "outcomes have a customer measure",
        ((Place("outcome", one.id), _has_customer(ties, one.measures)) for one in _outcomes(ties)),
    )
    yield _functions(
        "functions have a customer measure",
        organisation,
        lambda one: _has_customer(ties, one.measures),
    )


def _handoffs(organisation: Organisation, ties: Ties) -> Iterator[Evidence]:
    def is_answered(one: Handoff) -> bool:
        return ties.is_filled(one.accountable)

    def has_measure(one: Handoff) -> bool:
        return one.measure is not None

    yield _passed(
        "hand-offs have an accountable role whose seat is filled", organisation, is_answered
    )
    yield _passed("hand-offs have a measure that connects both sides", organisation, has_measure)


def _participation(organisation: Organisation, ties: Ties) -> Iterator[Evidence]:
    commitments = organisation.assessment.sharing.commitments
    offered = sum(1 for each in commitments.values() if each.volunteered)
    yield Evidence(
        f"{len(commitments):,} of {len(organisation.functions):,} functions are committed, "
        f"{offered:,} of them as volunteers."
    )


def _resources(organisation: Organisation, ties: Ties) -> Iterator[Evidence]:
    commitments = organisation.assessment.sharing.commitments
    yield _counted(
        "committed functions have said how much of their people's time they give",
        (
            (Place("function", id_), one.time is not None and one.time > 0)
            for id_, one in commitments.items()
        ),
    )


def _process(organisation: Organisation, ties: Ties) -> Iterator[Evidence]:
    yield _counted(
        "stages of the journey are served by a function",
        ((Place("stage", one.id), bool(one.functions)) for one in organisation.journey.values()),
    )
    pairs = {frozenset((one.giver, one.taker)) for one in organisation.handoffs.values()}
    yield _counted(
        "steps from one function to the next have a hand-off",
        (
            (Place("stage", one.stage), frozenset((one.giver, one.taker)) in pairs)
            for one in journey_steps(organisation)
        ),
    )


def _attainable(organisation: Organisation, ties: Ties) -> Iterator[Evidence]:
    for design in organisation.designs.values():
        for phase in design.phases.values():
            count = sum(1 for change in design.changes if change.phase == phase.id)
            yield Evidence(f"{phase.name} of {design.name} asks for {count:,} changes.")
    if not organisation.designs:
        yield Evidence("There is no design whose steps could be judged.")


def _success_evidence(organisation: Organisation, ties: Ties) -> Iterator[Evidence]:
    yield _counted(
        "committed functions are given credit",
        (
            (Place("function", id_), bool(one.credit))
            for id_, one in organisation.assessment.sharing.commitments.items()
        ),
    )
    yield _measures(
        "customer measures have a baseline, from which a success can be told",
        organisation,
        lambda one: one.baseline is not None,
    )


def _rewarded(organisation: Organisation, ties: Ties) -> Iterator[Evidence]:
    def is_paid_for_customers(role: Role) -> bool:
        return _has_customer(ties, tuple(each.measure for each in role.rewarded_for))

    reached = [role for role in organisation.roles.values() if ties.outcomes_of(role)]
    yield _counted(
        "roles that a customer outcome reaches are paid for a customer measure",
        ((Place("role", role.id), is_paid_for_customers(role)) for role in reached),
    )


def _outcomes(ties: Ties) -> Iterable[Outcome]:
    return ties.outcomes.values()


def _functions(
    what: str, organisation: Organisation, holds: Callable[[Function], object]
) -> Evidence:
    functions = organisation.functions.values()
    return _counted(what, ((Place("function", one.id), bool(holds(one))) for one in functions))


def _passed(what: str, organisation: Organisation, holds: Callable[[Handoff], bool]) -> Evidence:
    handoffs = organisation.handoffs.values()
    return _counted(what, ((Place("handoff", one.id), holds(one)) for one in handoffs))


def _measures(what: str, organisation: Organisation, holds: Callable[[Measure], bool]) -> Evidence:
    measures = (one for one in organisation.measures.values() if one.kind == "customer")
    return _counted(what, ((Place("measure", one.id), holds(one)) for one in measures))


def _runs(measure: Measure) -> bool:
    return measure.baseline is not None and measure.target is not None


def _has_customer(ties: Ties, measures: tuple[str, ...]) -> bool:
    return any(one.kind == "customer" for one in ties.measures(measures))


_SHOWN: Mapping[str, Show] = {
    "clarity": _clarity,
    "alignment": _alignment,
    "road-map": _road_map,
    "metrics": _metrics,
    "hand-offs": _handoffs,
    "participation": _participation,
    "resources": _resources,
    "process": _process,
    "attainable": _attainable,
    "told": _success_evidence,
    "rewarded": _rewarded,
}
