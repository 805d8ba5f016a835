"""The kinds of parts of an organisation: where they stand, and what people call them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal

from orgdesign.value_objects import value_object

if TYPE_CHECKING:
    from orgdesign.model.organisation import Organisation

PartKindName = Literal["outcome", "function", "role", "measure", "stage", "handoff"]


@value_object
class PartKind:
    """One kind of part.

    ``section`` is the key of the file under which such parts stand, and what holds them in an
    organisation; ``label`` is the field that they are known by; ``heading`` stands over a list.
    """

    name: PartKindName
    section: str
    noun: str
    plural: str
    heading: str
    label: str

    def parts_of(self, organisation: Organisation) -> Mapping[str, Any]:
        """Return the parts of this kind by id, in the order of the file."""
        if self.name == "outcome":
            return organisation.index.outcomes
        parts: Mapping[str, Any] = getattr(organisation, self.section)
        return parts

    def labels_in(self, organisation: Organisation) -> Mapping[str, str]:
        """Return what people call each part of this kind, by id; a hand-off by its two ends."""
        return {id_: self.label_of(organisation, id_) for id_ in self.parts_of(organisation)}

    def label_of(self, organisation: Organisation, id_: str) -> str:
        """Return what people call a part of this kind."""
        part = self.parts_of(organisation)[id_]
        if self.name != "handoff":
            return str(getattr(part, self.label))
        names = organisation.functions
        ends = (part.giver, part.taker)
        return " → ".join(names[end].name if end in names else end for end in ends)


PART_KINDS: Mapping[str, PartKind] = {
    kind.name: kind
    for kind in (
        PartKind("outcome", "outcome", "outcome", "outcomes", "Outcomes", "statement"),
        PartKind("function", "functions", "function", "functions", "Functions", "name"),
        PartKind("role", "roles", "role", "roles", "Roles", "title"),
        PartKind("measure", "measures", "measure", "measures", "Measures", "name"),
        PartKind("stage", "journey", "stage", "stages", "Journey", "name"),
        PartKind("handoff", "handoffs", "hand-off", "hand-offs", "Hand-offs", "passes"),
    )
}
"""Every kind by its name, in the order in which people are told of them."""
KIND_OF_NOUN: Mapping[str, PartKind] = {kind.noun: kind for kind in PART_KINDS.values()}
"""The kinds by what people call one part."""
KIND_OF_SECTION: Mapping[str, PartKind] = {kind.section: kind for kind in PART_KINDS.values()}
"""The kinds by the key of the file under which they stand."""
