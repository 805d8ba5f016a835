"""What a design means for each person who holds a seat: a sheet each, and the seats left open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from orgdesign.designs.comparison import SEAT_WORDS, PartNames
from orgdesign.designs.replay import ReplayStep, replay_steps
from orgdesign.designs.review.replayed_design import ReplayedDesign
from orgdesign.designs.review.seat_facts import SeatFacts, facts_together, seat_facts
from orgdesign.model import Design, Function, Organisation, Role
from orgdesign.value_objects import value_object

Fate = Literal["stays", "changes", "moves", "acts", "leaves", "unplaced", "comes"]
FATES: Mapping[Fate, str] = {
    "stays": "Stays as today",
    "changes": "Stays in the seat, which changes",
    "moves": "Moves to another seat",
    "acts": "Acts up for a time",
    "leaves": "Leaves",
    "unplaced": "Has no seat yet",
    "comes": "Comes new",
}
"""What becomes of a person, in words."""


@value_object
class PersonStep:
    """One change that concerns a person: in which phase, from when to when, and what it is."""

    phase: str
    dates: str
    sentence: str


@value_object
class PersonSheet:
    """What a design means for one person: seats before and after, each step, what is open.

    A person who is not named in the file is called by the seat that they hold today.
    ``renamed`` are the lines of today that say the same then, with functions' new names.
    """

    name: str
    fate: Fate
    before: tuple[SeatFacts, ...]
    after: tuple[SeatFacts, ...]
    steps: tuple[PersonStep, ...]
    open: tuple[str, ...]
    renamed: tuple[tuple[str, str], ...] = ()

    @property
    def renamed_lines(self) -> frozenset[str]:
        """Return the lines, before and after, that differ by the name of a function only."""
        then = {line for _, _, after in self.rows for line in after}
        return frozenset(line for pair in self.renamed if pair[1] in then for line in pair)

    @property
    def rows(self) -> tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]:
        """Return each thing that is known of the seats, before and after."""
        old, new = facts_together(self.before), facts_together(self.after)
        asked = dict.fromkeys((*old, *new))
        return tuple((each, old.get(each, ()), new.get(each, ())) for each in asked)


@value_object
class OpenSeat:
    """A seat that nobody holds at the end of a design: how it is to be filled, and by whom."""

    role: str
    title: str
    function: str
    status: str
    among: tuple[str, ...]
    phase: str


def person_sheets(today: Organisation, design: Design) -> tuple[PersonSheet, ...]:
    """Return a sheet for each person who holds a seat today or at the end, in the file's order."""
    staff = _Staff(_with_everybody(today), design)
    return tuple(staff.sheet(person) for person in staff.people)


def open_seats(today: Organisation, design: Design) -> tuple[OpenSeat, ...]:
    """Return the seats that nobody holds at the end of a design."""
    staff = _Staff(_with_everybody(today), design)
    return tuple(staff.open_seat(role) for role in staff.end.roles.values() if role.is_vacant)


def holder_of(role: Role) -> str:
    """Return what a person is called who is not named in the file."""
    return f"Whoever is {role.title}"


def _with_everybody(today: Organisation) -> Organisation:
    """Return an organisation in which each seat that is filled has somebody in it."""
    roles = {
        role.id: role
        if role.is_vacant or role.holders
        else replace(role, holders=(holder_of(role),))
        for role in today.roles.values()
    }
    return replace(today, roles=roles)


@dataclass(frozen=True)
class _Staff(ReplayedDesign):
    @cached_property
    def steps(self) -> tuple[ReplayStep, ...]:
        every = replay_steps(self.today, self.design)
        return tuple(step for step in every if step.is_made and not step.reason)

    @cached_property
    def people(self) -> tuple[str, ...]:
        held = [*self._all_holders(self.today), *self._all_holders(self.end)]
        return tuple(dict.fromkeys(held))

    def _all_holders(self, side: Organisation) -> Iterator[str]:
        for role in side.roles.values():
            yield from role.holders

    @cached_property
    def _seats(self) -> tuple[Mapping[str, list[Role]], Mapping[str, list[Role]]]:
        sides: list[dict[str, list[Role]]] = []
        for side in (self.today, self.end):
            seats: dict[str, list[Role]] = {}
            for role in side.roles.values():
                for holder in role.holders:
                    seats.setdefault(holder, []).append(role)
            sides.append(seats)
        return sides[0], sides[1]

    def sheet(self, person: str) -> PersonSheet:
        """Return the sheet of one person."""
        old, new = (seats.get(person, []) for seats in self._seats)
        before = tuple(seat_facts(self.today, role) for role in old)
        after = tuple(seat_facts(self.end, role) for role in new)
        steps = tuple(self._concerning(person))
        fate = self._fate(person, old, new, before == after)
        shown = tuple(self._person_step(step) for step in steps)
        still_open, renamed = tuple(self._open(person, new)), tuple(self._renamed(old))
        return PersonSheet(person, fate, before, after, shown, still_open, renamed)

    def _renamed(self, seats: list[Role]) -> Iterator[tuple[str, str]]:
        """Yield what today's lines would say, if functions had the names of then already."""
        for role in seats:
            sides = (seat_facts(side, role) for side in (self.today, self._today_renamed))
            for (_, old), (_, new) in zip(*(facts.lines for facts in sides), strict=True):
                yield from (pair for pair in zip(old, new, strict=True) if pair[0] != pair[1])

    @cached_property
    def _today_renamed(self) -> Organisation:
        """Return today with the names that functions have at the end, where they stay."""
        then = self.end.functions
        functions = {
            id_: replace(one, name=then[id_].name) if id_ in then else one
            for id_, one in self.today.functions.items()
        }
        return replace(self.today, functions=functions)

    def _fate(self, person: str, old: list[Role], new: list[Role], is_same: bool) -> Fate:
        if not new:
            return "leaves" if self._leaves(person) else "unplaced"
        if not old:
            return "comes"
        seats = {role.id for role in old}
        if any(role.status == "acting" and role.id not in seats for role in new):
            return "acts"
        if seats != {role.id for role in new}:
            return "moves"
        return "stays" if is_same else "changes"

    def _leaves(self, person: str) -> bool:
        return any(
            step.change.kind == "end-holder" and person in _people_of(step) for step in self.steps
        )

    def _concerning(self, person: str) -> Iterator[ReplayStep]:
        """Yield the changes of a person's seat, of what it is in, and of whom it reports to."""
        seats = {role.id for role in self._seats[0].get(person, [])}
        for step in self.steps:
            before = set(_holding(step.before, person))
            after = set(_holding(step.result, person))
            among = step.change.values.get("among", ())
            is_asked = isinstance(among, tuple) and bool(seats & {*among})
            if is_asked or before != after or _seat_differs(step, before):
                yield step
            seats |= after

    def _person_step(self, step: ReplayStep) -> PersonStep:
        phase = self.design.phases.get(step.change.phase or "")
        dates = phase_dates(phase.starts, phase.ends) if phase else ""
        return PersonStep(phase.name if phase else "", dates, self.formatter.sentence(step))

    def _open(self, person: str, new: list[Role]) -> Iterator[str]:
        if not new and not self._leaves(person):
            yield "Which seat is next is not said."
        held = {role.id for role in self._seats[0].get(person, [])}
        for step in self.steps:
            among = step.change.values.get("among", ())
            role = self.end.roles.get(str(step.change.values.get("role")))
            is_asked = isinstance(among, tuple) and held & {*among}
            if is_asked and role and not role.holders:
                yield f"{role.title} {SEAT_WORDS[role.filling]}, also for this person."
        for role in new:
            if role.status == "acting":
                until = f" until {role.until}" if role.until else "; how long is not said"
                yield f"{role.title} is held for a time{until}."
            if role.function is None and role.id in self._placed_today:
                yield f"Which function {role.title} belongs to is not decided."

    @cached_property
    def _placed_today(self) -> frozenset[str]:
        return frozenset(role.id for role in self.today.roles.values() if role.function)

    def open_seat(self, role: Role) -> OpenSeat:
        """Return what is known of a seat that nobody holds."""
        among: tuple[str, ...] = ()
        phase = ""
        for step in self.steps:
            values = step.change.values
            if values.get("role") == role.id:
                known = self.design.phases.get(step.change.phase or "")
                phase = known.name if known else phase
                asked = values.get("among", ())
                if isinstance(asked, tuple) and asked:
                    names = PartNames(step.before)
                    among = tuple(names.role(id_) for id_ in asked)
        function = self.end.functions.get(role.function or "")
        status = SEAT_WORDS[role.filling]
        return OpenSeat(
            role.id, role.title, function.name if function else "", status, among, phase
        )


def _people_of(step: ReplayStep) -> tuple[str, ...]:
    """Return who leaves a seat by a change."""
    person = step.change.values.get("holder")
    role = step.before.roles.get(str(step.change.values.get("role")))
    return (str(person),) if person else role.holders if role else ()


def _holding(side: Organisation, person: str) -> Iterator[str]:
    for role in side.roles.values():
        if person in role.holders:
            yield role.id


def _seat_differs(step: ReplayStep, seats: set[str]) -> bool:
    """Whether a seat, or the function that it is in, says something else after a change."""
    for id_ in seats:
        old, new = step.before.roles.get(id_), step.result.roles.get(id_)
        if old is None or new is None or (old is not new and old != new):
            return True
        was = step.before.functions.get(old.function or "")
        now = step.result.functions.get(new.function or "")
        if was is not now and _place(was) != _place(now):
            return True
        if _answers(step.before, id_) != _answers(step.result, id_):
            return True
    return False


def _answers(side: Organisation, role: str) -> list[str]:
    return [each.id for each in side.functions.values() if each.accountable == role]


def _place(function: Function | None) -> tuple[object, ...]:
    if function is None:
        return ()
    attributes = sorted((name, str(value)) for name, value in function.attributes.items())
    return function.name, function.reports_to, function.accountable, *attributes


def phase_dates(starts: str | None, ends: str | None) -> str:
    """Return when a phase is, as far as the file says."""
    if starts and ends:
        return f"{starts} to {ends}"
    return f"from {starts}" if starts else f"until {ends}" if ends else ""
