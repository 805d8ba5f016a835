"""What the fields of a part's form offer to choose from."""

from __future__ import annotations

from collections.abc import Sequence

from orgdesign.model import Organisation
from orgdesign.web.function_fields import Choice, Choices
from orgdesign.web.part_fields import UNDER, Asked
from orgdesign.web.sections import SECTIONS, Section, parts_of
from orgdesign.web.table_rows import Offer

FLAG = (("yes", "Yes"), ("no", "No"))
MANY = 200
"""How many parts of a kind are too many for a list to choose from; they are named by words."""


class PartChoices:
    """The choices for one part of an organisation; it is never offered to itself."""

    def __init__(self, organisation: Organisation, section: Section, part: str = "") -> None:
        self._organisation, self._section, self._part = organisation, section, part
        self._choices = Choices(organisation)
        self.offered: dict[str, Offer] = {}

    def of(self, field: Asked) -> Sequence[Choice]:
        """Return what a field offers: ids, and what people read."""
        if field.look == "flag":
            return FLAG
        if field.look == "choice":
            return [(one, one.replace("-", " ").capitalize()) for one, _ in field.options]
        if field.look == "rewards":
            return self._choices.measures
        if field.name == UNDER:
            below = self._below()
            return [choice for choice in self._choices.outcomes if choice[0] not in below]
        if field.name == "reports_to" and self._part:
            return self._choices.above(self._part)
        return self.parts(field.of, "" if self._section.noun != field.of else self._part)

    def offer(self, field: Asked) -> Offer | None:
        """Return the parts that a field names by words; None where a list does."""
        is_typed = field.look in ("part", "several") and len(self._parts(field.of)) > MANY
        return self.named(field.of) if is_typed else None

    def named(self, kind: str) -> Offer:
        """Return the parts of a kind by their words."""
        if kind not in self.offered:
            self.offered[kind] = Offer(self._parts(kind))
        return self.offered[kind]

    def parts(self, kind: str, but: str = "") -> list[Choice]:
        """Return the parts of a kind, but one."""
        return [choice for choice in self._parts(kind) if choice[0] != but]

    def _parts(self, kind: str) -> Sequence[Choice]:
        match kind:
            case "outcome":
                return self._choices.outcomes
            case "role":
                return self._choices.roles
            case "measure":
                return self._choices.measures
        section = next(one for one in SECTIONS.values() if one.noun == kind)
        return [(one.id, one.title) for one in parts_of(self._organisation, section)]

    def _below(self) -> set[str]:
        walked = (one for one in self._organisation.outcome.walk() if one.id == self._part)
        return {one.id for each in walked for one in each.walk()}
