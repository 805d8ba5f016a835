"""Hand-offs that lead the customer back to a function within one stage."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from orgdesign.analysis.finding import Finding, Place
from orgdesign.analysis.rule import rule
from orgdesign.analysis.wording import joined, quoted
from orgdesign.organisation import Handoff, Organisation

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
            yield _finding(organisation, [handoff])
        elif handoff.stage is not None:
            stages.setdefault(handoff.stage, {}).setdefault(handoff.giver, []).append(handoff)
    for routes in stages.values():
        yield from (_finding(organisation, loop) for loop in _loops(routes))


def _loops(routes: Routes) -> Iterator[list[Handoff]]:
    """Yield the loops that show when every hand-off is followed once, depth first."""
    done: set[str] = set()
    for start in routes:
        way: list[Handoff] = []
        waiting = [(start, iter(() if start in done else routes[start]))]
        depth = {start: 0}
        done.add(start)
        while waiting:
            function, onward = waiting[-1]
            handoff = next(onward, None)
            if handoff is None:
                waiting.pop()
                del depth[function], way[-1:]
            elif handoff.taker in depth:
                yield [*way[depth[handoff.taker] :], handoff]
            elif handoff.taker not in done:
                done.add(handoff.taker)
                depth[handoff.taker] = len(waiting)
                way.append(handoff)
                waiting.append((handoff.taker, iter(routes.get(handoff.taker, ()))))


def _finding(organisation: Organisation, loop: Sequence[Handoff]) -> Finding:
    closing = loop[-1]
    back, last = (organisation.functions[each].name for each in (closing.taker, closing.giver))
    stage = organisation.journey[closing.stage].name if closing.stage else None
    where = f"In {quoted(stage)} the" if stage else "The"
    through = joined(organisation.functions[each.taker].name for each in loop[:-1] or loop)
    if len(loop) == 1:
        message = f"{back} hands the customer over to itself."
        mend = f"Say to which function {back} hands over, or delete the hand-off."
    else:
        message = f"{where} customer is handed from {back} to {through} and back to {back}."
        mend = f"Let {last} finish what it was handed, or have it help {back} without the customer."
    others = tuple(Place("handoff", each.id) for each in loop[:-1])
    return Finding(message, Place("handoff", closing.id), mend, others)
