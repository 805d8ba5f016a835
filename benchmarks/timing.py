"""Time a step beside its bare reference, in turns, so that a busy machine slows both alike."""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from time import perf_counter

Step = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table; ``value`` must not be over ``budget``, where there is one."""

    step: str
    size: str
    value: float
    unit: str
    budget: float | None = None
    detail: str = ""

    @property
    def verdict(self) -> str:
        """Say whether the figure keeps to its budget."""
        if self.budget is None:
            return ""
        return "ok" if self.value <= self.budget else "OVER"


def seconds(step: Step) -> float:
    """Return how long a step takes, with the rubbish of the steps before it cleared away."""
    gc.collect()
    start = perf_counter()
    step()
    return perf_counter() - start


def medians(*steps: Step, rounds: int) -> list[float]:
    """Run the steps in turns, so many rounds, and return the median seconds of each."""
    for step in steps:
        step()  # the first time pays for imports and caches, and is not counted
    rows = [[seconds(step) for step in steps] for _ in range(rounds)]
    return [median(column) for column in zip(*rows, strict=True)]


def ratio(
    name: str, size: str, step: Step, reference: Step, *, rounds: int, budget: float
) -> Figure:
    """Compare a step with its bare reference."""
    ours, bare = medians(step, reference, rounds=rounds)
    detail = f"{ours:.3f} s against {bare:.3f} s"
    return Figure(name, size, ours / bare, "times", budget, detail)
