"""The matrix plate: every function against every outcome that it serves, enables, or serves too."""

from __future__ import annotations

from typing import Literal

from orgdesign.model import Function, Organisation, Outcome
from orgdesign.plates.amounts import By, Unit, unit_for
from orgdesign.value_objects import value_object

Service = Literal["direct", "enabling", "also"]


@value_object
class OutcomeColumn:
    """An outcome; ``hue`` counts first-level outcomes, ``depth`` is 0 for the whole outcome."""

    outcome: Outcome
    hue: int | None
    depth: int


@value_object
class MatrixBranch:
    """Functions of one branch, in the order of reporting lines."""

    head: Function
    functions: tuple[Function, ...]


@value_object
class Matrix:
    """Branches of functions as rows, outcomes as columns."""

    organisation: Organisation
    name: str
    unit: Unit
    columns: tuple[OutcomeColumn, ...]
    branches: tuple[MatrixBranch, ...]

    @property
    def functions(self) -> tuple[Function, ...]:
        """Return every function, row by row."""
        return tuple(function for branch in self.branches for function in branch.functions)

    def serving(self, outcome: str) -> tuple[Function, ...]:
        """Return the functions that serve an outcome, directly or enabling."""
        return tuple(f for f in self.functions if f.alignment.outcome == outcome)


def service(function: Function, outcome: str) -> Service | None:
    """Return in which way a function serves an outcome; None where it does not."""
    alignment = function.alignment
    if alignment.outcome == outcome:
        return "enabling" if alignment.link == "enabling" else "direct"
    return "also" if outcome in alignment.also else None


def matrix(organisation: Organisation, by: By | None = None, name: str = "") -> Matrix:
    """Return every function of an organisation against every outcome; ``name`` is a design's."""
    held: dict[str, list[Function]] = {}
    branch_of = organisation.index.branch_heads
    for function in _in_line_order(organisation):
        held.setdefault(branch_of[function.id], []).append(function)
    return Matrix(
        organisation,
        name,
        unit_for(organisation, by),
        _columns(organisation),
        tuple(MatrixBranch(organisation.functions[head], tuple(held[head])) for head in held),
    )


def _columns(organisation: Organisation) -> tuple[OutcomeColumn, ...]:
    """Return the outcomes, the whole one only where a function serves it itself."""
    root = organisation.outcome
    served = {
        outcome
        for function in organisation.functions.values()
        for outcome in (function.alignment.outcome, *function.alignment.also)
    }
    found = [OutcomeColumn(root, None, 0)] if root.id in served or not root.outcomes else []
    for hue, first in enumerate(root.outcomes.values()):
        waiting = [(first, 1)]
        while waiting:
            outcome, depth = waiting.pop()
            found.append(OutcomeColumn(outcome, hue, depth))
            waiting += [(below, depth + 1) for below in reversed([*outcome.outcomes.values()])]
    return tuple(found)


def _in_line_order(organisation: Organisation) -> list[Function]:
    lines = organisation.reporting_lines()
    ordered: list[Function] = []
    waiting = [*reversed(lines.get(None, []))]
    while waiting:
        ordered.append(function := waiting.pop())
        waiting += reversed(lines.get(function.id, []))
    return ordered
