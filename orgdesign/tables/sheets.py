"""The tables of an organisation: functions, roles, outcomes, measures, hand-offs.

References stand twice: by the name, for people, and by the id, by which the file knows them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, TypeVar

from orgdesign.model import (
    PART_KINDS,
    Function,
    Handoff,
    Measure,
    Organisation,
    Outcome,
    Reward,
    Role,
    number_text,
    one_line,
)
from orgdesign.tables.columns import Cell, Column, Path, TableSheet

T = TypeVar("T")
_MEASURES = "measures"


def sheets(organisation: Organisation) -> tuple[TableSheet[Any], ...]:
    """Return the tables that are about what is today, or about what a design makes of it."""
    of, parts = _Columns(organisation), organisation
    outcomes = {each.id: each for each in parts.outcome.walk()}
    return (
        TableSheet("Functions", "function", "Name", tuple(of.functions()), parts.functions),
        TableSheet("Roles", "role", "Title", tuple(of.roles()), parts.roles),
        TableSheet("Outcomes", "outcome", "Statement", tuple(of.outcomes()), outcomes),
        TableSheet("Measures", "measure", "Name", tuple(of.measures()), parts.measures),
        TableSheet("Hand-offs", "hand-off", "Passes", tuple(of.handoffs()), parts.handoffs),
    )


class _Columns:
    def __init__(self, organisation: Organisation) -> None:
        self.organisation = organisation
        self.index = organisation.index
        self.names = {name: kind.labels_in(organisation) for name, kind in PART_KINDS.items()}

    def functions(self) -> Iterator[Column[Function]]:
        yield Column("Id", lambda one: one.id, form="id")
        yield Column("Name", lambda one: one.name, path=("name",))
        above, role = ("reports_to",), ("accountable",)
        yield from self._reference_columns(
            "Reports to", above, "function", lambda one: one.reports_to
        )
        yield from self._reference_columns(
            "Accountable role", role, "role", lambda one: one.accountable
        )
        yield from self._reference_columns(
            "Customer outcome", ("alignment", "outcome"), "outcome", lambda f: f.alignment.outcome
        )
        yield Column(
            "Contribution", lambda f: f.alignment.contribution, path=("alignment", "contribution")
        )
        yield Column("Link", lambda one: one.alignment.link, path=("alignment", "link"))
        yield Column(
            "Also serves (ids)",
            lambda one: _joined(one.alignment.also),
            path=("alignment", "also"),
            form="refs",
            of="outcome",
        )
        yield from self._measure_columns("Measures", ("measures",), lambda one: one.measures)
        yield Column("Headcount", lambda f: f.headcount, "headcount", ("headcount",), "number")
        yield Column("Cost", lambda one: one.cost, "cost", ("cost",), "number")
        yield Column("Work", lambda one: one.work, path=("work",))

    def roles(self) -> Iterator[Column[Role]]:
        yield Column("Id", lambda one: one.id, form="id")
        yield Column("Title", lambda one: one.title, path=("title",))
        yield from self._reference_columns(
            "Function", ("function",), "function", lambda one: one.function
        )
        seats = "who is accountable for which function"
        yield Column("Reports to", self._above, form="derived", why=seats)
        yield Column("Holder", lambda one: one.holder, "holders", ("holder",))
        yield Column("Vacant", lambda r: "yes" if r.vacant else None, path=("vacant",), form="flag")
        served = "the outcomes that a role is accountable for and that its functions serve"
        yield Column("Customer outcomes", self._outcomes_of, form="derived", why=served)
        yield Column("Purpose", lambda one: one.purpose, path=("purpose",))
        yield _listed("Accountabilities", "accountabilities", lambda one: one.accountabilities)
        yield _listed("Decides", "decides", lambda one: one.decides)
        yield from self._measure_columns(
            "Measured by", ("measured_by",), lambda one: one.measured_by
        )
        yield Column(
            "Rewarded for",
            lambda one: self._rewards(one.rewarded_for),
            _MEASURES,
            ("rewarded_for",),
            "rewards",
            "measure",
        )

    def outcomes(self) -> Iterator[Column[Outcome]]:
        yield Column("Id", lambda one: one.id, form="id")
        yield Column(
            "Under (id)",
            lambda one: self._above_outcome.get(one.id),
            path=("under",),
            form="under",
            of="outcome",
        )
        yield Column("Statement", lambda one: one.statement, path=("statement",))
        yield Column("Customer", lambda one: one.customer, path=("customer",))
        role = ("accountable",)
        yield from self._reference_columns(
            "Accountable role", role, "role", lambda one: one.accountable
        )
        yield from self._measure_columns("Measures", ("measures",), lambda one: one.measures)
        served = "the outcomes that functions serve"
        yield Column("Functions that serve it", self._served_by, form="derived", why=served)

    def measures(self) -> Iterator[Column[Measure]]:
        yield Column("Id", lambda one: one.id, form="id")
        yield Column("Name", lambda one: one.name, path=("name",))
        yield Column("Unit", lambda one: one.unit, path=("unit",))
        yield Column("Baseline", lambda one: one.baseline, path=("baseline",), form="number")
        yield Column("Target", lambda one: one.target, path=("target",), form="number")
        yield Column("Better", lambda one: one.better, path=("better",))
        yield Column("Kind", lambda one: one.kind, path=("kind",))
        against = ("works_against",)
        yield from self._measure_columns(
            "Works against", against, lambda one: one.works_against, ""
        )

    def handoffs(self) -> Iterator[Column[Handoff]]:
        yield Column("Id", lambda one: one.id, form="id")
        yield from self._reference_columns("From", ("from",), "function", lambda one: one.giver)
        yield from self._reference_columns("To", ("to",), "function", lambda one: one.taker)
        yield from self._reference_columns("Stage", ("stage",), "stage", lambda one: one.stage)
        yield Column("Passes", lambda one: one.passes, path=("passes",))
        role, measure = ("accountable",), ("measure",)
        yield from self._reference_columns(
            "Accountable role", role, "role", lambda one: one.accountable
        )
        yield from self._reference_columns(
            "Measure", measure, "measure", lambda one: one.measure, _MEASURES
        )

    def _reference_columns(
        self, name: str, path: Path, of: str, id_of: Callable[[T], str | None], kind: str = ""
    ) -> Iterator[Column[T]]:
        """Yield the two columns of a reference to one part."""
        yield Column(name, lambda one: self._name(of, id_of(one)), kind, path, "name", of)
        yield Column(f"{name} (id)", id_of, kind, path, "ref", of)

    def _measure_columns(
        self,
        name: str,
        path: Path,
        ids_of: Callable[[T], Iterable[str]],
        kind: str = _MEASURES,
    ) -> Iterator[Column[T]]:
        """Yield the two columns of references to measures."""
        yield Column(name, lambda one: self._measures(ids_of(one)), kind, path, "names", "measure")
        yield Column(
            f"{name} (ids)", lambda one: _joined(ids_of(one)), kind, path, "refs", "measure"
        )

    def _name(self, of: str, id_: str | None) -> Cell:
        return self.names[of][id_] if id_ else None

    def _outcomes_of(self, role: Role) -> Cell:
        outcomes = self.index.outcomes
        return _lines(outcomes[each].statement for each in self.index.outcomes_of(role))

    def _above(self, role: Role) -> Cell:
        above = self.index.manager_of(role)
        return above.title if above else None

    def _measures(self, ids: Iterable[str]) -> Cell:
        return _lines(self.names["measure"][each] for each in ids)

    def _rewards(self, rewards: Iterable[Reward]) -> Cell:
        return _lines(reward_line(each, self.names["measure"]) for each in rewards)

    def _served_by(self, outcome: Outcome) -> Cell:
        return float(self._serving.get(outcome.id, 0))

    @cached_property
    def _above_outcome(self) -> dict[str, str]:
        return {id_: one.id for one in self.organisation.outcome.walk() for id_ in one.outcomes}

    @cached_property
    def _serving(self) -> dict[str | None, int]:
        counted: dict[str | None, int] = {}
        for each in self.organisation.functions.values():
            counted[each.alignment.outcome] = counted.get(each.alignment.outcome, 0) + 1
        return counted


def _listed(name: str, key: str, texts_of: Callable[[T], Iterable[str]]) -> Column[T]:
    return Column(name, lambda one: _lines(texts_of(one)), path=(key,), form="lines")


def reward_line(reward: Reward, measures: Mapping[str, str]) -> str:
    """Return a reward as it stands on a line of a cell: what pays, and its share."""
    name = on_a_line(measures[reward.measure])
    return name if reward.weight is None else f"{name}: {number_text(reward.weight)}%"


def on_a_line(text: str) -> str:
    """Return a text as it stands on a line of a cell."""
    return one_line(text)


def _joined(ids: Iterable[str]) -> Cell:
    return ", ".join(ids) or None


def _lines(texts: Iterable[str]) -> Cell:
    """Return texts in one cell, each on a line of its own."""
    return "\n".join(map(on_a_line, texts)) or None
