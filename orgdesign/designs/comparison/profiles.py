"""What is said of one role or one function, in words, as a conversation about it needs them."""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.designs.comparison.part_names import PartNames
from orgdesign.designs.comparison.parts import SEAT_WORDS
from orgdesign.model import Attributes, Function, Organisation, join_words, number_text

ProfileLine = tuple[str, tuple[str, ...]]
"""What is asked, and the answers; none where the file does not say."""


def role_profile(organisation: Organisation, id_: str) -> Iterator[ProfileLine]:
    """Yield what a role reports to, is accountable for, measured by and rewarded for, and more."""
    names, role = PartNames(organisation), organisation.roles[id_]
    manager = organisation.index.manager_of(role)
    yield "Title", (role.title,)
    served = organisation.index.outcomes_of(role)
    yield "For the customer", tuple(names.outcome(outcome) for outcome in served)
    yield "Reports to", _answer(manager.title if manager else None)
    yield "Part of", _answer(role.function and names.function(role.function))
    yield "Purpose", _answer(role.purpose)
    yield "Accountable for", tuple(accountable_for(organisation, id_))
    yield "Sees to it that", role.accountabilities
    yield "Decides", role.decides
    yield "Measured by", _measures(organisation, role.measured_by)
    yield "Rewarded for", tuple(names.rewards((each,)) for each in role.rewarded_for)
    dotted = (organisation.roles[line.to].title for line in role.dotted_to)
    yield "Dotted lines to", tuple(dotted)
    yield "The seat", () if role.filling == "filled" else (SEAT_WORDS[role.filling],)
    yield from _attributes(role.attributes)


def function_profile(organisation: Organisation, id_: str) -> Iterator[ProfileLine]:
    """Yield what a function reports to, who answers for it, what it serves and is measured by."""
    names, function = PartNames(organisation), organisation.functions[id_]
    above = organisation.functions.get(function.reports_to or "")
    yield "Called", (function.name,)
    yield "Reports to", _answer(_head_of(organisation, above) if above else None)
    yield (
        "Accountable role",
        _answer(function.accountable and names.role(function.accountable)),
    )
    served = function.alignment
    yield "Serves", _answer(served.outcome and names.served_outcomes(served))
    yield "Contributes", _answer(served.contribution)
    yield "Measured by", _measures(organisation, function.measures)
    yield "Rewarded for", tuple(_rewards(organisation, function))
    lines = organisation.reporting_lines().get(id_, ())
    yield "Reporting to it", tuple(each.name for each in lines)
    handoffs = organisation.handoffs.values()
    yield "Hands over to", tuple(names.function(o.taker) for o in handoffs if o.giver == id_)
    yield "Takes over from", tuple(names.function(o.giver) for o in handoffs if o.taker == id_)
    dotted = (names.function(line.to) for line in function.dotted_to)
    yield "Dotted lines to", tuple(dotted)
    amounts = (
        ("People", function.headcount),
        ("Posts", function.posts),
        ("Cost a year", function.cost),
    )
    for what, amount in amounts:
        yield what, () if amount is None else (number_text(amount),)
    yield from _attributes(function.attributes)


def _attributes(attributes: Attributes) -> Iterator[ProfileLine]:
    for name, value in attributes.items():
        yield name.capitalize(), value if isinstance(value, tuple) else (value,)


def accountable_for(organisation: Organisation, role: str) -> Iterator[str]:
    """Yield the outcomes, functions and hand-offs that a role is accountable for."""
    names = PartNames(organisation)
    for kind, id_ in organisation.index.answers_for.get(role, ()):
        match kind:
            case "outcome":
                yield f"The outcome {names.outcome(id_)}"
            case "function":
                yield names.function(id_)
            case "handoff":
                yield f"The hand-off from {names.handoff(organisation.handoffs[id_])}"


def _head_of(organisation: Organisation, function: Function) -> str:
    role = function.accountable
    return f"{function.name} ({organisation.roles[role].title})" if role else function.name


def _rewards(organisation: Organisation, function: Function) -> Iterator[str]:
    """Yield what the roles of a function, and the one accountable for it, are rewarded for."""
    names = PartNames(organisation)
    for role in organisation.roles.values():
        if role.rewarded_for and (role.function == function.id or role.id == function.accountable):
            rewards = join_words(names.rewards((each,)) for each in role.rewarded_for)
            yield f"{role.title}: {rewards}"


def _measures(organisation: Organisation, ids: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(organisation.measures[each].name for each in ids)


def _answer(said: str | None) -> tuple[str, ...]:
    return (said,) if said else ()
