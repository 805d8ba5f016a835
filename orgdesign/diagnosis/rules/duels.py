"""Rewards and measures that pull the same people, or the same customer, in opposite directions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from orgdesign.diagnosis.finding import Finding, Place
from orgdesign.diagnosis.rules.clashes import MeasureClash, clashes
from orgdesign.diagnosis.rules.judged_measures import (
    Judged,
    is_paid,
    judged_functions,
    judging_measures,
)
from orgdesign.diagnosis.rules.rule import rule
from orgdesign.diagnosis.texts import finding
from orgdesign.diagnosis.wording import joined, quoted
from orgdesign.model import Measure, Organisation, Role, Stage

Sides = tuple[tuple[str, ...], tuple[str, ...]]


@rule("motivation", "warning")
def dueling_silos(organisation: Organisation) -> Iterator[Finding]:
    """Yield what clashes on one role, and between functions that meet in a stage of the journey.

    Two measures clash where one is said to work against the other, or where they count the same
    thing and one is better lower, the other higher. Functions that are all judged by both, or
    paid for the same, are no silos of each other; two that clash are told once, whatever by.
    """
    silos = Silos(organisation)
    for role in organisation.roles.values():
        yield from _duels_on_role(silos, role)
    yield from _duels_in_stages(silos)


class Silos:
    """What each function of an organisation is judged by, and who is on either side of a clash."""

    def __init__(self, organisation: Organisation) -> None:
        self.organisation = organisation
        self.functions = judged_functions(organisation)
        self._judged_by = functions_judged_by(self.functions, self.functions)
        self._asked: dict[tuple[str, ...], str] = {}

    def names(self, functions: Iterable[str]) -> list[str]:
        """Return the names of functions."""
        return [self.organisation.functions[each].name for each in functions]

    def paid_measures(self, function: str) -> frozenset[str]:
        """Return the measures that the roles of a function are paid for."""
        measures = self.functions[function].items()
        return frozenset(each for each, places in measures if any(map(is_paid, places)))

    def who_asks(self, pushed: Sequence[Measure], harmed: Measure) -> str:
        """Return a sentence on which functions ask for either side, where they differ, or none."""
        key = (harmed.id, *(each.id for each in pushed))
        if key not in self._asked:
            self._asked[key] = self._asking(pushed, harmed)
        return self._asked[key]

    def _asking(self, pushed: Sequence[Measure], harmed: Measure) -> str:
        by = {each.id: self._judged_by.get(each.id, {}) for each in (*pushed, harmed)}
        asked = {each: _only(by[each.id], by[harmed.id]) for each in pushed}
        one = [*dict.fromkeys(function for functions in asked.values() for function in functions)]
        other = [each for each in by[harmed.id] if all(each not in by[one.id] for one in pushed)]
        if not one or not other:
            return ""
        ask = "asks" if len(one) == 1 else "ask"
        names = joined(quoted(measure.name) for measure, functions in asked.items() if functions)
        return (
            f" {joined(self.names(one))} {ask} for {names}, "
            f"{joined(self.names(other))} for {quoted(harmed.name)}."
        )


def functions_judged_by(
    functions: Iterable[str], judged: dict[str, Judged]
) -> dict[str, dict[str, None]]:
    """Return which of ``functions`` are judged by each measure."""
    by: dict[str, dict[str, None]] = {}
    for function in functions:
        for measure in judged[function]:
            by.setdefault(measure, {})[function] = None
    return by


def _only(one: Iterable[str], other: Iterable[str]) -> tuple[str, ...]:
    """Return the functions of one side that are not on the other as well."""
    return tuple(each for each in one if each not in other)


def _duels_on_role(silos: Silos, role: Role) -> Iterator[Finding]:
    """Yield a finding for each measure of a role that its other measures work against."""
    said = judging_measures(role)
    harms: dict[str, list[MeasureClash]] = {}
    for clash in clashes(silos.organisation.measures[each] for each in said):
        if clash.opposite:
            yield _opposite_on_role(role, clash, said)
        else:
            harms.setdefault(clash.harmed.id, []).append(clash)
    for clash_of in harms.values():
        yield _against_on_role(silos, role, clash_of, said)


def _opposite_on_role(role: Role, clash: MeasureClash, said: Judged) -> Finding:
    places = (*said[clash.pushed.id], *said[clash.harmed.id])
    at, *others = sorted(places, key=is_paid, reverse=True)
    ways = (Place("measure", each.id, ("better",)) for each in (clash.pushed, clash.harmed))
    named = {"role": role.title, "measure": quoted(clash.pushed.name)}
    return finding("dueling-silos.opposite", at, *others, *ways, **named)


def _against_on_role(
    silos: Silos, role: Role, clash_of: Sequence[MeasureClash], said: Judged
) -> Finding:
    """Say it of the pushing measures that are paid for, if any are: the pay wins."""
    paid = [each for each in clash_of if _is_paid(said, each.pushed)]
    pushed, harmed = [each.pushed for each in paid or clash_of], clash_of[0].harmed
    clashing = (*pushed, harmed)
    at, *others = dict.fromkeys(place for each in clashing for place in said[each.id])
    return finding(
        "dueling-silos",
        at,
        *others,
        *(Place("measure", each.id) for each in clashing),
        role=role.title,
        judged="paid for" if paid else "measured by",
        pushed=joined(quoted(each.name) for each in pushed),
        work="works" if len(pushed) == 1 else "work",
        harmed=quoted(harmed.name),
        end="is also paid for" if _is_paid(said, harmed) else "is measured by",
        asked=silos.who_asks(pushed, harmed),
        stopping="paying" if paid else "measuring",
        by="for" if paid else "by",
    )


def _is_paid(said: Judged, measure: Measure) -> bool:
    return any(is_paid(place) for place in said[measure.id])


def _duels_in_stages(silos: Silos) -> Iterator[Finding]:
    """Yield two sides that clash, once, in the first stage where they meet."""
    told: set[frozenset[tuple[str, ...]]] = set()
    for stage in silos.organisation.journey.values():
        for clash, sides in _duels(silos, stage):
            pair = frozenset(sides)
            if pair not in told and not _are_paid_alike(silos, sides):
                told.add(pair)
                yield _in_stage(silos, stage, clash, sides)


def _duels(silos: Silos, stage: Stage) -> Iterator[tuple[MeasureClash, Sides]]:
    here = functions_judged_by(stage.functions, silos.functions)
    for clash in clashes(silos.organisation.measures[each] for each in here):
        one, other = here[clash.pushed.id], here[clash.harmed.id]
        if one.keys() != other.keys():
            yield clash, (_only(one, other) or (*one,), _only(other, one) or (*other,))


def _are_paid_alike(silos: Silos, sides: Sides) -> bool:
    """Whether everybody on both sides is paid for the same, and paid at all."""
    rewards = {silos.paid_measures(function) for side in sides for function in side}
    return len(rewards) == 1 and rewards != {frozenset()}


def _in_stage(silos: Silos, stage: Stage, clash: MeasureClash, sides: Sides) -> Finding:
    at, *others = _places(silos, clash, sides)
    one, other = (joined(silos.names(side)) for side in sides)
    return finding(
        "dueling-silos.stage-opposite" if clash.opposite else "dueling-silos.stage",
        at,
        *others,
        stage=quoted(stage.name),
        one=one,
        other=other,
        are=_verb(sides[0]),
        are_they=_verb(sides[1]),
        pushed=quoted(clash.pushed.name),
        harmed=quoted(clash.harmed.name),
        both=joined(silos.names((*sides[0], *sides[1]))),
    )


def _verb(functions: tuple[str, ...]) -> str:
    return "is" if len(functions) == 1 else "are"


def _places(silos: Silos, clash: MeasureClash, sides: Sides) -> list[Place]:
    """Return where the pushed measure is paid for, then asked for, then all else."""
    pushed = [place for each in sides[0] for place in silos.functions[each][clash.pushed.id]]
    pushed.sort(key=lambda place: not is_paid(place))
    harmed = [place for each in sides[1] for place in silos.functions[each][clash.harmed.id]]
    measures = [Place("measure", each.id) for each in (clash.pushed, clash.harmed)]
    return [*dict.fromkeys([*pushed, *harmed, *measures])]
