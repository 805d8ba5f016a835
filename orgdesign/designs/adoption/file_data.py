"""What a part of an organisation says, as the file would: plain data, without what says nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, Field, fields
from typing import Any

_KEYS = {"giver": "from", "taker": "to"}


def to_file_data(value: Any) -> Any:
    """Return a value of the domain as the file says it; None where it says nothing."""
    if isinstance(value, Mapping):
        return {id_: to_file_data(each) or {} for id_, each in value.items()} or None
    if isinstance(value, tuple):
        return [to_file_data(each) for each in value] or None
    if hasattr(value, "__dataclass_fields__"):
        told = {key: to_file_data(getattr(value, name)) for key, name in stated_fields(value)}
        return {key: each for key, each in told.items() if each is not None} or None
    return value


def stated_fields(part: Any) -> Iterator[tuple[str, str]]:
    """Yield the key and the name of each field of a part that says something."""
    for field in fields(part):
        if field.name != "id" and getattr(part, field.name) != _nothing(field):
            yield key_of(field.name), field.name


def key_of(name: str) -> str:
    """Return the key under which the file has a field."""
    return _KEYS.get(name, name)


def _nothing(field: Field[Any]) -> Any:
    """Return what a field holds where the file says nothing."""
    if field.default_factory is not MISSING:
        return field.default_factory()
    return field.default
