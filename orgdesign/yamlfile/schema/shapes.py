"""Shapes: what a mapping of the file may hold, and the domain value that it becomes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import reduce
from operator import or_
from typing import Any, ClassVar

from orgdesign.yamlfile.schema.fields import MISSING, Plain, Use, WrongShape
from orgdesign.yamlfile.schema.messages import UnknownKey, expected_mapping
from orgdesign.yamlfile.tree import Path

FOREIGN = "x-"
"""What the keys of data begin with that other programs keep in a file."""


class Shape:
    """What a mapping of the file may hold; ``builds`` makes the domain value.

    Exactly one of the keys in ``one_of`` must be there, if any are listed.
    """

    noun: ClassVar[str] = "this part"
    one_of: ClassVar[tuple[str, ...]] = ()
    builds: ClassVar[Callable[..., Any]] = dict

    declared: ClassVar[dict[str, Plain]] = {}

    def __init_subclass__(cls) -> None:
        own = {name: each for name, each in vars(cls).items() if isinstance(each, Plain)}
        for name in own:
            delattr(cls, name)  # a field may be called as what a shape does
        above = (base.declared for base in reversed(cls.__mro__[1:]) if issubclass(base, Shape))
        cls.declared = reduce(or_, (*above, own))

    def __init__(self) -> None:
        fields = self.declared.items()
        self.parts = [field.within(self.noun, name) for name, field in fields]
        self.referring = [each for each in self.parts if type(each).uses is not Plain.uses]
        self.keys = frozenset(each.key for each in self.parts)
        self._by_key = {each.key: each for each in self.parts}
        self._unknown = UnknownKey()
        self._unknown.keys = tuple(self._by_key)

    def built(self, raw: Any, **given: Any) -> Any:
        """Return the domain value that a mapping describes; an empty value is an empty one.

        What stands under keys that begin with ``x-`` is somebody else's, and passed over.
        """
        if raw is not None and type(raw) is not dict:
            foremost = min(self.parts, key=lambda part: not part.required)
            example = f"{{{foremost.key}: …}}"
            raise WrongShape(expected_mapping(raw, example))
        if raw and not raw.keys() <= self.keys:
            raw = {key: value for key, value in raw.items() if not key.startswith(FOREIGN)}
        return self.build(self.values(raw or {}), given)

    def values(self, raw: dict[str, Any]) -> dict[str, Any]:
        """Return what the fields make of a mapping, or raise all that is wrong with it."""
        values: dict[str, Any] = {}
        errors: dict[str, Any] = {}
        for key, field in self._by_key.items():
            if key not in raw and not field.required:
                continue
            try:
                value = field.read(raw.get(key))
            except WrongShape as error:
                errors[key] = error.messages
            else:
                if value is not MISSING:
                    values[field.name] = value
        for key in raw.keys() - self.keys:
            errors[key] = [self._unknown]
        if errors:
            raise WrongShape(errors)
        return values

    def build(self, values: dict[str, Any], given: dict[str, Any]) -> Any:
        """Make the domain value out of checked values and those that its place gives."""
        return type(self).builds(**given, **values)

    def accepts(self, raw: Any) -> bool:
        """Tell whether a mapping can be read by itself."""
        try:
            self.built(raw)
        except WrongShape:
            return False
        return True

    def uses(self, raw: Any, path: Path) -> Iterator[Use]:
        """Yield each reference in a mapping, also where other parts of it are wrong."""
        if type(raw) is dict:
            for field in self.referring:
                key = field.key
                if key in raw:
                    yield from field.uses(raw[key], (*path, key))


_SHAPES: dict[type[Shape], Shape] = {}


def shape(kind: type[Shape]) -> Shape:
    """Return the one instance of a shape."""
    if kind not in _SHAPES:
        _SHAPES[kind] = kind()
    return _SHAPES[kind]
