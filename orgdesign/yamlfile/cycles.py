"""Reporting lines that lead back to where they start."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from orgdesign.model import shorten
from orgdesign.yamlfile.problem_collector import Fault

_MOST_NAMED = 8


def cycle_faults(section: str, parts: dict[str, Any]) -> Iterator[Fault]:
    """Yield each cycle of reporting lines once, at its first function or role in the file."""
    above = {key: _above(raw) for key, raw in parts.items()}
    order = {key: at for at, key in enumerate(above)}
    walked: dict[str, str] = {}
    for start in above:
        name: str | None = start
        while name is not None and name in above and name not in walked:
            walked[name] = start
            name = above[name]
        if name is not None and walked.get(name) == start:
            yield _fault(section, min(_cycle(name, above), key=order.__getitem__), above)


def _above(raw: Any) -> str | None:
    parent = raw.get("reports_to") if type(raw) is dict else None
    return parent if isinstance(parent, str) else None


def _cycle(name: str, above: dict[str, str | None]) -> list[str]:
    cycle, parent = [name], above[name]
    while parent is not None and parent != name:
        cycle.append(parent)
        parent = above[parent]
    return cycle


def _fault(section: str, first: str, above: dict[str, str | None]) -> Fault:
    cycle, path = _cycle(first, above), (section, first, "reports_to")
    if len(cycle) == 1:
        noun = section.removesuffix("s")
        told = f"{shorten(first)} reports to itself; name another {noun}, or leave it out"
        return Fault(path, told)
    lines = [f"{shorten(each)} reports to {shorten(above[each] or '')}" for each in cycle]
    if len(lines) > _MOST_NAMED:
        left = len(lines) - _MOST_NAMED + 1
        lines[_MOST_NAMED - 2 : -1] = [f"and so on through {left:,} more"]
    return Fault(path, f"reporting lines go in a circle: {', '.join(lines)}; change one of them")
