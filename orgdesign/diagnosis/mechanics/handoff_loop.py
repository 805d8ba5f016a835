"""Hand-offs that lead the customer back to a function within one stage."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from orgdesign.diagnosis.finding import Finding, Place
from orgdesign.diagnosis.rule import rule
from orgdesign.diagnosis.wording import joined, quoted
from orgdesign.model import Handoff, Organisation

Routes = dict[str, list[Handoff]]


@rule(
    "mechanics",
    "warning",
    title="Hand-offs that go round in a loop",
    why="The customer waits for every round, and nobody in the loop can finish the case alone.",
)
def handoff_loop(organisation: Organisation) -> Iterator[Finding]:
    """Yield each loop of hand-offs within one stage, and each hand-off of a function to itself.

    To come back in another stage is no loop: the customer has moved on meanwhile.
    """
    stages: dict[str, Routes] = {}
    for handoff in organisation.handoffs.values():
        if handoff.giver == handoff.taker:
            yield _to_itself(organisation, handoff)
        elif handoff.stage is not None:
            stages.setdefault(handoff.stage, {}).setdefault(handoff.giver, []).append(handoff)
    for routes in stages.values():
        yield from (_finding(organisation, loop) for loop in _loops(routes))


def _loops(routes: Routes) -> Iterator[list[Handoff]]:
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


def _finding(organisation: Organisation, loop: Sequence[Handoff]) -> Finding:
    *way, closing = loop
    back, last = (organisation.functions[each].name for each in (closing.taker, closing.giver))
    through = joined(organisation.functions[each.taker].name for each in way)
    stage = quoted(organisation.journey[closing.stage or ""].name)
    return Finding(
        f"In {stage} the customer is handed from {back} to {through} and back to {back}.",
        Place("handoff", closing.id),
        f"Let {last} finish what it was handed, or have it help {back} without the customer.",
        tuple(Place("handoff", each.id) for each in way),
    )


def _to_itself(organisation: Organisation, handoff: Handoff) -> Finding:
    name = organisation.functions[handoff.giver].name
    return Finding(
        f"{name} hands the customer over to itself.",
        Place("handoff", handoff.id, ("to",)),
        f"Say to which function {name} hands over, or delete the hand-off.",
    )
