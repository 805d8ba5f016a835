"""An organisation in the middle of a redesign: its lines, and the origin of each function."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from orgdesign import model
from orgdesign.value_objects import value_object


class LinesBelow:
    """The lines that lead to each function of a mapping, followed as single functions change.

    A design of thousands of changes asks for them at each; looking through all functions each
    time would take the square of their number.
    """

    def __init__(self, functions: Mapping[str, model.Function]) -> None:
        self.functions = functions
        self._below: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for function in functions.values():
            self._add(function)

    def leading_to(self, id_: str) -> Iterator[model.Function]:
        """Yield the functions that have a line to one, solid or dotted."""
        for below in self._below.get(id_, ()):
            yield self.functions[below]

    def replace(
        self,
        functions: Mapping[str, model.Function],
        changed: Iterable[tuple[str, model.Function | None]],
    ) -> None:
        """Be true of other functions, of which those ``changed`` are new, different, or gone."""
        for id_, function in changed:
            if was := self.functions.get(id_):
                for end in _ends(was):
                    self._below[end].pop(id_, None)
            if function:
                self._add(function)
        self.functions = functions

    def _add(self, function: model.Function) -> None:
        for end in _ends(function):
            self._below[end][function.id] = None


def _ends(function: model.Function) -> Iterator[str]:
    if function.reports_to:
        yield function.reports_to
    for line in function.dotted_to:
        yield line.to


Lineage = Mapping[str, tuple[str, ...]]
"""The functions of today that each function comes from; none for one that is new."""

PartKey = tuple[str, str]
"""A kind of part and its id, such as ``("role", "cfo")``."""

T = TypeVar("T")


class ImpossibleChange(Exception):  # noqa: N818 - said of a change, to people
    """A change cannot be made; the message says why, as the end of a sentence."""


@value_object
class SplitQuestion:
    """A part that a split does not say where to put: ``heirs`` are the functions it may go to."""

    at: int
    kind: str
    id: str
    whole: str
    heirs: tuple[str, ...]


@dataclass(slots=True)
class DesignDraft:
    """An organisation while changes are made to it, one after the other.

    ``gone`` says what became of parts that are no longer there; ``open`` holds the parts that a
    split leaves without a place, until a later change gives them one.
    """

    organisation: model.Organisation
    lineage: dict[str, tuple[str, ...]]
    gone: dict[PartKey, str] = field(default_factory=dict)
    open: dict[PartKey, SplitQuestion] = field(default_factory=dict)
    at: int = 0
    _lines: LinesBelow | None = None

    @classmethod
    def from_today(cls, today: model.Organisation) -> DesignDraft:
        """Return today's organisation, each function of which comes from itself."""
        return cls(today, {id_: (id_,) for id_ in today.functions})

    def snapshot(self) -> tuple[Any, ...]:
        """Return all that a change may alter, to be restored if it cannot be made."""
        return self.organisation, dict(self.lineage), dict(self.gone), dict(self.open)

    def restore(self, snapshot: tuple[Any, ...]) -> None:
        """Be as before a change that cannot be made."""
        self.organisation, self.lineage, self.gone, self.open = snapshot

    def function(self, id_: str) -> model.Function:
        """Return a function that is there at this moment."""
        return self._require_part(self.organisation.functions, "function", id_)

    def role(self, id_: str) -> model.Role:
        """Return a role that is there at this moment."""
        return self._require_part(self.organisation.roles, "role", id_)

    def measure(self, id_: str) -> model.Measure:
        """Return a measure that is there at this moment."""
        return self._require_part(self.organisation.measures, "measure", id_)

    def stage(self, id_: str) -> model.Stage:
        """Return a stage of the journey that is there at this moment."""
        return self._require_part(self.organisation.journey, "stage", id_)

    def handoff(self, id_: str) -> model.Handoff:
        """Return a hand-off that is there at this moment."""
        return self._require_part(self.organisation.handoffs, "handoff", id_)

    def outcome(self, id_: str) -> model.Outcome:
        """Return an outcome that is there at this moment."""
        outcomes = {each.id: each for each in self.organisation.outcome.walk()}
        return self._require_part(outcomes, "outcome", id_)

    def change(self, **parts: Any) -> None:
        """Let parts of the organisation be others."""
        self.organisation = replace(self.organisation, **parts)

    def put_part(self, kind: str, part: Any) -> None:
        """Let a part be as given, in its place, or come last."""
        section = model.PART_KINDS[kind].section
        self.change(**{section: {**getattr(self.organisation, section), part.id: part}})

    def put_function(self, function: model.Function) -> None:
        """Let a function be as given, in its place, or come last."""
        self.change_functions({function.id: function})

    def change_functions(
        self, changed: Mapping[str, model.Function | None], order: Iterable[str] | None = None
    ) -> None:
        """Let functions be as given, or go where None is; in their places, or all in an order."""
        functions = {**self.organisation.functions}
        for id_, function in changed.items():
            if function is None:
                functions.pop(id_, None)
            else:
                functions[id_] = function
        if order is not None:
            places = [*order]
            functions = dict(zip(places, map(functions.__getitem__, places), strict=True))
        lines = self.lines
        self.change(functions=functions)
        lines.replace(functions, changed.items())

    @property
    def lines(self) -> LinesBelow:
        """The lines that lead to each function that is there at this moment."""
        if self._lines is None or self._lines.functions is not self.organisation.functions:
            self._lines = LinesBelow(self.organisation.functions)
        return self._lines

    def put_role(self, role: model.Role) -> None:
        """Let a role be as given, in its place, or come last."""
        self.put_part("role", role)

    def change_outcomes(self, change: Callable[[model.Outcome], model.Outcome]) -> None:
        """Let the outcome at the root and each under it be changed."""
        self.change(outcome=changed_outcomes(self.organisation.outcome, change))

    def take_out(self, kind: str, id_: str, became: str) -> None:
        """Take a part out of its section, and remember what became of it."""
        section = model.PART_KINDS[kind].section
        parts = getattr(self.organisation, section)
        self.change(**{section: {key: part for key, part in parts.items() if key != id_}})
        self.gone[kind, id_] = became
        self.open.pop((kind, id_), None)

    def check_free(self, kind: str, id_: str) -> None:
        """Refuse an id that is taken."""
        if id_ in model.PART_KINDS[kind].parts_of(self.organisation):
            noun = model.with_article(model.PART_KINDS[kind].noun)
            raise ImpossibleChange(f'there is {noun} called "{id_}" already; choose another id')

    def line_above(self, id_: str) -> Iterator[str]:
        """Yield the function and those above it, upwards."""
        above: str | None = id_
        while above is not None:
            yield above
            above = self.organisation.functions[above].reports_to

    def move(self, id_: str, reports_to: str | None) -> None:
        """Let a function report to another, or to none; a dotted line to that one is solid now."""
        moved = self.function(id_)
        if reports_to is not None:
            self.function(reports_to)
            if id_ in self.line_above(reports_to):
                under = self.function(reports_to).name
                raise ImpossibleChange(
                    f"{moved.name} cannot report to {under}, which is {moved.name} itself "
                    "or reports to it; move that one first"
                )
        dotted = tuple(line for line in moved.dotted_to if line.to != reports_to)
        self.put_function(replace(moved, reports_to=reports_to, dotted_to=dotted))

    def _require_part(self, parts: Mapping[str, T], kind: str, id_: str) -> T:
        if id_ in parts:
            return parts[id_]
        became, noun = self.gone.get((kind, id_)), model.PART_KINDS[kind].noun
        if became:
            raise ImpossibleChange(f'the {noun} "{id_}" {became}; refer to what there is then')
        raise ImpossibleChange(
            f'the {noun} "{id_}" is not there yet; put the change that makes it before this one'
        )


def changed_outcomes(
    root: model.Outcome, change: Callable[[model.Outcome], model.Outcome]
) -> model.Outcome:
    """Return an outcome and all under it, each changed."""
    inner = {id_: changed_outcomes(one, change) for id_, one in root.outcomes.items()}
    return change(replace(root, outcomes=inner))


def unique(items: Iterable[T]) -> tuple[T, ...]:
    """Return each item once, in order."""
    return tuple(dict.fromkeys(items))
