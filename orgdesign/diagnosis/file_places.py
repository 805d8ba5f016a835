"""Where in the file a place of the organisation stands."""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.diagnosis.finding import Field, Place
from orgdesign.model import PART_KINDS, Organisation, Outcome


class Places:
    """The paths of an organisation's parts in its file."""

    def __init__(self, organisation: Organisation) -> None:
        self._outcomes = {one.id: (one, path) for one, path in _outcomes(organisation.outcome)}

    def outcome(self, id_: str) -> Outcome:
        """Return an outcome by its id."""
        return self._outcomes[id_][0]

    def path(self, place: Place) -> Field:
        """Return the keys that lead to a place from the top of the file."""
        if place.kind == "organisation":
            return place.field
        if place.kind == "outcome":
            return (*self._outcomes[place.id][1], *place.field)
        section = "designs" if place.kind == "design" else PART_KINDS[place.kind].section
        return (section, place.id, *place.field)


def _outcomes(root: Outcome) -> Iterator[tuple[Outcome, Field]]:
    waiting: list[tuple[Outcome, Field]] = [(root, ("outcome",))]
    while waiting:
        one, path = waiting.pop()
        yield one, path
        waiting += [(each, (*path, "outcomes", each.id)) for each in one.outcomes.values()]
