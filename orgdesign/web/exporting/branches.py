"""The functions that can be left out with all that is under them, to be searched and ticked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from werkzeug.utils import cached_property

from orgdesign.model import Function, Organisation
from orgdesign.value_objects import value_object

AT_ONCE = 60
"""How many functions are shown to choose from; the search finds the others."""


@value_object
class OmittableBranch:
    """A function that can be left out: its id, its name, above it and how many under it."""

    id: str
    name: str
    above: str
    under: int


class Branches:
    """The functions of today and of the design that goes out, the top of each tree first."""

    def __init__(self, sides: Sequence[Organisation]) -> None:
        self._sides = sides

    @cached_property
    def functions(self) -> Mapping[str, Function]:
        """Return every function by its id, as it is at the end."""
        return {id_: each for side in self._sides for id_, each in side.functions.items()}

    @cached_property
    def _under(self) -> Mapping[str, int]:
        """Return how many functions stand under each, with all that is under those."""
        lines: dict[str, list[str]] = {}
        for each in self.functions.values():
            lines.setdefault(each.reports_to or "", []).append(each.id)
        order, counts = [""], dict.fromkeys(("", *self.functions), 0)
        for id_ in order:
            order += lines.get(id_, ())
        for id_ in reversed(order[1:]):
            above = self.functions[id_].reports_to or ""
            counts[above] = counts.get(above, 0) + counts[id_] + 1
        return counts

    def branch(self, id_: str) -> OmittableBranch:
        """Return a function as one to leave out."""
        function = self.functions[id_]
        above = self.functions.get(function.reports_to or "")
        return OmittableBranch(
            id_, function.name, above.name if above else "", self._under.get(id_, 0)
        )

    def matching_ids(self, words: str) -> list[str]:
        """Return the ids of the functions that have all words; without any, the largest first."""
        if not words:
            return sorted(self.functions, key=lambda id_: -self._under.get(id_, 0))
        wanted = words.casefold().split()
        return [
            id_ for id_ in self.functions if all(each in self._folded_name(id_) for each in wanted)
        ]

    def _folded_name(self, id_: str) -> str:
        return self.functions[id_].name.casefold()

    def omission_names(self, ids: Sequence[str]) -> Iterator[str]:
        """Yield the names of functions that are left out, each with how many go with it."""
        for each in map(self.branch, ids):
            more = f" with {each.under:,} under it" if each.under else ""
            yield f"{each.name}{more}"
