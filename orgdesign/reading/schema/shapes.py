"""Shapes: what a mapping of the file may hold, and the fields that hold other shapes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Any, ClassVar

from marshmallow import RAISE, Schema, ValidationError

from orgdesign.reading.schema.fields import AtKey, Plain, Use, expected, unknown_word, wrong_id
from orgdesign.reading.tree import Path


class Unknown(AtKey):
    """A key that its mapping does not know; told once the key is at hand."""

    __slots__ = ("keys", "noun")

    def __new__(cls, noun: str, keys: Sequence[str]) -> Unknown:
        """Remember what the mapping knows."""
        message = super().__new__(cls, "")
        message.noun, message.keys = noun, tuple(keys)
        return message


class Shape(Schema):
    """What a mapping of the file may hold."""

    noun: ClassVar[str] = "this part"
    builds: ClassVar[Callable[..., Any]] = dict

    class Meta:
        unknown = RAISE

    def __init__(self) -> None:
        super().__init__()
        keys = [each.key for each in self.parts()]
        self.error_messages["unknown"] = Unknown(self.noun, keys)

    def parts(self) -> list[Plain]:
        """Return the fields in the order that the format lists them."""
        return [each for each in self.fields.values() if isinstance(each, Plain)]

    def built(self, raw: Any, **given: Any) -> Any:
        """Return the domain value that a mapping describes."""
        if raw is not None and type(raw) is not dict:
            raise ValidationError(expected("a mapping (key: value)", raw))
        values = self.load(raw or {})
        return self.build({key: value for key, value in values.items() if value is not None}, given)

    def build(self, values: dict[str, Any], given: dict[str, Any]) -> Any:
        """Make the domain value out of checked values."""
        return type(self).builds(**given, **values)

    def uses(self, raw: Any, path: Path) -> Iterator[Use]:
        """Yield each reference in a mapping, also where other parts of it are wrong."""
        if type(raw) is dict:
            for key, field in self._referring():
                if key in raw:
                    yield from field.uses(raw[key], (*path, key))

    def _referring(self) -> list[tuple[str, Plain]]:
        return _referring(type(self))


@cache
def shape(kind: type[Shape]) -> Shape:
    """Return the one instance of a shape."""
    return kind()


@cache
def _referring(kind: type[Shape]) -> list[tuple[str, Plain]]:
    return [(each.key, each) for each in shape(kind).parts() if type(each).uses is not Plain.uses]


class One(Plain):
    """A mapping of one shape."""

    def __init__(self, about: str, kind: type[Shape], **more: Any) -> None:
        super().__init__(about, **more)
        self.kind = kind

    def hint(self) -> str:
        """Say in a few words what to write."""
        first = shape(self.kind).parts()[0]
        return "{" + f"{first.key}: …" + "}"

    def uses(self, value: Any, path: Path) -> Iterator[Use]:
        """Yield each reference in the mapping."""
        return shape(self.kind).uses(value, path)

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> Any:
        return shape(self.kind).built(value)


class ById(Plain):
    """A mapping of ids to mappings of one shape, kept in the order of the file."""

    def __init__(
        self,
        about: str,
        kind: type[Shape] | Callable[[], type[Shape]],
        *,
        ids: Sequence[str] = (),
        keyed: str | None = None,
        named: bool = True,
        listed: bool = False,
        **more: Any,
    ) -> None:
        """Take ids of the user's own choice, of ``ids``, or of parts of the kind ``keyed``.

        A value learns its id when ``named``; the values alone are kept when ``listed``.
        """
        super().__init__(about, **more)
        self._kind = kind
        self.ids, self.keyed, self.named, self.listed = tuple(ids), keyed, named, listed

    @property
    def kind(self) -> type[Shape]:
        """The shape of each value."""
        return self._kind if isinstance(self._kind, type) else self._kind()

    def hint(self) -> str:
        """Say in a few words what to write."""
        return "{an-id: …}"

    def uses(self, value: Any, path: Path) -> Iterator[Use]:
        """Yield each reference in the values, and the keys where those are references."""
        if type(value) is dict:
            inner = shape(self.kind)
            for key, each in value.items():
                if self.keyed:
                    yield Use((*path, key), self.keyed, key)
                yield from inner.uses(each, (*path, key))

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> Any:
        if type(value) is not dict:
            raise ValidationError(expected("a mapping of ids (an-id: …)", value))
        kind, built, errors = shape(self.kind), {}, {}
        for key, raw in value.items():
            try:
                self._check_id(key)
                built[key] = kind.built(raw, id=key) if self.named else kind.built(raw)
            except ValidationError as error:
                errors[key] = error.messages
        if errors:
            raise ValidationError(errors)
        return tuple(built.values()) if self.listed else built

    def _check_id(self, key: str) -> None:
        if self.ids and key not in self.ids:
            raise ValidationError([AtKey(unknown_word(key, self.ids))])
        wrong = None if self.keyed else wrong_id(key)
        if wrong:
            raise ValidationError([AtKey(wrong)])


class Words(Plain):
    """A mapping of given ids to one field each."""

    def __init__(self, about: str, ids: Sequence[str], field: Plain, **more: Any) -> None:
        super().__init__(about, **more)
        self.ids, self.field = tuple(ids), field

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> dict[str, Any]:
        if type(value) is not dict:
            raise ValidationError(expected("a mapping (key: value)", value))
        words, errors = {}, {}
        for key, raw in value.items():
            try:
                if key not in self.ids:
                    raise ValidationError([AtKey(unknown_word(key, self.ids))])
                if raw is not None:
                    words[key] = self.field.deserialize(raw)
            except ValidationError as error:
                errors[key] = error.messages
        if errors:
            raise ValidationError(errors)
        return words


class ListOf(Plain):
    """A list of mappings of one shape, or of one of several told apart by a first key."""

    def __init__(
        self,
        about: str,
        kind: type[Shape] | None = None,
        *,
        told_by: str = "",
        kinds: dict[str, type[Shape]] | None = None,
        **more: Any,
    ) -> None:
        super().__init__(about, **more)
        self.one, self.told_by, self.kinds = kind, told_by, kinds or {}

    def hint(self) -> str:
        """Say in a few words what to write."""
        return "a list, each item after a dash"

    def uses(self, value: Any, path: Path) -> Iterator[Use]:
        """Yield each reference in the items."""
        for at, raw in enumerate(value if type(value) is list else ()):
            kind = self._kind_of(raw)
            if kind is not None:
                yield from shape(kind).uses(raw, (*path, at))

    def _kind_of(self, raw: Any) -> type[Shape] | None:
        if self.one is not None:
            return self.one
        told = raw.get(self.told_by) if type(raw) is dict else None
        return self.kinds.get(told) if isinstance(told, str) else None

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> tuple[Any, ...]:
        if type(value) is not list:
            raise ValidationError(f"{expected('a list', value)}; write each item after a dash")
        items, errors = [], {}
        for at, raw in enumerate(value):
            try:
                items.append(self._item(raw))
            except ValidationError as error:
                errors[at] = error.messages
        if errors:
            raise ValidationError(errors)
        return tuple(items)

    def _item(self, raw: Any) -> Any:
        kind = self._kind_of(raw)
        if kind is not None:
            return shape(kind).built(raw)
        if type(raw) is not dict:
            raise ValidationError(expected("a mapping (key: value)", raw))
        told = raw.get(self.told_by)
        if not isinstance(told, str):
            message = f'this item needs "{self.told_by}"; write one of {", ".join(self.kinds)}'
            raise ValidationError({self.told_by: [AtKey(message)]})
        raise ValidationError({self.told_by: [unknown_word(told, list(self.kinds))]})
