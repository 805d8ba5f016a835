"""What the customer gets and on which way, how its success is told, and what serves it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import Literal

from orgdesign.model.named_part import NamedPart
from orgdesign.value_objects import value_object

Better = Literal["lower", "higher"]
Link = Literal["direct", "enabling"]
MeasureKind = Literal["customer", "company"]

DESIRED = "desired"
"""The id by which the root, the desired customer outcome, is referred to."""


@value_object
class Measure(NamedPart):
    """How success is told: from ``baseline`` to ``target``, both in ``unit``."""

    unit: str | None = None
    baseline: float | None = None
    target: float | None = None
    better: Better | None = None
    kind: MeasureKind | None = None
    works_against: tuple[str, ...] = ()


@value_object
class Outcome:
    """What must be true for the customer, said from the customer's side."""

    id: str
    statement: str
    customer: str | None = None
    accountable: str | None = None
    measures: tuple[str, ...] = ()
    outcomes: Mapping[str, Outcome] = field(default_factory=dict)

    def walk(self) -> Iterator[Outcome]:
        """Yield this outcome and every one under it, parents before children."""
        waiting = [self]
        while waiting:
            outcome = waiting.pop()
            yield outcome
            waiting.extend([*outcome.outcomes.values()][::-1])


@value_object
class Alignment:
    """The outcome that a function serves, and what it contributes to it."""

    outcome: str | None = None
    contribution: str | None = None
    link: Link | None = None
    also: tuple[str, ...] = ()


@value_object
class Stage(NamedPart):
    """One stage of the customer's journey and the functions that serve it.

    ``after`` names the stages that it follows, where its place in the file does not say so.
    """

    outcome: str | None = None
    functions: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


@value_object
class Handoff:
    """What passes from one function to another on the customer's behalf."""

    id: str
    giver: str
    taker: str
    stage: str | None = None
    passes: str | None = None
    accountable: str | None = None
    measure: str | None = None
