"""The customer's journey across the functions: who serves when, and what passes between them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from orgdesign.charts.boxes import GAPS, hues, role_title
from orgdesign.charts.chart import Box
from orgdesign.charts.touchpoints import (
    Meeting,
    Served,
    all_meetings,
    ends_of,
    is_outside,
    likely_stage,
)
from orgdesign.model import Function, Handoff, Organisation, Stage, count_text, join_words
from orgdesign.value_objects import value_object

UNSERVED = "No function serves this stage"
UNMEASURED = "No connecting measure"
OUTSIDE = "Not in this stage"
MISSING = "No hand-off"
TO_ITSELF = "Back to the same function"
UNSTAGED = "stage."
"""The id of the column of hand-offs whose stage nobody can tell; no stage of a file has it."""


@value_object
class JourneyCell:
    """A function in a stage, by the number of its lane and of its stage."""

    box: Box
    lane: int
    stage: int


@value_object
class Passage:
    """A hand-off, or one that is missing, between the boxes of two cells."""

    box: Box
    giver: str
    taker: str


@value_object
class Journey:
    """Stages from left to right, functions as lanes, and the hand-offs between them.

    Lanes stand in the order in which the customer first meets the functions.
    """

    title: str
    stages: tuple[Box, ...]
    lanes: tuple[Box, ...]
    cells: tuple[JourneyCell, ...]
    passages: tuple[Passage, ...]

    @property
    def about(self) -> str:
        """Return how much there is of what, and where customers fall through, in sentences."""
        handoffs = [one.box for one in self.passages if one.box.kind == "handoff"]
        there = [
            _number_of(len(self.stages), "stage"),
            _number_of(len(self.lanes), "function"),
            _number_of(len(handoffs), "hand-off"),
        ]
        unserved = sum(UNSERVED in box.gaps for box in self.stages)
        lost = [
            _number_of(unserved, "stage", " that no function serves"),
            _number_of(len(self.passages) - len(handoffs), "step", " without a hand-off"),
            _number_of(sum(bool(box.gaps) for box in handoffs), "hand-off", " with gaps"),
        ]
        said = [one for one in lost if one]
        falls = f" Customers can fall through at {_join_facts(said)}." if said else ""
        return f"{_join_facts([one for one in there if one])}.{falls}"

    def boxes(self) -> tuple[Box, ...]:
        """Return every box, as people read it: stage by stage, then from the top down."""
        cells = sorted(self.cells, key=lambda cell: (cell.stage, cell.lane))
        taken: dict[str, list[Box]] = {cell.box.id: [] for cell in cells}
        for passage in self.passages:
            taken[passage.taker].append(passage.box)
        met = [box for cell in cells for box in (*taken[cell.box.id], cell.box)]
        return (*self.stages, *self.lanes, *met)


def _number_of(count: int, what: str, more: str = "") -> str:
    return f"{count_text(count, what)}{more}" if count else ""


def _join_facts(facts: Sequence[str]) -> str:
    return join_words(facts, nothing="")


def journey(organisation: Organisation) -> Journey:
    """Return the journey of an organisation; one without stages and hand-offs has no stages."""
    served = [stage.functions for stage in organisation.journey.values()]
    passages = [*_handoffs(organisation, served), *_missing(organisation, served)]
    meetings = all_meetings(served, [end for _, *ends in passages for end in ends])
    lanes = {function: lane for lane, function in enumerate(dict.fromkeys(f for _, f in meetings))}
    colours = hues(organisation)
    functions = organisation.functions
    return Journey(
        f"{organisation.name}: the customer's journey",
        tuple(_stages(organisation, colours, max((s for s, _ in meetings), default=-1))),
        tuple(_lane(functions[each], organisation, colours) for each in lanes),
        tuple(_cell(each, functions, served, lanes, colours) for each in meetings),
        tuple(Passage(box, _id(giver), _id(taker)) for box, giver, taker in passages),
    )


def _handoffs(organisation: Organisation, served: Served) -> Iterator[tuple[Box, Meeting, Meeting]]:
    numbers = {stage: number for number, stage in enumerate(organisation.journey)}
    for handoff in organisation.handoffs.values():
        stage = numbers.get(handoff.stage or "", likely_stage(served, handoff))
        ends = ends_of(served, handoff.giver, handoff.taker, stage)
        outside = any(is_outside(served, end) for end in ends)
        yield (_handoff(handoff, organisation, outside=outside), *ends)


def _missing(organisation: Organisation, served: Served) -> Iterator[tuple[Box, Meeting, Meeting]]:
    """Yield each step that no hand-off covers, in whichever direction."""
    covered = {frozenset((one.giver, one.taker)) for one in organisation.handoffs.values()}
    numbers = {stage: number for number, stage in enumerate(organisation.journey)}
    functions = organisation.functions
    for step in dict.fromkeys(organisation.steps()):
        if frozenset((step.giver, step.taker)) not in covered:
            ends = ends_of(served, step.giver, step.taker, numbers[step.stage])
            name = f"missing.{step.giver}.{step.taker}.{step.stage}"
            way = f"{functions[step.giver].name} → {functions[step.taker].name}"
            yield (Box(name, "missing", step.stage, MISSING, text=way), *ends)


def _id(meeting: Meeting) -> str:
    return f"serves.{meeting[0]}.{meeting[1]}"


def _stages(organisation: Organisation, colours: Mapping[str, int], last: int) -> Iterator[Box]:
    statements = {outcome.id: outcome.statement for outcome in organisation.outcome.walk()}
    for stage in organisation.journey.values():
        is_unserved = not stage.functions and not organisation.hides("stage-not-served")
        statement = statements.get(stage.outcome or "", "")
        yield _stage(stage, statement, colours, is_unserved=is_unserved)
    if last == len(organisation.journey):
        yield Box(UNSTAGED, "stage", "", "No stage said", gaps=("These hand-offs name no stage",))


def _stage(stage: Stage, statement: str, colours: Mapping[str, int], *, is_unserved: bool) -> Box:
    return Box(
        f"stage.{stage.id}",
        "stage",
        stage.id,
        stage.name,
        text=statement,
        gaps=(UNSERVED,) if is_unserved else (),
        hue=colours.get(stage.outcome or ""),
    )


def _lane(function: Function, organisation: Organisation, colours: Mapping[str, int]) -> Box:
    return Box(
        f"lane.{function.id}",
        "lane",
        function.id,
        function.name,
        role=role_title(organisation, function.accountable),
        gaps=() if function.accountable else (GAPS["accountable"],),
        hue=colours.get(function.alignment.outcome or ""),
    )


def _cell(
    meeting: Meeting,
    functions: Mapping[str, Function],
    served: Served,
    lanes: Mapping[str, int],
    colours: Mapping[str, int],
) -> JourneyCell:
    stage, function = meeting[0], functions[meeting[1]]
    box = Box(
        _id(meeting),
        "serves",
        function.id,
        function.name,
        gaps=(OUTSIDE,) if is_outside(served, meeting) else (),
        hue=colours.get(function.alignment.outcome or ""),
    )
    return JourneyCell(box, lanes[function.id], stage)


def _handoff(handoff: Handoff, organisation: Organisation, *, outside: bool) -> Box:
    functions, measure = organisation.functions, handoff.measure
    lacks = (
        (handoff.giver != handoff.taker, TO_ITSELF),
        (not outside, "Outside its stage"),
        (handoff.accountable, GAPS["accountable"]),
        (measure or organisation.hides("handoff-without-measure"), UNMEASURED),
    )
    return Box(
        f"handoff.{handoff.id}",
        "handoff",
        handoff.id,
        handoff.passes or "Hand-off",
        text=f"{functions[handoff.giver].name} → {functions[handoff.taker].name}",
        note=organisation.measures[measure].name if measure else "",
        role=role_title(organisation, handoff.accountable),
        gaps=tuple(words for given, words in lacks if not given),
    )
