"""The findings that go away, and those that come."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from orgdesign.designs.replay import Lineage
from orgdesign.diagnosis.diagnosis import diagnose
from orgdesign.diagnosis.finding import Place, RuleHit
from orgdesign.diagnosis.rules import RULES
from orgdesign.model import Organisation
from orgdesign.value_objects import value_object

ABOUT_TODAY = [rule for rule in RULES.values() if rule.group != "designs"]
"""The rules that a structure can be asked; those of designs are about the file."""


@value_object
class Turnover:
    """The findings of one structure that another does not have, and the other way round.

    ``stays`` counts those that both have.
    """

    gone: tuple[RuleHit, ...]
    new: tuple[RuleHit, ...]
    stays: int

    @property
    def before(self) -> int:
        """Return how many findings there were."""
        return len(self.gone) + self.stays

    @property
    def after(self) -> int:
        """Return how many findings there are."""
        return len(self.new) + self.stays


def turnover(before: Organisation, after: Organisation, lineage: Lineage) -> Turnover:
    """Return which findings go away and which come.

    A finding stays where the same rule finds as much of the same part afterwards; a function that
    was merged or split is the same part as its first origin.
    """
    return turnover_of(diagnose(before, ABOUT_TODAY), diagnose(after, ABOUT_TODAY), lineage)


def turnover_of(
    hits: Iterable[RuleHit], later_hits: Iterable[RuleHit], lineage: Lineage
) -> Turnover:
    """Return which findings go away and which come, of those that a structure can have."""
    was, now = [*filter(_is_about_today, hits)], [*filter(_is_about_today, later_hits)]
    origins = {id_: each[0] for id_, each in lineage.items() if each}
    heirs: dict[str, str] = {}
    for id_, each in lineage.items():
        for origin in each:
            heirs.setdefault(origin, origins[id_])
    old, new = _grouped(was, heirs), _grouped(now, {id_: origins.get(id_, "") for id_ in lineage})
    gone = [one for key, found in old.items() for one in _surplus(found, new.get(key, []))]
    came = [one for key, found in new.items() for one in _surplus(found, old.get(key, []))]
    return Turnover(tuple(gone), tuple(came), len(was) - len(gone))


def _is_about_today(hit: RuleHit) -> bool:
    return hit.rule not in RULES or RULES[hit.rule] in ABOUT_TODAY


Part = tuple[str, str, str]


def _grouped(found: Iterable[RuleHit], same: Mapping[str, str]) -> dict[Part, list[RuleHit]]:
    grouped: dict[Part, list[RuleHit]] = {}
    for each in found:
        grouped.setdefault((each.rule, *_part_then(each.finding.at, same)), []).append(each)
    return grouped


def _part_then(place: Place, same: Mapping[str, str]) -> tuple[str, str]:
    if place.kind != "function":
        return place.kind, place.id
    known = same.get(place.id)
    return (
        ("function", known)
        if known
        else (f"{'new' if known == '' else 'ended'} function", place.id)
    )


def _surplus(found: list[RuleHit], others: list[RuleHit]) -> list[RuleHit]:
    """Return the findings beyond as many as the others are; those that say the same go first."""
    said = {each.finding.message for each in others}
    ordered = sorted(found, key=lambda each: each.finding.message not in said)
    return ordered[len(others) :]
