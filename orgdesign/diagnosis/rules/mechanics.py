"""Rules on mechanics: whether work crosses the functions without dropping the customer."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from orgdesign.diagnosis.finding import Finding, Place
from orgdesign.diagnosis.journey import JourneyStep, episodes, journey_steps
from orgdesign.diagnosis.rules.rule import rule
from orgdesign.diagnosis.texts import finding
from orgdesign.diagnosis.wording import joined, quoted
from orgdesign.model import Handoff, Organisation

Routes = dict[str, list[Handoff]]
"""Hand-offs by the function that gives them."""


def loops(routes: Routes) -> Iterator[list[Handoff]]:
    """Yield the loops that show when every hand-off is followed once, depth first."""
    done: set[str] = set()
    for start in routes:
        if start not in done:
            yield from _loops_from(start, routes, done)


def _loops_from(start: str, routes: Routes, done: set[str]) -> Iterator[list[Handoff]]:
    """Follow the hand-offs from a function, without recursion: a way can be long."""
    done.add(start)
    way: list[Handoff] = []
    on_way = {start: 0}
    waiting = [(start, iter(routes[start]))]
    while waiting:
        function, onward = waiting[-1]
        handoff = next(onward, None)
        if handoff is None:
            waiting.pop()
            del on_way[function], way[-1:]
        elif handoff.taker in on_way:
            yield [*way[on_way[handoff.taker] :], handoff]
        elif handoff.taker not in done:
            done.add(handoff.taker)
            way.append(handoff)
            on_way[handoff.taker] = len(way)
            waiting.append((handoff.taker, iter(routes.get(handoff.taker, ()))))


MOST = 4
"""How many functions a customer can keep apart in one stage.

About four is what people hold in mind at once: Cowan, "The magical number 4 in short-term
memory", Behavioral and Brain Sciences 24 (2001).
"""

Around = Mapping[str, tuple[Collection[str], Collection[str], Collection[str]]]


@rule("mechanics", "warning")
def stage_not_served(organisation: Organisation) -> Iterator[Finding]:
    """Yield each stage of the journey that no function serves."""
    for stage in organisation.journey.values():
        if not stage.functions:
            place = Place("stage", stage.id, ("functions",))
            yield finding("stage-not-served", place, stage=quoted(stage.name))


@rule("mechanics", "warning")
def step_without_handoff(organisation: Organisation) -> Iterator[Finding]:
    """Yield each step from a function to the next one with no hand-off either way.

    Two functions that meet more than once are told once, where they first meet. A step into
    a stage that only stands after another one, and serves the same outcome, is a likely one.
    """
    joint = {frozenset((each.giver, each.taker)) for each in organisation.handoffs.values()}
    for step in journey_steps(organisation):
        pair = frozenset((step.giver, step.taker))
        if pair not in joint:
            joint.add(pair)
            yield _unjoined(organisation, step)


@rule("mechanics", "warning")
def handoff_outside_stage(organisation: Organisation) -> Iterator[Finding]:
    """Yield each hand-off whose giver or taker the customer does not meet at that point.

    The giver may come from the stage before, or the taker from the stage after: hand-offs
    join stages. Of a stage that no function serves nothing is said.
    """
    around = _around(organisation)
    for handoff in organisation.handoffs.values():
        outside = _outside(handoff, around)
        if outside:
            yield _misplaced(organisation, handoff, outside)


@rule("mechanics", "warning")
def handoff_loop(organisation: Organisation) -> Iterator[Finding]:
    """Yield each loop of hand-offs within one stage, and each hand-off of a function to itself.

    To come back in a later stage is no loop where the customer has moved on meanwhile; within
    stages that follow each other and serve the same outcome it is likely to be one.
    """
    stages: dict[str, Routes] = {}
    for handoff in organisation.handoffs.values():
        if handoff.giver == handoff.taker:
            place = Place("handoff", handoff.id, ("to",))
            name = organisation.functions[handoff.giver].name
            yield finding("handoff-loop.itself", place, function=name)
        elif handoff.stage is not None:
            stages.setdefault(handoff.stage, {}).setdefault(handoff.giver, []).append(handoff)
    told: set[frozenset[str]] = set()
    for routes in stages.values():
        for loop in loops(routes):
            told.add(frozenset(each.id for each in loop))
            yield _loop(organisation, loop)
    for episode in episodes(organisation):
        for loop in loops(_together(stages, episode)):
            within = {each.stage for each in loop}
            if len(within) > 1 and not any(one <= {each.id for each in loop} for one in told):
                yield _loop(organisation, loop, certain=False)


@rule("mechanics", "hint")
def too_many_functions_in_stage(organisation: Organisation) -> Iterator[Finding]:
    """Yield each stage in which a customer meets more than four functions."""
    for stage in organisation.journey.values():
        names = [organisation.functions[each].name for each in stage.functions]
        if len(names) > MOST:
            yield finding(
                "too-many-functions-in-stage",
                Place("stage", stage.id, ("functions",)),
                stage=quoted(stage.name),
                count=len(names),
                most=MOST,
                functions=joined(names, 8),
            )


def _unjoined(organisation: Organisation, step: JourneyStep) -> Finding:
    return finding(
        "step-without-handoff",
        Place("stage", step.stage, ("functions",)),
        Place("function", step.giver),
        Place("function", step.taker),
        certain=step.certain,
        stage=quoted(organisation.journey[step.stage].name),
        giver=organisation.functions[step.giver].name,
        taker=organisation.functions[step.taker].name,
    )


def _around(organisation: Organisation) -> Around:
    """Return who serves each stage that is served, the one before it and the one after it."""
    stages = [each for each in organisation.journey.values() if each.functions]
    served = [frozenset(each.functions) for each in stages]
    before, after = [frozenset[str](), *served], [*served[1:], frozenset[str]()]
    around = zip(before, served, after, strict=False)
    return {stage.id: each for stage, each in zip(stages, around, strict=True)}


def _outside(handoff: Handoff, around: Around) -> list[str]:
    """Return the functions of a hand-off, by id, that are not where it is said to happen."""
    if handoff.stage is None or handoff.stage not in around:
        return []
    before, here, after = around[handoff.stage]
    if handoff.giver in here:
        return [] if handoff.taker in here or handoff.taker in after else [handoff.taker]
    if handoff.taker in here:
        return [] if handoff.giver in before else [handoff.giver]
    return [*dict.fromkeys((handoff.giver, handoff.taker))]


def _misplaced(organisation: Organisation, handoff: Handoff, outside: list[str]) -> Finding:
    functions = organisation.functions
    return finding(
        f"handoff-outside-stage{'.neither' if len(outside) > 1 else ''}",
        Place("handoff", handoff.id, ("stage",)),
        Place("stage", handoff.stage or "", ("functions",)),
        giver=functions[handoff.giver].name,
        taker=functions[handoff.taker].name,
        stage=quoted(organisation.journey[handoff.stage or ""].name),
        absent=joined(functions[each].name for each in outside),
    )


def _together(stages: Mapping[str, Routes], episode: Sequence[str]) -> Routes:
    """Return the hand-offs of several stages by the function that gives them."""
    routes: Routes = {}
    for stage in episode:
        for giver, handoffs in stages.get(stage, {}).items():
            routes.setdefault(giver, []).extend(handoffs)
    return routes


def _loop(organisation: Organisation, loop: Sequence[Handoff], certain: bool = True) -> Finding:
    *way, closing = loop
    functions, stages = organisation.functions, dict.fromkeys(each.stage or "" for each in loop)
    return finding(
        "handoff-loop",
        Place("handoff", closing.id),
        *(Place("handoff", each.id) for each in way),
        certain=certain,
        stage=joined(quoted(organisation.journey[each].name) for each in stages),
        back=functions[closing.taker].name,
        last=functions[closing.giver].name,
        through=joined(functions[each.taker].name for each in way),
    )
