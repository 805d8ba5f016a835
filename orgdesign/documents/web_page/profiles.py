"""Functions and outcomes as the page tells of them, their references followed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import TypeVar

from orgdesign.charts import GAPS
from orgdesign.designs.comparison import Difference
from orgdesign.model import Function, Handoff, Measure, Organisation, Outcome, Role
from orgdesign.redaction import Disclosure
from orgdesign.value_objects import value_object

T = TypeVar("T")


@value_object
class FunctionProfile:
    """A function, with what stands around it in the organisation that it is told of.

    ``level`` is how far it is below the top, ``standing`` what a design does to it as a whole,
    ``changes`` what a design changes for it, in sentences.
    """

    function: Function
    side: OrganisationView
    level: int
    standing: str = ""
    changes: tuple[str, ...] = ()

    @property
    def gaps(self) -> list[str]:
        """Return what it misses, in sentences."""
        return [GAPS[gap] for gap in self.function.gaps]

    @property
    def serves(self) -> list[Outcome]:
        """Return the outcomes that it serves, the one where it stands first."""
        alignment = self.function.alignment
        ids = (*([alignment.outcome] if alignment.outcome else []), *alignment.also)
        return [self.side.index.outcomes[each] for each in ids]

    @property
    def role(self) -> Role | None:
        """Return the role that is accountable for it."""
        return self.side.organisation.roles.get(self.function.accountable or "")

    @property
    def measures(self) -> list[Measure]:
        """Return what it is measured by."""
        return [self.side.organisation.measures[each] for each in self.function.measures]

    @property
    def above(self) -> Function | None:
        """Return the function that it reports to."""
        return self.side.organisation.functions.get(self.function.reports_to or "")

    @property
    def reports(self) -> Sequence[Function]:
        """Return the functions that report to it."""
        return self.side.index.lines.get(self.function.id, ())

    @property
    def handed_to(self) -> Sequence[Handoff]:
        """Return what is handed to it."""
        return self.side.index.handoffs_by_taker.get(self.function.id, ())

    @property
    def handed_by(self) -> Sequence[Handoff]:
        """Return what it hands to others."""
        return self.side.index.handoffs_by_giver.get(self.function.id, ())


class OrganisationView:
    """One organisation, today's or that of a design, with what its parts are asked for."""

    def __init__(self, organisation: Organisation) -> None:
        self.organisation = organisation
        self.index = organisation.index

    @cached_property
    def serving(self) -> Mapping[str, list[Function]]:
        """Return the functions by the outcome where they stand; under ``""``, those without."""
        functions = self.organisation.functions.values()
        return _grouped_by((each.alignment.outcome or "", each) for each in functions)

    @cached_property
    def helping(self) -> Mapping[str, list[Function]]:
        """Return the functions by the further outcomes that they serve."""
        functions = self.organisation.functions.values()
        return _grouped_by((outcome, each) for each in functions for outcome in each.alignment.also)

    def in_order(self) -> Iterator[tuple[Function, int]]:
        """Yield every function with its level, each followed by those that report to it."""
        waiting = [(each, 0) for each in self.index.lines.get(None, ())][::-1]
        while waiting:
            function, level = waiting.pop()
            yield function, level
            below = self.index.lines.get(function.id, ())
            waiting.extend([(each, level + 1) for each in below][::-1])

    def tree(self) -> Iterator[tuple[Outcome, int]]:
        """Yield every outcome with its level, each followed by those under it."""
        levels = {self.organisation.outcome.id: 0}
        for outcome in self.organisation.outcome.walk():
            level = levels[outcome.id]
            levels.update(dict.fromkeys(outcome.outcomes, level + 1))
            yield outcome, level


def function_profiles(
    disclosure: Disclosure, differences: Sequence[Difference]
) -> list[FunctionProfile]:
    """Return every function that is shown and, after them, those that a design ends."""
    shown, today = OrganisationView(disclosure.organisation), OrganisationView(disclosure.today)
    told = _change_sentences(differences)
    if disclosure.then is None:
        return [FunctionProfile(each, shown, level) for each, level in shown.in_order()]
    new, ends = f"New with {disclosure.then.name}", f"Ends with {disclosure.then.name}"
    here = [
        FunctionProfile(
            each,
            shown,
            level,
            "" if each.id in today.organisation.functions else new,
            tuple(told.get(each.id, ())),
        )
        for each, level in shown.in_order()
    ]
    gone = [
        FunctionProfile(each, today, 0, ends, tuple(told.get(each.id, ())))
        for each, _ in today.in_order()
        if each.id not in shown.organisation.functions
    ]
    return [*here, *gone]


def _change_sentences(differences: Sequence[Difference]) -> Mapping[str, list[str]]:
    """Return what differs for each function, in sentences."""
    about = [each for each in differences if each.of == "function"]
    return _grouped_by(
        (id_, each.sentence) for each in about for id_ in dict.fromkeys((*each.ids, *each.origins))
    )


def _grouped_by(pairs: Iterator[tuple[str, T]]) -> dict[str, list[T]]:
    grouped: dict[str, list[T]] = {}
    for key, value in pairs:
        grouped.setdefault(key, []).append(value)
    return grouped
