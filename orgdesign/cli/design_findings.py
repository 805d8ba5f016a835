"""What the rules find in what a design comes to, told where the file says it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from orgdesign.cli.structures import design_called, phase_called
from orgdesign.designs.replay import structure_after
from orgdesign.diagnosis import Place, RuleHit
from orgdesign.model import PART_KINDS, Organisation


def findings_in_design(
    ask: Callable[[Organisation], tuple[RuleHit, ...]],
    design: str | None,
    phase: str | None,
    organisation: Organisation,
) -> tuple[RuleHit, ...]:
    """Return what the rules find in a design, at the end of a phase or of all of it.

    What is about a part that only the design makes stands at the design.
    """
    chosen = design_called(organisation, design)
    then = structure_after(organisation, chosen, phase_called(chosen, phase)).organisation
    found = ask(replace(then, designs={}))
    return tuple(_in_file(each, organisation, chosen.id) for each in found)


def _in_file(found: RuleHit, organisation: Organisation, design: str) -> RuleHit:
    finding = found.finding
    others = tuple(_place_in_file(each, organisation, design) for each in finding.others)
    at = _place_in_file(finding.at, organisation, design)
    return replace(found, finding=replace(finding, at=at, others=others))


def _place_in_file(place: Place, organisation: Organisation, design: str) -> Place:
    match place.kind:
        case "organisation" | "design":
            return place
        case kind:
            is_there = place.id in PART_KINDS[kind].parts_of(organisation)
    return place if is_there else Place("design", design)
