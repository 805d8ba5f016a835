"""What the fields of a change offer: only what there is when its turn comes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from orgdesign.model import Design, Organisation
from orgdesign.web.designs.change_fields import MERGED
from orgdesign.web.kit import SECTIONS, Choice, LabelIndex, PartChoices, SchemaField

LISTED = ("phase", "hand-off", "stage", "option", "change")
"""The kinds of parts that a list offers, however many there are."""


class ChangeChoices(PartChoices):
    """The choices for one change, out of the organisation ``now``, at its point of the design.

    ``into`` is the id that a merge gives to a function of its own, ``changes`` are the others
    of the design.
    """

    is_searched = False

    def __init__(
        self,
        now: Organisation,
        design: Design,
        into: str = "",
        changes: Sequence[Choice] = (),
    ) -> None:
        super().__init__(now, SECTIONS["functions"])
        self._design, self._into, self._changes = design, into, changes

    def choices_of(self, field: SchemaField) -> Sequence[Choice]:
        """Return what a field offers: ids, and what people read."""
        found = super().choices_of(field)
        is_new = field.name == MERGED and self._into not in ("", *(id_ for id_, _ in found))
        return [(self._into, "None of them: it is new"), *found] if is_new else found

    def offer(self, field: SchemaField) -> LabelIndex | None:
        """Return the parts that a field names by words; None where a list does."""
        return None if field.of in LISTED or field.name == MERGED else super().offer(field)

    def highest_first(self, functions: Iterable[str]) -> list[str]:
        """Return functions with those that others report to first, as one stands for them all."""
        return sorted(functions, key=lambda each: sum(1 for _ in self._lines_above(each)))

    def _lines_above(self, function: str) -> Iterator[str]:
        found = self._organisation.functions.get(function)
        while found is not None:
            yield found.id
            found = self._organisation.functions.get(found.reports_to or "")

    def _parts(self, kind: str) -> Sequence[Choice]:
        if kind == "phase":
            return [(one.id, one.name) for one in self._design.phases.values()]
        if kind == "option":
            return [(one.id, one.name) for one in self._design.options.values()]
        if kind == "change":
            return self._changes
        if kind == "function":
            return sorted(super()._parts(kind), key=lambda choice: choice[1].casefold())
        return super()._parts(kind)
