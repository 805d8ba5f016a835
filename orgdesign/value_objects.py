"""What the values of the domain have in common."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar, dataclass_transform

Value = TypeVar("Value")


@dataclass_transform(frozen_default=True)
def value_object(declared: type[Value], /) -> type[Value]:
    """Make a class a frozen, slotted dataclass: equal by what it holds, and never changed."""
    return dataclass(frozen=True, slots=True)(declared)


@value_object
class NamedPart:
    """What has an id of its own, and a name that people know it by."""

    id: str
    name: str
