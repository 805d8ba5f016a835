"""Organisations of any size, the same every time: the text that the benchmark reads."""

from __future__ import annotations

from collections.abc import Iterator

SPAN = 6
"""How many functions report to one, so that 10,000 functions stand six levels deep."""

STAGE, MET = 50, 5
"""How many functions there are to a stage of the journey, and how many of them customers meet."""

_FIELDS = (
    "Claims", "Underwriting", "Customer Service", "Fraud", "Legal", "Marketing", "Sales",
    "Pricing", "Finance", "People", "Technology", "Data", "Procurement", "Facilities", "Complaints",
)  # fmt: skip
_PLACES = ("North", "South", "East", "West", "Home", "Motor", "Travel", "Business", "Digital")
_PROMISES = (
    "My claim is settled fast and fairly",
    "I always know what happens next",
    "I tell my story once",
    "I pay a price I understand",
    "A person answers when I need one",
    "My data is safe and right",
)
_WORK = (
    "Decides and pays straightforward claims on the first call",
    "Keeps every promise we make in writing, and says so when we cannot",
    "Finds the answer before the customer has to ask for it twice",
    "Gives the people who serve customers what they need on the day",
)


def organisation_text(functions: int) -> str:
    """Return the text of an organisation with so many functions, in the file format."""
    parts = (
        _head(),
        _functions(functions),
        _roles(functions),
        _measures(functions),
        _journey(functions),
        _handoffs(functions),
    )
    return "\n".join(line for part in parts for line in part) + "\n"


def _head() -> Iterator[str]:
    yield "organization: Northern Mutual"
    yield "outcome:"
    yield "  statement: Every household is back on its feet within five days of a loss"
    yield "  customer: Households with a home or motor policy"
    yield "  accountable: role-0"
    yield "  measures: [measure-0]"
    yield "  outcomes:"
    for number, promise in enumerate(_PROMISES):
        yield f"    promise-{number}:"
        yield f"      statement: {promise}"
        yield f"      accountable: role-{number}"
        yield "      outcomes:"
        for step in range(3):
            yield f"        promise-{number}-{step}: {{statement: '{promise}, step {step + 1}'}}"


def _functions(count: int) -> Iterator[str]:
    yield "functions:"
    for number in range(count):
        yield f"  function-{number}:"
        yield f"    name: {_name(number)}"
        if number:
            yield f"    reports_to: function-{(number - 1) // SPAN}"
        yield f"    accountable: role-{number}"
        yield from _alignment(number)
        yield f"    measures: [measure-{number // 5}]"
        yield f"    headcount: {3 + number * 7 % 40}"
        yield f"    cost: {180_000 + number * 7919 % 900_000}"


def _alignment(number: int) -> Iterator[str]:
    """Align nine functions in ten; the tenth is a gap that the charts must show.

    A department serves one outcome together, except one function in seven.
    """
    if number % 10 == 9:
        return
    department = _above(number, SPAN * SPAN) + (number if number % 7 == 3 else 0)
    promise, step = department // SPAN % len(_PROMISES), department % 4
    yield "    alignment:"
    yield f"      outcome: promise-{promise}" + (f"-{step}" if step < 3 else "")
    yield f"      contribution: {_WORK[number % len(_WORK)]}"
    yield f"      link: {'enabling' if number % 3 else 'direct'}"


def _above(number: int, last: int) -> int:
    """Climb the reporting line to the first function numbered no higher than ``last``."""
    while number > last:
        number = (number - 1) // SPAN
    return number


def _roles(count: int) -> Iterator[str]:
    """Pay each role for what it is measured by, except one in eight."""
    yield "roles:"
    for number in range(max(count, len(_PROMISES))):
        yield f"  role-{number}:"
        yield f"    title: Head of {_name(number)}"
        yield f"    purpose: One owner for everything in {_name(number)}"
        yield f"    measured_by: [measure-{number % count // 5}]"
        paid = number % count // (7 if number % 8 == 3 else 5)
        yield f"    rewarded_for: [{{measure: measure-{paid}, weight: 100}}]"


def _measures(count: int) -> Iterator[str]:
    yield "measures:"
    for number in range(count // 5 + 1):
        yield f"  measure-{number}:"
        yield f"    name: Days from first call to answer in {_name(number * 5)}"
        yield "    unit: days"
        yield f"    baseline: {20 + number % 9}"
        yield "    target: 5"
        yield "    better: lower"
        yield "    kind: customer"


def _journey(count: int) -> Iterator[str]:
    yield "journey:"
    for first in range(0, count, STAGE):
        met = ", ".join(f"function-{each}" for each in range(first, min(first + MET, count)))
        promise = first // STAGE % len(_PROMISES)
        yield f"  stage-{first}:"
        yield f"    name: Deals with {_name(first)}"
        yield f"    outcome: promise-{promise}"
        yield f"    functions: [{met}]"


def _handoffs(count: int) -> Iterator[str]:
    """Hand customers over within each stage, except at its last step."""
    yield "handoffs:"
    for first in range(0, count, STAGE):
        for giver in range(first, min(first + MET, count) - 2):
            yield f"  handoff-{giver}:"
            yield f"    from: function-{giver}"
            yield f"    to: function-{giver + 1}"
            yield f"    stage: stage-{first}"
            yield f"    accountable: role-{giver}"
            yield f"    measure: measure-{giver // 5}"


def _name(number: int) -> str:
    """Return a name that is its own: a field, a place and, after the first few, a team."""
    field, rest = _FIELDS[number % len(_FIELDS)], number // len(_FIELDS)
    place, team = _PLACES[rest % len(_PLACES)], rest // len(_PLACES)
    return f"{place} {field}" + (f", Team {team}" if team else "")
