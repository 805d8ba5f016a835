"""The plain fields of an organisation file: texts, numbers, yes or no, one of a few words.

Every value arrives as the text that is written, or as a mapping or list of such texts; an
empty plain value arrives as None and means that the field is absent.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from marshmallow import ValidationError, fields, missing

from orgdesign.model import shorten
from orgdesign.yamlfile.schema.messages import (
    NUMBER,
    AtKey,
    expected_list,
    expected_message,
    not_a_number,
    one_of,
    unknown_word,
)
from orgdesign.yamlfile.tree import Path

_FLAGS = {"yes": True, "true": True, "no": False, "false": False}


class Use(NamedTuple):
    """One place where a file refers to a part of it, of a kind, by its id.

    A reference that ``may_be_gone`` counts for nothing when there is no such part.
    """

    path: Path
    kind: str
    id: str
    is_key: bool = False
    may_be_gone: bool = False


class Plain(fields.Field[Any]):
    """A field, and what ``about`` it is told to those who write the file."""

    hint = "…"

    def __init__(self, about: str, *, required: bool = False, **more: Any) -> None:
        super().__init__(required=required, allow_none=not required, **more)
        self.about = about

    @property
    def key(self) -> str:
        """The key that the field has in the file."""
        return self.data_key or self.name or ""

    def make_error(self, key: str, **_: Any) -> ValidationError:
        """Return what is wrong; only a missing value is ever told this way."""
        noun = getattr(self.parent, "noun", "this part")
        message = f'{noun} needs "{self.key}"; add {self.key}: {self.hint}'
        return ValidationError([AtKey(message)])

    def deserialize(self, value: Any, *_: Any, **__: Any) -> Any:
        """Return what a value means, ``missing`` for none; there are no hooks to run here."""
        if value is None or value is missing:
            if self.required:
                raise self.make_error("required")
            return missing
        return self._deserialize(value, None, None)

    def uses(self, value: Any, path: Path) -> Iterator[Use]:
        """Yield each reference in a value, also where other parts of it are wrong."""
        yield from ()


class Text(Plain):
    """A text, exactly as written."""

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> str:
        if not isinstance(value, str):
            raise ValidationError(expected_message("one text", value))
        if self.required and not value.strip():
            raise ValidationError(f'"{self.key}" is empty; write something in it')
        return value


class Number(Plain):
    """A finite number, from ``least`` to ``most`` where those are given."""

    hint = "a number"

    def __init__(
        self, about: str, *, least: float | None = None, most: float | None = None
    ) -> None:
        super().__init__(about)
        self.least, self.most = least, most

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> float:
        if not isinstance(value, str):
            raise ValidationError(expected_message("a number", value))
        text = value.strip()
        number = float(text) if NUMBER.fullmatch(text) else math.nan
        if not math.isfinite(number):
            raise ValidationError(not_a_number(text))
        self._check_bounds(number, shorten(text, 20))
        return number

    def _check_bounds(self, number: float, text: str) -> None:
        if self.most is not None and number > self.most:
            raise ValidationError(f"{text} is too large; write {self.most:g} or less")
        if self.least is not None and number < self.least:
            raise ValidationError(f"{text} is too small; write {self.least:g} or more")


class Flag(Plain):
    """Yes or no."""

    hint = "yes or no"

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> bool:
        if not isinstance(value, str):
            raise ValidationError(expected_message("yes or no", value))
        flag = _FLAGS.get(value.strip().lower())
        if flag is None:
            raise ValidationError(f'"{shorten(value)}" is neither yes nor no; write yes or no')
        return flag


class ChoiceField(Plain):
    """One of a few words."""

    def __init__(self, about: str, options: Sequence[str], **more: Any) -> None:
        super().__init__(about, **more)
        self.options = tuple(options)

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> str:
        if not isinstance(value, str):
            raise ValidationError(expected_message(one_of(self.options), value))
        if value not in self.options:
            raise ValidationError(unknown_word(value, self.options))
        return value


class Texts(Plain):
    """A list of texts."""

    hint = "[one, two]"
    item = "one text"

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> tuple[str, ...]:
        if type(value) is not list:
            raise ValidationError(expected_list(value))
        errors = {
            at: [expected_message(self.item, each)]
            for at, each in enumerate(value)
            if not isinstance(each, str)
        }
        if errors:
            raise ValidationError(errors)
        return tuple(value)
