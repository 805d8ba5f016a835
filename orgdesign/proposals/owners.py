"""Who is to answer for what nobody owns: the nearest leader above both sides, or who takes it."""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.diagnosis.crossings import WorkTransition
from orgdesign.model import Change, Organisation


class OwnerSearch:
    """Finds who could answer for a transition in one organisation."""

    def __init__(self, organisation: Organisation) -> None:
        self._organisation = organisation

    def owner(self, transition: WorkTransition) -> str | None:
        """Return the role that could answer for a transition; None where every seat near is vacant.

        Where only the head of the whole stands above both, it is for whoever takes the work.
        """
        for function in self._near(transition):
            role = self._organisation.functions[function].accountable
            if self._organisation.index.is_filled(role):
                return role
        return None

    def _near(self, transition: WorkTransition) -> Iterator[str]:
        functions, index = self._organisation.functions, self._organisation.index
        above_taker = {*self._upwards(transition.taker)}
        common = [one for one in self._upwards(transition.giver) if one in above_taker]
        heads = [one for one in common if index.heads_the_whole(functions[one])]
        yield from (one for one in common if one not in heads)
        yield transition.taker
        yield transition.giver
        yield from heads

    def _upwards(self, function: str) -> Iterator[str]:
        functions = self._organisation.functions
        yield function
        yield from (one.id for one in self._organisation.index.functions_above(functions[function]))


def owner_change(
    transition: WorkTransition, role: str, phase: str, reason: str, id_: str
) -> Change:
    """Return the change that has a role answer for a hand-off, a new one where there is none."""
    if transition.handoff:
        values: dict[str, object] = {"handoff": transition.handoff, "accountable": role}
        return Change("appoint", phase=phase, values=values, reason=reason)
    values = {"handoff": id_, "giver": transition.giver, "taker": transition.taker}
    if transition.stage:
        values["stage"] = transition.stage
    return Change("add-handoff", phase=phase, values={**values, "accountable": role}, reason=reason)
