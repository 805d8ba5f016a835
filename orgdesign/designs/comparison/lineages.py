"""What a lineage comes to: the heirs of each function, and the one whose place each takes."""

from __future__ import annotations

from orgdesign.designs.replay import Lineage
from orgdesign.model import Function, Organisation


def counterparts(before: Organisation, after: Organisation, lineage: Lineage) -> dict[str, str]:
    """Return, by function afterwards, the one function before whose place it takes.

    Of the parts of a split it is the one that keeps the id, or else that stays where it was; of
    merged functions the one whose id is kept, or else the first.
    """
    places: dict[str, str] = {}
    for origin, several in heirs_of(lineage).items():
        then = before.functions[origin]
        heir = min(several, key=lambda id_: _rank(after.functions[id_], then, lineage))
        if heir not in places or heir == origin:
            places[heir] = origin
    return places


def heirs_of(lineage: Lineage) -> dict[str, list[str]]:
    """Return the functions afterwards that each function before becomes."""
    places: dict[str, list[str]] = {}
    for id_, origins in lineage.items():
        for origin in origins:
            places.setdefault(origin, []).append(id_)
    return places


def _rank(now: Function, then: Function, lineage: Lineage) -> tuple[bool, bool]:
    return now.id != then.id, has_other_manager(now, then, lineage)


def has_other_manager(now: Function, then: Function, lineage: Lineage) -> bool:
    """Whether a function reports to another function than what it reported to has become."""
    if now.reports_to is None or then.reports_to is None:
        return now.reports_to != then.reports_to
    return then.reports_to not in lineage[now.reports_to]
