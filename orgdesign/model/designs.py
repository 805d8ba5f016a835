"""Designs: changes to today's organisation in phases, why they are made, and what is still open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from orgdesign.model.structure import FunctionFacts
from orgdesign.value_objects import value_object

Verdict = Literal["proposed", "agreed", "refused", "open"]
Way = Literal["redundancy", "vacancy", "employer", "retirement", "leaver", "new-posts"]
"""How people leave an organisation, or come to it, other than from function to function."""


@value_object
class Approval:
    """What was decided about a design or a part of it: by whom, and when."""

    status: Verdict | None = None
    by: str | None = None
    date: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rationale:
    """Why something is planned, what may go wrong, what people said, and what was decided.

    ``one_off`` is what it costs once, beside what anything costs a year.
    """

    reason: str | None = None
    risk: str | None = None
    feedback: str | None = None
    decision: Approval = Approval()
    one_off: float | None = None


@value_object
class Criterion:
    """Something by which people compare designs, and how much it weighs beside the others."""

    id: str
    name: str
    weight: float | None = None
    note: str | None = None


@value_object
class Phase(Rationale):
    """A step of a design; ``starts`` and ``ends`` are dates as written."""

    id: str
    name: str
    starts: str | None = None
    ends: str | None = None
    purpose: str | None = None


@value_object
class SplitPart(FunctionFacts):
    """A function that a split makes out of another.

    ``roles``, ``functions``, ``handoffs`` and ``stages`` are those of the other that go to it.
    """

    roles: tuple[str, ...] = ()
    functions: tuple[str, ...] = ()
    handoffs: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()


@value_object
class Change(Rationale):
    """One line of a design. ``kind`` says which of the other fields it uses.

    ``values`` holds what the change sets, by field name, already checked: texts, numbers,
    ids, tuples of ids, an ``Alignment``, ``Reward`` tuples or, for a split, ``Part`` tuples.
    ``after`` names changes of the design that come first, by their ids; ``options`` those of
    which it is part: without any it is made whatever is chosen.
    """

    kind: str
    phase: str | None = None
    owner: str | None = None
    values: Mapping[str, object] = field(default_factory=dict)
    id: str | None = None
    after: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    purpose: str | None = None


@value_object
class Option(Rationale):
    """One of the answers to a question that a design leaves open."""

    id: str
    name: str
    question: str | None = None
    purpose: str | None = None
    scores: Mapping[str, float] = field(default_factory=dict, hash=False)


@value_object
class Design(Rationale):
    """A named redesign of today's organisation, as changes in phases."""

    id: str
    name: str
    phases: Mapping[str, Phase] = field(default_factory=dict)
    changes: tuple[Change, ...] = ()
    options: Mapping[str, Option] = field(default_factory=dict)
    chosen: tuple[str, ...] = ()
    purpose: str | None = None
    scores: Mapping[str, float] = field(default_factory=dict, hash=False)
