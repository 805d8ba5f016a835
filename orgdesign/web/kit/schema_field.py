"""A field of a part's form, as the shape of the part has it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from orgdesign.value_objects import value_object
from orgdesign.web.kit.form import FieldValue, FormData, FormField

Choice = tuple[str, str]
"""An id, and what people read."""
_FLAGS = {"true": "yes", "false": "no"}


@value_object
class SchemaField(FormField):
    """A field of a part's form: what is told about it, how it looks, what it offers."""

    about: str = ""
    look: str = "text"
    options: tuple[Choice, ...] = ()
    required: bool = False

    def from_form(self, said: FormData, name: str) -> FieldValue:
        """Return what was typed; for rewards, a measure and its weight a line."""
        if self.look == "rewards" and f"{name}.measure" in said:
            weights = said.getlist(f"{name}.weight")
            pairs = zip(said.getlist(f"{name}.measure"), weights, strict=False)
            lines = (f"{measure} {weight.strip()}".rstrip() for measure, weight in pairs)
            return [line for line in lines if line]
        return FormField.from_form(self, said, name)

    def to_form(self, value: object) -> FieldValue:
        """Return a value of the file as the form shows it."""
        if self.look == "rewards":
            rewards = value if isinstance(value, list) else []
            return [
                f"{one.get('measure') or ''} {one.get('weight') or ''}".strip() for one in rewards
            ]
        if self.look == "names" and isinstance(value, str):
            return [value]
        if self.look == "pairs":
            return [*_pair_lines(value)] if isinstance(value, dict) else []
        shown = FormField.to_form(self, value)
        if self.look == "flag":
            flag = str(shown).lower()
            return _FLAGS.get(flag, flag)
        return shown

    def value(self, typed: FieldValue) -> object:
        """Return what the file is to say; None for nothing."""
        if self.look == "rewards" and isinstance(typed, list):
            return [
                _reward(one, FormField("weight", (), "", "number").value) for one in typed
            ] or None
        if self.look == "names" and isinstance(typed, list) and len(typed) == 1:
            return typed[0]
        if self.look == "pairs" and isinstance(typed, list):
            return pairs_of(typed) or None
        if self.look == "flag":
            return {"yes": True, "no": False}.get(str(typed), typed or None)
        return FormField.value(self, typed)

    def to_plain(self, typed: FieldValue) -> object:
        """Return what the file is to say as reading has it: all scalars as texts."""
        if self.look == "rewards" and isinstance(typed, list):
            return [_reward(one, lambda weight: weight) for one in typed]
        if self.look == "pairs" and isinstance(typed, list):
            return pairs_of(typed)
        return typed


def _pair_lines(value: dict[str, Any]) -> Iterator[str]:
    for name, said in value.items():
        yield from (
            f"{name}: {one or ''}".rstrip() for one in (said if isinstance(said, list) else [said])
        )


def pairs_of(lines: list[str]) -> dict[str, object]:
    """Return names and values; a name that stands in several lines has several values."""
    pairs: dict[str, Any] = {}
    for line in lines:
        name, _, value = (part.strip() for part in line.partition(":"))
        if name in pairs:
            before = pairs[name]
            pairs[name] = [*(before if isinstance(before, list) else [before]), value]
        elif name:
            pairs[name] = value
    return pairs


def _reward(line: str, number: Any) -> dict[str, object]:
    measure, _, weight = line.partition(" ")
    return {"measure": measure, **({"weight": number(weight)} if weight else {})}
