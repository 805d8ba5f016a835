"""Functions that customers meet in one stage and that are judged by measures that clash."""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.diagnosis.finding import Finding, Place
from orgdesign.diagnosis.motivation.clashes import Clash, clashes
from orgdesign.diagnosis.motivation.judging import is_paid
from orgdesign.diagnosis.motivation.silos import Silos, judged_by, only
from orgdesign.diagnosis.wording import joined, quoted
from orgdesign.model import Stage

Sides = tuple[tuple[str, ...], tuple[str, ...]]


def duels_in_stages(silos: Silos) -> Iterator[Finding]:
    """Yield each clash between functions that meet, once, in the first stage where they do."""
    told: set[tuple[str, str, Sides]] = set()
    for stage in silos.organisation.journey.values():
        for clash, sides in _duels(silos, stage):
            key = clash.pushed.id, clash.harmed.id, sides
            if key not in told:
                told.add(key)
                yield _finding(silos, stage, clash, sides)


def _duels(silos: Silos, stage: Stage) -> Iterator[tuple[Clash, Sides]]:
    here = judged_by(stage.functions, silos.functions)
    for clash in clashes(silos.organisation.measures[each] for each in here):
        one, other = here[clash.pushed.id], here[clash.harmed.id]
        if one.keys() != other.keys():
            yield clash, (only(one, other) or (*one,), only(other, one) or (*other,))


def _finding(silos: Silos, stage: Stage, clash: Clash, sides: Sides) -> Finding:
    one, other = (joined(silos.names(side)) for side in sides)
    pushed, harmed = quoted(clash.pushed.name), quoted(clash.harmed.name)
    if clash.opposite:
        says = (
            f"{one} {_are(sides[0])} judged by {pushed} the lower the better, {other} the higher."
        )
    else:
        against = f"which works against {harmed}, by which {other} {_are(sides[1])} judged"
        says = f"{one} {_are(sides[0])} judged by {pushed}, {against}."
    names = joined(silos.names((*sides[0], *sides[1])))
    at, *others = _places(silos, clash, sides)
    return Finding(
        f"In {quoted(stage.name)}, {says}",
        at,
        f"Judge {names} by one measure that says what customers get in {quoted(stage.name)}.",
        tuple(others),
    )


def _are(functions: tuple[str, ...]) -> str:
    return "is" if len(functions) == 1 else "are"


def _places(silos: Silos, clash: Clash, sides: Sides) -> list[Place]:
    """Return where the pushed measure is paid for, then asked for, then all else."""
    pushed = [place for each in sides[0] for place in silos.functions[each][clash.pushed.id]]
    pushed.sort(key=lambda place: not is_paid(place))
    harmed = [place for each in sides[1] for place in silos.functions[each][clash.harmed.id]]
    measures = [Place("measure", each.id) for each in (clash.pushed, clash.harmed)]
    return [*dict.fromkeys([*pushed, *harmed, *measures])]
