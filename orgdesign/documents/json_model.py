"""The whole model as JSON, in the shape of the organisation file: orgdesign reads it again."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from orgdesign.model import Change, Organisation, Part, Role
from orgdesign.redaction import Disclosure

_KEYS = {(Organisation, "name"): "organization"}
_NAMED = {"giver": "from", "taker": "to"}
_IMPLIED = ("id",)


def model(disclosure: Disclosure) -> bytes:
    """Return the organisation that goes out as JSON; of a design, what it makes of today.

    The shape is that of the file (docs/format.md, ``orgdesign schema``); lists and mappings that
    are empty, and what nobody has said, are not there.
    """
    shown = replace(disclosure.shown, designs={}) if disclosure.then else disclosure.shown
    return f"{json.dumps(plain(shown), ensure_ascii=False, indent=2)}\n".encode()


def plain(value: Any) -> Any:
    """Return a value of the domain as the file says it."""
    match value:
        case Change():
            return dict(_change(value))
        case float():
            return int(value) if value.is_integer() else value
        case tuple() if value and isinstance(value[0], Part):
            return {part.id: plain(part) for part in value}
        case tuple():
            return [plain(each) for each in value]
        case Mapping():
            return {key: plain(each) for key, each in value.items()}
    return dict(_said(value)) if is_dataclass(value) else value


def _said(part: Any) -> Iterator[tuple[str, Any]]:
    for field in fields(part):
        value = getattr(part, field.name)
        told = plain(value)
        is_unsaid = told in (None, [], {}) or (told is False and isinstance(part, Role))
        if field.name not in _IMPLIED and not is_unsaid:
            yield _KEYS.get((type(part), field.name), _NAMED.get(field.name, field.name)), told


def _change(change: Change) -> Iterator[tuple[str, Any]]:
    yield "change", change.kind
    yield from ((key, plain(said)) for key, said in change.values.items() if said is not None)
    yield from (
        (key, said) for key, said in (("phase", change.phase), ("owner", change.owner)) if said
    )
