"""A phase of a design as the new today: the file says so, and nothing else of it changes."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from orgdesign.designs.adoption.blockers import AdoptionBlocked, impossible_changes, left_behind
from orgdesign.designs.adoption.edits import edits_between
from orgdesign.designs.comparison import Difference, compare
from orgdesign.designs.replay import Structure, ordered_changes, structure_after
from orgdesign.model import Design, Organisation
from orgdesign.value_objects import value_object
from orgdesign.yamlfile import Reading, to_plain_data
from orgdesign.yamlfile.editing import CannotEdit, Edit, Remove, apply, apply_to_data


@value_object
class Adoption:
    """A file in which a structure is the new today, its bytes, and what that changes.

    ``done`` is how many changes left the design, ``left`` how many stay in it.
    """

    reading: Reading
    data: bytes
    name: str
    differences: tuple[Difference, ...]
    done: int
    left: int

    @property
    def sentence(self) -> str:
        """Return what the history of the file calls this step."""
        return f"New today: {self.name}"

    @property
    def summary(self) -> str:
        """Return how many changes were made, and how many stay in the design."""
        made = "1 change was made" if self.done == 1 else f"{self.done} changes were made"
        return f"{made}, {self.left or 'none'} {'stays' if self.left == 1 else 'stay'} to be made."


def adopt_design(
    reading: Reading, design: str, phase: str | None = None, without: Collection[str] = ()
) -> Adoption:
    """Return a file with the end of a phase of a design, or of all of it, as its new today.

    The changes made so far leave the design, which goes once it has none left; later phases
    stay. The designs ``without`` go too.

    Raises `Unsettled` where changes cannot be made, or designs that stay would no longer hold,
    and `CannotEdit` where the text cannot be spliced; the file is as it was.
    """
    today, source = reading.organisation, reading.source
    if today is None or source is None or source.tree is None:
        raise CannotEdit("the file cannot be read as it is")
    plan = AdoptionPlan(today, today.designs[design], phase, frozenset(without))
    if reasons := [*impossible_changes(source, design, plan.structure.failures)]:
        raise AdoptionBlocked(reasons)
    written = source.tree.find(("designs",))
    designs = apply_to_data(
        {"designs": to_plain_data(written)} if written else {}, plan.design_edits()
    )
    if found := [*left_behind(source, designs, plan.organisation, design, plan.kept)]:
        raise AdoptionBlocked(
            (why for _, why in found), (name for name, _ in found if name != design)
        )
    applied = apply(reading, [*plan.design_edits(), *plan.today_edits()])
    _require(applied.reading.organisation, plan.organisation)
    differences = compare(today, plan.structure.organisation, plan.structure.lineage)
    made, left = len(plan.made), len(plan.kept)
    return Adoption(applied.reading, applied.data, plan.structure.name, differences, made, left)


def _require(read: Organisation | None, meant: Organisation) -> None:
    """Make sure that the new text says exactly what was meant, in that order."""
    said = read and (read, [*read.functions], [*read.roles])
    if said != (meant, [*meant.functions], [*meant.roles]):
        raise CannotEdit("the new text would not say exactly what was meant")


class AdoptionPlan:
    """What becomes of the file: today, and the designs that stay."""

    def __init__(
        self, today: Organisation, design: Design, phase: str | None, without: frozenset[str]
    ) -> None:
        self.today, self.design = today, design
        self.structure: Structure = structure_after(today, design, phase)
        self.made = {at for at, _ in ordered_changes(design, phase)}
        self.kept = tuple(at for at in range(len(design.changes)) if at not in self.made)
        self.gone = without | (set() if self.kept else {design.id})
        names = list(design.phases)
        self.phases_gone = names[: names.index(phase) + 1] if phase else names

    @property
    def organisation(self) -> Organisation:
        """Return the organisation that the file is to describe."""
        return replace(self.structure.organisation, designs=dict(self._designs()))

    def _designs(self) -> Iterator[tuple[str, Design]]:
        for id_, design in self.today.designs.items():
            if id_ == self.design.id and id_ not in self.gone:
                phases = {
                    name: each
                    for name, each in design.phases.items()
                    if name not in self.phases_gone
                }
                changes = tuple(design.changes[at] for at in self.kept)
                yield id_, replace(design, phases=phases, changes=changes)
            elif id_ not in self.gone:
                yield id_, design

    def design_edits(self) -> list[Edit]:
        """Return the edits of the designs."""
        gone: list[Edit] = [
            Remove(("designs", id_)) for id_ in self.today.designs if id_ in self.gone
        ]
        if self.design.id in self.gone:
            return gone
        path = ("designs", self.design.id)
        made = [Remove((*path, "changes", at)) for at in sorted(self.made, reverse=True)]
        return [*gone, *made, *(Remove((*path, "phases", name)) for name in self.phases_gone)]

    def today_edits(self) -> Iterator[Edit]:
        """Yield the edits of everything else."""
        then = self.structure.organisation
        yield from edits_between(self.today, then, self.structure.lineage)
