"""Rules on designs: what is undecided, who is unaccounted for, what comes in the wrong order."""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.designs.review import DesignProblem, design_problems
from orgdesign.diagnosis.finding import Finding, Place
from orgdesign.diagnosis.rule import rule
from orgdesign.model import Organisation


def _findings(organisation: Organisation, *kinds: str) -> Iterator[Finding]:
    for design in organisation.designs.values():
        for problem in design_problems(organisation, design):
            if problem.kind in kinds:
                yield _finding(design.id, problem)


def _finding(design: str, problem: DesignProblem) -> Finding:
    place = Place("organisation", field=("designs", design, *problem.path))
    return Finding(problem.sentence, place, problem.remedy)


@rule(
    "designs",
    "warning",
    title="Something that a design leaves undecided",
    why="People find themselves under a head whom nobody chose, or under none.",
)
def design_undecided(organisation: Organisation) -> Iterator[Finding]:
    """Yield what a split gives no place, people without a seat, and questions that are open."""
    yield from _findings(organisation, "undecided", "seatless", "options")


@rule(
    "designs",
    "warning",
    title="People who come from nowhere or vanish",
    why="Whoever is not in the sum is not in anybody's plan, and the saving is a guess.",
)
def people_unaccounted(organisation: Organisation) -> Iterator[Finding]:
    """Yield each change after which people are more or fewer, and nothing says why."""
    yield from _findings(organisation, "people")


@rule(
    "designs",
    "warning",
    title="Phases, owners or changes in the wrong order",
    why="A step that waits for what comes later, or for somebody who has left, is not made.",
)
def design_order(organisation: Organisation) -> Iterator[Finding]:
    """Yield phases that end before they start, owners who are gone, and changes that wait."""
    yield from _findings(organisation, "dates", "owner", "order")


@rule(
    "designs",
    "hint",
    title="A gap that a design makes",
    why="What nobody owns after the change is what customers fall through.",
)
def design_leaves_gap(organisation: Organisation) -> Iterator[Finding]:
    """Yield what a design leaves unowned or unaligned that is not so today."""
    yield from _findings(organisation, "left")
