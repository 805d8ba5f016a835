"""The tables of an organisation: functions, roles, outcomes, measures, hand-offs, changes.

References stand twice: by the name, for people, and by the id, by which the file knows them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from orgdesign.exporting.leaving_out import Exported
from orgdesign.exporting.roles.seats import Seats
from orgdesign.exporting.tables.changes import planned
from orgdesign.exporting.tables.table import Cell, Column, Table, table
from orgdesign.organisation import Function, Handoff, Measure, Organisation, Outcome, Reward, Role


def tables(going: Exported) -> tuple[Table, ...]:
    """Return the tables of what goes out, in order; with a design, of what it makes of today."""
    sheets = _Sheets(going.shown)
    shown, leave = going.shown, going.leave
    measures = "measures"
    made = [
        table("Functions", sheets.functions(), shown.functions.values(), leave),
        table("Roles", sheets.roles(), shown.roles.values(), leave),
        table("Outcomes", sheets.outcomes(), shown.outcome.walk(), leave),
        table("Measures", sheets.measures(), shown.measures.values(), leave),
        table("Hand-offs", sheets.handoffs(), shown.handoffs.values(), leave),
        planned(going),
    ]
    return tuple(each for each in made if each.name != "Measures" or not leave.leaves(measures))


class _Sheets:
    def __init__(self, organisation: Organisation) -> None:
        self.organisation = organisation
        self.seats = Seats(organisation)

    def functions(self) -> Iterable[Column[Function]]:
        yield Column("Id", lambda one: one.id)
        yield Column("Name", lambda one: one.name)
        yield Column("Reports to", lambda one: self._function(one.reports_to))
        yield Column("Reports to (id)", lambda one: one.reports_to)
        yield Column("Accountable role", lambda one: self._role(one.accountable))
        yield Column("Accountable role (id)", lambda one: one.accountable)
        yield Column("Customer outcome", lambda one: self._outcome(one.alignment.outcome))
        yield Column("Customer outcome (id)", lambda one: one.alignment.outcome)
        yield Column("Contribution", lambda one: one.alignment.contribution)
        yield Column("Link", lambda one: one.alignment.link)
        yield Column("Also serves (ids)", lambda one: _joined(one.alignment.also))
        yield Column("Measures", lambda one: self._measures(one.measures), "measures")
        yield Column("Measures (ids)", lambda one: _joined(one.measures), "measures")
        yield Column("Headcount", lambda one: one.headcount, "headcount")
        yield Column("Cost", lambda one: one.cost, "cost")
        yield Column("Work", lambda one: one.work)

    def roles(self) -> Iterable[Column[Role]]:
        yield Column("Id", lambda one: one.id)
        yield Column("Title", lambda one: one.title)
        yield Column("Function", lambda one: self._function(one.function))
        yield Column("Function (id)", lambda one: one.function)
        yield Column("Reports to", self._above)
        yield Column("Holder", lambda one: one.holder, "holders")
        yield Column("Vacant", lambda one: "yes" if one.vacant else None)
        yield Column("Customer outcomes", self._outcomes_of)
        yield Column("Purpose", lambda one: one.purpose)
        yield Column("Accountabilities", lambda one: _lines(one.accountabilities))
        yield Column("Decides", lambda one: _lines(one.decides))
        yield Column("Measured by", lambda one: self._measures(one.measured_by), "measures")
        yield Column("Measured by (ids)", lambda one: _joined(one.measured_by), "measures")
        yield Column("Rewarded for", lambda one: self._rewards(one.rewarded_for), "measures")

    def outcomes(self) -> Iterable[Column[Outcome]]:
        yield Column("Id", lambda one: one.id)
        yield Column("Under (id)", lambda one: self._above_outcome.get(one.id))
        yield Column("Statement", lambda one: one.statement)
        yield Column("Customer", lambda one: one.customer)
        yield Column("Accountable role", lambda one: self._role(one.accountable))
        yield Column("Accountable role (id)", lambda one: one.accountable)
        yield Column("Measures", lambda one: self._measures(one.measures), "measures")
        yield Column("Measures (ids)", lambda one: _joined(one.measures), "measures")
        yield Column("Functions that serve it", lambda one: float(self._serving.get(one.id, 0)))

    def measures(self) -> Iterable[Column[Measure]]:
        yield Column("Id", lambda one: one.id)
        yield Column("Name", lambda one: one.name)
        yield Column("Unit", lambda one: one.unit)
        yield Column("Baseline", lambda one: one.baseline)
        yield Column("Target", lambda one: one.target)
        yield Column("Better", lambda one: one.better)
        yield Column("Kind", lambda one: one.kind)
        yield Column("Works against", lambda one: self._measures(one.works_against))
        yield Column("Works against (ids)", lambda one: _joined(one.works_against))

    def handoffs(self) -> Iterable[Column[Handoff]]:
        yield Column("Id", lambda one: one.id)
        yield Column("From", lambda one: self._function(one.giver))
        yield Column("From (id)", lambda one: one.giver)
        yield Column("To", lambda one: self._function(one.taker))
        yield Column("To (id)", lambda one: one.taker)
        yield Column("Stage", lambda one: self._stage(one.stage))
        yield Column("Stage (id)", lambda one: one.stage)
        yield Column("Passes", lambda one: one.passes)
        yield Column("Accountable role", lambda one: self._role(one.accountable))
        yield Column("Accountable role (id)", lambda one: one.accountable)
        yield Column("Measure", lambda one: self._measures(_some(one.measure)), "measures")
        yield Column("Measure (id)", lambda one: one.measure, "measures")

    def _function(self, id_: str | None) -> Cell:
        return self.organisation.functions[id_].name if id_ else None

    def _role(self, id_: str | None) -> Cell:
        return self.organisation.roles[id_].title if id_ else None

    def _stage(self, id_: str | None) -> Cell:
        return self.organisation.journey[id_].name if id_ else None

    def _outcome(self, id_: str | None) -> Cell:
        return self.seats.ties.outcomes[id_].statement if id_ else None

    def _outcomes_of(self, role: Role) -> Cell:
        outcomes = self.seats.ties.outcomes
        return _lines(outcomes[each].statement for each in self.seats.ties.outcomes_of(role))

    def _above(self, role: Role) -> Cell:
        above = self.seats.above(role)
        return above.title if above else None

    def _measures(self, ids: Iterable[str]) -> Cell:
        return _lines(self.organisation.measures[each].name for each in ids)

    def _rewards(self, rewards: Iterable[Reward]) -> Cell:
        return _lines(self._reward(each) for each in rewards)

    def _reward(self, reward: Reward) -> str:
        name = self.organisation.measures[reward.measure].name
        return name if reward.weight is None else f"{name}: {reward.weight:g}%"

    @cached_property
    def _above_outcome(self) -> dict[str, str]:
        return {id_: one.id for one in self.organisation.outcome.walk() for id_ in one.outcomes}

    @cached_property
    def _serving(self) -> dict[str | None, int]:
        counted: dict[str | None, int] = {}
        for each in self.organisation.functions.values():
            counted[each.alignment.outcome] = counted.get(each.alignment.outcome, 0) + 1
        return counted


def _some(id_: str | None) -> Iterator[str]:
    if id_:
        yield id_


def _joined(ids: Iterable[str]) -> Cell:
    return ", ".join(ids) or None


def _lines(texts: Iterable[str]) -> Cell:
    """Return texts in one cell, each on a line of its own."""
    return "\n".join(" ".join(each.split()) for each in texts) or None
