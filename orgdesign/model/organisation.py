"""The domain: an organisation and everything written about it, as frozen values.

Nothing here reads or writes. Mappings are keyed by id and keep the order of the file; a
reference to another part (``accountable``, ``reports_to``, ``measures``…) is that part's id.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

Better = Literal["lower", "higher"]
Link = Literal["direct", "enabling"]
MeasureKind = Literal["customer", "company"]
Work = Literal["player-coach", "coach", "supervisor", "facilitator", "coordinator"]
Maturity = Literal["defaulted", "reliable", "deliberate", "desired"]
Gap = Literal["outcome", "contribution", "accountable"]
Severity = Literal["error", "warning", "hint", "off"]

DESIRED = "desired"
"""The id by which the root, the desired customer outcome, is referred to."""


@dataclass(frozen=True, slots=True)
class Measure:
    """How success is told: from ``baseline`` to ``target``, both in ``unit``."""

    id: str
    name: str
    unit: str | None = None
    baseline: float | None = None
    target: float | None = None
    better: Better | None = None
    kind: MeasureKind | None = None
    works_against: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class Alignment:
    """The outcome that a function serves, and what it contributes to it."""

    outcome: str | None = None
    contribution: str | None = None
    link: Link | None = None
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Function:
    """A part of the organisation that does one kind of work.

    ``headcount`` is in people (or full-time equivalents), ``cost`` in the organisation's
    currency a year; both are the function's own, without those that report to it.
    """

    id: str
    name: str
    reports_to: str | None = None
    accountable: str | None = None
    alignment: Alignment = Alignment()
    measures: tuple[str, ...] = ()
    headcount: float | None = None
    cost: float | None = None
    work: Work | None = None

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """What people still have to give this function, in the order of asking."""
        alignment = self.alignment
        if alignment.outcome is None:
            unaligned: tuple[Gap, ...] = ("outcome",)
        else:
            unaligned = () if alignment.contribution else ("contribution",)
        return unaligned if self.accountable else (*unaligned, "accountable")


@dataclass(frozen=True, slots=True)
class Reward:
    """What a role is paid for; ``weight`` is its share in per cent."""

    measure: str
    weight: float | None = None


@dataclass(frozen=True, slots=True)
class Role:
    """A seat, not a person: its holder is optional and private."""

    id: str
    title: str
    holder: str | None = None
    vacant: bool = False
    function: str | None = None
    purpose: str | None = None
    accountabilities: tuple[str, ...] = ()
    decides: tuple[str, ...] = ()
    measured_by: tuple[str, ...] = ()
    rewarded_for: tuple[Reward, ...] = ()


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage of the customer's journey and the functions that serve it."""

    id: str
    name: str
    outcome: str | None = None
    functions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Handoff:
    """What passes from one function to another on the customer's behalf."""

    id: str
    giver: str
    taker: str
    stage: str | None = None
    passes: str | None = None
    accountable: str | None = None
    measure: str | None = None


@dataclass(frozen=True, slots=True)
class Phase:
    """A step of a design; ``starts`` and ``ends`` are dates as written."""

    id: str
    name: str
    starts: str | None = None
    ends: str | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A function that a split makes out of another."""

    id: str
    name: str
    reports_to: str | None = None
    accountable: str | None = None
    alignment: Alignment = Alignment()
    measures: tuple[str, ...] = ()
    headcount: float | None = None
    cost: float | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """One line of a design. ``kind`` says which of the other fields it uses.

    ``values`` holds what the change sets, by field name, already checked: texts, numbers,
    ids, tuples of ids, an ``Alignment``, ``Reward`` tuples or, for a split, ``Part`` tuples.
    """

    kind: str
    phase: str | None = None
    owner: str | None = None
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Design:
    """A named redesign of today's organisation, as changes in phases."""

    id: str
    name: str
    phases: Mapping[str, Phase] = field(default_factory=dict)
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Reply:
    """A person's answer to one question of the chief-customer-officer assessment."""

    answer: bool | None = None
    who: str | None = None
    note: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class AssetPart:
    """A customer-asset metric for one group of customers, or for one reason."""

    name: str
    value: float | None = None
    previous: float | None = None


@dataclass(frozen=True, slots=True)
class CustomerAsset:
    """One customer-asset metric: a definition, its owner (a role), its values.

    ``breakdown`` holds the values by customer group or, of lost customers, by reason.
    """

    definition: str | None = None
    owner: str | None = None
    unit: str | None = None
    value: float | None = None
    previous: float | None = None
    breakdown: tuple[AssetPart, ...] = ()


@dataclass(frozen=True, slots=True)
class Commitment:
    """How much of its people's time a function commits, in per cent."""

    time: float | None = None
    volunteered: bool | None = None
    credit: str | None = None


@dataclass(frozen=True, slots=True)
class Sharing:
    """How the work on customers is shared."""

    sponsor: str | None = None
    levels_from_chief: float | None = None
    commitments: Mapping[str, Commitment] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class StageMaturity:
    """How deliberate a journey stage's experience is, today and aimed at."""

    today: Maturity | None = None
    aim: Maturity | None = None


@dataclass(frozen=True, slots=True)
class Assessment:
    """What people answered about readiness; the machine never fills it in.

    ``power_core_function`` is the function where the power core sits.
    """

    chief_customer_officer: Mapping[str, Reply] = field(default_factory=dict)
    power_core: Mapping[str, str] = field(default_factory=dict)
    power_core_function: str | None = None
    customer_assets: Mapping[str, CustomerAsset] = field(default_factory=dict)
    sharing: Sharing = Sharing()
    maturity: Mapping[str, StageMaturity] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Step:
    """Two functions next to each other in the customer's journey, in the stage they meet in."""

    giver: str
    taker: str
    stage: str


@dataclass(frozen=True, slots=True)
class Organisation:
    """A whole organisation, with its desired customer outcome at the root.

    ``rules`` holds how severe its people find what a rule says, by the name of the rule.
    """

    name: str
    outcome: Outcome
    functions: Mapping[str, Function] = field(default_factory=dict)
    roles: Mapping[str, Role] = field(default_factory=dict)
    measures: Mapping[str, Measure] = field(default_factory=dict)
    journey: Mapping[str, Stage] = field(default_factory=dict)
    handoffs: Mapping[str, Handoff] = field(default_factory=dict)
    designs: Mapping[str, Design] = field(default_factory=dict)
    assessment: Assessment = Assessment()
    rules: Mapping[str, Severity] = field(default_factory=dict)

    def steps(self) -> Iterator[Step]:
        """Yield each step of the customer from a function to the next one, along the journey.

        Functions stand in a stage in the order in which the customer meets them. The last one
        of a stage is next to the first one of the stage after it that any function serves.
        """
        last = None
        for stage in self.journey.values():
            for each in stage.functions:
                if last is not None and last != each:
                    yield Step(last, each, stage.id)
                last = each

    def reporting_lines(self) -> dict[str | None, list[Function]]:
        """Return each function's direct reports; under ``None``, the roots."""
        lines: dict[str | None, list[Function]] = {}
        for function in self.functions.values():
            lines.setdefault(function.reports_to, []).append(function)
        return lines
