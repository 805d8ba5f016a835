"""The structures that a file describes: today's, and that after each phase of each design."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from orgdesign.designs.replay.draft import Lineage, SplitQuestion
from orgdesign.designs.replay.engine import ChangeFailure, replay
from orgdesign.model import Design, Function, Organisation
from orgdesign.value_objects import value_object


@value_object
class Structure:
    """An organisation as it is today or would be, what it is called, and where it comes from.

    ``design`` and ``phase`` are ids, None for today and for the end of a design. ``lineage``
    leads from each function to those of today; ``failures`` are changes that cannot be made,
    ``open`` the parts that a split leaves without a place, ``option`` one that is tried.
    """

    name: str
    organisation: Organisation
    lineage: Lineage
    design: str | None = None
    phase: str | None = None
    failures: tuple[ChangeFailure, ...] = ()
    open: tuple[SplitQuestion, ...] = ()
    option: str | None = None


def structure_today(organisation: Organisation) -> Structure:
    """Return the structure of today."""
    return Structure("Today", organisation, _LineageOfToday(organisation.functions))


class _LineageOfToday(Mapping[str, tuple[str, ...]]):
    """Each function comes from itself."""

    def __init__(self, functions: Mapping[str, Function]) -> None:
        self._functions = functions

    def __getitem__(self, function: str) -> tuple[str, ...]:
        return (self._functions[function].id,)

    def __iter__(self) -> Iterator[str]:
        return iter(self._functions)

    def __len__(self) -> int:
        return len(self._functions)


def structure_after(
    organisation: Organisation, design: Design, phase: str | None = None, option: str | None = None
) -> Structure:
    """Return the structure at the end of a phase of a design, or of all of it.

    With an ``option`` it is that of the design in which this one is chosen.
    """
    tried = with_option(design, option) if option else design
    done = replay(organisation, tried, phase)
    name = f"{design.name}, after {design.phases[phase].name}" if phase else design.name
    if option:
        name = f"{name}: {design.options[option].name}"
    return Structure(
        name,
        done.organisation,
        done.lineage,
        design.id,
        phase,
        done.failures,
        done.open,
        option,
    )


def with_option(design: Design, option: str) -> Design:
    """Return a design in which an option is chosen, in place of those that answer the same."""
    question = design.options[option].question
    others = {id_ for id_, each in design.options.items() if each.question == question}
    chosen = tuple(id_ for id_ in design.chosen if id_ not in others)
    return replace(design, chosen=(*chosen, option))


def all_structures(organisation: Organisation) -> Iterator[Structure]:
    """Yield every structure of a file: today's, then each design's, phase by phase."""
    yield structure_today(organisation)
    for design in organisation.designs.values():
        for phase in design.phases:
            yield structure_after(organisation, design, phase)
        yield structure_after(organisation, design)


def lineage_between(before: Structure, then: Structure) -> Lineage:
    """Return which functions of one structure each function of another comes from.

    Both are of the same file, so that functions of the same id that share an origin, or are new
    in both, are the same; a function that has no such counterpart comes from those that share
    an origin with it.
    """
    heirs: dict[str, list[str]] = {}
    for id_, origins in before.lineage.items():
        for origin in origins:
            heirs.setdefault(origin, []).append(id_)
    found: dict[str, tuple[str, ...]] = {}
    for id_, origins in then.lineage.items():
        shared = dict.fromkeys(each for one in origins for each in heirs.get(one, ()))
        is_new_in_both = not origins and before.lineage.get(id_) == ()
        found[id_] = (id_,) if is_new_in_both else tuple(shared)
    return found
