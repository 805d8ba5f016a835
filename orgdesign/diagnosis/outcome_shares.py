"""How much of the organisation serves each customer outcome, in percentages that add up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from math import floor
from typing import Literal, get_args

from orgdesign.diagnosis.coverage import Share
from orgdesign.diagnosis.wording import quoted
from orgdesign.model import Function, Organisation
from orgdesign.value_objects import value_object

Unit = Literal["functions", "headcount", "cost"]
UNITS: tuple[Unit, ...] = get_args(Unit)

_CALLED = {"functions": "functions", "headcount": "people", "cost": "cost"}
_LINKS = ("direct", "enabling", None)
_Cell = tuple[str, str | None]


@value_object
class Amount:
    """Some functions, people or cost a year, and how many per cent of all they are."""

    value: float = 0.0
    percent: int = 0

    def __add__(self, other: Amount) -> Amount:
        return Amount(self.value + other.value, self.percent + other.percent)

    @property
    def percent_text(self) -> str:
        """Return its per cent as people say it."""
        return "less than 1%" if self.value and not self.percent else f"{self.percent}%"


@value_object
class OutcomeService:
    """What serves an outcome: directly, by enabling others, or without saying which of the two.

    ``beneath`` is what serves the outcomes under it.
    """

    direct: Amount
    enabling: Amount
    unsaid: Amount
    beneath: Amount

    @property
    def own(self) -> Amount:
        """Return what serves the outcome itself."""
        return self.direct + self.enabling + self.unsaid

    @property
    def whole(self) -> Amount:
        """Return what serves the outcome or any outcome under it."""
        return self.own + self.beneath


@value_object
class Serving:
    """All functions, people or cost of an organisation, by the outcome that they serve.

    Each function counts for the one outcome where it stands in the after chart, so that
    ``none`` and the ``own`` amounts of ``outcomes``, keyed by id, add up to everything.
    ``given`` of ``functions`` functions say how many people, or how much cost, they are.
    """

    unit: Unit
    total: float
    given: int
    functions: int
    outcomes: Mapping[str, OutcomeService]
    none: Amount

    @property
    def sentences(self) -> tuple[str, ...]:
        """Return what serves no outcome as a sentence to be said aloud, and what it leaves out."""
        return (*self._unserving(), *self._left_out())

    def _unserving(self) -> Iterator[str]:
        called = _CALLED[self.unit]
        verb = "serves" if self.unit == "cost" else "serve"
        if not self.total:
            return
        if not self.none.value:
            yield f"All of our {called} {verb} a customer outcome."
        elif self.none.value == self.total:
            yield f"None of our {called} {verb} a customer outcome."
        else:
            yield f"{self.none.percent_text} of our {called} {verb} no customer outcome."

    def _left_out(self) -> Iterator[str]:
        missing = self.functions - self.given
        noun = "The headcount" if self.unit == "headcount" else "The cost"
        if missing and missing == self.functions:
            yield f"{noun} of our functions is not in the file yet."
        elif missing:
            left = f"{missing:,} of our {self.functions:,} functions"
            yield f"{noun} of {left} is not in the file, and not in these figures."

    def sentence(self, outcome: str, statement: str) -> str:
        """Return how much serves an outcome and those under it, as a sentence."""
        served = self.outcomes[outcome]
        called, verb = _CALLED[self.unit], "serves" if self.unit == "cost" else "serve"
        parts = {
            "directly": served.direct,
            "by enabling others": served.enabling,
            "without saying how": served.unsaid,
            "through the outcomes under it": served.beneath,
        }
        how = [f"{amount.percent_text} {words}" for words, amount in parts.items() if amount.value]
        if not how:
            return f"None of our {called} {verb} {quoted(statement)}."
        share = served.whole.percent_text
        return f"{share} of our {called} {verb} {quoted(statement)}: {', '.join(how)}."


def serving(organisation: Organisation) -> Mapping[Unit, Serving]:
    """Return who serves which outcome, counted in functions, in people and in cost a year."""
    return {unit: _serving(organisation, unit) for unit in UNITS}


def _serving(organisation: Organisation, unit: Unit) -> Serving:
    cells, none, given = _counted(organisation, unit)
    aligned = sum(cells.values())
    share = Share(aligned, aligned + none)
    amounts = _amounts(cells, share)
    return Serving(
        unit,
        share.total,
        given,
        len(organisation.functions),
        _outcomes(organisation, amounts),
        Amount(none, 100 - (share.percent or 0) if none else 0),
    )


def _counted(organisation: Organisation, unit: Unit) -> tuple[dict[_Cell, float], float, int]:
    """Return what serves each outcome, by link; what serves none; how many functions say."""
    ids = [outcome.id for outcome in organisation.outcome.walk()]
    cells: dict[_Cell, float] = {(id_, link): 0.0 for id_ in ids for link in _LINKS}
    none, given = 0.0, 0
    for function in organisation.functions.values():
        value = _value(function, unit)
        given += value is not None
        if function.alignment.outcome is None:
            none += value or 0.0
        else:
            cells[function.alignment.outcome, function.alignment.link] += value or 0.0
    return cells, none, given


def _value(function: Function, unit: Unit) -> float | None:
    match unit:
        case "functions":
            return 1.0
        case "headcount":
            return function.headcount
        case "cost":
            return function.cost


def _amounts(cells: Mapping[_Cell, float], share: Share) -> dict[_Cell, Amount]:
    """Share out the aligned per cent among the cells by largest remainder (Hamilton's method)."""
    if not share.percent:
        return {cell: Amount(value) for cell, value in cells.items()}
    exact = {cell: Fraction(value) * 100 / Fraction(share.total) for cell, value in cells.items()}
    whole = {cell: floor(value) for cell, value in exact.items()}
    by_rest = sorted(cells, key=lambda cell: whole[cell] - exact[cell])
    for cell in by_rest[: share.percent - sum(whole.values())]:
        whole[cell] += 1
    return {cell: Amount(value, whole[cell]) for cell, value in cells.items()}


def _outcomes(
    organisation: Organisation, amounts: Mapping[_Cell, Amount]
) -> Mapping[str, OutcomeService]:
    outcomes = [*organisation.outcome.walk()]
    served: dict[str, OutcomeService] = {}
    for outcome in reversed(outcomes):  # so that those beneath come first
        beneath = sum((served[each].whole for each in outcome.outcomes), Amount())
        direct, enabling, unsaid = (amounts[outcome.id, link] for link in _LINKS)
        served[outcome.id] = OutcomeService(direct, enabling, unsaid, beneath)
    return {outcome.id: served[outcome.id] for outcome in outcomes}
