"""Designs: changes to today's organisation in phases, why they are made, and what is still open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import KW_ONLY, field
from typing import Literal

from orgdesign.model.named_part import NamedPart
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


@value_object
class Rationale:
    """What is planned for, and why, what may go wrong, what people said, and what was decided.

    ``one_off`` is what it costs once, beside what anything costs a year.
    """

    _: KW_ONLY
    reason: str | None = None
    risk: str | None = None
    feedback: str | None = None
    decision: Approval = Approval()
    one_off: float | None = None
    purpose: str | None = None


@value_object
class PlannedPart(Rationale):
    """Something planned that has an id of its own, and a name that people know it by."""

    id: str
    name: str


@value_object
class Criterion(NamedPart):
    """Something by which people compare designs, and how much it weighs beside the others."""

    weight: float | None = None
    note: str | None = None


@value_object
class Phase(PlannedPart):
    """A step of a design; ``starts`` and ``ends`` are dates as written."""

    starts: str | None = None
    ends: str | None = None


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


@value_object
class Option(PlannedPart):
    """One of the answers to a question that a design leaves open."""

    question: str | None = None
    scores: Mapping[str, float] = field(default_factory=dict, hash=False)


@value_object
class Design(PlannedPart):
    """A named redesign of today's organisation, as changes in phases."""

    phases: Mapping[str, Phase] = field(default_factory=dict)
    changes: tuple[Change, ...] = ()
    options: Mapping[str, Option] = field(default_factory=dict)
    chosen: tuple[str, ...] = ()
    scores: Mapping[str, float] = field(default_factory=dict, hash=False)
