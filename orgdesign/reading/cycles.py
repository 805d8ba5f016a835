"""Reporting lines that lead back to where they start."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from orgdesign.reading.faults import Fault

_MOST_NAMED = 8


def cycle_faults(functions: dict[str, Any]) -> Iterator[Fault]:
    """Yield each cycle of reporting lines once, at its first function in the file."""
    above = {key: _above(raw) for key, raw in functions.items()}
    walked: dict[str, str] = {}
    for start in above:
        name: str | None = start
        while name is not None and name in above and name not in walked:
            walked[name] = start
            name = above[name]
        if name is not None and walked.get(name) == start:
            yield _fault(_cycle(name, above), above)


def _above(raw: Any) -> str | None:
    parent = raw.get("reports_to") if type(raw) is dict else None
    return parent if isinstance(parent, str) else None


def _cycle(name: str, above: dict[str, str | None]) -> list[str]:
    cycle, parent = [name], above[name]
    while parent != name and parent is not None:
        cycle.append(parent)
        parent = above[parent]
    return cycle


def _fault(cycle: list[str], above: dict[str, str | None]) -> Fault:
    path = ("functions", cycle[0], "reports_to")
    if len(cycle) == 1:
        return Fault(path, f"{cycle[0]} reports to itself; name another function, or none")
    lines = [f"{each} reports to {above[each]}" for each in cycle]
    if len(lines) > _MOST_NAMED:
        lines[_MOST_NAMED - 2 : -1] = [f"and so on through {len(lines) - _MOST_NAMED + 1} more"]
    return Fault(path, f"these report to each other in a circle: {', '.join(lines)}; end one")
