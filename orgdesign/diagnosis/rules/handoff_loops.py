"""Loops among hand-offs, found by following each once."""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.model import Handoff

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
