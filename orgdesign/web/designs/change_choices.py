"""What the fields of a change offer: only what there is when its turn comes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from orgdesign.organisation import Design, Organisation
from orgdesign.web.designs.change_form import ChangeForm
from orgdesign.web.function_fields import Choice, Choices
from orgdesign.web.part_choices import FLAG
from orgdesign.web.part_fields import Asked


class ChangeChoices:
    """The choices for one change, out of the organisation ``now``, at its point of the design."""

    def __init__(self, now: Organisation, design: Design, form: ChangeForm) -> None:
        self._now, self._design, self._form = now, design, form
        self._choices = Choices(now)

    def of(self, field: Asked) -> Sequence[Choice]:
        """Return what a field offers: ids, and what people read."""
        if field.look == "flag":
            return FLAG
        if field.look == "choice":
            return [(one, one.replace("-", " ").capitalize()) for one, _ in field.options]
        if field.name == "into":
            return [*self._new_one(), *self._functions]
        return self._parts("measure" if field.look == "rewards" else field.of)

    def _new_one(self) -> list[Choice]:
        into = self._form.was.get("into")
        is_new = isinstance(into, str) and into and into not in self._now.functions
        return [(str(into), "None of them: it is new")] if is_new else []

    def _parts(self, kind: str) -> Sequence[Choice]:
        match kind:
            case "outcome":
                return self._choices.outcomes
            case "role":
                return self._choices.roles
            case "measure":
                return self._choices.measures
            case "phase":
                return [(one.id, one.name) for one in self._design.phases.values()]
            case "hand-off":
                return self._handoffs
        return self._functions

    @cached_property
    def _functions(self) -> list[Choice]:
        names = ((one.id, one.name) for one in self._now.functions.values())
        return sorted(names, key=lambda choice: choice[1].casefold())

    @property
    def _handoffs(self) -> list[Choice]:
        names = self._now.functions
        return [
            (one.id, f"{names[one.giver].name} → {names[one.taker].name}")
            for one in self._now.handoffs.values()
        ]
