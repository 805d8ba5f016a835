"""A finding that people take as it is: a place and a reason in the file's own rules."""

from __future__ import annotations

from typing import Any

from orgdesign.diagnosis import Place, RuleHit
from orgdesign.diagnosis.rules import RULES
from orgdesign.model import Organisation
from orgdesign.yamlfile.editing import Edit, Set

IGNORABLE = ("function", "role", "outcome", "measure", "stage", "handoff")


def ignored_place(found: RuleHit) -> Place | None:
    """Return the part that a rule can be quiet about; None where it can be about none."""
    at = found.finding.at
    return at if at.kind in IGNORABLE and found.rule in RULES else None


def ignoring(organisation: Organisation, rule: str, place: Place, reason: str) -> list[Edit]:
    """Return the edit by which a rule is quiet about a part, with the reason."""
    setting = organisation.rules.get(rule)
    ignored: list[dict[str, Any]] = [
        _ignore_entry(each.kind, each.part, each.reason)
        for each in (setting.ignore if setting else ())
    ]
    value: dict[str, Any] = {"ignore": [*ignored, _ignore_entry(place.kind, place.id, reason)]}
    if setting and setting.severity:
        value = {"severity": setting.severity, **value}
    return [Set(("rules", rule), value)]


def _ignore_entry(kind: str, part: str, reason: str | None) -> dict[str, Any]:
    where = {"handoff" if kind == "hand-off" else kind: part}
    return {**where, "reason": reason} if reason else dict(where)
