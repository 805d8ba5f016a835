"""Rules on metrics: whether success is told from the customer's side, and on both sides."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from orgdesign.diagnosis.finding import Finding, Place
from orgdesign.diagnosis.language import TextReader
from orgdesign.diagnosis.rules.measures import tells_of_the_company
from orgdesign.diagnosis.rules.promises import Promise, promises_in, unit_of_time
from orgdesign.diagnosis.rules.rule import reading_rule, rule
from orgdesign.diagnosis.texts import finding
from orgdesign.diagnosis.ties import Ties
from orgdesign.diagnosis.wording import joined, quoted, with_unit
from orgdesign.diagnosis.words import line
from orgdesign.model import Function, Handoff, Measure, Organisation, Outcome

FAR_FROM_OUTCOME = 0.0
"""A measure that means no more than this of what its outcome says measures something else."""
LIKELY_PROMISE = 0.3
"""So far ahead a contribution is read as a promise to customers."""


@rule("metrics", "warning")
def outcome_without_measure(organisation: Organisation) -> Iterator[Finding]:
    """Yield each outcome that has no measure of its own."""
    for outcome in organisation.outcome.walk():
        if not outcome.measures:
            place = Place("outcome", outcome.id, ("measures",))
            statement = quoted(outcome.statement)
            yield finding("outcome-without-measure", place, outcome=statement)


@rule("metrics", "warning")
def function_without_measure(organisation: Organisation) -> Iterator[Finding]:
    """Yield each function that measures itself by nothing."""
    ties = Ties(organisation)
    for function in organisation.functions.values():
        if not function.measures:
            example, others = such_as(ties, function.alignment.outcome)
            place = Place("function", function.id, ("measures",))
            said = {"function": function.name, "example": example}
            yield finding("function-without-measure", place, *others, **said)


@rule("metrics", "warning")
def only_company_measures(organisation: Organisation) -> Iterator[Finding]:
    """Yield each outcome and function that has measures, all of them of kind ``company``.

    A measure that does not say its kind may be the customer's, and nothing is said.
    """
    ties = Ties(organisation)
    for outcome in ties.outcomes.values():
        measures = ties.measures(outcome.measures)
        if _are_the_companys(measures):
            place = Place("outcome", outcome.id, ("measures",))
            yield _only_company(quoted(outcome.statement), place, measures)
    for function in organisation.functions.values():
        measures = ties.measures(function.measures)
        if _are_the_companys(measures):
            example, others = such_as(ties, function.alignment.outcome, measures)
            place = Place("function", function.id, ("measures",))
            yield _only_company(function.name, place, measures, example, others)


@rule("metrics", "warning")
def handoff_without_measure(organisation: Organisation) -> Iterator[Finding]:
    """Yield each hand-off that has no measure which both sides share."""
    ties = Ties(organisation)
    for handoff in organisation.handoffs.values():
        if handoff.measure is None:
            example, others = such_as(ties, outcome_of_handoff(organisation, handoff))
            yield finding(
                "handoff-without-measure",
                Place("handoff", handoff.id, ("measure",)),
                Place("function", handoff.giver),
                Place("function", handoff.taker),
                *others,
                example=example,
                **_sides(organisation, handoff),
            )


@reading_rule("metrics", "warning")
def handoff_measured_by_one_side(
    organisation: Organisation, reader: TextReader
) -> Iterator[Finding]:
    """Yield each hand-off whose measure is the company's, or that of the giver alone.

    What the outcome of the stage is measured by belongs to both sides, whoever else uses it; one
    who serves it, though, should go by it.
    """
    ties = Ties(organisation)
    for handoff in organisation.handoffs.values():
        measure = organisation.measures.get(handoff.measure or "")
        if measure is None or handoff.giver == handoff.taker:
            continue
        is_company = measure.kind == "company"
        reads_so = is_company or tells_of_the_company(measure, reader)
        if not reads_so and not _is_the_givers_alone(ties, handoff, measure):
            continue
        example, others = such_as(ties, outcome_of_handoff(organisation, handoff), [measure])
        yield finding(
            f"handoff-measured-by-one-side{'.company' if reads_so else ''}",
            Place("handoff", handoff.id, ("measure",)),
            Place("measure", measure.id, ("kind",)),
            *others,
            certain=is_company,
            measure=quoted(measure.name),
            example=example,
            **_sides(organisation, handoff),
        )


@reading_rule("metrics", "warning")
def measure_of_something_else(organisation: Organisation, reader: TextReader) -> Iterator[Finding]:
    """Yield each outcome that is measured by what does not tell whether customers get it.

    Also one that promises a figure which its measure does not aim at.
    """
    ties = Ties(organisation)
    for outcome in ties.outcomes.values():
        measures = ties.measures(outcome.measures)
        for measure in measures:
            for promise in promises_in(outcome.statement):
                if promise.is_missed_by(measure):
                    aimed = with_unit(measure.target or 0.0, measure)
                    yield _broken_promise(outcome, measure, promise, aimed)
                elif limit := _limit_beyond(measure, promise):
                    yield _broken_promise(outcome, measure, promise, limit.words)
        if measures and (
            not _any_fits(outcome, measures, reader)
            or all(tells_of_the_company(each, reader) for each in measures)
        ):
            yield finding(
                "measure-of-something-else",
                Place("outcome", outcome.id, ("measures",)),
                *(Place("measure", each.id) for each in measures),
                certain=False,
                outcome=quoted(line(outcome.statement)),
                measure=joined(quoted(each.name) for each in measures),
            )
    yield from _functions_that_count_something_else(ties, reader)


def _functions_that_count_something_else(ties: Ties, reader: TextReader) -> Iterator[Finding]:
    """Yield each function that promises customers something and counts only its own work."""
    for function in ties.organisation.functions.values():
        measures = ties.measures(function.measures)
        contribution = line(function.alignment.contribution or "")
        if (
            measures
            and contribution
            and reader.read("contributions", contribution).reads_as("customer", LIKELY_PROMISE)
            and all(tells_of_the_company(each, reader) for each in measures)
        ):
            yield finding(
                "measure-of-something-else.function",
                Place("function", function.id, ("measures",)),
                *(Place("measure", each.id) for each in measures),
                certain=False,
                function=function.name,
                promise=quoted(contribution),
                measure=joined(quoted(each.name) for each in measures),
            )


def such_as(
    ties: Ties, outcome: str | None, had: Collection[Measure] = ()
) -> tuple[str, tuple[Place, ...]]:
    """Return an example from an outcome's own customer measures, and where it stands.

    Both are empty when the outcome has none, beside those that are ``had`` by that name already.
    """
    names = {each.name for each in had}
    if outcome is not None:
        for measure in ties.measures(ties.outcomes[outcome].measures):
            if measure.kind == "customer" and measure.name not in names:
                return f", such as {quoted(measure.name)}", (Place("measure", measure.id),)
    return "", ()


def outcome_of_handoff(organisation: Organisation, handoff: Handoff) -> str | None:
    """Return what the customer is there for: the outcome of the stage, or what the taker serves."""
    stage = organisation.journey[handoff.stage].outcome if handoff.stage else None
    return stage or organisation.functions[handoff.taker].alignment.outcome


def _are_the_companys(measures: list[Measure]) -> bool:
    return bool(measures) and all(each.kind == "company" for each in measures)


def _only_company(
    name: str,
    place: Place,
    measures: list[Measure],
    example: str = "",
    others: tuple[Place, ...] = (),
) -> Finding:
    kinds = (Place("measure", each.id, ("kind",)) for each in measures)
    names = joined(quoted(each.name) for each in measures)
    said = {"part": name, "measures": names, "example": example}
    return finding("only-company-measures", place, *kinds, *others, **said)


def _sides(organisation: Organisation, handoff: Handoff) -> dict[str, str]:
    functions = organisation.functions
    return {"giver": functions[handoff.giver].name, "taker": functions[handoff.taker].name}


def _is_the_givers_alone(ties: Ties, handoff: Handoff, measure: Measure) -> bool:
    """Whether the giver goes by a measure and the taker does not.

    What the outcome is measured by is shared, unless it is the taker's own: then they should.
    """
    functions = ties.organisation.functions
    giver, taker = functions[handoff.giver], functions[handoff.taker]
    if measure.id not in giver.measures:
        return False
    if measure.id in _goes_by(ties, taker, handoff):
        return False
    served = taker.alignment.outcome
    outcome = outcome_of_handoff(ties.organisation, handoff)
    shared = {*ties.organisation.outcome.measures}
    shared |= {*ties.outcomes[outcome].measures} if outcome and outcome != served else set()
    return measure.id not in shared


def _goes_by(ties: Ties, function: Function, handoff: Handoff) -> set[str]:
    """Return the measures that a function and its roles go by."""
    roles, accountable = ties.organisation.roles, (function.accountable, handoff.accountable)
    goes_by = {*function.measures}
    for role in (
        *ties.index.roles_in.get(function.id, ()),
        *(roles[each] for each in accountable if each),
    ):
        goes_by |= {*role.measured_by, *(each.measure for each in role.rewarded_for)}
    return goes_by


def _any_fits(outcome: Outcome, measures: list[Measure], reader: TextReader) -> bool:
    """Whether one of an outcome's measures means something of what it says."""
    if any(each.kind == "customer" for each in measures) and outcome.id == "desired":
        return True
    texts = [line(outcome.statement), *(each.name for each in measures)]
    likeness = reader.likeness(texts)
    return likeness is None or bool((likeness[0][1:] > FAR_FROM_OUTCOME).any())


def _limit_beyond(measure: Measure, promise: Promise) -> Promise | None:
    """Return the time that a share of cases is to keep, where it is more than is promised."""
    if unit_of_time(measure.unit or "") or measure.better == "lower":
        return None
    return next((each for each in promises_in(measure.name) if each.is_beyond(promise)), None)


def _broken_promise(outcome: Outcome, measure: Measure, promise: Promise, aimed: str) -> Finding:
    return finding(
        "measure-of-something-else.promise",
        Place("measure", measure.id, ("target",)),
        Place("outcome", outcome.id, ("statement",)),
        certain=promise.is_surely_missed_by(measure),
        outcome=quoted(line(outcome.statement)),
        promised=promise.words,
        measure=quoted(measure.name),
        target=aimed,
    )
