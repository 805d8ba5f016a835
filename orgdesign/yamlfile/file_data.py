"""An organisation, or a part of one, as the file says it: plain data, without what says nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from typing import Any

from orgdesign.model import Change, Ignore, Organisation, RuleSetting, SplitPart

_KEYS = {"giver": "from", "taker": "to", "holders": "holder", "readers": "for"}
_EXACT = 1e15


def to_file_data(value: Any) -> Any:
    """Return a value of the domain as the file says it; None where it says nothing."""
    match value:
        case float():
            return int(value) if value.is_integer() and abs(value) < _EXACT else value
        case Change():
            return _change(value)
        case Ignore():
            return _ignore(value)
        case RuleSetting(severity=severity, ignore=()):
            return severity
        case tuple() if value and isinstance(value[0], SplitPart):
            return {part.id: to_file_data(part) for part in value}
        case tuple():
            return [_entry(each) for each in value] or None
        case Mapping():
            return {key: _entry(each) for key, each in value.items()} or None
    return dict(_said_fields(value)) or None if is_dataclass(value) else value


def key_of(part: Any, name: str) -> str:
    """Return the key under which the file has a field of a part."""
    if isinstance(part, Organisation) and name == "name":
        return "organization"
    return _KEYS.get(name, name)


def field_data(name: str, value: Any) -> Any:
    """Return what the file says in a field; of holders, one alone stands without a list."""
    told = to_file_data(value)
    return told[0] if name == "holders" and told is not None and len(told) == 1 else told


def _entry(value: Any) -> Any:
    """Return a value that stands in a list or under an id: an empty one stands there too."""
    told = to_file_data(value)
    return told if told is not None else [] if isinstance(value, tuple) else {}


def _said_fields(part: Any) -> Iterator[tuple[str, Any]]:
    for field in fields(part):
        value = getattr(part, field.name)
        if field.init and field.name != "id" and value != _nothing(field):
            yield key_of(part, field.name), field_data(field.name, value)


def _nothing(field: Field[Any]) -> Any:
    """Return what a field holds where the file says nothing."""
    if field.default_factory is not MISSING:
        return field.default_factory()
    return field.default


def _change(change: Change) -> dict[str, Any]:
    names = [field.name for field in fields(Change) if field.name not in ("kind", "values")]
    about: dict[str, Any] = {
        name: said for name in names if (said := to_file_data(getattr(change, name))) is not None
    }
    told: dict[str, Any] = {
        "change": change.kind,
        **{_KEYS.get(name, name): _value(name, said) for name, said in change.values.items()},
        **{name: about[name] for name in ("phase", "owner") if name in about},
        **about,
    }
    return {key: each for key, each in told.items() if each is not None}


def _value(name: str, value: Any) -> Any:
    """Return what a change sets: also that there is to be none of something."""
    told = field_data(name, value)
    is_list = isinstance(value, tuple) and name != "into"
    return told if told is not None or value is None else [] if is_list else {}


def _ignore(ignored: Ignore) -> dict[str, str]:
    told = {ignored.kind.replace("-", ""): ignored.part}
    return told if ignored.reason is None else {**told, "reason": ignored.reason}
