"""The fields that hold further shapes: one, one for each id, or a list of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from marshmallow import ValidationError, missing

from orgdesign.yamlfile.limits import MAX_PROBLEMS
from orgdesign.yamlfile.schema.fields import Number, Plain, Use
from orgdesign.yamlfile.schema.messages import (
    AtKey,
    expected_mapping,
    expected_message,
    one_of,
    unknown_word,
    wrong_id,
)
from orgdesign.yamlfile.schema.shapes import Shape, shape
from orgdesign.yamlfile.tree import Key, Path


def read_each(items: Iterable[tuple[Key, Any]], read: Callable[[Any, Any], Any]) -> dict[Key, Any]:
    """Read each item under its key; the errors are raised at the end, all together.

    It ends early once there are more than anyone is told.
    """
    done, errors = {}, {}
    for key, raw in items:
        try:
            done[key] = read(key, raw)
        except ValidationError as error:
            errors[key] = error.messages
            if len(errors) > MAX_PROBLEMS:
                break
    if errors:
        raise ValidationError(errors)
    return done


class NestedShape(Plain):
    """A mapping of one shape."""

    def __init__(self, about: str, kind: type[Shape], **more: Any) -> None:
        super().__init__(about, **more)
        self.kind = kind

    def uses(self, value: Any, path: Path) -> Iterator[Use]:
        """Yield each reference in the mapping."""
        return shape(self.kind).uses(value, path)

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> Any:
        return shape(self.kind).value_of(value)


class ById(Plain):
    """A mapping of ids to mappings of one shape, kept in the order of the file.

    The ids are the user's own, or some of ``ids``, or those of parts of the kind ``keyed``, or
    any names where they are ``free``. A value learns its id when ``named``.
    """

    hint = "{an-id: …}"

    def __init__(
        self,
        about: str,
        kind: type[Shape] | Callable[[], type[Shape]],
        *,
        ids: Sequence[str] = (),
        keyed: str | None = None,
        named: bool = True,
        free: bool = False,
        **more: Any,
    ) -> None:
        super().__init__(about, **more)
        self._kind, self.ids, self.keyed, self.named = kind, tuple(ids), keyed, named
        self.free = free

    @property
    def kind(self) -> type[Shape]:
        """The shape of each value."""
        return self._kind if isinstance(self._kind, type) else self._kind()

    def uses(self, value: Any, path: Path) -> Iterator[Use]:
        """Yield each reference in the values, and the keys where those are references."""
        if type(value) is not dict:
            return
        inner = shape(self.kind)
        for key, raw in value.items():
            if self.keyed:
                yield Use((*path, key), self.keyed, key, is_key=True)
            yield from inner.uses(raw, (*path, key))

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> dict[Key, Any]:
        if type(value) is not dict:
            raise ValidationError(expected_mapping(value, self.hint))
        return read_each(value.items(), self._read)

    def _read(self, key: str, raw: Any) -> Any:
        wrong = self._wrong_key(key)
        if wrong:
            raise ValidationError([AtKey(wrong)])
        inner = shape(self.kind)
        return inner.value_of(raw, id=key) if self.named else inner.value_of(raw)

    def _wrong_key(self, key: str) -> str | None:
        if self.ids:
            return None if key in self.ids else unknown_word(key, self.ids)
        if self.free:
            return None if key.strip() else "this name is empty; write one"
        return None if self.keyed else wrong_id(key)


class PartsById(ById):
    """A mapping of ids to mappings, of which only the values are kept, in order."""

    def _deserialize(self, value: Any, *more: Any, **named: Any) -> Any:
        return tuple(super()._deserialize(value, *more, **named).values())


class Words(Plain):
    """A mapping of some of ``ids``, or of any where none are given, to one field each."""

    def __init__(self, about: str, ids: Sequence[str], field: Plain) -> None:
        super().__init__(about)
        self.ids, self.field = tuple(ids), field

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> dict[Key, Any]:
        if type(value) is not dict:
            raise ValidationError(expected_mapping(value, f"{{{[*self.ids, 'an-id'][0]}: …}}"))
        words = read_each(value.items(), self._read)
        return {key: word for key, word in words.items() if word is not missing}

    def _read(self, key: str, raw: Any) -> Any:
        wrong = unknown_word(key, self.ids) if self.ids else wrong_id(key)
        if wrong and key not in self.ids:
            raise ValidationError([AtKey(wrong)])
        return self.field.deserialize(raw)


class Scores(Words):
    """A mapping of criteria of the file to how well each is met, from 0 to 5."""

    def __init__(self, about: str) -> None:
        super().__init__(about, (), Number("How well it is met.", least=0, most=5))

    def uses(self, value: Any, path: Path) -> Iterator[Use]:
        """Yield the criteria, which are the keys."""
        for key in value if type(value) is dict else ():
            yield Use((*path, key), "criterion", key, is_key=True)


class ListOf(Plain):
    """A list of mappings of one shape."""

    hint = "a list, each item after a dash"

    def __init__(self, about: str, kind: type[Shape], **more: Any) -> None:
        super().__init__(about, **more)
        self.kind = kind

    def kind_of(self, raw: Any) -> type[Shape] | None:
        """Return the shape of an item."""
        return self.kind

    def uses(self, value: Any, path: Path) -> Iterator[Use]:
        """Yield each reference in the items."""
        for at, raw in enumerate(value if type(value) is list else ()):
            kind = self.kind_of(raw)
            if kind is not None:
                yield from shape(kind).uses(raw, (*path, at))

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> tuple[Any, ...]:
        if type(value) is not list:
            raise ValidationError(
                f"{expected_message('a list', value)}; write each item after a dash"
            )
        return tuple(read_each(enumerate(value), self._read).values())

    def _read(self, at: int, raw: Any) -> Any:
        kind = self.kind_of(raw)
        return shape(kind or self.kind).value_of(raw)


class ListOfKinds(ListOf):
    """A list of mappings of several shapes, told apart by the word under one key."""

    def __init__(
        self, about: str, kind: type[Shape], told_by: str, kinds: Mapping[str, type[Shape]]
    ) -> None:
        super().__init__(about, kind)
        self.told_by, self.kinds = told_by, kinds

    def kind_of(self, raw: Any) -> type[Shape] | None:
        """Return the shape that an item says it has, if there is such a one."""
        told = raw.get(self.told_by) if type(raw) is dict else None
        return self.kinds.get(told) if isinstance(told, str) else None

    def _read(self, at: int, raw: Any) -> Any:
        if type(raw) is dict and self.kind_of(raw) is None:
            raise ValidationError({self.told_by: [self._kind_missing(raw.get(self.told_by))]})
        return super()._read(at, raw)

    def _kind_missing(self, told: Any) -> str:
        if isinstance(told, str):
            return unknown_word(told, tuple(self.kinds))
        return AtKey(f'this item needs "{self.told_by}"; write {one_of(tuple(self.kinds))} there')
