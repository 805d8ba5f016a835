"""What is said of everything that is planned, and of every change."""

from __future__ import annotations

import dataclasses
from typing import Any, ClassVar, get_args

from orgdesign import model as domain
from orgdesign.yamlfile.schema.fields import ChoiceField, Number, Text
from orgdesign.yamlfile.schema.links import NewId, Ref, Refs
from orgdesign.yamlfile.schema.nested_shapes import NestedShape
from orgdesign.yamlfile.schema.shapes import Shape


class ApprovalShape(Shape, noun="a decision", builds=domain.Approval):
    """What was decided about a design, a phase or a change."""

    status = ChoiceField("What was decided.", get_args(domain.Verdict))
    by = Text("Who decided it.")
    date = Text("When it was decided.")
    note = Text("On which conditions, or with which words.")


class RationaleShape(Shape):
    """Why something is planned."""

    reason = Text("Why it is done, and why like this.")
    risk = Text("What may go wrong, and what is done about it.")
    feedback = Text("What people said about it.")
    decision = NestedShape("What was decided about it.", ApprovalShape)
    one_off = Number("What it costs once.", least=0)
    purpose = Text("What it is for.")


class ChangeShape(RationaleShape, noun="a change"):
    """What every change may say; ``sets`` are words that say it of a part instead."""

    sets: ClassVar[tuple[str, ...]] = ()
    change = Text("The kind of change.", required=True)
    phase = Ref("The phase it belongs to.", "phase")
    owner = Ref("The role that makes it happen.", "role")
    id = NewId("An id of its own, by which other changes refer to it.")
    after = Refs("Changes of this design that come first, by their ids.", "change")
    options = Refs("The options of this design that it is part of.", "option")

    def build(self, values: dict[str, Any], given: dict[str, Any]) -> domain.Change:
        """Keep what the change sets apart from what it is."""
        kind = values.pop("change")
        about = {
            key: values.pop(key) for key in CHANGE_FACTS if key in values and key not in self.sets
        }
        return domain.Change(kind, values=values, **about)


CHANGE_FACTS = tuple(
    field.name
    for field in dataclasses.fields(domain.Change)
    if field.name not in ("kind", "values")
)
"""What a change says of itself, apart from what it sets."""
