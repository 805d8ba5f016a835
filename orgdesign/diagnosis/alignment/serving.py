"""How the functions serve each outcome."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from orgdesign.model import Link, Organisation, Outcome

Links = Mapping[str, set[Link | None]]


def links(organisation: Organisation) -> Links:
    """Return how each outcome is served, by itself or through one under it.

    None stands for a function that does not say whether it serves directly. An outcome that
    nobody serves has an empty set.
    """
    outcomes = [*organisation.outcome.walk()]
    found: dict[str, set[Link | None]] = {outcome.id: set() for outcome in outcomes}
    for function in organisation.functions.values():
        alignment = function.alignment
        for each in (alignment.outcome, *alignment.also):
            if each is not None:
                found[each].add(alignment.link)
    for outcome in reversed(outcomes):
        found[outcome.id].update(*(found[each] for each in outcome.outcomes))
    return found


def topmost(outcome: Outcome, wanted: Callable[[Outcome], bool]) -> Iterator[Outcome]:
    """Yield the outcomes wanted, and none under one of them, in the order of the file."""
    waiting = [outcome]
    while waiting:
        one = waiting.pop()
        if wanted(one):
            yield one
        else:
            waiting.extend([*one.outcomes.values()][::-1])
