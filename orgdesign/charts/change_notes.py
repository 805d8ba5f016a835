"""What a box tells of its changes: a sign and a word each, and in few words from what."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from orgdesign.charts.boxes import role_title
from orgdesign.charts.chart import ChangeNote
from orgdesign.designs.comparison import (
    KINDS,
    Difference,
    Kind,
    Of,
    PartNames,
    amount_arrows,
    counterparts,
    has_other_manager,
    heirs_of,
)
from orgdesign.designs.replay import Lineage, SplitQuestion
from orgdesign.model import Function, Organisation, capitalise, join_words

UNDECIDED = "? Undecided"
"""What a box says of parts that a split has not given a place."""


@dataclass(frozen=True)
class ChangeNotes:
    """What differs between two organisations, by the box that tells it."""

    before: Organisation
    after: Organisation
    lineage: Lineage
    differences: Sequence[Difference]
    open: Sequence[SplitQuestion] = ()

    @cached_property
    def _counterparts(self) -> dict[str, str]:
        return counterparts(self.before, self.after, self.lineage)

    @cached_property
    def _notes(self) -> dict[str, list[ChangeNote]]:
        """Return what is told of each function afterwards."""
        told: dict[str, list[ChangeNote]] = {}
        for each in self.differences:
            say = _TELLS.get(each.of)
            for id_, one in say(self, each) if say else ():
                if one not in told.setdefault(id_, []):
                    told[id_].append(one)
        for id_, parts in self._undecided().items():
            told.setdefault(id_, []).append(ChangeNote(UNDECIDED, join_words(parts)))
        return told

    def _undecided(self) -> dict[str, list[str]]:
        """Return what a split has given no place, by each function that it may go to."""
        names, parts = PartNames(self.before), dict[str, list[str]]()
        for question in self.open:
            for heir in question.heirs:
                if heir in self.after.functions:
                    parts.setdefault(heir, []).append(names.part_words(question.kind, question.id))
        return parts

    def notes_of(self, function: str) -> tuple[ChangeNote, ...]:
        """Return what is told of a function afterwards."""
        return tuple(self._notes.get(function, ()))

    def about(self) -> str:
        """Return how many functions change, and how many are gone, in a sentence."""
        count = len(self._notes)
        gone = len(self.ghosts.keys() - self._counterparts.values())
        if not count and not gone:
            return "No function changes."
        functions = "1 function changes" if count == 1 else f"{count:,} functions change"
        ended = f", and {gone:,} {'is' if gone == 1 else 'are'} no longer there" if gone else ""
        return f"{functions}{ended}."

    @cached_property
    def ghosts(self) -> dict[str, ChangeNote]:
        """Return the functions before that no longer stand where they did, and why."""
        before, after = self.before.functions, self.after.functions
        stays = {
            then
            for now, then in self._counterparts.items()
            if not has_other_manager(after[now], before[then], self.lineage)
        }
        return {
            origin: change_note(each.kind, _LEAVES[each.kind](self, each))
            for each in self.differences
            if each.of == "function" and each.kind in _LEAVES
            for origin in each.origins
            if origin not in stays
        }

    def _functions(self, each: Difference) -> Iterator[tuple[str, ChangeNote]]:
        say = _COMES.get(each.kind)
        for id_ in each.ids:
            rest = ""
            if say and each.origins and (len(each.origins) == 1 or each.kind in _OF_SEVERAL):
                then = self.before.functions[each.origins[0]]
                rest = say(self, self.after.functions[id_], then, each)
            yield id_, change_note(each.kind, rest)

    def _roles(self, each: Difference) -> Iterator[tuple[str, ChangeNote]]:
        """Yield a change of a role, told by the function that the role is in.

        A role that ends with a function of which several have come is told by none of them.
        """
        organisation = self.after if each.ids else self.before
        role = organisation.roles[(each.ids or each.origins)[0]]
        mark = KINDS[each.kind]
        word = "New role" if each.kind == "added" else f"Role {mark.word}"
        heirs_of_it = self._heirs.get(role.function or "", [])
        now = [role.function] if each.ids else heirs_of_it if len(heirs_of_it) == 1 else []
        for id_ in now:
            if id_ is not None:
                yield id_, ChangeNote(f"{mark.sign} {word}", role.title)

    @cached_property
    def _heirs(self) -> dict[str, list[str]]:
        return heirs_of(self.lineage)

    def _under(self, organisation: Organisation, function: Function) -> str:
        above = function.reports_to
        return organisation.functions[above].name if above else "the top"

    def left_for(self, each: Difference) -> str:
        """Return what a function that moved reports to now."""
        return f"to {self._under(self.after, self.after.functions[each.ids[0]])}"

    def became(self, each: Difference) -> str:
        """Return which functions a function that was merged or split has become."""
        return f"into {join_words(self.after.functions[id_].name for id_ in each.ids)}"

    def came_from(self, now: Function, then: Function, each: Difference) -> str:
        """Return what a function that moved reported to."""
        return f"from {self._under(self.before, then)}"

    def made_of(self, now: Function, then: Function, each: Difference) -> str:
        """Return the functions that a function was made of."""
        return f"from {join_words(self.before.functions[id_].name for id_ in each.origins)}"

    def size_before(self, now: Function, then: Function, each: Difference) -> str:
        """Return how many people, or else how much cost, a function had."""
        return next(amount_arrows(then, now), "")

    def was_called(self, now: Function, then: Function, each: Difference) -> str:
        """Return what a function was called."""
        return f"was {then.name}"

    def was_held_by(self, now: Function, then: Function, each: Difference) -> str:
        """Return who was accountable for a function."""
        return f"was {role_title(self.before, then.accountable) or 'nobody'}"

    def outcome_before(self, now: Function, then: Function, each: Difference) -> str:
        """Return what a function served, where it served something else."""
        outcome = then.alignment.outcome
        if now.alignment.outcome == outcome:
            return ""
        names = {one.id: one.statement for one in self.before.outcome.walk()}
        return f"was: {names[outcome]}" if outcome else "served no outcome"


_TELLS: dict[Of, Callable[[ChangeNotes, Difference], Iterator[tuple[str, ChangeNote]]]] = {
    "function": ChangeNotes._functions,  # noqa: SLF001 - its own
    "role": ChangeNotes._roles,  # noqa: SLF001 - its own
}

Comes = Callable[[ChangeNotes, Function, Function, Difference], str]

_COMES: dict[Kind, Comes] = {
    "moved": ChangeNotes.came_from,
    "renamed": ChangeNotes.was_called,
    "merged": ChangeNotes.made_of,
    "split": ChangeNotes.made_of,
    "regrouped": ChangeNotes.made_of,
    "resized": ChangeNotes.size_before,
    "unowned": ChangeNotes.was_held_by,
    "accountable": ChangeNotes.was_held_by,
    "alignment": ChangeNotes.outcome_before,
}
_LEAVES: dict[Kind, Callable[[ChangeNotes, Difference], str]] = {
    "removed": lambda changed, each: "",
    "moved": ChangeNotes.left_for,
    "merged": ChangeNotes.became,
    "split": ChangeNotes.became,
    "regrouped": ChangeNotes.became,
}
_OF_SEVERAL = ("merged", "split", "regrouped")


def change_note(kind: Kind, rest: str = "") -> ChangeNote:
    """Return a change as a box tells it, its word as the start of a line."""
    mark = KINDS[kind]
    return ChangeNote(f"{mark.sign} {capitalise(mark.word)}", rest)
