"""Several designs side by side: all that can be counted of each, and what people think of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from orgdesign.designs.ledger import DesignLedger
from orgdesign.designs.replay import Structure, structure_after, structure_today, with_option
from orgdesign.diagnosis.effects.effect import Effect
from orgdesign.diagnosis.effects.effects import effects
from orgdesign.model import Criterion, Design, Organisation
from orgdesign.value_objects import value_object


@value_object
class OptionFigure:
    """One figure of every option: what it is called, and each with what it does to today's."""

    group: str
    name: str
    unit: str
    effects: tuple[Effect, ...]


@value_object
class CriterionScores:
    """How well each option meets a criterion, and what part of the whole that is."""

    criterion: Criterion
    weight: float
    scores: tuple[float | None, ...]

    @property
    def parts(self) -> tuple[float | None, ...]:
        """Return what each score comes to, weighed: out of 5, all criteria together."""
        return tuple(None if score is None else score * self.weight for score in self.scores)


@dataclass(frozen=True)
class OptionTable:
    """Options of one organisation: designs, and the answers to what a design leaves open.

    Each is a design with, perhaps, one of its options chosen.
    """

    today: Organisation
    options: Sequence[tuple[Design, str | None]]

    @cached_property
    def structures(self) -> tuple[Structure, ...]:
        """Return what each option comes to, today first."""
        then = (structure_after(self.today, one, None, option) for one, option in self.options)
        return (structure_today(self.today), *then)

    @property
    def names(self) -> tuple[str, ...]:
        """Return what each option is called, today first."""
        return tuple(structure.name for structure in self.structures)

    @cached_property
    def figures(self) -> tuple[OptionFigure, ...]:
        """Return all that can be counted, each figure with that of every option."""
        sides = [effects(self.today, one.organisation, one.lineage) for one in self.structures]
        counted = [
            OptionFigure(each[0].group, each[0].name, each[0].unit, tuple(each))
            for each in zip(*sides, strict=True)
        ]
        return (*counted, *self._changes())

    def _changes(self) -> Iterator[OptionFigure]:
        """Yield what it takes: changes, people who go elsewhere, and what it costs once."""
        taken = [_effort(self.today, one, option) for one, option in self.options]
        for at, (name, unit) in enumerate(_EFFORTS):
            rows = [Effect("Size", name, "cost", None, 0.0)]  # today takes nothing
            rows += [Effect("Size", name, "cost", None, each[at]) for each in taken]
            yield OptionFigure("What it takes", name, unit, tuple(rows))

    @cached_property
    def criteria(self) -> tuple[CriterionScores, ...]:
        """Return how well each option meets each criterion, today not among them."""
        whole = sum(each.weight or 0 for each in self.today.criteria.values())
        return tuple(
            CriterionScores(
                criterion,
                (criterion.weight or 0) / whole if whole else 0,
                tuple(_scores(*option).get(criterion.id) for option in self.options),
            )
            for criterion in self.today.criteria.values()
        )

    @property
    def weighted_totals(self) -> tuple[float | None, ...]:
        """Return what the scores of each option come to; None where one of them is not given."""
        columns = zip(*(each.parts for each in self.criteria), strict=True)
        return tuple(
            None if any(part is None for part in column) else sum(part or 0 for part in column)
            for column in columns
        )


_EFFORTS = (
    ("Changes", "functions"),
    ("People who go to another function", "people"),
    ("People who come or leave", "people"),
    ("Cost once", "cost"),
)


def _effort(today: Organisation, design: Design, option: str | None) -> tuple[float, ...]:
    tried = with_option(design, option) if option else design
    ledger = DesignLedger(today, tried)
    passing = sum(entry.passing.people for entry in ledger.entries)
    leaving = sum(abs(entry.delta.people) for entry in ledger.entries)
    return float(len(ledger.made_steps)), passing, leaving, ledger.one_off


def _scores(design: Design, option: str | None) -> Mapping[str, float]:
    """Return how well an option meets the criteria: as it says itself, or else as its design."""
    own = design.options[option].scores if option else {}
    return {**design.scores, **own}


def all_options(today: Organisation) -> list[tuple[Design, str | None]]:
    """Return every design, and where one leaves a question open, each answer to it."""
    options: list[tuple[Design, str | None]] = []
    for design in today.designs.values():
        tried = _open_options(design)
        options += [(design, option) for option in tried] if tried else [(design, None)]
    return options


def _open_options(design: Design) -> list[str]:
    decided = {design.options[id_].question for id_ in design.chosen if id_ in design.options}
    return [id_ for id_, one in design.options.items() if one.question not in decided]
