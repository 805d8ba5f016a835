"""What a role description says: section by section, in sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from orgdesign.designs.comparison import listed
from orgdesign.diagnosis.seats import Seats
from orgdesign.documents.wording import line, number, sentence
from orgdesign.model import DESIRED, Function, Handoff, Measure, Outcome, Role

Lines = Iterator[str]
Tell = Callable[[Seats, Role], Lines]

NO_CUSTOMER = "No customer outcome reaches this role yet."

_HOW = {"direct": "directly", "enabling": "by enabling others", None: ""}
_BETTER = {"lower": "lower is better", "higher": "higher is better"}
_KIND = {"customer": "a customer measure", "company": "a company measure"}


def facts(seats: Seats, role: Role) -> dict[str, tuple[str, ...]]:
    """Return what is said of a role under each heading, in order; nothing that is not known."""
    told = {heading: tuple(tell(seats, role)) for heading, tell in SECTIONS.items()}
    return {heading: lines for heading, lines in told.items() if lines}


def _customer(seats: Seats, role: Role) -> Lines:
    outcomes, served = seats.ties.outcomes, [*_served(seats, role)]
    answers = seats.ties.answers_for.get(role.id, ())
    held = [outcomes[each.id] for each in answers if each.kind == "outcome"]
    if not served and not held:
        yield NO_CUSTOMER
        return
    desired = seats.organisation.outcome
    if desired.customer:
        yield sentence(f"The customer: {line(desired.customer)}")
    if DESIRED not in {one.id for one in held}:
        yield f"What the customer gets: {_stated(desired)}."
    yield from (f"This role answers for the outcome {_stated(one)}." for one in held)
    yield from served


def _served(seats: Seats, role: Role) -> Lines:
    for function in seats.ties.functions_of(role):
        alignment = function.alignment
        if alignment.outcome:
            how = f" {_HOW[alignment.link]}".rstrip()
            stated = _stated(seats.ties.outcomes[alignment.outcome])
            does = f": {line(alignment.contribution)}" if alignment.contribution else ""
            yield sentence(f"{line(function.name)} serves {stated}{how}{does}")


def _stated(outcome: Outcome) -> str:
    return f"“{line(outcome.statement).rstrip('.')}”"


def _purpose(_: Seats, role: Role) -> Lines:
    if role.purpose:
        yield sentence(role.purpose)


def _accountabilities(seats: Seats, role: Role) -> Lines:
    names = [line(each.name) for each in _functions(seats, role)]
    if names:
        yield f"Accountable for {listed(names)}."
    yield from map(sentence, role.accountabilities)


def _functions(seats: Seats, role: Role) -> list[Function]:
    held = seats.ties.answers_for.get(role.id, ())
    return [seats.organisation.functions[each.id] for each in held if each.kind == "function"]


def _decides(_: Seats, role: Role) -> Lines:
    yield from map(sentence, role.decides)


def _taken(seats: Seats, role: Role) -> Lines:
    yield from (
        _passed(seats, role, each, f"From {_name(seats, each.giver)}") for each in seats.taken(role)
    )


def _given(seats: Seats, role: Role) -> Lines:
    yield from (
        _passed(seats, role, each, f"To {_name(seats, each.taker)}") for each in seats.given(role)
    )


def _overseen(seats: Seats, role: Role) -> Lines:
    for each in seats.overseen(role):
        way = f"From {_name(seats, each.giver)} to {_name(seats, each.taker)}"
        yield _passed(seats, role, each, way)


def _name(seats: Seats, function: str) -> str:
    return line(seats.organisation.functions[function].name)


def _passed(seats: Seats, role: Role, handoff: Handoff, way: str) -> str:
    organisation = seats.organisation
    what = f"{way}: {line(handoff.passes)}" if handoff.passes else way
    more = (
        [f"in the stage “{line(organisation.journey[handoff.stage].name)}”"]
        if handoff.stage
        else []
    )
    if handoff.measure:
        more.append(f"told by {line(organisation.measures[handoff.measure].name)}")
    if handoff.accountable == role.id:
        more.append("this role answers for it")
    return sentence(f"{what} ({'; '.join(more)})" if more else what)


def _measures(seats: Seats, role: Role) -> Lines:
    yield from (_measured(seats.organisation.measures[each]) for each in role.measured_by)


def _measured(measure: Measure) -> str:
    told = [each for each in (_way(measure), _BETTER.get(measure.better or "")) if each]
    if measure.kind:
        told.append(_KIND[measure.kind])
    return sentence(f"{line(measure.name)}: {', '.join(told)}" if told else measure.name)


def _way(measure: Measure) -> str:
    unit = f" {line(measure.unit)}".replace(" %", "%") if measure.unit else ""
    start = f"{number(measure.baseline)}" if measure.baseline is not None else ""
    end = f"{number(measure.target)}" if measure.target is not None else ""
    if start and end:
        return f"from {start} to {end}{unit}"
    return f"{start}{unit} today" if start else f"to {end}{unit}" if end else ""


def _rewards(seats: Seats, role: Role) -> Lines:
    for each in role.rewarded_for:
        share = f": {number(each.weight)}%" if each.weight is not None else ""
        yield sentence(f"{line(seats.organisation.measures[each.measure].name)}{share}")


def _reporting(seats: Seats, role: Role) -> Lines:
    above, below = seats.above(role), seats.below(role)
    if above:
        yield f"Reports to {line(above.title)}."
    elif below:
        yield "Reports to no other role."
    if below:
        yield f"Reporting to it: {listed([line(each.title) for each in below])}."


SECTIONS: Mapping[str, Tell] = {
    "The customer outcome it serves": _customer,
    "Purpose": _purpose,
    "Accountabilities": _accountabilities,
    "Decision rights": _decides,
    "Hand-offs in": _taken,
    "Hand-offs out": _given,
    "Hand-offs between others": _overseen,
    "Measured by": _measures,
    "Rewarded for": _rewards,
    "Reporting line": _reporting,
}
"""The headings of a role description, and what stands under each."""
