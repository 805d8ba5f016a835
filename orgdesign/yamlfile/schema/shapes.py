"""Shapes: what a mapping of the file may hold, and the domain value that it becomes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, ClassVar

from marshmallow import RAISE, Schema, ValidationError, missing
from marshmallow.schema import SchemaMeta

from orgdesign.yamlfile.schema.fields import Plain, Use
from orgdesign.yamlfile.schema.messages import UnknownKey, expected_mapping
from orgdesign.yamlfile.tree import Path

FOREIGN = "x-"
"""What the keys of data begin with that other programs keep in a file."""


class ShapeKind(SchemaMeta):
    """What makes a class of shapes out of its fields and of what is said beside its name."""

    def __new__(
        cls, name: str, bases: tuple[type, ...], members: dict[str, Any], **said: Any
    ) -> SchemaMeta:
        """Keep what is said beside the name: ``noun`` and ``builds``."""
        return super().__new__(cls, name, bases, members | said)

    def __init__(
        cls, name: str, bases: tuple[type, ...], members: dict[str, Any], **_: Any
    ) -> None:
        super().__init__(name, bases, members)  # type: ignore[no-untyped-call]


class Shape(Schema, metaclass=ShapeKind):
    """What a mapping of the file may hold; ``builds`` makes the domain value.

    Exactly one of the keys in ``one_of`` must be there, if any are listed.
    """

    noun: ClassVar[str] = "this part"
    one_of: ClassVar[tuple[str, ...]] = ()
    builds: ClassVar[Callable[..., Any]] = dict

    class Meta:  # noqa: D106 - marshmallow's own
        unknown = RAISE

    def __init__(self) -> None:
        super().__init__()
        self.parts = [each for each in self.fields.values() if isinstance(each, Plain)]
        self.referring = [each for each in self.parts if type(each).uses is not Plain.uses]
        self.keys = frozenset(each.key for each in self.parts)
        self._by_key = {each.key: (str(each.name), each) for each in self.parts}
        unknown = UnknownKey()
        unknown.keys = tuple(each.key for each in self.parts)
        self.error_messages["unknown"] = unknown

    def value_of(self, raw: Any, **given: Any) -> Any:
        """Return the domain value that a mapping describes; an empty value is an empty one.

        What stands under keys that begin with ``x-`` is somebody else's, and passed over.
        """
        if raw is not None and type(raw) is not dict:
            foremost = min(self.parts, key=lambda part: not part.required)
            example = f"{{{foremost.key}: …}}"
            raise ValidationError(expected_mapping(raw, example))
        if raw and not raw.keys() <= self.keys:
            raw = {key: value for key, value in raw.items() if not key.startswith(FOREIGN)}
        return self.build(self.values(raw or {}), given)

    def values(self, raw: dict[str, Any]) -> dict[str, Any]:
        """Return what the fields make of a mapping, or raise all that is wrong with it.

        What `load` says, in a third of the time: nothing here has hooks or parts to leave out.
        """
        values: dict[str, Any] = {}
        errors: dict[str, Any] = {}
        for key, (name, field) in self._by_key.items():
            if key not in raw and not field.required:
                continue
            try:
                value = field.deserialize(raw.get(key, missing))
            except ValidationError as error:
                errors[key] = error.messages
            else:
                if value is not missing:
                    values[name] = value
        for key in raw.keys() - self.keys:
            errors[key] = [self.error_messages["unknown"]]
        if errors:
            raise ValidationError(errors)
        return values

    def build(self, values: dict[str, Any], given: dict[str, Any]) -> Any:
        """Make the domain value out of checked values and those that its place gives."""
        return type(self).builds(**given, **values)

    def accepts(self, raw: Any) -> bool:
        """Tell whether a mapping can be read by itself."""
        try:
            self.value_of(raw)
        except ValidationError:
            return False
        return True

    def uses(self, raw: Any, path: Path) -> Iterator[Use]:
        """Yield each reference in a mapping, also where other parts of it are wrong."""
        if type(raw) is dict:
            for field in self.referring:
                key = field.key
                if key in raw:
                    yield from field.uses(raw[key], (*path, key))


@cache
def shape(kind: type[Shape]) -> Shape:
    """Return the one instance of a shape."""
    return kind()
