"""What the colours of a chart mean: the group of each function, and what the groups are called."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import NamedTuple

from orgdesign.charts.chart import Palette
from orgdesign.model import Function, Organisation, number_text

STEPS = 5
"""How many steps the scale of a number has."""


class Colouring(NamedTuple):
    """What the colours of a chart mean: the group of each function, and the legend."""

    title: str
    palette: Palette
    groups: Mapping[str, int | None]
    labels: list[str]


def colour_groups(organisation: Organisation, asked: str) -> Colouring:
    """Return the group that each function is coloured by, and what the groups are called.

    Numbers are put into steps of a scale that hold about as many functions each.
    """
    if asked == "gap":
        return Colouring("Gaps", "gap", {}, ["Something is missing", "Nothing is missing"])
    if asked == "head":
        return _by_head(organisation)
    values = _values(organisation, asked)
    numbers = {id_: as_number(value) for id_, value in values.items() if value}
    if numbers and None not in numbers.values():
        return _by_scale(asked, {id_: value for id_, value in numbers.items() if value is not None})
    known = list(dict.fromkeys(filter(None, values.values())))
    groups = {id_: known.index(value) if value else None for id_, value in values.items()}
    return Colouring(asked.capitalize(), "outcome", groups, known)


def _values(organisation: Organisation, asked: str) -> dict[str, str]:
    lines = organisation.reporting_lines()
    values: dict[str, str] = {}
    for function in organisation.functions.values():
        known: dict[str, object] = {
            "work": function.work,
            "people": function.headcount,
            "headcount": function.headcount,
            "cost": function.cost,
            "span": len(lines.get(function.id, ())) or None,
        }
        value = known[asked] if asked in known else attribute_text(function, asked)
        values[function.id] = "" if value is None else str(value)
    return values


def as_number(text: str) -> float | None:
    """Return a text as a number, or None where it is none; thousands may be apart."""
    try:
        return float(text.replace(",", "").replace("\N{NO-BREAK SPACE}", "").rstrip("%"))
    except ValueError:
        return None


def _by_scale(asked: str, numbers: Mapping[str, float]) -> Colouring:
    ordered = sorted(numbers.values())
    cuts = {ordered[len(ordered) * step // STEPS] for step in range(1, STEPS)}
    edges = sorted(cut for cut in cuts if cut > ordered[0])
    groups: dict[str, int | None] = {
        id_: sum(value >= edge for edge in edges) for id_, value in numbers.items()
    }
    ends = [ordered[0], *edges, ordered[-1]]
    labels = [f"{number_text(low)} to {number_text(high)}" for low, high in pairwise(ends)]
    return Colouring(asked.capitalize(), "scale", groups, labels)


def _by_head(organisation: Organisation) -> Colouring:
    """Colour each function by the one below the top that it hangs from."""
    lines = organisation.reporting_lines()
    roots = lines.get(None, [])
    heads = roots if len(roots) > 1 else [one for root in roots for one in lines.get(root.id, ())]
    groups: dict[str, int | None] = {root.id: None for root in roots}
    for place, head in enumerate(heads):
        waiting = [head]
        while waiting:
            function = waiting.pop()
            groups[function.id] = place
            waiting.extend(lines.get(function.id, ()))
    return Colouring("Branch", "outcome", groups, [head.name for head in heads])


def attribute_text(function: Function, name: str) -> str:
    """Return an attribute of a function as one text; empty without it."""
    value = getattr(function, "attributes", {}).get(name, "")
    return value if isinstance(value, str) else ", ".join(value)
